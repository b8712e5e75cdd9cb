//! Why a form about a sign-in was declined.

use domain::{password::PasswordError, refusal::Refusal, values::ValueError};
use serde::{Deserialize, Serialize};

/// What a link to a new address leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConfirmEmail {
    Open {
        user_name: String,
        email: String,
    },
    /// It was used or is too old.
    Gone,
    Unavailable,
}

/// Why nobody was signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInProblem {
    /// User name or password is wrong; which one is never said.
    Wrong,
    /// Too many failed attempts; again after so many seconds.
    Throttled { seconds: u64 },
    /// The database is away or too many passwords are being checked.
    Unavailable,
}

/// Why the new password was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewPasswordProblem {
    Rejected(PasswordError),
    /// Both fields must hold the same password.
    Differ,
    /// The link was used or is too old.
    LinkGone,
    Unavailable,
}

/// Why the own password was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnPasswordProblem {
    /// The old one is wrong.
    OldWrong,
    /// Too many failed attempts; again after so many seconds.
    Throttled {
        seconds: u64,
    },
    Rejected(PasswordError),
    /// Both fields must hold the same password.
    Differ,
    /// Nobody is signed in any more.
    SignedOut,
    Unavailable,
}

/// Why no link was sent to a new address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnEmailProblem {
    Address(ValueError),
    /// It is the account's already.
    Same,
    /// Several links were asked for lately.
    TooMany,
    /// No mail server is configured.
    NoMails,
    /// What is wrong with the password, or with the session.
    Password(OwnPasswordProblem),
}

/// Why nobody proved to be the account that is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProofProblem {
    /// The last proof is too old: the password is asked for.
    Needed,
    /// That is not the password.
    Wrong,
    /// Too many failed attempts; again after so many seconds.
    Throttled {
        seconds: u64,
    },
    /// Nobody is signed in any more.
    SignedOut,
    Unavailable,
}

/// Why a staff account was not stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StaffProblem {
    Refused(Refusal),
    /// Rights are given only by somebody who has just proved who they are.
    Proof(ProofProblem),
}

impl StaffProblem {
    /// What was refused, and what is missing of a proof.
    pub fn parts(self) -> (Option<Refusal>, Option<ProofProblem>) {
        match self {
            Self::Refused(refusal) => (Some(refusal), None),
            Self::Proof(problem) => (None, Some(problem)),
        }
    }
}

impl From<Refusal> for StaffProblem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ProofProblem> for StaffProblem {
    fn from(problem: ProofProblem) -> Self {
        Self::Proof(problem)
    }
}

impl From<Refusal> for ProofProblem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::SignedOut => Self::SignedOut,
            Refusal::ProofNeeded => Self::Needed,
            _ => Self::Unavailable,
        }
    }
}

impl From<OwnPasswordProblem> for ProofProblem {
    fn from(problem: OwnPasswordProblem) -> Self {
        match problem {
            OwnPasswordProblem::OldWrong => Self::Wrong,
            OwnPasswordProblem::Throttled { seconds } => Self::Throttled { seconds },
            OwnPasswordProblem::SignedOut => Self::SignedOut,
            OwnPasswordProblem::Rejected(_)
            | OwnPasswordProblem::Differ
            | OwnPasswordProblem::Unavailable => Self::Unavailable,
        }
    }
}
