//! What was typed into a form for a user and not yet sent.

use domain::user_form::UserForm;
use leptos::prelude::*;

/// The unfinished form, kept while the application runs: a dialog closed by Escape loses nothing.
#[derive(Clone, Copy)]
pub struct UserDrafts(StoredValue<Option<Draft>>);

/// What a form held.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Where the form is sent: it names the customer, and the user that is edited.
    pub action: String,
    /// The hidden field: the new user's id, or the version that the edit started from.
    pub hidden: String,
    pub form: UserForm,
}

impl Default for UserDrafts {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl UserDrafts {
    pub(super) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The unfinished form that is sent there.
    pub(super) fn of(self, action: &str) -> Option<Draft> {
        self.0.get_value().filter(|draft| draft.action == action)
    }

    pub(super) fn set(self, draft: Option<Draft>) {
        self.0.set_value(draft);
    }

    /// Anything would be lost if the window closed now.
    pub(super) fn any(self) -> bool {
        self.0.with_value(Option::is_some)
    }
}
