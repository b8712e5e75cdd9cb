//! Which fields are faulty, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::values::ValueError;

/// The faulty fields, each with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<Field, ValueError>);

impl FieldErrors {
    /// One faulty field.
    pub fn of(field: Field, error: ValueError) -> Self {
        Self(BTreeMap::from([(field, error)]))
    }

    /// The reason at one field.
    pub fn get(&self, field: Field) -> Option<ValueError> {
        self.0.get(&field).copied()
    }

    /// Sets or clears the error of one field.
    pub fn set(&mut self, field: Field, error: Option<ValueError>) {
        match error {
            Some(error) => self.0.insert(field, error),
            None => self.0.remove(&field),
        };
    }

    /// The first faulty field in the order of the form.
    pub fn first(&self) -> Option<Field> {
        self.0.keys().next().copied()
    }

    /// No field is faulty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (Field, ValueError)> + '_ {
        self.0.iter().map(|(field, error)| (*field, *error))
    }
}
