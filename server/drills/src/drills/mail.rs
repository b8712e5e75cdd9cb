//! The mail server.

use std::time::Duration;

use anyhow::Result;
use nix::sys::signal::Signal;

use super::stage;
use crate::{
    browser::Browser,
    invitations::{Invitations, skip_leases, skip_pauses},
    postgres::Postgres,
    program::{Place, Program},
    report::{Report, seconds},
    settings::Settings,
    sink::Sink,
};

/// A mail that was not taken waits for a minute, and for five after a second time; one that a killed
/// program had waits for two.
const PATIENCE: Duration = Duration::from_secs(420);

const MAILS: usize = 6;

/// Fewer than [`MAILS`]: the others show that the next mails go on.
const FAIL: usize = 3;

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let report = Report::begin("mail", "the mail server is away, or fails half-way");
    let postgres = stage::postgres(settings).await?;
    let sink = Sink::new().await?;
    let place = place(settings, &postgres, &sink)?;
    let program = place.serve().await?;
    let mut browser = Browser::new(place.address())?;
    browser.sign_in("demo").await?;
    let mut stage = Stage {
        report,
        settings,
        postgres,
        sink,
        place,
        program,
        browser,
        invitations: Invitations::default(),
    };
    stage.away().await?;
    stage.cut().await?;
    stage.silent().await?;
    stage.killed().await?;
    stage::no_panics(&mut stage.report, &stage.place);
    Ok(stage.report)
}

/// A program that sends its mails there.
pub fn place(settings: &Settings, postgres: &Postgres, sink: &Sink) -> Result<Place> {
    Ok(Place::new(settings)?
        .with("DATABASE_URL", stage::owner(postgres))
        .with("MKM_SMTP_URL", format!("smtp://{}", sink.address))
        .with("MKM_MAIL_FROM", "Portal <portal@example.org>"))
}

struct Stage<'a> {
    report: Report,
    settings: &'a Settings,
    postgres: Postgres,
    sink: Sink,
    place: Place,
    program: Program,
    browser: Browser,
    invitations: Invitations,
}

impl Stage<'_> {
    async fn away(&mut self) -> Result<()> {
        self.report.say("away, while people are invited");
        self.sink.goes_away().await;
        self.invite().await?;
        tokio::time::sleep(Duration::from_secs(self.settings.pick(4, 20))).await;
        self.sink.comes_back().await?;
        self.all_arrive(0).await
    }

    async fn cut(&mut self) -> Result<()> {
        self.report.say("connections are cut before the mail");
        self.sink.cuts(FAIL);
        self.invite().await?;
        self.all_arrive(0).await
    }

    /// What nobody can know: the mail was taken, and the word of it lost. It is sent again, as the same
    /// mail.
    async fn silent(&mut self) -> Result<()> {
        self.report
            .say("connections are cut after the mail, before the answer");
        self.sink.stays_silent(FAIL);
        self.invite().await?;
        self.all_arrive(FAIL).await?;
        // Those that were taken without a word are sent again.
        let began = std::time::Instant::now();
        while self.invitations.delivery(&self.sink).repeated.len() < FAIL {
            if began.elapsed() > PATIENCE {
                self.report
                    .promise(false, "a mail whose answer was lost is sent again");
                return Ok(());
            }
            self.hurry().await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.judge(FAIL);
        Ok(())
    }

    async fn killed(&mut self) -> Result<()> {
        self.report.say("the program is killed while it sends");
        self.invite().await?;
        self.first_arrives().await;
        self.program.signal(Signal::SIGKILL)?;
        self.program.ended(PATIENCE).await?;
        if self.settings.short {
            skip_leases(&stage::superuser(&self.postgres)).await?;
        }
        self.program = self.place.serve().await?;
        let most = self.settings.promised(PATIENCE);
        let took = self.invitations.all_arrive(&self.sink, most).await?;
        self.report
            .say(format!("everything arrived {} later", seconds(took)));
        let missing = self.invitations.delivery(&self.sink).missing.len();
        self.report.promise(
            missing == 0,
            format!("forgotten: {missing} of {}", self.invitations.count()),
        );
        Ok(())
    }

    /// The others are on their way.
    async fn first_arrives(&self) {
        let began = std::time::Instant::now();
        while self.invitations.delivery(&self.sink).missing.len() == MAILS
            && began.elapsed() < PATIENCE
        {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    async fn invite(&mut self) -> Result<()> {
        for _ in 0..MAILS {
            self.invitations.invite(&self.browser).await?;
        }
        Ok(())
    }

    /// In a short drill nobody waits for the next attempt.
    async fn hurry(&self) -> Result<()> {
        if self.settings.short {
            skip_pauses(&stage::superuser(&self.postgres)).await?;
        }
        Ok(())
    }

    async fn all_arrive(&mut self, repeated: usize) -> Result<()> {
        let began = std::time::Instant::now();
        while !self.invitations.delivery(&self.sink).missing.is_empty() {
            if began.elapsed() > PATIENCE {
                break;
            }
            self.hurry().await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.report.say(format!(
            "everything arrived {} later",
            seconds(began.elapsed())
        ));
        self.judge(repeated);
        Ok(())
    }

    /// At most so many were sent again.
    fn judge(&mut self, repeated: usize) {
        let delivery = self.invitations.delivery(&self.sink);
        let count = self.invitations.count();
        let missing = delivery.missing.len();
        self.report
            .promise(missing == 0, format!("forgotten: {missing} of {count}"));
        self.report.promise(
            delivery.doubled.is_empty(),
            format!(
                "sent twice although it was taken: {}",
                delivery.doubled.len()
            ),
        );
        let again = delivery.repeated.len();
        self.report.promise(
            again <= repeated,
            format!("sent again, as the same mail, because the answer was lost: {again}"),
        );
    }
}
