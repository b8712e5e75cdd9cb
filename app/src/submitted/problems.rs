//! Why a form about a sign-in was declined.

use std::time::Duration;

use domain::{password::PasswordError, refusal::Refusal, values::ValueError};
use serde::{Deserialize, Serialize};

use super::{CodeProblem, factor::whole_seconds};

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
    /// The passkey is nobody's, or its answer is wrong; which is never said.
    PasskeyWrong,
    /// The passkey's answer came too late, or was sent already.
    PasskeyLate,
    /// Too many failed attempts; again after so many seconds.
    Throttled { seconds: u64 },
    /// The database is away or too many passwords are being checked.
    Unavailable,
}

impl SignInProblem {
    /// After this time.
    pub fn throttled(wait: Duration) -> Self {
        Self::Throttled {
            seconds: whole_seconds(wait),
        }
    }
}

impl From<Refusal> for SignInProblem {
    fn from(_: Refusal) -> Self {
        Self::Unavailable
    }
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
    /// The reseller requires a second factor first.
    FactorNeeded,
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
    /// That is not a passkey of the account, or not its answer.
    PasskeyWrong,
    /// The passkey's answer came too late, or was sent already.
    PasskeyLate,
    /// Too many failed attempts; again after so many seconds.
    Throttled {
        seconds: u64,
    },
    /// Nobody is signed in any more.
    SignedOut,
    Unavailable,
}

/// Why something was not stored that may need a fresh proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProvenProblem {
    Refused(Refusal),
    /// It is changed only by somebody who has just proved who they are.
    Proof(ProofProblem),
}

impl ProvenProblem {
    /// What was refused, and what is missing of a proof.
    pub fn parts(self) -> (Option<Refusal>, Option<ProofProblem>) {
        match self {
            Self::Refused(refusal) => (Some(refusal), None),
            Self::Proof(problem) => (None, Some(problem)),
        }
    }
}

impl From<Refusal> for ProvenProblem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ProofProblem> for ProvenProblem {
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

impl From<CodeProblem> for ProofProblem {
    fn from(problem: CodeProblem) -> Self {
        match problem {
            CodeProblem::Wrong | CodeProblem::PasskeyWrong => Self::PasskeyWrong,
            CodeProblem::PasskeyLate => Self::PasskeyLate,
            CodeProblem::Throttled { seconds } => Self::Throttled { seconds },
            CodeProblem::Unavailable => Self::Unavailable,
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
            | OwnPasswordProblem::FactorNeeded
            | OwnPasswordProblem::Unavailable => Self::Unavailable,
        }
    }
}
