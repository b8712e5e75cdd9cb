//! What the application needs from the server. `db` and `server` implement these; `app` only calls
//! them, so it never compiles SQL.

mod audit_log;
mod domains;
mod lists;
mod overview;
mod own_account;
mod own_reseller;
mod portal;
mod products;
mod registrar;
mod search;
mod staff;
mod users;

pub use audit_log::*;
pub use domains::*;
pub use lists::*;
pub use overview::*;
pub use own_account::*;
pub use own_reseller::*;
pub use portal::*;
pub use products::*;
pub use registrar::*;
pub use search::*;
pub use staff::*;
pub use users::*;

use async_trait::async_trait;

use crate::{
    country::Country,
    customer::{CustomerDetail, CustomerRow, NewCustomer},
    deletion::Facts,
    principal::Desk,
    refusal::Refusal,
    rights::{EditCustomers, May},
    values::{CustomerId, CustomerNumber, PhoneNumber, Version},
};

/// The customers of one reseller. Every method runs in one transaction and sees only that
/// reseller's rows.
///
/// All methods may return [`Refusal::Unavailable`] (database away, overloaded) and
/// [`Refusal::Internal`].
#[async_trait]
pub trait Customers: Send + Sync {
    /// The id of the customer with this number, case ignored.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]
    async fn find(&self, desk: &Desk, number: &str) -> Result<CustomerId, Refusal>;

    /// One customer with its domains, products and users.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]
    async fn detail(&self, desk: &Desk, id: CustomerId) -> Result<CustomerDetail, Refusal>;

    /// Stores a new customer under an id that the caller made. The same id sent twice creates one
    /// customer and answers alike both times.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with `Taken` at the number.
    async fn create(
        &self,
        desk: &May<EditCustomers>,
        id: CustomerId,
        new: NewCustomer,
    ) -> Result<CustomerRow, Refusal>;

    /// Replaces the master data, if the customer still has the version the edit started from.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Conflict`] with what is stored now, [`Refusal::Invalid`]
    /// with `Taken` at the number.
    async fn update(
        &self,
        desk: &May<EditCustomers>,
        id: CustomerId,
        version: Version,
        new: NewCustomer,
    ) -> Result<CustomerDetail, Refusal>;

    /// Deletes the customer if [`crate::deletion::assess`] allows it; its domains become
    /// unassigned. Returns what was counted.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Blocked`]
    async fn delete(&self, desk: &May<EditCustomers>, id: CustomerId) -> Result<Deleted, Refusal>;

    /// A number that no customer of the reseller has, made by the reseller's scheme: the first free one
    /// from the next one that the reseller named; without that, one above the highest that is in use
    /// (and, for numbers of digits only, above those of customers that are gone).
    async fn next_number(&self, desk: &Desk) -> Result<CustomerNumber, Refusal>;

    /// Customers that are probably the same as the one being typed: same e-mail (case ignored), or
    /// same name and postal code (folded). At most five.
    async fn likely_doubles(
        &self,
        desk: &Desk,
        probe: &DoubleProbe,
    ) -> Result<Vec<CustomerRow>, Refusal>;

    /// Stores many customers, all or none.
    ///
    /// # Errors
    /// The indexes into `new` whose number is taken, in the table or by an earlier entry.
    async fn import(
        &self,
        desk: &May<EditCustomers>,
        new: &[NewCustomer],
    ) -> Result<(), ImportRefusal>;
}

/// What was deleted, for the sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    pub number: String,
    pub facts: Facts,
}

/// What of a half-filled form is compared with the stored customers. Empty parts match nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DoubleProbe {
    pub email: String,
    pub last_name: String,
    pub first_name: String,
    pub postal_code: String,
}

/// Why an import stored nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRefusal {
    /// Indexes into the given customers, ascending.
    NumbersTaken(Vec<usize>),
    Refused(Refusal),
}

/// Telephone numbers: the server knows every country's plan, the browser only what is plausible.
pub trait PhoneNumbers: Send + Sync {
    /// Reads what a person typed; a number without country code belongs to `country`. `None` where
    /// it is no telephone number.
    fn parse(&self, typed: &str, country: Country) -> Option<PhoneNumber>;

    /// An E.164 number as people read it ("+49 30 901820"); unreadable input comes back as it is.
    fn readable(&self, e164: &str) -> String;
}
