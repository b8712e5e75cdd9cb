//! A portal user: an account that may see one or several customers of its reseller.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    user_form::UserForm,
    values::{AccountId, CustomerId, EmailAddress, Line, Version},
};

/// How many hours an invitation's link is valid.
pub const INVITATION_HOURS: u32 = 24;

/// How many minutes the link of a forgotten password is valid.
pub const RESET_MINUTES: u32 = 30;

/// A portal user, checked: what [`UserForm::validate`] returns and the database stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    /// Unique over all resellers, case ignored.
    pub user_name: Line<100>,
    pub first_name: Line<100>,
    pub last_name: Line<100>,
    /// Where the links go.
    pub email: EmailAddress,
}

impl From<&NewUser> for UserForm {
    /// The text of what is stored.
    fn from(new: &NewUser) -> Self {
        Self {
            user_name: new.user_name.as_str().to_owned(),
            first_name: new.first_name.as_str().to_owned(),
            last_name: new.last_name.as_str().to_owned(),
            email: new.email.as_str().to_owned(),
        }
    }
}

/// A portal user of the customer whose page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRow {
    pub id: AccountId,
    /// Counts the edits; an edit names the version it started from.
    pub version: Version,
    /// As the form that edits it holds it.
    pub record: UserForm,
    pub active: bool,
    pub invitation: Invitation,
    /// How many customers the user belongs to, this one included.
    pub customers: u32,
}

impl UserRow {
    /// Whether a link for the first password makes sense.
    pub fn can_be_invited(&self) -> bool {
        self.active && self.invitation != Invitation::Accepted
    }
}

/// What became of the link by which a user sets the first password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invitation {
    /// No link was made, or its mail still waits.
    NotSent,
    /// The mail server took it.
    Sent,
    /// Shown once, to be passed on by hand.
    LinkGiven,
    /// The link is too old.
    Expired,
    /// The mail server refused it, or could not be reached for a day.
    Undeliverable,
    /// The user has a password.
    Accepted,
}

/// What is known of a user's invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvitationFacts {
    pub has_password: bool,
    /// When the last link was made, by a mail or by hand.
    pub invited_at: Option<DateTime<Utc>>,
    /// The last mail that was asked for.
    pub mail: Option<InvitationMail>,
}

/// The last mail with an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationMail {
    Waiting,
    Sent(DateTime<Utc>),
    /// Given up then.
    Failed(DateTime<Utc>),
}

impl Invitation {
    /// The state at a moment. Of a mail and a link that was made by hand the later one counts.
    pub fn at(now: DateTime<Utc>, facts: InvitationFacts) -> Self {
        let InvitationFacts {
            has_password,
            invited_at,
            mail,
        } = facts;
        let by_hand_after = |moment| invited_at.is_some_and(|at| at > moment);
        let is_over = |at: DateTime<Utc>| at + TimeDelta::hours(i64::from(INVITATION_HOURS)) <= now;
        match (mail, invited_at) {
            _ if has_password => Self::Accepted,
            (Some(InvitationMail::Waiting), _) => Self::NotSent,
            (Some(InvitationMail::Failed(at)), _) if !by_hand_after(at) => Self::Undeliverable,
            (_, None) => Self::NotSent,
            (_, Some(at)) if is_over(at) => Self::Expired,
            (Some(InvitationMail::Sent(at)), _) if !by_hand_after(at) => Self::Sent,
            _ => Self::LinkGiven,
        }
    }
}

/// A user who was invited and has no password yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenInvitation {
    /// The customer that the user belongs to; of several the one with the lowest number.
    pub customer: CustomerId,
    pub number: String,
    /// The customer's company, or its name.
    pub name: String,
    pub user_name: String,
    pub email: String,
    /// Never [`Invitation::Accepted`].
    pub state: Invitation,
    /// When the last link was made.
    pub invited_at: Option<DateTime<Utc>>,
}

/// How a user gets the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invited {
    /// A mail is on its way.
    ByMail,
    /// No mail server is configured: this address is shown once, to be passed on.
    ByLink(String),
}

/// What became of a user that was taken from a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedUser {
    pub user_name: String,
    /// Customers that the user still belongs to; 0: the account is gone.
    pub customers_left: u32,
}

/// A user of the reseller that could be linked with a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserChoice {
    pub id: AccountId,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub active: bool,
    /// Numbers of the customers it belongs to, the first few.
    pub customers: Vec<String>,
}
