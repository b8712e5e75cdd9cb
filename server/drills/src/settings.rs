//! What all drills are told.

use std::{path::PathBuf, time::Duration};

use clap::Args;

/// Where things are, and how patient to be.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The program, with its built site beside it.
    #[arg(long, default_value = "target/release/mkm", global = true)]
    pub program: PathBuf,
    /// The folder with `initdb` and `postgres`, where they are not in PATH.
    #[arg(long, env = "MKM_DRILL_POSTGRES", global = true)]
    pub postgres: Option<PathBuf>,
    /// A short one of each: fewer rounds, fewer seconds.
    #[arg(long, global = true)]
    pub short: bool,
    /// Promised times are multiplied by this, on a machine that has other work.
    #[arg(long, env = "MKM_DRILL_PATIENCE", default_value_t = 1.0, global = true)]
    pub patience: f64,
}

impl Settings {
    /// The folder with the programs of PostgreSQL; empty for those in PATH.
    pub fn postgres(&self) -> PathBuf {
        self.postgres.clone().unwrap_or_default()
    }

    /// A promised time, as it is judged on this machine.
    pub fn promised(&self, time: Duration) -> Duration {
        time.mul_f64(self.patience.max(1.0))
    }

    /// The one for a short drill, or the other.
    pub fn pick<T>(&self, short: T, full: T) -> T {
        if self.short { short } else { full }
    }
}
