//! A PostgreSQL that crashed is started again: nobody else does, and the program is of no use without.

use std::time::Duration;

use super::{binaries::Binaries, folder::Folder, process::Server, run_as::RunAs};

/// How often it looks. Two of these, and the start, must fit into the five seconds after which everything
/// is to work again.
const LOOKS_EVERY: Duration = Duration::from_millis(200);

/// After a start that failed: what the old one left may still be running, or the disk is full.
const PAUSE: Duration = Duration::from_secs(1);

/// A running PostgreSQL, and what it takes to start it again.
#[derive(Debug)]
pub(super) struct Watched {
    pub(super) server: Server,
    pub(super) folder: Folder,
    pub(super) binaries: Binaries,
    pub(super) run_as: RunAs,
}

impl Watched {
    /// Never ends. One that ended without a fault was stopped by somebody, who will know why.
    pub(super) async fn keep_running(&mut self) {
        loop {
            tokio::time::sleep(LOOKS_EVERY).await;
            let Some(status) = self.server.ended() else {
                continue;
            };
            if status.success() {
                tracing::warn!("PostgreSQL was stopped by somebody else");
                std::future::pending::<()>().await;
            }
            tracing::error!(%status, "PostgreSQL crashed and is started again");
            self.start_again().await;
            tracing::info!("PostgreSQL runs again");
        }
    }

    async fn start_again(&mut self) {
        loop {
            let Self {
                server,
                folder,
                binaries,
                run_as,
            } = self;
            match server.start_again(folder, binaries, run_as).await {
                Ok(()) => return,
                Err(stop) => tracing::warn!(%stop, "PostgreSQL does not start yet"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
