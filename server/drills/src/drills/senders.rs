//! Two programs at one database: the work behind their backs is done once.

use std::time::Duration;

use anyhow::Result;

use super::{mail, stage};
use crate::{
    browser::Browser,
    invitations::Invitations,
    report::{Report, seconds},
    settings::Settings,
    sink::Sink,
};

const PATIENCE: Duration = Duration::from_secs(120);

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let mut report = Report::begin("senders", "two programs send the mails of one database");
    let postgres = stage::postgres(settings).await?;
    let mut sink = Sink::new().await?;
    let places = [
        mail::place(settings, &postgres, &sink)?,
        mail::place(settings, &postgres, &sink)?,
    ];
    let mut programs = Vec::new();
    let mut browsers = Vec::new();
    for place in &places {
        programs.push(place.serve().await?);
        let mut browser = Browser::new(place.address())?;
        browser.sign_in("demo").await?;
        browsers.push(browser);
    }
    let mut invitations = Invitations::default();
    // All are due when both look again.
    sink.goes_away().await;
    for _ in 0..settings.pick(10, 50) {
        for browser in &browsers {
            invitations.invite(browser).await?;
        }
    }
    sink.comes_back().await?;
    crate::invitations::skip_pauses(&stage::superuser(&postgres)).await?;
    let took = arrive(&invitations, &sink, &stage::superuser(&postgres)).await?;
    report.say(format!(
        "{} mails arrived within {}",
        invitations.count(),
        seconds(took)
    ));
    // A second one of the same mail would be on its way.
    tokio::time::sleep(Duration::from_secs(3)).await;
    each_mail_is_sent_once(&mut report, &invitations, &sink);
    for place in &places {
        stage::no_panics(&mut report, place);
    }
    let both = places
        .iter()
        .all(|place| place.has_logged("a mail was sent"));
    report.promise(both, "both programs sent some");
    Ok(report)
}

/// Those that failed meanwhile need not wait.
async fn arrive(invitations: &Invitations, sink: &Sink, superuser: &str) -> Result<Duration> {
    let began = std::time::Instant::now();
    while !invitations.delivery(sink).missing.is_empty() && began.elapsed() < PATIENCE {
        crate::invitations::skip_pauses(superuser).await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(began.elapsed())
}

fn each_mail_is_sent_once(report: &mut Report, invitations: &Invitations, sink: &Sink) {
    let delivery = invitations.delivery(sink);
    let (missing, twice) = (
        delivery.missing.len(),
        delivery.doubled.len() + delivery.repeated.len(),
    );
    let count = invitations.count();
    report.promise(missing == 0, format!("forgotten: {missing} of {count}"));
    report.promise(twice == 0, format!("sent by both: {twice}"));
}
