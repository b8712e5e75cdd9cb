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

use crate::{report::Report, settings::Settings};

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
///
/// # Errors
/// A drill could not be done.
pub async fn run(drill: &Drill, settings: &Settings) -> Result<bool> {
    match drill {
        Drill::All => all(settings).await,
        Drill::Load(load) => ended(load::drill(settings, load).await),
        Drill::Away => ended(away::drill(settings).await),
        Drill::Kill => ended(kill::drill(settings).await),
        Drill::Term => ended(term::drill(settings).await),
        Drill::Disk => ended(disk::drill(settings).await),
        Drill::Clock => ended(clock::drill(settings).await),
        Drill::Mail => ended(mail::drill(settings).await),
        Drill::Senders => ended(senders::drill(settings).await),
    }
}

/// All of them, also after one that failed.
async fn all(settings: &Settings) -> Result<bool> {
    let mut kept = ended(away::drill(settings).await)?;
    kept &= ended(kill::drill(settings).await)?;
    kept &= ended(term::drill(settings).await)?;
    kept &= ended(disk::drill(settings).await)?;
    kept &= ended(clock::drill(settings).await)?;
    kept &= ended(mail::drill(settings).await)?;
    kept &= ended(senders::drill(settings).await)?;
    Ok(kept)
}

/// A drill that could not go on broke a promise as well: the program did not do what it always does.
fn ended(outcome: Result<Report>) -> Result<bool> {
    match outcome {
        Ok(report) => Ok(report.end()),
        Err(error) => {
            let mut report = Report::begin("stopped", "it could not go on");
            report.promise(false, format!("{error:#}"));
            Ok(report.end())
        }
    }
}
