//! Several people who create customers, one after the other, whatever happens.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    browser::{Answer, Browser},
    ledger::{Ledger, NAME, Sent},
    report::Report,
};

/// How many write at the same time.
const WRITERS: usize = 6;

/// Between two customers of one person: the machine is busy, not drowned.
const PAUSE: Duration = Duration::from_millis(30);

/// How long one may be sent again and again until it is acknowledged.
const AGAIN_FOR: Duration = Duration::from_secs(60);

/// They write until they are told to stop.
#[derive(Debug)]
pub struct Writers {
    pub ledger: Arc<Ledger>,
    stop: Arc<AtomicBool>,
    tasks: JoinSet<()>,
    browser: Browser,
}

impl Writers {
    /// Signs in, and begins.
    ///
    /// # Errors
    /// The program does not let them in.
    pub async fn start(program: SocketAddr) -> Result<Self> {
        let mut browser = Browser::new(program)?;
        browser.sign_in("demo").await?;
        let ledger = Arc::new(Ledger::default());
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = JoinSet::new();
        for _ in 0..WRITERS {
            let (browser, ledger, stop) = (browser.clone(), ledger.clone(), stop.clone());
            tasks.spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    write(&browser, &ledger).await;
                    tokio::time::sleep(PAUSE).await;
                }
            });
        }
        Ok(Self {
            ledger,
            stop,
            tasks,
            browser,
        })
    }

    /// Waits until something that is sent from now on is acknowledged; says how long that took.
    ///
    /// # Errors
    /// It takes longer than `most`.
    pub async fn go_on(&self, most: Duration) -> Result<Duration> {
        let since = Instant::now();
        while !self.ledger.goes_on_after(since) {
            if since.elapsed() > most {
                bail!("nothing is stored any more after {} s", most.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(since.elapsed())
    }

    /// Stops, sends again what was not acknowledged until it is, and compares with the database.
    ///
    /// # Errors
    /// The program or the database does not answer.
    pub async fn settle(mut self, report: &mut Report, superuser_url: &str) -> Result<()> {
        self.stop.store(true, Ordering::Relaxed);
        while self.tasks.join_next().await.is_some() {}
        let unsure = self.ledger.take_unsure();
        let (first, again) = (self.ledger.counts().0, unsure.len());
        for sent in unsure {
            send_until_acknowledged(&self.browser, &self.ledger, sent).await?;
        }
        every_acknowledged_customer_is_there_once(report, &self.ledger, superuser_url).await?;
        report.say(format!(
            "tried: {first} customers acknowledged at once, {again} sent again until they were"
        ));
        Ok(())
    }
}

/// What the drills are for.
async fn every_acknowledged_customer_is_there_once(
    report: &mut Report,
    ledger: &Ledger,
    superuser_url: &str,
) -> Result<()> {
    let acknowledged = ledger.acknowledged();
    let stored = crate::ledger::stored(superuser_url).await?;
    let losses = crate::ledger::Losses::of(&acknowledged, &stored);
    report.promise(
        losses.lost.is_empty() && !acknowledged.is_empty(),
        format!(
            "lost: {} of {} acknowledged",
            losses.lost.len(),
            acknowledged.len()
        ),
    );
    report.promise(
        losses.doubled.is_empty() && stored.len() == acknowledged.len(),
        format!(
            "stored twice: {} ({} are stored)",
            losses.doubled.len(),
            stored.len()
        ),
    );
    Ok(())
}

async fn write(browser: &Browser, ledger: &Ledger) {
    let id = Uuid::now_v7();
    let number = format!("P-{}", id.simple()).chars().take(32).collect();
    let sent = Sent { id, number };
    let at = Instant::now();
    match send(browser, &sent).await {
        Ok(answer) if is_acknowledged(&answer) => ledger.acknowledge(sent, at),
        other => {
            let said = other.map_or_else(|_| "no answer".to_owned(), |answer| in_short(&answer));
            ledger.doubt(sent, said);
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// The clear answer of a program that cannot store.
pub const TOLD: &str = "503 with a sentence";

fn in_short(answer: &Answer) -> String {
    if matches!(answer.status, 503 | 507) && answer.text.contains("Datenbank") {
        return TOLD.to_owned();
    }
    answer.status.to_string()
}

async fn send_until_acknowledged(browser: &Browser, ledger: &Ledger, sent: Sent) -> Result<()> {
    let began = Instant::now();
    loop {
        let at = Instant::now();
        match send(browser, &sent).await {
            Ok(answer) if is_acknowledged(&answer) => {
                ledger.acknowledge(sent, at);
                return Ok(());
            }
            other if began.elapsed() > AGAIN_FOR => {
                let status = other.map(|answer| answer.status);
                return Err(anyhow::anyhow!("{status:?}")).context("a customer is never stored");
            }
            _ => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

fn is_acknowledged(answer: &Answer) -> bool {
    answer.status == 303 && answer.location.contains("angelegt=")
}

async fn send(browser: &Browser, sent: &Sent) -> Result<Answer> {
    browser
        .post(
            "/mkm/kunden/neu",
            &fields(&sent.id.to_string(), &sent.number),
        )
        .await
}

/// A customer that is right.
pub fn fields<'a>(id: &'a str, number: &'a str) -> [(&'a str, &'a str); 11] {
    [
        ("id", id),
        ("number", number),
        ("last_name", NAME),
        ("first_name", "Eva"),
        ("street", "Weg 1"),
        ("postal_code", "10115"),
        ("city", "Berlin"),
        ("country", "DE"),
        ("phone", "030 901820"),
        ("mobile", "0171 3920001"),
        ("email", "probe@example.de"),
    ]
}
