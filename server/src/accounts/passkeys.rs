//! Passkeys (WebAuthn): what they are bound to, what they are asked, and whether an answer is right.
//!
//! What is asked is kept with the session ([`db::PasskeyPurpose`]), never given to the browser to keep.

mod answer;
mod ask;
mod register;

pub use answer::{check_passkey, sign_in_with_passkey};
pub use ask::{ask_for_new, ask_for_own, ask_for_sign_in};
pub use register::add_passkey;

use std::sync::Arc;

use domain::refusal::Refusal;
use url::Url;
use uuid::Uuid;
use webauthn_rs::{Webauthn, WebauthnBuilder, prelude::WebauthnError};

use crate::config::PublicUrl;

/// The address that passkeys are bound to.
#[derive(Debug, Clone)]
pub struct Passkeys(Option<Arc<Webauthn>>);

impl Passkeys {
    /// Bound to the host of the public address, and used from exactly that address. An address without a
    /// name (`http://127.0.0.1`) can have none.
    pub fn new(public_url: &PublicUrl, provider_name: &str) -> Self {
        let site = bound_to(public_url, &format!("MKM {provider_name}"));
        if site.is_none() {
            tracing::info!("the public address has no name, so there are no passkeys");
        }
        Self(site.map(Arc::new))
    }

    /// Whether there can be any.
    pub fn are_possible(&self) -> bool {
        self.0.is_some()
    }

    /// # Errors
    /// [`Refusal::NotFound`]: there can be none.
    fn site(&self) -> Result<&Webauthn, Refusal> {
        self.0.as_deref().ok_or(Refusal::NotFound)
    }
}

fn bound_to(public_url: &PublicUrl, name: &str) -> Option<Webauthn> {
    let origin = Url::parse(public_url.origin()).ok()?;
    let host = origin.domain()?;
    let site = WebauthnBuilder::new(host, &origin).ok()?.rp_name(name);
    site.build().ok()
}

/// Logged under the id that the person sees.
fn internal(error: impl std::fmt::Display) -> Refusal {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, %error, "a passkey could not be asked for");
    Refusal::Internal(incident)
}

/// An answer that was not taken; what was wrong with it is for the log alone.
fn declined(error: &WebauthnError) {
    tracing::info!(%error, "a passkey was declined");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn an_address_with_a_name_can_have_passkeys() {
        for (address, possible) in [
            ("https://mkm.example.org", true),
            ("https://mkm.example.org:8443", true),
            ("http://localhost:3000", true),
            ("http://127.0.0.1:3000", false),
            ("http://[::1]:3000", false),
        ] {
            let passkeys = Passkeys::new(&PublicUrl::parse(address).unwrap(), "P");
            assert_eq!(passkeys.are_possible(), possible, "{address}");
        }
    }
}
