//! The server of a test, and what asks it.

pub mod authenticator;
pub mod client;
pub mod factor;
pub mod people;
pub mod sink;
pub mod site;
pub mod statements;

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU32, Ordering},
    thread::JoinHandle,
};

use db::Db;
use domain::{rights::Right, support::Support};
use server::{
    config::{PublicUrl, TrustedProxies},
    listen,
    router::router,
    runtime,
    state::{AppState, Parts},
};
use sqlx::PgPool;
use tokio::sync::oneshot;

use client::Client;
use site::Site;

/// The address that pages are said to have; the real one differs, as behind a proxy.
pub const ORIGIN: &str = "https://mkm.example.org";

/// A server with threads of its own. Dropped, it stops.
pub struct TestServer {
    pub address: SocketAddr,
    /// Of the test itself: connections belong to the threads that opened them.
    pub db: Db,
    pub app: AppState,
    /// Its threads' name.
    pub name: String,
    _site: Site,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl TestServer {
    /// On the migrated database of a test, with the demo's two resellers.
    pub async fn with_demo(pool: &PgPool, customers: u32) -> Self {
        let server = Self::start(pool).await;
        people::load_demo(&server.db, customers).await;
        server
    }

    /// On the migrated database of a test, without a mail server.
    pub async fn start(pool: &PgPool) -> Self {
        Self::start_with(pool, false).await
    }

    /// As if a mail server were configured: the test sends the mails itself.
    pub async fn with_mails(pool: &PgPool, customers: u32) -> Self {
        let server = Self::start_with(pool, true).await;
        people::load_demo(&server.db, customers).await;
        server
    }

    async fn start_with(pool: &PgPool, mails: bool) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("server-{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let options = (*pool.connect_options()).clone();
        let db = Db::connect_with(options.clone()).await.unwrap();
        let site = Site::new();
        let folder = site.folder().to_owned();
        let (stop, stopped) = oneshot::channel();
        let (report, started) = oneshot::channel();
        let threads = name.clone();
        // Rendering needs more stack than the threads of tests have.
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .worker_threads(2)
                .thread_name(threads)
                .thread_stack_size(runtime::STACK)
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                let db = Db::connect_with(options).await.unwrap();
                let app = AppState::new(Parts {
                    db: db.clone(),
                    provider_name: "FISINGER.de".to_owned(),
                    support: Support {
                        email: Some("hilfe@example.org".to_owned()),
                        ..Support::default()
                    },
                    mails,
                    demo: false,
                    site: folder,
                    public_url: PublicUrl::parse(ORIGIN).unwrap(),
                    proxies: TrustedProxies::parse("127.0.0.1").unwrap(),
                });
                report
                    .send((listener.local_addr().unwrap(), app.clone()))
                    .ok()
                    .unwrap();
                let stop = async {
                    let _ = stopped.await;
                };
                listen::serve(listener, router(app), stop).await;
                db.close().await;
            });
        });
        let (address, app) = started.await.unwrap();
        Self {
            address,
            db,
            app,
            name,
            _site: site,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Somebody who is not signed in.
    pub fn stranger(&self) -> Client {
        Client::new(self.address)
    }

    /// The demo's reseller 100001.
    pub async fn reseller(&self) -> Client {
        self.signed_in("demo").await
    }

    /// The demo's reseller 100002.
    pub async fn other_reseller(&self) -> Client {
        self.signed_in("demo2").await
    }

    /// A portal user of the demo's reseller 100001.
    pub async fn portal_user(&self) -> Client {
        let name = people::portal_user(&self.db).await;
        self.signed_in(&name).await
    }

    /// The demo's end customer, who has two customers of reseller 100001.
    pub async fn end_customer(&self) -> Client {
        self.signed_in("kunde").await
    }

    /// Somebody who works for the demo's reseller 100001 with this right.
    pub async fn staff(&self, pool: &PgPool, right: Right) -> Client {
        let name = people::add_staff(&self.db, pool, right).await;
        self.signed_in(&name).await
    }

    pub async fn signed_in(&self, user_name: &str) -> Client {
        let mut client = self.stranger();
        let answer = client.sign_in(user_name, people::PASSWORD).await;
        assert_eq!(answer.status, 303, "{user_name} was not signed in");
        client
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic in it has been printed and has failed the test by its effects.
            let _ = thread.join();
        }
    }
}
