//! The numbers of the start page.

use serde::{Deserialize, Serialize};

/// How much there is, and how much of it waits for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    pub customers: u32,
    pub domains: u32,
    pub products: u32,
    /// Domains that belong to no customer.
    pub unassigned_domains: u32,
    /// Domains whose state asks for something.
    pub domains_to_act_on: u32,
    /// Corrections that end customers proposed and nobody has decided on.
    pub waiting_proposals: u32,
    /// Portal users who were invited and have not set a password.
    pub open_invitations: u32,
}

impl Overview {
    /// Nothing was entered yet: the first steps are explained.
    pub fn is_empty(self) -> bool {
        self.customers == 0 && self.domains == 0 && self.products == 0
    }
}
