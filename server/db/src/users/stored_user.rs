//! A user as its customer's page shows it: the row of its account with what became of its invitation.

use chrono::{DateTime, Utc};
use domain::{
    user::{Invitation, InvitationFacts, InvitationMail, UserRow},
    user_form::UserForm,
    values::{AccountId, Version},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::customers::count;

/// The columns as they are stored.
#[derive(Debug, Deserialize)]
pub(crate) struct StoredUser {
    id: Uuid,
    version: i32,
    user_name: String,
    first_name: String,
    last_name: String,
    email: String,
    active: bool,
    has_password: bool,
    invited_at: Option<DateTime<Utc>>,
    /// Of the newest invitation.
    mail_state: Option<String>,
    mail_done_at: Option<DateTime<Utc>>,
    /// How many customers it may see.
    customers: i32,
}

impl StoredUser {
    pub(crate) fn row(self, now: DateTime<Utc>) -> UserRow {
        UserRow {
            id: AccountId::from_uuid(self.id),
            version: Version(self.version),
            record: UserForm {
                user_name: self.user_name,
                first_name: self.first_name,
                last_name: self.last_name,
                email: self.email,
            },
            active: self.active,
            invitation: Invitation::at(
                now,
                InvitationFacts {
                    has_password: self.has_password,
                    invited_at: self.invited_at,
                    mail: mail(self.mail_state.as_deref(), self.mail_done_at),
                },
            ),
            customers: count(self.customers),
        }
    }
}

/// What became of the last mail, by its row.
pub(crate) fn mail(state: Option<&str>, done_at: Option<DateTime<Utc>>) -> Option<InvitationMail> {
    match (state?, done_at) {
        ("sent", Some(at)) => Some(InvitationMail::Sent(at)),
        ("failed", Some(at)) => Some(InvitationMail::Failed(at)),
        _ => Some(InvitationMail::Waiting),
    }
}
