//! What stands around every page: menu, top bar, messages.

mod layout;
mod menu;
mod notices;
mod portal;
#[cfg(feature = "ssr")]
mod said;
mod theme;
mod top_bar;

pub use layout::Frame;
pub use notices::Notices;
pub use theme::Theme;
pub(crate) use top_bar::Preferences;

use domain::{
    portal::{AddressForm, Contact},
    principal::SignedIn,
    rights::Action,
    support::Support,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{locale::Language, wire::OfPage};

/// What the server knows of a request that the frame shows. It is rendered into the page, so the
/// browser asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameState {
    pub signed_in: Option<SignedIn>,
    /// How to reach the reseller, in its portal.
    pub contact: Option<Contact>,
    /// The provider's name ("FISINGER.de").
    pub provider_name: String,
    /// Whom resellers ask for help.
    pub support: Support,
    /// A mail server is configured; otherwise links are shown, to be passed on by hand.
    pub mails: bool,
    pub demo: bool,
    /// Whoever is signed in can prove it by a passkey too, where the page asks for a proof.
    pub has_passkey: bool,
    pub language: Language,
    /// Chosen by the person; without a choice the system decides.
    pub theme: Option<Theme>,
}

impl FrameState {
    /// Takes it from the request (server) or from the page (browser) and provides it and the
    /// language as context.
    pub(crate) fn provide() -> Self {
        #[cfg(feature = "ssr")]
        let of_request = crate::caller::frame_state;
        #[cfg(not(feature = "ssr"))]
        let of_request = Self::default;
        let state: Self = OfPage::new_with_encoding(of_request).into_inner();
        provide_context(state.language);
        provide_context(state.address_form());
        provide_context(state.clone());
        state
    }

    /// Somebody from outside looks at what is the own.
    pub(crate) fn is_portal(&self) -> bool {
        self.may(Action::UsePortal)
    }

    /// Whether whoever is signed in may do that. What one may not do is not offered.
    pub(crate) fn may(&self, action: Action) -> bool {
        let who = self.signed_in.as_ref();
        who.is_some_and(|who| who.role.may(action))
    }

    fn address_form(&self) -> AddressForm {
        let contact = self.contact.as_ref();
        contact.map_or_else(AddressForm::default, |contact| contact.address_form)
    }

    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }
}

/// Whether whoever is signed in may do that.
pub(crate) fn may(action: Action) -> bool {
    FrameState::current().may(action)
}

/// The provider's name, for texts that contain it.
pub(crate) fn provider_name() -> String {
    FrameState::current().provider_name
}
