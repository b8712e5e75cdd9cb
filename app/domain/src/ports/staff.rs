//! Who works for the reseller, and the sessions of others.

use async_trait::async_trait;

use crate::{
    proof::FreshProof,
    refusal::Refusal,
    rights::{EndSessionsOfOthers, ManageStaff, May},
    staff::{AccountSessions, NewStaff, StaffRow},
    user::Invited,
    values::{AccountId, Version},
};

/// The staff accounts of one reseller. The reseller's own account and portal users are none of them.
///
/// All methods may return [`Refusal::NotFound`] (no such staff account), [`Refusal::Unavailable`] and
/// [`Refusal::Internal`].
#[async_trait]
pub trait Staff: Send + Sync {
    /// All of them, by user name.
    async fn staff(&self, desk: &May<ManageStaff>) -> Result<Vec<StaffRow>, Refusal>;

    /// Stores a new account under an id that the caller made, and invites it. The same id sent twice
    /// creates one account.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with `UserNameTaken` at the user name.
    async fn create_staff(
        &self,
        desk: &May<ManageStaff>,
        proof: FreshProof,
        id: AccountId,
        new: NewStaff,
    ) -> Result<Invited, Refusal>;

    /// Replaces what is stored, if the account still has the version the edit started from. The same edit
    /// sent again is no conflict. A new right counts from the account's next request on. Links that went
    /// to an address that changes become void; an invitation that was not accepted goes to the new one.
    ///
    /// # Errors
    /// [`Refusal::Changed`], [`Refusal::Invalid`] with `UserNameTaken` at the user name;
    /// [`Refusal::OwnAccount`]: the right would change, and it is one's own.
    async fn update_staff(
        &self,
        desk: &May<ManageStaff>,
        proof: FreshProof,
        id: AccountId,
        version: Version,
        new: NewStaff,
    ) -> Result<(), Refusal>;

    /// Lets the account sign in, or not any more: then its sessions and open links end in the same
    /// transaction. Returns the user name.
    ///
    /// # Errors
    /// [`Refusal::OwnAccount`]
    async fn set_staff_active(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal>;

    /// Makes a new link for the first password; older ones become void. Returns the user name, too.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: the account has a password by now, or is not active.
    async fn invite_staff(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
    ) -> Result<(String, Invited), Refusal>;

    /// Deletes the account with its sessions and links; the log keeps its name. Returns the user name.
    ///
    /// # Errors
    /// [`Refusal::OwnAccount`]
    async fn delete_staff(&self, desk: &May<ManageStaff>, id: AccountId)
    -> Result<String, Refusal>;
}

/// The sessions of staff and portal accounts of one reseller, in the hands of somebody else. The
/// reseller's own account is none of them.
///
/// All methods may return [`Refusal::NotFound`] (no such account), [`Refusal::Unavailable`] and
/// [`Refusal::Internal`].
#[async_trait]
pub trait OthersSessions: Send + Sync {
    /// Where the account is signed in.
    async fn sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        account: AccountId,
    ) -> Result<AccountSessions, Refusal>;

    /// Ends all sessions of the account. Returns the user name.
    ///
    /// # Errors
    /// [`Refusal::OwnAccount`]: one's own end on the page of the own account.
    async fn end_sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        account: AccountId,
    ) -> Result<String, Refusal>;
}
