//! The form that creates or edits a staff account: that of a portal user, and the right.

use serde::{Deserialize, Serialize};

use crate::{
    form::{FieldErrors, Form, FormField},
    refusal::Invalid,
    rights::Right,
    staff::NewStaff,
    user_form::{UserField, UserForm},
    values::ValueError,
};

/// The faulty fields of the form.
pub type StaffErrors = FieldErrors<StaffField>;

/// What was typed and chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffForm {
    pub person: UserForm,
    /// The word of a [`Right`].
    pub right: String,
}

impl Default for StaffForm {
    /// An empty form gives the least right.
    fn default() -> Self {
        Self {
            person: UserForm::default(),
            right: Right::View.word().to_owned(),
        }
    }
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StaffField {
    Person(UserField),
    Right,
}

impl FormField for StaffField {
    const FIELDS: &'static [Self] = &[
        Self::Person(UserField::UserName),
        Self::Person(UserField::FirstName),
        Self::Person(UserField::LastName),
        Self::Person(UserField::Email),
        Self::Right,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Person(field) => field.name(),
            Self::Right => "right",
        }
    }

    fn is_required(self) -> bool {
        true
    }

    fn invalid(errors: StaffErrors) -> Invalid {
        Invalid::Staff(errors)
    }

    /// A name that is taken is said as of a user, whoever's name it is.
    fn errors_in(invalid: Invalid) -> Option<StaffErrors> {
        match invalid {
            Invalid::Staff(errors) => Some(errors),
            Invalid::User(errors) => {
                let person = |field| errors.get(field);
                Some(FieldErrors::of_each(|field| match field {
                    Self::Person(field) => person(field),
                    Self::Right => None,
                }))
            }
            _ => None,
        }
    }
}

impl Form for StaffForm {
    type Field = StaffField;

    fn value(&self, field: StaffField) -> &str {
        match field {
            StaffField::Person(field) => self.person.value(field),
            StaffField::Right => &self.right,
        }
    }

    fn value_mut(&mut self, field: StaffField) -> &mut String {
        match field {
            StaffField::Person(field) => self.person.value_mut(field),
            StaffField::Right => &mut self.right,
        }
    }

    fn error(&self, field: StaffField) -> Option<ValueError> {
        match field {
            StaffField::Person(field) => self.person.error(field),
            StaffField::Right => match Right::of_word(&self.right) {
                Some(_) => None,
                None => Some(ValueError::NotAChoice),
            },
        }
    }
}

impl StaffForm {
    /// Checks every field. Whether the user name is taken only the database knows.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self) -> Result<NewStaff, StaffErrors> {
        match (self.person.validate(), Right::of_word(&self.right)) {
            (Ok(person), Some(right)) => Ok(NewStaff { person, right }),
            _ => Err(self.errors()),
        }
    }
}
