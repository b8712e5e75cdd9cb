//! A customer as it is stored and shown: the row of the list and the detail with its tabs.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    country::Country,
    customer_form::CustomerForm,
    deletion::Deletion,
    domain_state::{Advice, DomainState},
    ports::PhoneNumbers,
    user::UserRow,
    values::{
        CustomerId, CustomerNumber, DomainId, EmailAddress, Line, PhoneNumber, PostalCode,
        ProductId, Version, Website,
    },
};

/// A customer's master data, checked: what [`CustomerForm::validate`] returns and the database
/// stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCustomer {
    pub number: CustomerNumber,
    pub company: Option<Line<100>>,
    pub last_name: Line<100>,
    pub first_name: Line<100>,
    pub street: Line<200>,
    pub postal_code: PostalCode,
    pub city: Line<100>,
    pub country: Country,
    pub phone: PhoneNumber,
    pub mobile: PhoneNumber,
    pub email: EmailAddress,
    pub website: Option<Website>,
}

/// One row of the customer list, as both the server's page and the whole list in the browser
/// hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    pub number: String,
    pub last_name: String,
    pub first_name: String,
    /// Empty where there is none.
    pub company: String,
    /// Provider products plus reseller products.
    pub products: u32,
    /// Portal accounts that may see this customer.
    pub users: u32,
}

impl CustomerRow {
    /// Whether the list offers the delete button. The decision itself is
    /// [`crate::deletion::assess`], inside the transaction that deletes.
    pub fn deletable(&self) -> bool {
        self.products == 0 && self.users == 0
    }
}

/// Everything the detail page shows, all tabs included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetail {
    pub id: CustomerId,
    /// Counts the edits; an edit names the version it started from.
    pub version: Version,
    /// Master data, as the form that edits it holds it. From the database, both telephone numbers
    /// are E.164; shown, they are readable ("+49 30 901820").
    pub record: CustomerForm,
    pub domains: Vec<DomainRow>,
    pub products: Vec<ProductRow>,
    pub users: Vec<UserRow>,
    pub deletion: Deletion,
}

impl CustomerDetail {
    /// The row of the list for this customer.
    pub fn row(&self) -> CustomerRow {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        CustomerRow {
            number: self.record.number.clone(),
            last_name: self.record.last_name.clone(),
            first_name: self.record.first_name.clone(),
            company: self.record.company.clone(),
            products: count(self.products.len()),
            users: count(self.users.len()),
        }
    }

    /// Replaces the stored E.164 form of both telephone numbers by the form that people read.
    pub fn with_readable_phones(mut self, phones: &dyn PhoneNumbers) -> Self {
        self.record.phone = phones.readable(&self.record.phone);
        self.record.mobile = phones.readable(&self.record.mobile);
        self
    }
}

impl From<&NewCustomer> for CustomerForm {
    /// The text of what is stored.
    fn from(new: &NewCustomer) -> Self {
        let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            number: new.number.as_str().to_owned(),
            company: optional(new.company.as_ref().map(Line::as_str)),
            last_name: new.last_name.as_str().to_owned(),
            first_name: new.first_name.as_str().to_owned(),
            street: new.street.as_str().to_owned(),
            postal_code: new.postal_code.as_str().to_owned(),
            city: new.city.as_str().to_owned(),
            country: new.country.code().to_owned(),
            phone: new.phone.as_str().to_owned(),
            mobile: new.mobile.as_str().to_owned(),
            email: new.email.as_str().to_owned(),
            website: optional(new.website.as_ref().map(Website::as_str)),
        }
    }
}

/// A domain assigned to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRow {
    pub id: DomainId,
    pub version: Version,
    pub contract: String,
    /// ASCII form, as stored.
    pub name: String,
    /// Unicode form, for people ("müller.de").
    pub shown_name: String,
    pub active: bool,
    /// The registrar's short name ("INWX").
    pub registrar: String,
    pub state: DomainState,
    /// What the state asks for today.
    pub advice: Advice,
}

/// A product assigned to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    pub id: ProductId,
    pub version: Version,
    pub kind: ProductKind,
    pub name: String,
    /// Shop article number and name (provider product), or the contract (reseller product).
    pub reference: String,
    pub active: bool,
    #[serde(with = "crate::day")]
    pub since: NaiveDate,
    /// The last day of a product that was ended.
    #[serde(with = "crate::day::option")]
    pub ended_on: Option<NaiveDate>,
}

/// Where a product comes from (handbook, "Tab: Produkte").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProductKind {
    /// Bought in the provider's shop.
    Provider,
    /// The reseller's own.
    Reseller,
}
