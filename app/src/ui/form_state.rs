//! A form while it is being filled in.

use domain::{
    form::{FieldErrors, Form},
    refusal::Refusal,
};
use leptos::{ev, prelude::*};

use super::form_values;
use crate::{error::ApiError, locale::texts};

/// A form that is being filled in. The texts are in the document; see [`form_values`].
pub(crate) struct FormState<F: Form> {
    errors: RwSignal<FieldErrors<F::Field>>,
    /// What went wrong that belongs to no field.
    pub problem: RwSignal<Option<ApiError>>,
    /// What somebody else stored meanwhile.
    pub stored: RwSignal<Option<F>>,
    /// Sent, and not yet answered.
    pub sending: RwSignal<bool>,
}

impl<F: Form> Clone for FormState<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for FormState<F> {}

impl<F: Form> FormState<F> {
    /// A form as the server declined it, or a fresh one.
    pub(crate) fn new(refusal: Option<Refusal>) -> Self {
        let state = Self {
            errors: RwSignal::default(),
            problem: RwSignal::default(),
            stored: RwSignal::default(),
            sending: RwSignal::default(),
        };
        if let Some(refusal) = refusal {
            state.take(refusal.into());
        }
        state
    }

    /// Checks a whole form; the first faulty field takes the focus.
    pub(crate) fn check(self, form: &F) -> bool {
        self.problem.set(None);
        let errors = form.errors();
        let good = errors.is_empty();
        self.errors.set(errors);
        self.focus_first();
        good
    }

    /// Checks the field that was left.
    pub(crate) fn check_left(self, form: &F, field: F::Field) {
        self.errors.update(|errors| form.recheck(field, errors));
    }

    /// Checks the field that was left; passing through an empty one is no fault yet.
    pub(crate) fn check_left_by(self, event: &ev::FocusEvent) {
        if let (Some(field), Some(form)) =
            (form_values::field_of(event), form_values::form_of(event))
        {
            let values: F = form_values::read(&form);
            if !values.value(field).is_empty() {
                self.check_left(&values, field);
            }
        }
    }

    /// Shows why the server did not store the form.
    pub(crate) fn decline(self, problem: ApiError) {
        self.sending.set(false);
        self.take(problem);
        self.focus_first();
    }

    /// The message at a field.
    pub(crate) fn error_of(self, field: F::Field) -> Signal<Option<String>> {
        let words = texts();
        Signal::derive(move || {
            let error = self.errors.with(|errors| errors.get(field));
            error.map(|error| words.value_error(error))
        })
    }

    /// Where somebody else stored another value than the form began with, that value.
    pub(crate) fn stored_now(self, field: F::Field, begun_with: String) -> Signal<Option<String>> {
        let words = texts().form();
        Signal::derive(move || {
            self.stored.with(|stored| {
                let now = stored.as_ref()?.value(field);
                (now != begun_with).then(|| (words.stored_now)(now))
            })
        })
    }

    fn take(self, problem: ApiError) {
        match problem {
            ApiError::Refused(refusal @ Refusal::Invalid(_)) => {
                self.errors.set(refusal.errors().unwrap_or_default());
            }
            problem => {
                if let ApiError::Refused(refusal) = &problem
                    && let Some(now) = F::stored_instead(refusal)
                {
                    self.stored.set(Some(now));
                }
                self.problem.set(Some(problem));
            }
        }
    }

    fn focus_first(self) {
        if let Some(first) = self.errors.with_untracked(FieldErrors::first) {
            form_values::focus(first);
        }
    }
}
