//! The clock of a machine jumps.

use std::{
    fs,
    net::IpAddr,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::{mail, stage};
use crate::{
    browser::{Browser, PASSWORD},
    folder::Folder,
    invitations::skip_pauses,
    program::Place,
    report::Report,
    settings::Settings,
    sink::Sink,
};

/// The longest wait after a few wrong passwords is ten seconds; a jump adds nothing.
const LET_IN_WITHIN: Duration = Duration::from_secs(15);

/// A mail that was not taken waits for a minute.
const ARRIVES_WITHIN: Duration = Duration::from_secs(75);

const HOUR: i64 = 3_600;

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let mut report = Report::begin("clock", "the clock jumps by an hour, back and forth");
    let Some(library) = library() else {
        report.not_run("libfaketime is missing (apt-get install libfaketime)");
        return Ok(report);
    };
    report.say("the clock of the program and of its PostgreSQL");
    let clock = Clock::new()?;
    let sink = Sink::new().await?;
    let place = mailing(clock.of(Place::new(settings)?, &library), &sink);
    jumps(&mut report, settings, &clock, (&place, None), sink).await?;
    report.say("the clock of the program, not that of the database");
    let postgres = stage::postgres(settings).await?;
    let clock = Clock::new()?;
    let sink = Sink::new().await?;
    let place = clock.of(mail::place(settings, &postgres, &sink)?, &library);
    let superuser = stage::superuser(&postgres);
    let superuser = settings.short.then_some(superuser.as_str());
    jumps(&mut report, settings, &clock, (&place, superuser), sink).await?;
    Ok(report)
}

fn mailing(place: Place, sink: &Sink) -> Place {
    place
        .with("MKM_SMTP_URL", format!("smtp://{}", sink.address))
        .with("MKM_MAIL_FROM", "Portal <portal@example.org>")
}

/// As Debian and its relatives install it.
fn library() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten();
    folders
        .map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"))
        .find(|library| library.is_file())
}

/// What a program takes for the difference to the real time.
struct Clock(Folder);

impl Clock {
    fn new() -> Result<Self> {
        let clock = Self(Folder::new()?);
        clock.set(0)?;
        Ok(clock)
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("difference")
    }

    /// Written beside and put in place: it is read all the time.
    fn set(&self, seconds: i64) -> Result<()> {
        let new = self.0.path().join("new");
        fs::write(&new, format!("{seconds:+}\n"))?;
        Ok(fs::rename(new, self.file())?)
    }

    fn of(&self, place: Place, library: &Path) -> Place {
        place
            .with("LD_PRELOAD", library.display().to_string())
            .with("FAKETIME_TIMESTAMP_FILE", self.file().display().to_string())
            .with("FAKETIME_NO_CACHE", "1")
            // The clock that measures durations does not jump.
            .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .with("FAKETIME_DISABLE_SHM", "1")
    }
}

async fn jumps(
    report: &mut Report,
    settings: &Settings,
    clock: &Clock,
    (place, hurry): (&Place, Option<&str>),
    mut sink: Sink,
) -> Result<()> {
    let program = place.serve().await?;
    let before = Before::of(place, &mut sink).await?;
    clock.set(-HOUR)?;
    // At once: each attempt that fails makes the next pause longer.
    sink.comes_back().await?;
    report.say("an hour back");
    before.still_holds(report, settings, place).await?;
    let most = settings.promised(ARRIVES_WITHIN);
    // Where the clock of the database did not jump, the pause is what it is.
    if let Some(superuser) = hurry {
        skip_pauses(superuser).await?;
    }
    let arrives = mail_to(&sink, "azubi", most).await;
    report.promise(arrives.is_some(), "a mail that waited is sent");
    clock.set(0)?;
    report.say("an hour forth");
    people_are_let_in(report, settings, place, 4).await?;
    clock.set(HOUR)?;
    report.say("another hour forth, and back again");
    let ahead = people_are_let_in(report, settings, place, 5).await?;
    clock.set(0)?;
    let answer = ahead.get("/mkm/kunden").await?;
    let text = format!("a session of the future goes on ({})", answer.status);
    report.promise(answer.status == 200, text);
    people_are_let_in(report, settings, place, 6).await?;
    report.promise(program.pid().is_ok(), "the program runs");
    stage::no_panics(report, place);
    Ok(())
}

/// What was there before a jump.
struct Before {
    session: Browser,
    /// To a new password.
    link: String,
}

impl Before {
    async fn of(place: &Place, sink: &mut Sink) -> Result<Self> {
        let mut session = Browser::new(place.address())?;
        session.sign_in("demo").await?;
        let stranger = Browser::at(place.address(), IpAddr::from([127, 0, 0, 2]))?;
        forget_password(&stranger, "mitarbeiter").await?;
        let mail = mail_to(sink, "mitarbeiter", Duration::from_secs(60)).await;
        let link = mail.context("no mail with a link arrives")?;
        sink.goes_away().await;
        forget_password(&stranger, "azubi").await?;
        // Until it was tried once.
        tokio::time::sleep(Duration::from_secs(4)).await;
        // Failures at an address, and of a name.
        let mut stranger = Browser::at(place.address(), IpAddr::from([127, 0, 0, 3]))?;
        for _ in 0..3 {
            stranger.try_sign_in("demo2", "falsch").await?;
            tokio::time::sleep(Duration::from_millis(1_100)).await;
        }
        Ok(Self { session, link })
    }

    async fn still_holds(
        &self,
        report: &mut Report,
        settings: &Settings,
        place: &Place,
    ) -> Result<()> {
        let list = self.session.get("/mkm/kunden").await?.status;
        report.promise(list == 200, format!("the session goes on ({list})"));
        let link = Browser::new(place.address())?.get(&self.link).await?.status;
        report.promise(link == 200, format!("the one-time link is valid ({link})"));
        let most = settings.promised(LET_IN_WITHIN);
        let took = let_in(place, "demo2", 3, most).await?;
        nobody_is_locked_out_for_longer(report, took, most);
        people_are_let_in(report, settings, place, 7).await?;
        Ok(())
    }
}

fn nobody_is_locked_out_for_longer(report: &mut Report, took: Option<Duration>, most: Duration) {
    let what = "after wrong passwords the right one is let in after";
    match took {
        Some(took) => report.within(what, took, most),
        None => report.promise(false, format!("{what}: not at all")),
    }
}

async fn forget_password(stranger: &Browser, user: &str) -> Result<()> {
    let answer = stranger
        .post("/passwort-vergessen", &[("benutzername", user)])
        .await?;
    (answer.status == 200)
        .then_some(())
        .context("no new password can be asked for")
}

/// Somebody signs in from an address that did nothing before, and sees the list.
async fn people_are_let_in(
    report: &mut Report,
    settings: &Settings,
    place: &Place,
    address: u8,
) -> Result<Browser> {
    let most = settings.promised(LET_IN_WITHIN);
    let mut browser = Browser::at(place.address(), IpAddr::from([127, 0, 0, address]))?;
    let answer = browser.try_sign_in("demo", PASSWORD).await?;
    report.promise(
        answer.status == 303,
        format!("sign-in is {}", answer.status),
    );
    let since = Instant::now();
    let mut list = browser.get("/mkm/kunden").await?;
    while list.status == 503 && since.elapsed() < most {
        list = browser.get("/mkm/kunden").await?;
    }
    report.promise(
        list.status == 200,
        format!("the new session's list is {}", list.status),
    );
    Ok(browser)
}

/// How long it took until somebody was let in; `None`: longer than twice that time.
async fn let_in(
    place: &Place,
    user: &str,
    address: u8,
    most: Duration,
) -> Result<Option<Duration>> {
    let mut browser = Browser::at(place.address(), IpAddr::from([127, 0, 0, address]))?;
    let since = Instant::now();
    while since.elapsed() < most.saturating_mul(2) {
        if browser.try_sign_in(user, PASSWORD).await?.status == 303 {
            return Ok(Some(since.elapsed()));
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    Ok(None)
}

/// The link in the mail to somebody of the demo, once it has arrived. Who it is, its text says.
async fn mail_to(sink: &Sink, user: &str, most: Duration) -> Option<String> {
    let since = Instant::now();
    while since.elapsed() < most {
        let arrived = sink.by_recipient().into_values().flatten();
        let mut about = arrived.filter(|mail| mail.text.contains(&format!("Benutzername: {user}")));
        if let Some(mail) = about.next() {
            return mail.link();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    None
}
