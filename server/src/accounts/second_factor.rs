//! Second factors: an app that makes codes, and recovery codes. Setting them up, checking, removing.

mod check;
mod enrol;
mod qr;
mod recovery;
mod totp;

pub use check::{TypedCode, check_code};
pub use enrol::{begin_factor, confirm_factor, factor_state, remove_factor, renew_codes};

use domain::refusal::Refusal;
use uuid::Uuid;

/// Logged under the id that the person sees. Never with a secret in it.
fn internal(error: impl std::fmt::Display) -> Refusal {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, %error, "a second factor could not be made");
    Refusal::Internal(incident)
}
