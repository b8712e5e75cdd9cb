//! What the form opens with.

use domain::{
    product_form::ProductForm, product_record::ProductRecord, refusal::Refusal, values::Version,
};

use crate::{
    products::drafts::ProductDrafts,
    submitted::{Submitted, submitted},
};

/// A form for a product, and what it is an edit of.
pub(super) struct Start {
    pub version: Version,
    pub values: ProductForm,
    pub refusal: Option<Refusal>,
    /// What somebody else stored meanwhile.
    pub stored: Option<ProductForm>,
    pub from_draft: bool,
}

impl Start {
    /// The declined form, or what was typed before, or what is stored. Sent again after a change by
    /// somebody else was shown, it overwrites.
    pub(super) fn of_this_page(record: &ProductRecord, drafts: ProductDrafts) -> Self {
        let fresh = Self {
            version: record.version,
            values: record.record.clone(),
            refusal: None,
            stored: None,
            from_draft: false,
        };
        if let Some(Submitted::EditProduct {
            version,
            form,
            refusal,
        }) = submitted()
        {
            let changed = refusal == Refusal::Changed;
            return Self {
                version: if changed { record.version } else { version },
                values: form,
                stored: changed.then(|| record.record.clone()),
                refusal: Some(refusal),
                ..fresh
            };
        }
        match drafts.edit_of(record.id) {
            Some(draft) => Self {
                version: draft.version,
                values: draft.form,
                from_draft: true,
                ..fresh
            },
            None => fresh,
        }
    }
}
