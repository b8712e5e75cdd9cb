//! What was typed and not yet stored. A dialog closed by Escape and a tab changed while editing
//! lose nothing: the form is filled again when it is opened again.

use domain::{
    customer_form::CustomerForm,
    values::{CustomerId, Version},
};
use leptos::prelude::*;

/// Unfinished forms, kept while the application runs.
#[derive(Clone, Copy)]
pub struct Drafts {
    new: StoredValue<Option<CustomerForm>>,
    edit: StoredValue<Option<EditDraft>>,
}

/// An unfinished edit, and the version that it started from.
#[derive(Debug, Clone)]
pub(super) struct EditDraft {
    pub id: CustomerId,
    pub version: Version,
    pub form: CustomerForm,
}

impl Default for Drafts {
    fn default() -> Self {
        Self {
            new: StoredValue::new(None),
            edit: StoredValue::new(None),
        }
    }
}

impl Drafts {
    pub(super) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    pub(super) fn new_customer(self) -> Option<CustomerForm> {
        self.new.get_value()
    }

    pub(super) fn set_new_customer(self, form: Option<CustomerForm>) {
        self.new.set_value(form);
    }

    /// The unfinished edit of this customer.
    pub(super) fn edit_of(self, id: CustomerId) -> Option<EditDraft> {
        self.edit.get_value().filter(|draft| draft.id == id)
    }

    pub(super) fn set_edit(self, draft: Option<EditDraft>) {
        self.edit.set_value(draft);
    }

    /// Anything would be lost if the window closed now.
    pub(super) fn any(self) -> bool {
        self.new.with_value(Option::is_some) || self.edit.with_value(Option::is_some)
    }
}
