//! What was typed and not yet stored. A dialog closed by Escape and a tab changed while editing
//! lose nothing: the form is filled again when it is opened again.

use domain::{form::Form, values::Version};
use leptos::prelude::*;

/// Unfinished forms of one kind, kept while the application runs.
pub struct Drafts<F: Form, Id: 'static> {
    new: StoredValue<Option<F>>,
    edit: StoredValue<Option<EditDraft<F, Id>>>,
}

/// An unfinished edit, and the version that it started from.
#[derive(Debug, Clone)]
pub struct EditDraft<F, Id> {
    pub id: Id,
    pub version: Version,
    pub form: F,
}

impl<F: Form, Id> Clone for Drafts<F, Id> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form, Id> Copy for Drafts<F, Id> {}

impl<F: Form, Id: Send + Sync> Default for Drafts<F, Id> {
    fn default() -> Self {
        Self {
            new: StoredValue::new(None),
            edit: StoredValue::new(None),
        }
    }
}

impl<F: Form, Id: Clone + PartialEq + Send + Sync> Drafts<F, Id> {
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The unfinished form for a new one.
    pub(crate) fn new_one(self) -> Option<F> {
        self.new.get_value()
    }

    pub(crate) fn set_new(self, form: Option<F>) {
        self.new.set_value(form);
    }

    /// The unfinished edit of the one with this id.
    pub(crate) fn edit_of(self, id: Id) -> Option<EditDraft<F, Id>> {
        self.edit.get_value().filter(|draft| draft.id == id)
    }

    pub(crate) fn set_edit(self, draft: Option<EditDraft<F, Id>>) {
        self.edit.set_value(draft);
    }

    /// Anything would be lost if the window closed now.
    pub(crate) fn any(self) -> bool {
        self.new.with_value(Option::is_some) || self.edit.with_value(Option::is_some)
    }
}
