//! Taking connections, and ending them without cutting anybody off.

use std::{future::Future, net::SocketAddr, time::Duration};

use axum::{Router, extract::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
use tower::Service;

use crate::throttle_address::Peer;

/// Longest time for the head of a request, so that nobody holds a connection by sending slowly.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// How long running requests may take to finish after the program was told to stop.
const GRACE: Duration = Duration::from_secs(20);
/// Between the last connection and the end of idle ones. Whoever has just connected has sent a request that
/// was not read yet: it would go unanswered.
const LAST_CALL: Duration = Duration::from_millis(200);
/// After a failed accept (no file handles left) others get time to close theirs.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers requests until `stop` resolves; then takes no new ones and waits for those that run.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => spawn(stream, peer, router.clone(), &graceful),
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(PAUSE).await;
                }
            },
            () = &mut stop => break,
        }
    }
    // Closing the port cuts off those who wait in its queue.
    while let Ok(Ok((stream, peer))) = tokio::time::timeout(Duration::ZERO, listener.accept()).await
    {
        spawn(stream, peer, router.clone(), &graceful);
    }
    drop(listener);
    tokio::time::sleep(LAST_CALL).await;
    if tokio::time::timeout(GRACE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not finish in time");
    }
}

fn spawn(stream: TcpStream, peer: SocketAddr, router: Router, graceful: &GracefulShutdown) {
    // Otherwise small answers wait for the client's acknowledgement: 40 ms each.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(Peer(peer));
        router.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .serve_connection(TokioIo::new(stream), service);
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        // Clients hang up, or send what is no HTTP: their business.
        let _ = watched.await;
    });
}
