//! A form that creates or edits a customer, while it is being filled in.

use domain::{
    customer_form::{CustomerForm, Field, FieldErrors, PlausiblePhoneNumbers},
    refusal::Refusal,
};
use leptos::prelude::*;

use super::form_values;
use crate::error::ApiError;

/// A form that is being filled in. The texts are in the document; see [`form_values`].
#[derive(Clone, Copy)]
pub(super) struct FormState {
    pub errors: RwSignal<FieldErrors>,
    /// What went wrong that belongs to no field.
    pub problem: RwSignal<Option<ApiError>>,
    /// What somebody else stored meanwhile.
    pub stored: RwSignal<Option<CustomerForm>>,
    /// Sent, and not yet answered.
    pub sending: RwSignal<bool>,
}

impl FormState {
    /// A form as the server declined it, or a fresh one.
    pub(super) fn new(refusal: Option<Refusal>) -> Self {
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
    pub(super) fn check(self, form: &CustomerForm) -> bool {
        self.problem.set(None);
        let errors = form
            .validate(&PlausiblePhoneNumbers)
            .err()
            .unwrap_or_default();
        let good = errors.is_empty();
        self.show(errors);
        good
    }

    /// Checks the field that was left.
    pub(super) fn check_left(self, form: &CustomerForm, field: Field) {
        let error = form.validate_field(field, &PlausiblePhoneNumbers);
        self.errors.update(|errors| errors.set(field, error));
    }

    /// Shows why the server did not store the form.
    pub(super) fn decline(self, problem: ApiError) {
        self.sending.set(false);
        self.take(problem);
        if let Some(first) = self.errors.with_untracked(FieldErrors::first) {
            form_values::focus(first);
        }
    }

    fn take(self, problem: ApiError) {
        match problem {
            ApiError::Refused(Refusal::Invalid(errors)) => self.errors.set(errors),
            ApiError::Refused(Refusal::Conflict(now)) => {
                self.stored.set(Some(now.record.clone()));
                self.problem
                    .set(Some(ApiError::Refused(Refusal::Conflict(now))));
            }
            problem => self.problem.set(Some(problem)),
        }
    }

    fn show(self, errors: FieldErrors) {
        if let Some(first) = errors.first() {
            form_values::focus(first);
        }
        self.errors.set(errors);
    }
}
