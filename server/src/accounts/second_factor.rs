//! Second factors: an app that makes codes, and recovery codes. Setting them up, checking, removing.

mod check;
mod enrol;
mod qr;
mod recovery;
mod removal;
mod totp;

pub use check::{TypedCode, check_code};
pub use enrol::{begin_factor, confirm_factor, factor_state, own_passkeys, renew_codes};
pub use removal::remove_factor;

use domain::refusal::Refusal;
use uuid::Uuid;

/// Codes on paper for a first factor.
///
/// # Errors
/// [`Refusal::Internal`]: the system has no random source.
pub(super) fn new_recovery_codes() -> Result<recovery::NewCodes, Refusal> {
    recovery::new_codes().map_err(internal)
}

/// Logged under the id that the person sees. Never with a secret in it.
fn internal(error: impl std::fmt::Display) -> Refusal {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, %error, "a second factor could not be made");
    Refusal::Internal(incident)
}
