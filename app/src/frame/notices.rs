//! What came of the last action, said once, in one place.

use leptos::prelude::*;

use crate::{address::parameter, locale::texts};

/// The sentence in the status region.
#[derive(Clone, Copy)]
pub struct Notices {
    sentence: RwSignal<String>,
    /// The next page shows the sentence too: it was said by an action that leads there.
    keep: StoredValue<bool>,
}

impl Default for Notices {
    fn default() -> Self {
        Self {
            sentence: RwSignal::default(),
            keep: StoredValue::new(false),
        }
    }
}

impl Notices {
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Says it on this page.
    pub fn say(self, sentence: String) {
        self.keep.set_value(false);
        self.sentence.set(sentence);
    }

    /// Says it on the page that the action leads to.
    pub fn say_on_next_page(self, sentence: String) {
        self.keep.set_value(true);
        self.sentence.set(sentence);
    }

    /// Another page was opened.
    pub(super) fn page_changed(self) {
        if self.keep.get_value() {
            self.keep.set_value(false);
        } else {
            self.sentence.set(String::new());
        }
    }
}

/// The `role="status"` region. After a form that the browser sent itself, the address says what
/// happened.
#[component]
pub(super) fn StatusRegion() -> impl IntoView {
    let notices = Notices::current();
    let said_by_address = sentence_of_address();
    notices.sentence.set(said_by_address);
    view! {
        <div role="status" class="status" aria-label=texts().frame.status>
            {move || {
                let sentence = notices.sentence.get();
                (!sentence.is_empty()).then(|| view! { <p>{sentence}</p> })
            }}
        </div>
    }
}

fn sentence_of_address() -> String {
    let texts = texts();
    if let Some(number) = parameter("angelegt") {
        (texts.list.created)(&number)
    } else if let Some(number) = parameter("geloescht") {
        (texts.list.deleted)(&number, 0)
    } else if let Some(number) = parameter("gespeichert") {
        (texts.detail.saved)(&number)
    } else if parameter("stammdaten").is_some() {
        texts.profile().saved.to_owned()
    } else if let Some(what) = parameter("vorschlag") {
        match what.as_str() {
            "gesendet" => texts.portal().sent.to_owned(),
            "nichts" => texts.portal().nothing_changed.to_owned(),
            "entschieden" => texts.proposals().decided.to_owned(),
            _ => String::new(),
        }
    } else if let Some(what) = parameter("konto") {
        match what.as_str() {
            "passwort" => texts.account().password_changed.to_owned(),
            "email-link" => texts.account().link_sent.to_owned(),
            "email" => texts.account().email_changed.to_owned(),
            "app" => texts.second_factor().app_added.to_owned(),
            "app-entfernt" => texts.second_factor().app_removed.to_owned(),
            "passkey" => texts.passkeys().added.to_owned(),
            "passkey-entfernt" => texts.passkeys().removed.to_owned(),
            "faktor-entfernt" => texts.second_factor().removed.to_owned(),
            "sitzungen" => texts.account().sessions_ended.to_owned(),
            _ => String::new(),
        }
    } else {
        crate::domains::said_by_address()
            .or_else(crate::users::said_by_address)
            .or_else(crate::staff::said_by_address)
            .or_else(crate::products::said_by_address)
            .unwrap_or_default()
    }
}
