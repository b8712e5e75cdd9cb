//! The own second factor: how it stands, and why a form about it was declined.

use std::time::Duration;

use domain::{refusal::Refusal, second_factor::OwnPasskey, values::PasskeyId};
use serde::{Deserialize, Serialize};

use super::ProofProblem;

/// What the page about the second factor shows. The server puts it into the page and nothing else gives it
/// away: it can hold a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorPage {
    pub state: FactorState,
    /// The account's passkeys; `None` where this address can have none.
    pub passkeys: Option<Vec<OwnPasskey>>,
    /// Which form was declined, and with what.
    pub declined: Option<(FactorForm, FactorProblem)>,
    /// The code or the name that was typed into it.
    pub typed: String,
}

/// A form of the page about the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactorForm {
    /// Setting an app up.
    App,
    /// Removing it.
    RemoveApp,
    Codes,
    /// A new passkey.
    AddPasskey,
    RemovePasskey(PasskeyId),
}

impl FactorPage {
    /// What this form was declined with.
    pub fn problem(&self, form: FactorForm) -> Option<FactorProblem> {
        let (declined, problem) = self.declined?;
        (declined == form).then_some(problem)
    }
}

/// By what somebody whose password was right can go on; recovery codes besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorWays {
    pub app: bool,
    pub passkey: bool,
}

/// How the own second factor stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactorState {
    /// The password is enough.
    Off {
        /// Nothing else can be done before there is a factor.
        required: bool,
    },
    /// The first code of an app is waited for.
    Enrolling {
        /// `None` where the last proof is too old to show the secret.
        app: Option<NewApp>,
    },
    On {
        /// One factor is an app.
        app: bool,
        /// Recovery codes that were not used yet.
        codes_left: u32,
        /// The last factor cannot be removed.
        required: bool,
    },
    /// New recovery codes, to be seen this once.
    Codes(Vec<String>),
}

/// What an app needs to make codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewApp {
    /// To be typed, in groups of four.
    pub key: String,
    /// `otpauth://…`, for an app on the same device.
    pub address: String,
    /// The same for a camera; `None` where it is too long.
    pub qr: Option<Qr>,
}

/// A QR code as the path of an SVG image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qr {
    /// Width and height in modules, with the light border.
    pub size: u32,
    /// The dark modules.
    pub path: String,
}

/// Why a form about the second factor was declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactorProblem {
    /// The form needs a fresh proof.
    Proof(ProofProblem),
    /// The first code of the app.
    Code(CodeProblem),
    Removal(RemovalProblem),
    Passkey(PasskeyProblem),
}

/// Why a passkey was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasskeyProblem {
    /// It needs a name of 1 to 50 characters.
    Name,
    /// The browser is to be asked for it once more: it sent none, or the proof had to come first.
    Again,
    /// The answer came too late, or was sent already.
    Late,
    Wrong,
    /// It is an account's already.
    Known,
    /// There are as many as an account may have.
    Full,
}

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeProblem {
    /// Wrong, too old, or used already.
    Wrong,
    /// That is not a passkey of the account, or not its answer.
    PasskeyWrong,
    /// The passkey's answer came too late, or was sent already.
    PasskeyLate,
    /// Too many failed attempts; again after so many seconds.
    Throttled {
        seconds: u64,
    },
    Unavailable,
}

/// Why the second factor was not removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RemovalProblem {
    Password(ProofProblem),
    /// The password cannot stand alone.
    TooShort,
    /// The reseller requires the factor.
    Required,
    /// Another window was faster: the page shows what is there now.
    Changed,
}

impl CodeProblem {
    /// After this time.
    pub fn throttled(wait: Duration) -> Self {
        Self::Throttled {
            seconds: whole_seconds(wait),
        }
    }
}

/// At least one.
pub(super) fn whole_seconds(wait: Duration) -> u64 {
    let seconds = wait.as_millis().div_ceil(1_000).max(1);
    u64::try_from(seconds).unwrap_or(u64::MAX)
}

impl From<Refusal> for CodeProblem {
    fn from(_: Refusal) -> Self {
        Self::Unavailable
    }
}

impl From<ProofProblem> for FactorProblem {
    fn from(problem: ProofProblem) -> Self {
        Self::Proof(problem)
    }
}

impl From<PasskeyProblem> for FactorProblem {
    fn from(problem: PasskeyProblem) -> Self {
        Self::Passkey(problem)
    }
}

impl From<Refusal> for FactorProblem {
    fn from(refusal: Refusal) -> Self {
        Self::Proof(refusal.into())
    }
}
