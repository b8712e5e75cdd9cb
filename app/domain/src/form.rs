//! What every form has in common: fields with a text each, and one error a field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    refusal::{Invalid, Refusal},
    values::ValueError,
};

/// A field of a form. The order of the type is the order of the form.
pub trait FormField: Copy + Ord + Send + Sync + 'static {
    /// In the order of the form: the first faulty one takes the focus.
    const FIELDS: &'static [Self];

    /// The name of the HTML form field.
    fn name(self) -> &'static str;

    /// Marked with * in the form.
    fn is_required(self) -> bool;

    /// The errors as a refusal holds them.
    fn invalid(errors: FieldErrors<Self>) -> Invalid;

    /// The errors that a refusal holds; `None` where they are those of another form.
    fn errors_in(invalid: Invalid) -> Option<FieldErrors<Self>>;
}

/// A form: what was typed, as it was typed.
pub trait Form: Clone + Default + Send + Sync + 'static {
    type Field: FormField;

    /// The text of one field.
    fn value(&self, field: Self::Field) -> &str;

    /// The place of one field's text.
    fn value_mut(&mut self, field: Self::Field) -> &mut String;

    /// What is wrong with a field, as far as the browser can tell; the server knows more.
    fn error(&self, field: Self::Field) -> Option<ValueError>;

    /// Every faulty field, as far as the browser can tell.
    fn errors(&self) -> FieldErrors<Self::Field> {
        FieldErrors::of_each(|field| self.error(field))
    }

    /// Brings the errors up to date after a field was left.
    fn recheck(&self, left: Self::Field, errors: &mut FieldErrors<Self::Field>) {
        errors.set(left, self.error(left));
    }

    /// What somebody else stored meanwhile, where the refusal says so.
    fn stored_instead(_refusal: &Refusal) -> Option<Self> {
        None
    }
}

/// The faulty fields of a form, each with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "F: Ord + Deserialize<'de>"))]
pub struct FieldErrors<F>(BTreeMap<F, ValueError>);

impl<F> Default for FieldErrors<F> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<F: FormField> FieldErrors<F> {
    /// Asks for the error of every field.
    pub fn of_each(error: impl Fn(F) -> Option<ValueError>) -> Self {
        let faulty = F::FIELDS
            .iter()
            .filter_map(|field| Some((*field, error(*field)?)));
        Self(faulty.collect())
    }
}

impl<F: Copy + Ord> FieldErrors<F> {
    /// One faulty field.
    pub fn of(field: F, error: ValueError) -> Self {
        Self(BTreeMap::from([(field, error)]))
    }

    /// The reason at one field.
    pub fn get(&self, field: F) -> Option<ValueError> {
        self.0.get(&field).copied()
    }

    /// Sets or clears the error of one field.
    pub fn set(&mut self, field: F, error: Option<ValueError>) {
        match error {
            Some(error) => self.0.insert(field, error),
            None => self.0.remove(&field),
        };
    }

    /// The first faulty field in the order of the form.
    pub fn first(&self) -> Option<F> {
        self.0.keys().next().copied()
    }

    /// No field is faulty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (F, ValueError)> + '_ {
        self.0.iter().map(|(field, error)| (*field, *error))
    }
}
