//! What was typed into a form for a product and not yet stored.

use domain::{
    product_form::ProductForm,
    values::{ProductId, Version},
};
use leptos::prelude::*;

/// Unfinished forms, kept while the application runs: a dialog closed by Escape loses nothing.
#[derive(Clone, Copy)]
pub struct ProductDrafts {
    new: StoredValue<Option<ProductForm>>,
    edit: StoredValue<Option<EditDraft>>,
}

/// An unfinished edit, and the version that it started from.
#[derive(Debug, Clone)]
pub(super) struct EditDraft {
    pub id: ProductId,
    pub version: Version,
    pub form: ProductForm,
}

impl Default for ProductDrafts {
    fn default() -> Self {
        Self {
            new: StoredValue::new(None),
            edit: StoredValue::new(None),
        }
    }
}

impl ProductDrafts {
    pub(super) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    pub(super) fn new_product(self) -> Option<ProductForm> {
        self.new.get_value()
    }

    pub(super) fn set_new(self, form: Option<ProductForm>) {
        self.new.set_value(form);
    }

    /// The unfinished edit of this product.
    pub(super) fn edit_of(self, id: ProductId) -> Option<EditDraft> {
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
