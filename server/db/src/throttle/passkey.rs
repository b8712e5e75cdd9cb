//! Questions for a passkey alone: anybody may ask one, and each begins a session.

use std::net::IpAddr;

use domain::refusal::Refusal;
use uuid::Uuid;

use super::Attempt;
use crate::{Db, error::Failure, throttle_rule::address_key};

const TASK: &str = "passkey";

impl Db {
    /// Asks whether this address may be asked for a passkey now. It counts until
    /// [`Self::passkey_signed_in`].
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_passkey(&self, address: IpAddr) -> Result<Attempt, Refusal> {
        // Nobody is named yet: only the address counts.
        let nobody = Uuid::now_v7().to_string();
        self.attempt_request(TASK, address, &nobody).await
    }

    /// Forgives the address: people share one, and sign in from it at the same time.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn passkey_signed_in(&self, address: IpAddr) -> Result<(), Refusal> {
        sqlx::query!(
            "delete from login_attempt where address = $1",
            format!("{TASK} {}", address_key(address))
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }
}
