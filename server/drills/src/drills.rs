//! The drills.

pub mod away;
pub mod clock;
pub mod disk;
pub mod kill;
pub mod load;
pub mod mail;
pub mod senders;
mod stage;
pub mod term;

use anyhow::Result;
use clap::Subcommand;

use crate::{
    report::{Report, sum_up},
    settings::Settings,
};

/// Which drill.
#[derive(Debug, Clone, Subcommand)]
pub enum Drill {
    /// Every drill but the load.
    All,
    /// The way to the database is cut, reset, slow, stalled.
    Away,
    /// `kill -9` of PostgreSQL, of the program's own one, and of the program.
    Kill,
    /// SIGTERM under load.
    Term,
    /// The disk of the database is full.
    Disk,
    /// The clock jumps by an hour.
    Clock,
    /// The mail server is away, or fails half-way.
    Mail,
    /// Two programs send the mails of one database.
    Senders,
    /// Hundreds of people work for a long time.
    Load(load::Load),
}

/// Runs one, or all. `false`: a promise was broken.
pub async fn run(drill: &Drill, settings: &Settings) -> bool {
    let broken = match drill {
        Drill::All => all(settings).await,
        Drill::Load(load) => ended("load", load::drill(settings, load).await),
        Drill::Away => ended("away", away::drill(settings).await),
        Drill::Kill => ended("kill", kill::drill(settings).await),
        Drill::Term => ended("term", term::drill(settings).await),
        Drill::Disk => ended("disk", disk::drill(settings).await),
        Drill::Clock => ended("clock", clock::drill(settings).await),
        Drill::Mail => ended("mail", mail::drill(settings).await),
        Drill::Senders => ended("senders", senders::drill(settings).await),
    };
    broken.is_empty()
}

/// All of them, also after one that failed. What was broken is said once more at the end.
async fn all(settings: &Settings) -> Vec<String> {
    let mut broken = ended("away", away::drill(settings).await);
    broken.extend(ended("kill", kill::drill(settings).await));
    broken.extend(ended("term", term::drill(settings).await));
    broken.extend(ended("disk", disk::drill(settings).await));
    broken.extend(ended("clock", clock::drill(settings).await));
    broken.extend(ended("mail", mail::drill(settings).await));
    broken.extend(ended("senders", senders::drill(settings).await));
    sum_up(&broken);
    broken
}

/// A drill that could not go on broke a promise as well: the program did not do what it always does.
fn ended(name: &'static str, outcome: Result<Report>) -> Vec<String> {
    outcome
        .unwrap_or_else(|error| {
            let mut report = Report::begin(name, "it could not go on");
            report.promise(false, format!("{error:#}"));
            report
        })
        .end()
}
