//! Portal users: each method beside its queries, in a file of its own. The port
//! [`domain::ports::Users`] is implemented where links are made, with the methods that are here.

mod change;
mod choices;
mod create;
mod links;
mod one;
mod open;
mod stored_user;

pub(crate) use change::{end_access, follow_to_new_address};
pub(crate) use create::unless_the_same;
pub(crate) use one::invite;
pub(crate) use stored_user::{StoredUser, mail};

use chrono::{DateTime, Utc};
use domain::{
    principal::Desk,
    refusal::Refusal,
    rights::{EditUsers, May},
    user::{NewUser, OpenInvitation, RemovedUser, UserChoice},
    values::{AccountId, CustomerId, Version},
};

use crate::{Db, task::finish};

/// How a user is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// By a mail, whose sender makes the link.
    ByMail,
    /// By a link that is passed on by hand.
    ByLink {
        /// SHA-256 of its secret.
        hash: [u8; 32],
        expires_at: DateTime<Utc>,
    },
}

impl Db {
    /// As [`domain::ports::Users::create_user`].
    ///
    /// # Errors
    /// As there.
    pub async fn create_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        new: NewUser,
        invitation: Invitation,
    ) -> Result<(), Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { create::create(&db, &desk, customer, id, &new, invitation).await })
            .await
    }

    /// As [`domain::ports::Users::update_user`]; `mails`: a mail server is configured.
    ///
    /// # Errors
    /// As there.
    pub async fn update_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        version: Version,
        new: NewUser,
        mails: bool,
    ) -> Result<(), Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move {
            let edit = change::Edit {
                version,
                new: &new,
                mails,
            };
            change::update(&db, &desk, customer, id, edit).await
        })
        .await
    }

    /// As [`domain::ports::Users::set_user_active`].
    ///
    /// # Errors
    /// As there.
    pub async fn set_user_active(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::set_active(&db, &desk, customer, id, active).await }).await
    }

    /// As [`domain::ports::Users::invite_user`]. Returns the user name.
    ///
    /// # Errors
    /// As there.
    pub async fn invite_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        invitation: Invitation,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::invite(&db, &desk, customer, id, invitation).await }).await
    }

    /// As [`domain::ports::Users::link_user`].
    ///
    /// # Errors
    /// As there.
    pub async fn link_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { links::link(&db, &desk, customer, id).await }).await
    }

    /// As [`domain::ports::Users::remove_user`].
    ///
    /// # Errors
    /// As there.
    pub async fn remove_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<RemovedUser, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { links::remove(&db, &desk, customer, id).await }).await
    }

    /// As [`domain::ports::Users::open_invitations`].
    ///
    /// # Errors
    /// As there.
    pub async fn open_invitations(
        &self,
        desk: &Desk,
        most: u32,
    ) -> Result<Vec<OpenInvitation>, Refusal> {
        Ok(open::open(self, desk, most).await?)
    }

    /// As [`domain::ports::Users::user_choices`].
    ///
    /// # Errors
    /// As there.
    pub async fn user_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<UserChoice>, Refusal> {
        let found = self.read(desk, |db| async move {
            choices::choices(&db, desk, customer, search, most).await
        });
        Ok(found.await?)
    }
}
