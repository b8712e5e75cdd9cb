//! How long connections are waited for.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

/// Of each pool.
#[derive(Debug, Default)]
pub(crate) struct Waits {
    pub(crate) tenants: Wait,
    pub(crate) auth: Wait,
}

/// Sums since the program began.
#[derive(Debug, Default)]
pub(crate) struct Wait {
    asked: AtomicU64,
    /// In microseconds: half a million years fit.
    waited: AtomicU64,
}

impl Wait {
    /// A connection was asked for at `since`, and now there is one, or none.
    pub(crate) fn note(&self, since: Instant) {
        let waited = u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.waited.fetch_add(waited, Ordering::Relaxed);
    }

    /// How often, and how many microseconds together.
    pub(super) fn so_far(&self) -> (u64, u64) {
        let asked = self.asked.load(Ordering::Relaxed);
        (asked, self.waited.load(Ordering::Relaxed))
    }
}
