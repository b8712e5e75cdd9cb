//! What a reseller may do next, at random.

use domain::values::{AccountId, CustomerId, DomainId, ProductId};
use uuid::Uuid;

use super::{random::Random, world::World};

/// One change. The ids are few, and the same for both resellers.
#[derive(Debug, Clone)]
pub enum Step {
    CreateCustomer {
        id: CustomerId,
        number: String,
        name: String,
    },
    UpdateCustomer {
        id: CustomerId,
        version: i32,
        number: String,
        name: String,
    },
    DeleteCustomer {
        id: CustomerId,
    },
    CreateProduct {
        id: ProductId,
        owner: Option<CustomerId>,
        name: String,
    },
    AssignProduct {
        id: ProductId,
        owner: Option<CustomerId>,
    },
    DeleteProduct {
        id: ProductId,
        version: i32,
    },
    CreateDomain {
        id: DomainId,
        owner: Option<CustomerId>,
        name: String,
    },
    AssignDomain {
        id: DomainId,
        owner: Option<CustomerId>,
    },
    RemoveDomain {
        id: DomainId,
        version: i32,
    },
    CreateUser {
        id: AccountId,
        customer: CustomerId,
    },
    LinkUser {
        id: AccountId,
        customer: CustomerId,
    },
    RemoveUser {
        id: AccountId,
        customer: CustomerId,
    },
}

/// The ids that are used. Those of users cannot be the same for both: they are unique over all.
pub struct Ids {
    pub customers: Vec<CustomerId>,
    pub products: Vec<ProductId>,
    pub domains: Vec<DomainId>,
    pub users: Vec<AccountId>,
}

impl Ids {
    /// So few that every step often meets something; `reseller`: 1 or 2.
    pub fn of(reseller: u128) -> Self {
        let uuid = |kind: u128, place: u128| Uuid::from_u128(kind << 64 | place);
        Self {
            customers: (0..10).map(|n| CustomerId::from_uuid(uuid(1, n))).collect(),
            products: (0..12).map(|n| ProductId::from_uuid(uuid(2, n))).collect(),
            domains: (0..12).map(|n| DomainId::from_uuid(uuid(3, n))).collect(),
            users: (0..5)
                .map(|n| AccountId::from_uuid(uuid(4, reseller * 100 + n)))
                .collect(),
        }
    }
}

/// The next change. `tag` is in every name that this reseller gives.
pub fn next(random: &mut Random, ids: &Ids, world: &World, tag: &str) -> Step {
    let customer = *random.of(&ids.customers);
    let owner = (random.below(4) > 0).then_some(customer);
    let (product, domain) = (*random.of(&ids.products), *random.of(&ids.domains));
    let user = *random.of(&ids.users);
    let number = format!("K-{}", random.below(14));
    let name = format!("{tag}{}", letters(random.below(1_000)));
    // One in five starts from another version than the stored one.
    let late = i32::from(random.below(5) == 0);
    match random.below(24) {
        0..=3 => Step::CreateCustomer {
            id: customer,
            number,
            name,
        },
        4..=6 => Step::UpdateCustomer {
            id: customer,
            version: world.customers.get(&customer).map_or(1, |c| c.version) - late,
            number,
            name,
        },
        7..=8 => Step::DeleteCustomer { id: customer },
        9..=10 => Step::CreateProduct {
            id: product,
            owner,
            name,
        },
        11..=12 => Step::AssignProduct { id: product, owner },
        13..=14 => Step::DeleteProduct {
            id: product,
            version: world.products.get(&product).map_or(1, |p| p.version) - late,
        },
        15..=16 => Step::CreateDomain {
            id: domain,
            owner,
            name: format!("d{}.de", random.below(16)),
        },
        17..=18 => Step::AssignDomain { id: domain, owner },
        19..=20 => Step::RemoveDomain {
            id: domain,
            version: world.domains.get(&domain).map_or(1, |d| d.version) - late,
        },
        21 => Step::CreateUser { id: user, customer },
        22 => Step::LinkUser { id: user, customer },
        _ => Step::RemoveUser { id: user, customer },
    }
}

/// A number as letters, because names have few digits.
fn letters(mut number: u64) -> String {
    let mut text = String::new();
    for _ in 0..3 {
        text.extend(char::from_digit((number % 10) as u32 + 10, 36));
        number /= 10;
    }
    text
}
