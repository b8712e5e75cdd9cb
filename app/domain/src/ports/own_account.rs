//! The own sign-in.

use async_trait::async_trait;

use crate::{own_account::OwnSignIn, principal::OwnAccount, refusal::Refusal, values::SessionId};

/// What an account does for its own security, whatever its role.
///
/// All methods may return [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait OwnAccounts: Send + Sync {
    /// The account and where it is signed in.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`]: it is gone, or not active any more.
    async fn own_sign_in(&self, own: &OwnAccount) -> Result<OwnSignIn, Refusal>;

    /// Ends one of its sessions. One that has ended already is no error.
    async fn end_session(&self, own: &OwnAccount, session: SessionId) -> Result<(), Refusal>;

    /// Ends all of its sessions but the one that asks.
    async fn end_other_sessions(&self, own: &OwnAccount) -> Result<(), Refusal>;
}
