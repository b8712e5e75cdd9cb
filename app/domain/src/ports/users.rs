//! Portal users.

use async_trait::async_trait;

use crate::{
    principal::Desk,
    refusal::Refusal,
    rights::{EditUsers, May},
    user::{Invited, NewUser, OpenInvitation, RemovedUser, UserChoice},
    values::{AccountId, CustomerId, Version},
};

/// The portal users of one reseller's customers. Every change names the customer on whose page it is
/// made: a user that does not belong to that customer is not found there. Accounts of those who work
/// for the reseller are no portal users.
///
/// All methods may return [`Refusal::NotFound`] (no such customer, or the user is not its),
/// [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait Users: Send + Sync {
    /// Stores a new user of the customer under an id that the caller made, and invites it. The same id
    /// sent twice creates one user.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with `UserNameTaken` at the user name.
    async fn create_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        new: NewUser,
    ) -> Result<Invited, Refusal>;

    /// Replaces what is stored, if the user still has the version the edit started from. The same edit
    /// sent again is no conflict. Links that went to an address that changes become void; an invitation
    /// that was not accepted goes to the new one.
    ///
    /// # Errors
    /// [`Refusal::Changed`], [`Refusal::Invalid`] with `UserNameTaken` at the user name.
    async fn update_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        version: Version,
        new: NewUser,
    ) -> Result<(), Refusal>;

    /// Lets the user sign in, or not any more: then its sessions and open links end in the same
    /// transaction. Returns the user name.
    async fn set_user_active(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal>;

    /// Makes a new link for the first password; older ones become void. Returns the user name, too.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: the user has a password by now, or is not active.
    async fn invite_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<(String, Invited), Refusal>;

    /// Lets an existing user see this customer, too. Returns the user name.
    async fn link_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<String, Refusal>;

    /// Takes the user from the customer. A user that belongs to no other customer is deleted, with its
    /// sessions and links.
    async fn remove_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<RemovedUser, Refusal>;

    /// Active users who have no password yet, those who have waited longest first; at most so many.
    async fn open_invitations(
        &self,
        desk: &Desk,
        most: u32,
    ) -> Result<Vec<OpenInvitation>, Refusal>;

    /// Users of the reseller who do not belong to this customer and whose name, user name or e-mail
    /// holds the text; at most so many.
    async fn user_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<UserChoice>, Refusal>;
}
