//! What a form opens with.

use domain::{form::Form, refusal::Refusal, values::Version};

use super::drafts::EditDraft;

/// A form that the browser sent itself and the server declined.
pub(crate) struct Declined<F, Of> {
    /// The id of the new one, or the version that the edit started from.
    pub of: Of,
    pub form: F,
    pub refusal: Refusal,
}

/// A form for something new.
pub(crate) struct CreateStart<F, Id> {
    /// Sent with the form: sent twice, it is created once.
    pub id: Id,
    pub values: F,
    pub refusal: Option<Refusal>,
    pub from_draft: bool,
}

impl<F: Form, Id> CreateStart<F, Id> {
    /// The declined form, or what was typed before, or the fresh one.
    pub(crate) fn of(
        declined: Option<Declined<F, Id>>,
        draft: Option<F>,
        fresh: impl FnOnce() -> (Id, F),
    ) -> Self {
        if let Some(Declined { of, form, refusal }) = declined {
            return Self {
                id: of,
                values: form,
                refusal: Some(refusal),
                from_draft: false,
            };
        }
        let (id, empty) = fresh();
        Self {
            id,
            from_draft: draft.is_some(),
            values: draft.unwrap_or(empty),
            refusal: None,
        }
    }
}

/// A form for something stored.
pub(crate) struct EditStart<F> {
    /// What it is an edit of.
    pub version: Version,
    pub values: F,
    pub refusal: Option<Refusal>,
    /// What somebody else stored meanwhile, where the refusal does not say it.
    pub stored: Option<F>,
    pub from_draft: bool,
}

impl<F: Form> EditStart<F> {
    /// The declined form, or what was typed before, or what is stored. Sent again after a change by
    /// somebody else was shown, it overwrites.
    pub(crate) fn of<Id>(
        (version, stored): (Version, &F),
        declined: Option<Declined<F, Version>>,
        draft: Option<EditDraft<F, Id>>,
    ) -> Self {
        let fresh = |version, values| Self {
            version,
            values,
            refusal: None,
            stored: None,
            from_draft: false,
        };
        if let Some(Declined { of, form, refusal }) = declined {
            let seen = match &refusal {
                Refusal::Changed => version,
                Refusal::Conflict(now) => now.open().map_or(of, |now| now.version),
                _ => of,
            };
            return Self {
                stored: (refusal == Refusal::Changed).then(|| stored.clone()),
                refusal: Some(refusal),
                ..fresh(seen, form)
            };
        }
        match draft {
            Some(draft) => Self {
                from_draft: true,
                ..fresh(draft.version, draft.form)
            },
            None => fresh(version, stored.clone()),
        }
    }
}
