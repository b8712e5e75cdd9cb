//! The only place that reads the context of a request and sets status codes.

use std::sync::Arc;

use domain::{
    ports::{Customers, PhoneNumbers},
    principal::Principal,
};

use crate::submitted::Submitted;

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
}

/// The server's side of the application.
#[derive(Clone)]
pub struct Ports {
    pub customers: Arc<dyn Customers>,
    pub phones: Arc<dyn PhoneNumbers>,
}

/// What the operator configured and pages show.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The provider's name ("FISINGER.de").
    pub provider_name: String,
    /// The data is the demo's: every page says so.
    pub demo: bool,
}
