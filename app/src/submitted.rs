//! What came of a form that the browser sent itself, without WebAssembly: the page is rendered
//! again with what was typed and why it was not taken.

use domain::{
    customer_form::CustomerForm,
    password::PasswordError,
    refusal::Refusal,
    values::{CustomerId, Version},
};
use serde::{Deserialize, Serialize};

/// A form that was sent and declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Submitted {
    SignIn {
        user_name: String,
        problem: SignInProblem,
    },
    NewPassword {
        problem: NewPasswordProblem,
    },
    CreateCustomer {
        /// Sent again with the form, so that a second try creates no second customer.
        id: CustomerId,
        form: CustomerForm,
        refusal: Refusal,
    },
    EditCustomer {
        version: Version,
        form: CustomerForm,
        refusal: Refusal,
    },
    DeleteCustomer {
        refusal: Refusal,
    },
}

/// Why nobody was signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInProblem {
    /// User name or password is wrong; which one is never said.
    Wrong,
    /// Too many failed attempts; again after so many seconds.
    Throttled { seconds: u64 },
    /// The database is away or too many passwords are being checked.
    Unavailable,
}

/// Why the new password was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewPasswordProblem {
    Rejected(PasswordError),
    /// Both fields must hold the same password.
    Differ,
    /// The link was used or is too old.
    LinkGone,
    Unavailable,
}
