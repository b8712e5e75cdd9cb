//! When a customer may be deleted (handbook, "Löschbedingungen").

use serde::{Deserialize, Serialize};

/// What was counted for one customer, inside the transaction that would delete it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Products bought in the provider's shop.
    pub provider_products: u32,
    /// The reseller's own products, web hostings among them.
    pub reseller_products: u32,
    /// Portal accounts that may see this customer.
    pub users: u32,
    /// Domains assigned. They do not block: they become unassigned.
    pub domains: u32,
}

/// The facts that stand in the way; at least one is above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
    pub provider_products: u32,
    pub reseller_products: u32,
    pub users: u32,
}

/// Whether a customer may be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deletion {
    /// It may; so many domains become unassigned.
    Allowed {
        freed_domains: u32,
    },
    Blocked(Blocks),
}

/// Decides by the handbook's three conditions: no provider product, no reseller product, no user.
pub fn assess(facts: Facts) -> Deletion {
    let blocks = Blocks {
        provider_products: facts.provider_products,
        reseller_products: facts.reseller_products,
        users: facts.users,
    };
    if blocks.provider_products == 0 && blocks.reseller_products == 0 && blocks.users == 0 {
        Deletion::Allowed {
            freed_domains: facts.domains,
        }
    } else {
        Deletion::Blocked(blocks)
    }
}
