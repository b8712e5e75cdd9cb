//! What an end customer sees of itself.

use serde::{Deserialize, Serialize};

use crate::{
    customer::{DomainRow, ProductRow},
    customer_form::CustomerForm,
    ports::PhoneNumbers,
    proposal::Proposal,
    values::CustomerId,
};

/// How a person is addressed. Stored as `du`, `sie`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AddressForm {
    /// Resellers always are; end customers where their reseller says so.
    #[default]
    Du,
    Sie,
}

/// Whose portal it is, and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub company: String,
    pub email: String,
    /// Empty where there is none. From the database E.164; shown, it is readable.
    pub phone: String,
    /// How they address their customers.
    pub address_form: AddressForm,
}

/// A customer that an account may see, where there are several to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCustomer {
    pub id: CustomerId,
    pub number: String,
    /// Company, or first and last name where there is none.
    pub name: String,
    /// How many of its domains need somebody to act.
    pub to_act_on: u32,
}

/// Everything a portal account sees of one of its customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalCustomer {
    pub id: CustomerId,
    /// Master data. From the database, both telephone numbers are E.164.
    pub record: CustomerForm,
    pub domains: Vec<DomainRow>,
    pub products: Vec<ProductRow>,
    /// The account's latest proposal: waiting, or decided.
    pub proposal: Option<Proposal>,
}

impl PortalCustomer {
    /// Replaces stored telephone numbers by the form that people read.
    pub fn with_readable_phones(mut self, phones: &dyn PhoneNumbers) -> Self {
        self.record.phone = phones.readable(&self.record.phone);
        self.record.mobile = phones.readable(&self.record.mobile);
        self.proposal = self
            .proposal
            .map(|proposal| proposal.with_readable_phones(phones));
        self
    }
}
