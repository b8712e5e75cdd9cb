//! Failed sign-ins, kept in the database so that a restart forgives nobody. The numbers are decided
//! in [`crate::throttle_rule`].

use std::{net::IpAddr, time::Duration};

use domain::refusal::Refusal;

use crate::Db;

/// Whether a password may be checked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    Allowed,
    /// Not before this time has passed.
    Wait(Duration),
}

impl Db {
    /// Asks, before the password is checked, whether it may be. An allowed attempt counts as failed
    /// until [`Self::attempt_succeeded`]: many at once cannot slip through.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt(&self, address: IpAddr, user_name: &str) -> Result<Attempt, Refusal> {
        let _ = (address, user_name);
        todo!()
    }

    /// Notes that the password (or the name) was wrong.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_failed(&self, address: IpAddr, user_name: &str) -> Result<(), Refusal> {
        let _ = (address, user_name);
        todo!()
    }

    /// Notes that the password was right: the name's failures are forgiven.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_succeeded(&self, address: IpAddr, user_name: &str) -> Result<(), Refusal> {
        let _ = (address, user_name);
        todo!()
    }
}
