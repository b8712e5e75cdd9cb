//! SIGTERM while people work.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use nix::sys::signal::Signal;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::stage;
use crate::{
    browser::Browser, program::Place, report::Report, settings::Settings, writers::Writers,
};

/// The program ends within this.
const ENDS_WITHIN: Duration = Duration::from_secs(20);

/// Requests that are in the middle when the signal comes.
const HALF_SENT: usize = 5;

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let rounds = settings.pick(1, 5);
    let mut report = Report::begin("term", "SIGTERM, while customers are created");
    let (place, mut program) = stage::embedded(settings).await?;
    let writers = Writers::start(place.address()).await?;
    for _ in 0..rounds {
        writers.go_on(Duration::from_secs(60)).await?;
        let half_sent = half_sent(&place).await?;
        program.signal(Signal::SIGTERM)?;
        let told = Instant::now();
        let mut finished = 0;
        for request in half_sent {
            finished += usize::from(finishes(request).await);
        }
        let kept = finished == HALF_SENT;
        report.promise(
            kept,
            format!("{finished} of {HALF_SENT} running requests finished"),
        );
        let status = program.ended(ENDS_WITHIN.saturating_mul(3)).await?;
        report.within(
            "it ended after",
            told.elapsed(),
            settings.promised(ENDS_WITHIN),
        );
        report.promise(status.success(), format!("it ended with {status}"));
        let is_gone = place.embedded().is_err();
        report.promise(is_gone, "its PostgreSQL ended with it");
        program = place.serve().await?;
    }
    writers
        .settle(&mut report, &stage::embedded_superuser(&place)?)
        .await?;
    stage::no_panics(&mut report, &place);
    Ok(report)
}

const BODY: &str = "sprache=de&zurueck=/mkm/kunden";

/// Requests of which the program has the head and a part of the body.
async fn half_sent(place: &Place) -> Result<Vec<TcpStream>> {
    let mut browser = Browser::new(place.address())?;
    browser.sign_in("demo").await?;
    let head = format!(
        "POST /sprache HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
         Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n{}",
        browser.cookie(),
        BODY.len(),
        &BODY[..10]
    );
    let mut streams = Vec::new();
    for _ in 0..HALF_SENT {
        let mut stream = TcpStream::connect(place.address()).await?;
        stream.write_all(head.as_bytes()).await?;
        streams.push(stream);
    }
    // The program has to have read them.
    tokio::time::sleep(Duration::from_millis(500)).await;
    Ok(streams)
}

async fn finishes(mut stream: TcpStream) -> bool {
    let finish = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        stream.write_all(&BODY.as_bytes()[10..]).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        answer
            .starts_with("HTTP/1.1 303 ")
            .then_some(())
            .context("another answer")
    };
    let finish: Result<()> = finish.await;
    finish.is_ok()
}
