//! What was typed into a form that leaves the page by itself, and not yet sent.

use domain::form::Form;
use leptos::prelude::*;

/// The unfinished form of one kind, kept while the application runs: a dialog closed by Escape loses nothing.
pub struct SentDrafts<F: Form>(StoredValue<Option<SentDraft<F>>>);

/// What a form held.
#[derive(Debug, Clone)]
pub(crate) struct SentDraft<F> {
    /// Where the form is sent: it names what is edited, and whose it is.
    pub action: String,
    /// The hidden field: the id of the new one, or the version that the edit started from.
    pub hidden: String,
    pub form: F,
}

impl<F: Form> Clone for SentDrafts<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for SentDrafts<F> {}

impl<F: Form> Default for SentDrafts<F> {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl<F: Form> SentDrafts<F> {
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The unfinished form that is sent there.
    pub(crate) fn of(self, action: &str) -> Option<SentDraft<F>> {
        self.0.get_value().filter(|draft| draft.action == action)
    }

    pub(crate) fn set(self, draft: Option<SentDraft<F>>) {
        self.0.set_value(draft);
    }

    /// Anything would be lost if the window closed now.
    pub(crate) fn any(self) -> bool {
        self.0.with_value(Option::is_some)
    }
}
