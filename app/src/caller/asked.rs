//! Whoever asks for something else than a reseller's desk.

use domain::{principal::Principal, refusal::Refusal};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{PageContext, Ports, respond};
use crate::error::ApiError;

/// Somebody with a right, and what the server offers for it.
pub struct Asked<R> {
    pub who: R,
    pub ports: Ports,
    response: ResponseOptions,
}

impl<R> Asked<R> {
    /// Who asks, read before the first `await` of a server function: afterwards the context can be
    /// gone. `right`: what the function needs.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], or what `right` says.
    pub fn current(right: fn(&Principal) -> Result<R, Refusal>) -> Result<Self, ApiError> {
        let response = use_context::<ResponseOptions>().unwrap_or_default();
        let Some(context) = use_context::<PageContext>() else {
            return respond(&response, Err(Refusal::SignedOut));
        };
        let principal = context.principal.as_ref().ok_or(Refusal::SignedOut);
        let who = respond(&response, principal.and_then(right))?;
        Ok(Self {
            who,
            ports: context.ports,
            response,
        })
    }

    /// The answer of a server function, with its status code.
    ///
    /// # Errors
    /// The refusal, if the outcome is one.
    pub fn respond<T>(&self, outcome: Result<T, Refusal>) -> Result<T, ApiError> {
        respond(&self.response, outcome)
    }
}
