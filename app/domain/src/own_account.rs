//! What everybody who signed in may know and change of the own sign-in.

use serde::{Deserialize, Serialize};

use crate::{second_factor::OwnFactor, values::SessionId};

/// An account as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSignIn {
    pub user_name: String,
    pub email: String,
    /// An address that is to replace it, once it is confirmed there.
    pub new_email: Option<NewEmail>,
    /// Asked for after the password; `None`: the password is enough.
    pub second_factor: Option<OwnFactor>,
    /// The latest use first.
    pub sessions: Vec<OwnSession>,
}

/// A new address that nobody has confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEmail {
    pub address: String,
    /// Its mail server did not take the mail with the link.
    pub undeliverable: bool,
}

/// A browser in which the account is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSession {
    pub id: SessionId,
    /// Browser and system ("Firefox · Linux"); empty where it did not say.
    pub browser: String,
    /// How many minutes ago it began: the browser knows no time zone but its own, and the server none.
    pub begun: u32,
    /// How many minutes ago it was last used.
    pub last_seen: u32,
    /// The one that asks.
    pub current: bool,
}
