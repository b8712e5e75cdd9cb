//! Why a server function did not do what it was asked for, and the sentence that says so.

use domain::refusal::Refusal;
use leptos::server_fn::{
    codec::PostcardEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

use crate::locale::Texts;

/// What a server function answers instead of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError {
    /// The server said no, and why.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The server was not reached, or its answer was lost.
    #[error("unreachable")]
    Unreachable,
    /// Server and browser do not understand each other: the program was renewed meanwhile.
    #[error("outdated")]
    Outdated,
}

impl FromServerFnError for ApiError {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            // A proxy's or our own plain-text 503 is no answer of a server function either.
            ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_) => Self::Refused(Refusal::Unavailable),
            _ => Self::Outdated,
        }
    }
}

impl ApiError {
    /// One sentence for the person, with the way on.
    pub fn sentence(&self, texts: &Texts, provider: &str) -> String {
        let problem = &texts.problem;
        match self {
            Self::Unreachable => problem.unreachable.to_owned(),
            Self::Outdated => problem.outdated.to_owned(),
            Self::Refused(refusal) => match refusal {
                Refusal::SignedOut => problem.signed_out.to_owned(),
                Refusal::Forbidden => problem.forbidden.to_owned(),
                Refusal::OwnAccount => problem.own_account.to_owned(),
                Refusal::ProofNeeded => problem.proof_needed.to_owned(),
                Refusal::FactorNeeded => problem.factor_needed.to_owned(),
                Refusal::NotFound => problem.not_found.to_owned(),
                Refusal::Invalid(_) => texts.form().faulty.to_owned(),
                Refusal::Conflict(_) => texts.form().conflict.to_owned(),
                Refusal::Changed => problem.changed.to_owned(),
                Refusal::Blocked(blocks) => (texts.deletion().blocked_by)(*blocks, provider),
                Refusal::Unavailable => problem.unavailable.to_owned(),
                Refusal::Internal(incident) => (problem.internal)(&incident.to_string()),
            },
        }
    }
}
