//! The closed set of ways in which an operation is declined.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    customer::CustomerDetail,
    customer_form,
    deletion::Blocks,
    domain_form::DomainField,
    form::{FieldErrors, FormField},
    packed::Packed,
    ports::PhoneNumbers,
    product_form::ProductField,
    reseller_form,
    staff_form::StaffField,
    user_form::UserField,
};

/// Why an operation did not happen. There is no free text in it, so nothing from below (SQL, paths,
/// other resellers' values) can reach a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    SignedOut,
    /// The account may not do this.
    #[error("not allowed")]
    Forbidden,
    /// The last proof is too old for what concerns the sign-in itself: the password is asked for again.
    #[error("fresh proof needed")]
    ProofNeeded,
    /// The reseller requires a second factor, and the account has none (yet): nothing else goes before.
    #[error("second factor needed")]
    FactorNeeded,
    /// Nobody takes the own right or access away.
    #[error("one's own account")]
    OwnAccount,
    /// It does not exist, or belongs to another reseller: the two are indistinguishable.
    #[error("not found")]
    NotFound,
    /// Fields hold what they must not; each has its reason.
    #[error("invalid fields")]
    Invalid(Packed<Invalid>),
    /// Somebody else changed the customer first; here is what it holds now.
    #[error("changed meanwhile")]
    Conflict(Packed<CustomerDetail>),
    /// Somebody else changed it first; it has to be looked at again.
    #[error("changed meanwhile")]
    Changed,
    /// The customer may not be deleted, for these reasons.
    #[error("deletion blocked")]
    Blocked(Blocks),
    /// The database is away or overloaded; trying again later can help.
    #[error("unavailable")]
    Unavailable,
    /// A fault of the program. The log holds the cause under the same id.
    #[error("internal, incident {0}")]
    Internal(Uuid),
}

/// The faulty fields of one form; which form it is, is known from what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invalid {
    Customer(FieldErrors<customer_form::Field>),
    Reseller(FieldErrors<reseller_form::Field>),
    Domain(FieldErrors<DomainField>),
    User(FieldErrors<UserField>),
    Product(FieldErrors<ProductField>),
    Staff(FieldErrors<StaffField>),
}

impl<F: FormField> From<FieldErrors<F>> for Refusal {
    fn from(errors: FieldErrors<F>) -> Self {
        Self::Invalid(Packed::of(&F::invalid(errors)))
    }
}

impl Refusal {
    /// The faulty fields of that form, where that is why.
    pub fn errors<F: FormField>(&self) -> Option<FieldErrors<F>> {
        match self {
            Self::Invalid(invalid) => F::errors_in(invalid.open()?),
            _ => None,
        }
    }

    /// The same, with telephone numbers as people read them.
    pub fn with_readable_phones(self, phones: &dyn PhoneNumbers) -> Self {
        match self {
            Self::Conflict(now) => Self::Conflict(match now.open() {
                Some(now) => Packed::of(&now.with_readable_phones(phones)),
                None => now,
            }),
            other => other,
        }
    }
}
