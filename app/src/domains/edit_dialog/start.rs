//! What the form opens with.

use domain::{
    domain_form::DomainForm, domain_record::DomainRecord, refusal::Refusal, values::Version,
};

use crate::{
    domains::drafts::DomainDrafts,
    submitted::{Submitted, submitted},
};

/// A form for a domain, and what it is an edit of.
pub(super) struct Start {
    pub version: Version,
    pub values: DomainForm,
    pub refusal: Option<Refusal>,
    /// What somebody else stored meanwhile.
    pub stored: Option<DomainForm>,
    pub from_draft: bool,
}

impl Start {
    /// The declined form, or what was typed before, or what is stored. Sent again after a change by
    /// somebody else was shown, it overwrites.
    pub(super) fn of_this_page(record: &DomainRecord, drafts: DomainDrafts) -> Self {
        let fresh = Self {
            version: record.version,
            values: record.record.clone(),
            refusal: None,
            stored: None,
            from_draft: false,
        };
        if let Some(Submitted::EditDomain {
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
