//! The form that creates or edits a portal user: raw text in, a checked user or one error a field out.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Form, FormField},
    refusal::Invalid,
    user::NewUser,
    values::{EmailAddress, Line, ValueError},
};

/// The faulty fields of the form.
pub type UserErrors = crate::form::FieldErrors<UserField>;

/// What was typed. The names are those of the HTML form's fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserForm {
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserField {
    UserName,
    FirstName,
    LastName,
    Email,
}

impl UserField {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::UserName, Self::FirstName, Self::LastName, Self::Email];
}

impl FormField for UserField {
    const FIELDS: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::UserName => "user_name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
        }
    }

    fn is_required(self) -> bool {
        true
    }

    fn invalid(errors: UserErrors) -> Invalid {
        Invalid::User(errors)
    }

    fn errors_in(invalid: Invalid) -> Option<UserErrors> {
        match invalid {
            Invalid::User(errors) => Some(errors),
            _ => None,
        }
    }
}

impl Form for UserForm {
    type Field = UserField;

    fn value(&self, field: UserField) -> &str {
        match field {
            UserField::UserName => &self.user_name,
            UserField::FirstName => &self.first_name,
            UserField::LastName => &self.last_name,
            UserField::Email => &self.email,
        }
    }

    fn value_mut(&mut self, field: UserField) -> &mut String {
        match field {
            UserField::UserName => &mut self.user_name,
            UserField::FirstName => &mut self.first_name,
            UserField::LastName => &mut self.last_name,
            UserField::Email => &mut self.email,
        }
    }

    fn error(&self, field: UserField) -> Option<ValueError> {
        match field {
            UserField::UserName => Line::<100>::parse(&self.user_name).err(),
            UserField::FirstName => Line::<100>::parse(&self.first_name).err(),
            UserField::LastName => Line::<100>::parse(&self.last_name).err(),
            UserField::Email => EmailAddress::parse(&self.email).err(),
        }
    }
}

impl UserForm {
    /// Checks every field. Whether the user name is taken only the database knows.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self) -> Result<NewUser, UserErrors> {
        self.user().map_err(|_| self.errors())
    }

    fn user(&self) -> Result<NewUser, ValueError> {
        Ok(NewUser {
            user_name: Line::parse(&self.user_name)?,
            first_name: Line::parse(&self.first_name)?,
            last_name: Line::parse(&self.last_name)?,
            email: EmailAddress::parse(&self.email)?,
        })
    }
}
