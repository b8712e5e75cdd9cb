//! Fresh proof: what concerns the sign-in itself is changed only by somebody who has just proved to be
//! its owner, and not by whoever found a browser open.

/// For so many minutes a proof (a sign-in, or a confirmation by the password) is fresh.
pub const FRESH_MINUTES: i32 = 10;

/// The account proved within the last [`FRESH_MINUTES`] minutes to be what it is.
///
/// Only a `Principal` gives it ([`crate::principal::Principal::fresh_proof`]); a port that needs it takes
/// it, so that nobody forgets to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreshProof(());

impl FreshProof {
    pub(crate) fn given() -> Self {
        Self(())
    }
}
