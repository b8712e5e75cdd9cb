//! The ports [`Users`] and [`domain::ports::Staff`]: the database's methods, with the links that are
//! made where no mail server is.

mod staff;

use async_trait::async_trait;
use chrono::{TimeDelta, Utc};
use db::{Db, Invitation};
use domain::{
    ports::Users,
    principal::Desk,
    refusal::Refusal,
    rights::{EditUsers, May},
    user::{INVITATION_HOURS, Invited, NewUser, OpenInvitation, RemovedUser, UserChoice},
    values::{AccountId, CustomerId, Version},
};
use uuid::Uuid;

use crate::secret;

/// The accounts that resellers make, each under its desk: portal users and staff.
#[derive(Debug, Clone)]
pub struct InvitedAccounts {
    db: Db,
    /// A mail server is configured.
    mails: bool,
    /// The address in the browser, as links begin.
    origin: String,
}

impl InvitedAccounts {
    pub fn new(db: Db, mails: bool, origin: String) -> Self {
        Self { db, mails, origin }
    }

    /// How somebody is invited now, and what the reseller is told of it.
    fn invitation(&self) -> Result<(Invitation, Invited), Refusal> {
        if self.mails {
            return Ok((Invitation::ByMail, Invited::ByMail));
        }
        let token = secret::new_token().map_err(|error| {
            let incident = Uuid::now_v7();
            tracing::error!(%incident, %error, "the system has no random source");
            Refusal::Internal(incident)
        })?;
        let by_link = Invitation::ByLink {
            hash: secret::hash(token.as_bytes()),
            expires_at: Utc::now() + TimeDelta::hours(i64::from(INVITATION_HOURS)),
        };
        let address = format!("{}/passwort/{token}", self.origin);
        Ok((by_link, Invited::ByLink(address)))
    }
}

#[async_trait]
impl Users for InvitedAccounts {
    async fn create_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        new: NewUser,
    ) -> Result<Invited, Refusal> {
        let (invitation, invited) = self.invitation()?;
        self.db
            .create_user(desk, customer, id, new, invitation)
            .await?;
        Ok(invited)
    }

    async fn update_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        version: Version,
        new: NewUser,
    ) -> Result<(), Refusal> {
        self.db
            .update_user(desk, customer, id, version, new, self.mails)
            .await
    }

    async fn set_user_active(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal> {
        self.db.set_user_active(desk, customer, id, active).await
    }

    async fn invite_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<(String, Invited), Refusal> {
        let (invitation, invited) = self.invitation()?;
        let user_name = self.db.invite_user(desk, customer, id, invitation).await?;
        Ok((user_name, invited))
    }

    async fn link_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<String, Refusal> {
        self.db.link_user(desk, customer, id).await
    }

    async fn remove_user(
        &self,
        desk: &May<EditUsers>,
        customer: CustomerId,
        id: AccountId,
    ) -> Result<RemovedUser, Refusal> {
        self.db.remove_user(desk, customer, id).await
    }

    async fn open_invitations(
        &self,
        desk: &Desk,
        most: u32,
    ) -> Result<Vec<OpenInvitation>, Refusal> {
        self.db.open_invitations(desk, most).await
    }

    async fn user_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<UserChoice>, Refusal> {
        self.db.user_choices(desk, customer, search, most).await
    }
}
