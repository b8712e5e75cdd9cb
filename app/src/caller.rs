//! The only place that reads the context of a request and sets status codes.

mod asked;

pub use asked::Asked;

use std::sync::Arc;

use axum::http::StatusCode;
use domain::{
    ports::{
        AuditLog, Customers, DomainNames, Domains, Lists, OthersSessions, Overviews, OwnAccounts,
        OwnReseller, PhoneNumbers, Portal, Products, Proposals, Search, Staff, Users,
    },
    principal::{Desk, Principal},
    proof::FreshProof,
    refusal::Refusal,
    rights::{Deed, May},
    support::Support,
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{error::ApiError, frame::FrameState, locale::Language, submitted::Submitted};

/// What the server provides for every request, by `provide_context`, before anything is rendered or
/// a server function runs.
#[derive(Clone)]
pub struct PageContext {
    pub ports: Ports,
    pub settings: Arc<Settings>,
    /// Who is signed in, if anybody.
    pub principal: Option<Principal>,
    /// The value of the cookie `sprache` (`de`, `en`), if it was sent.
    pub language: Option<String>,
    /// The value of the cookie `darstellung` (`hell`, `dunkel`), if it was sent.
    pub theme: Option<String>,
    /// The form that this page answers, if it answers one.
    pub submitted: Option<Submitted>,
    /// Whoever is signed in can prove it by a passkey too.
    pub has_passkey: bool,
}

/// The server's side of the application.
#[derive(Clone)]
pub struct Ports {
    pub lists: Arc<dyn Lists>,
    pub customers: Arc<dyn Customers>,
    pub phones: Arc<dyn PhoneNumbers>,
    pub domains: Arc<dyn Domains>,
    pub domain_names: Arc<dyn DomainNames>,
    pub products: Arc<dyn Products>,
    pub audit_log: Arc<dyn AuditLog>,
    pub overviews: Arc<dyn Overviews>,
    pub own_reseller: Arc<dyn OwnReseller>,
    pub search: Arc<dyn Search>,
    pub users: Arc<dyn Users>,
    pub staff: Arc<dyn Staff>,
    pub others_sessions: Arc<dyn OthersSessions>,
    pub portal: Arc<dyn Portal>,
    pub proposals: Arc<dyn Proposals>,
    pub own_accounts: Arc<dyn OwnAccounts>,
}

/// What the operator configured and pages show.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The provider's name ("FISINGER.de").
    pub provider_name: String,
    /// Whom resellers ask for help.
    pub support: Support,
    /// A mail server is configured; otherwise links are shown, to be passed on by hand.
    pub mails: bool,
    /// The data is the demo's: every page says so.
    pub demo: bool,
}

/// Somebody who sits at a reseller's desk, and what the server offers for it.
pub struct Caller {
    pub who: Desk,
    /// That it proved lately who it is; `None` where the last proof is too old.
    pub proof: Option<FreshProof>,
    pub customers: Arc<dyn Customers>,
    pub phones: Arc<dyn PhoneNumbers>,
    /// Everything else that the server offers.
    pub ports: Ports,
    response: ResponseOptions,
}

impl Caller {
    /// Who asks, read before the first `await` of a server function: afterwards the context can be
    /// gone.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`], [`Refusal::Forbidden`]
    pub fn current() -> Result<Self, ApiError> {
        let response = use_context::<ResponseOptions>().unwrap_or_default();
        let Some(context) = use_context::<PageContext>() else {
            return respond(&response, Err(Refusal::SignedOut));
        };
        let desk = context
            .principal
            .as_ref()
            .ok_or(Refusal::SignedOut)
            .and_then(Principal::desk);
        let proof = context.principal.as_ref().map(Principal::fresh_proof);
        let who = respond(&response, desk)?;
        Ok(Self {
            who,
            proof: proof.and_then(Result::ok),
            customers: context.ports.customers.clone(),
            phones: context.ports.phones.clone(),
            ports: context.ports,
            response,
        })
    }

    /// The right to change something; what it is follows from the port that takes the answer.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]
    pub fn may<D: Deed>(&self) -> Result<May<D>, ApiError> {
        self.respond(self.who.may())
    }

    /// The answer of a server function, with its status code.
    ///
    /// # Errors
    /// The refusal, if the outcome is one.
    pub fn respond<T>(&self, outcome: Result<T, Refusal>) -> Result<T, ApiError> {
        respond(&self.response, outcome)
    }
}

fn respond<T>(response: &ResponseOptions, outcome: Result<T, Refusal>) -> Result<T, ApiError> {
    outcome.map_err(|refusal| {
        response.set_status(status(&refusal));
        refusal.into()
    })
}

/// The HTTP status of a refusal. What the user did is 4xx: a session is not saved on 5xx.
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::SignedOut => StatusCode::UNAUTHORIZED,
        Refusal::Forbidden | Refusal::OwnAccount | Refusal::ProofNeeded | Refusal::FactorNeeded => {
            StatusCode::FORBIDDEN
        }
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Conflict(_) | Refusal::Changed | Refusal::Blocked(_) => StatusCode::CONFLICT,
        Refusal::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// What the frame shows in this request; the default outside one.
pub(crate) fn frame_state() -> FrameState {
    use_context::<PageContext>().map_or_else(FrameState::default, |context| FrameState {
        signed_in: context.principal.as_ref().map(|who| who.shown().clone()),
        contact: context
            .principal
            .as_ref()
            .filter(|who| who.portal().is_ok())
            .and_then(|who| who.contact().cloned()),
        provider_name: context.settings.provider_name.clone(),
        support: context.settings.support.clone(),
        mails: context.settings.mails,
        demo: context.settings.demo,
        has_passkey: context.has_passkey,
        language: Language::from_code(context.language.as_deref()),
        theme: context
            .theme
            .as_deref()
            .and_then(crate::frame::Theme::from_cookie),
    })
}

/// The form that this page answers.
pub(crate) fn submitted() -> Option<Submitted> {
    use_context::<PageContext>()?.submitted
}

/// The page that is rendered is about an error.
pub(crate) fn set_page_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}
