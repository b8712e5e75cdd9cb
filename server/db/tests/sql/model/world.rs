//! What a reseller must see: the same changes, made to maps.

use std::collections::{BTreeMap, BTreeSet};

use domain::values::{AccountId, CustomerId, DomainId, ProductId};

use super::step::Step;

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotFound,
    /// A number or a name that something else has.
    Taken,
    /// Somebody else was first.
    Late,
    Blocked,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    pub number: String,
    pub last_name: String,
    pub version: i32,
}

/// A product or a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub name: String,
    pub owner: Option<CustomerId>,
    pub version: i32,
}

/// Everything of one reseller.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct World {
    pub customers: BTreeMap<CustomerId, Customer>,
    pub products: BTreeMap<ProductId, Thing>,
    pub domains: BTreeMap<DomainId, Thing>,
    /// To whom each user belongs; never empty.
    pub users: BTreeMap<AccountId, BTreeSet<CustomerId>>,
}

impl World {
    /// Makes the change, and says what the program must answer.
    pub fn apply(&mut self, step: &Step) -> Outcome {
        match step {
            Step::CreateCustomer { id, number, name } => self.create_customer(*id, number, name),
            Step::UpdateCustomer {
                id,
                version,
                number,
                name,
            } => self.update_customer(*id, *version, number, name),
            Step::DeleteCustomer { id } => self.delete_customer(*id),
            Step::CreateProduct { id, owner, name } => {
                let is_there = owner.is_none_or(|owner| self.customers.contains_key(&owner));
                create(&mut self.products, *id, *owner, name, is_there)
            }
            Step::AssignProduct { id, owner } => {
                let is_there = owner.is_none_or(|owner| self.customers.contains_key(&owner));
                assign(self.products.get_mut(id), *owner, is_there)
            }
            Step::DeleteProduct { id, version } => remove(&mut self.products, *id, *version),
            Step::CreateDomain { id, owner, name } => {
                let is_there = owner.is_none_or(|owner| self.customers.contains_key(&owner));
                if !self.domains.contains_key(id) && self.domains.values().any(|d| d.name == *name)
                {
                    return Outcome::Taken;
                }
                create(&mut self.domains, *id, *owner, name, is_there)
            }
            Step::AssignDomain { id, owner } => {
                let is_there = owner.is_none_or(|owner| self.customers.contains_key(&owner));
                assign(self.domains.get_mut(id), *owner, is_there)
            }
            Step::RemoveDomain { id, version } => remove(&mut self.domains, *id, *version),
            Step::CreateUser { id, customer } => self.create_user(*id, *customer),
            Step::LinkUser { id, customer } => self.link_user(*id, *customer),
            Step::RemoveUser { id, customer } => self.remove_user(*id, *customer),
        }
    }

    fn is_taken(&self, number: &str, by_others_than: CustomerId) -> bool {
        let number = number.to_lowercase();
        self.customers
            .iter()
            .any(|(id, other)| *id != by_others_than && other.number.to_lowercase() == number)
    }

    fn create_customer(&mut self, id: CustomerId, number: &str, name: &str) -> Outcome {
        if self.customers.contains_key(&id) {
            return Outcome::Done;
        }
        if self.is_taken(number, id) {
            return Outcome::Taken;
        }
        let new = Customer {
            number: number.to_owned(),
            last_name: name.to_owned(),
            version: 1,
        };
        self.customers.insert(id, new);
        Outcome::Done
    }

    fn update_customer(
        &mut self,
        id: CustomerId,
        version: i32,
        number: &str,
        name: &str,
    ) -> Outcome {
        let is_taken = self.is_taken(number, id);
        let Some(stored) = self.customers.get_mut(&id) else {
            return Outcome::NotFound;
        };
        if stored.version != version {
            let is_the_same = stored.number == number && stored.last_name == name;
            return if is_the_same {
                Outcome::Done
            } else {
                Outcome::Late
            };
        }
        if is_taken {
            return Outcome::Taken;
        }
        number.clone_into(&mut stored.number);
        name.clone_into(&mut stored.last_name);
        stored.version += 1;
        Outcome::Done
    }

    fn delete_customer(&mut self, id: CustomerId) -> Outcome {
        if !self.customers.contains_key(&id) {
            return Outcome::NotFound;
        }
        let has_product = self.products.values().any(|p| p.owner == Some(id));
        let has_user = self.users.values().any(|of| of.contains(&id));
        if has_product || has_user {
            return Outcome::Blocked;
        }
        self.customers.remove(&id);
        for domain in self.domains.values_mut() {
            domain.owner.take_if(|owner| *owner == id);
        }
        Outcome::Done
    }

    fn create_user(&mut self, id: AccountId, customer: CustomerId) -> Outcome {
        if let Some(of) = self.users.get(&id) {
            return if of.contains(&customer) {
                Outcome::Done
            } else {
                Outcome::NotFound
            };
        }
        if !self.customers.contains_key(&customer) {
            return Outcome::NotFound;
        }
        self.users.insert(id, BTreeSet::from([customer]));
        Outcome::Done
    }

    fn link_user(&mut self, id: AccountId, customer: CustomerId) -> Outcome {
        match self.users.get_mut(&id) {
            Some(of) if self.customers.contains_key(&customer) => {
                of.insert(customer);
                Outcome::Done
            }
            _ => Outcome::NotFound,
        }
    }

    fn remove_user(&mut self, id: AccountId, customer: CustomerId) -> Outcome {
        let Some(of) = self.users.get_mut(&id) else {
            return Outcome::NotFound;
        };
        if !of.remove(&customer) {
            return Outcome::NotFound;
        }
        if of.is_empty() {
            self.users.remove(&id);
        }
        Outcome::Done
    }
}

/// An id that is there already answers alike and changes nothing.
fn create<Id: Ord>(
    things: &mut BTreeMap<Id, Thing>,
    id: Id,
    owner: Option<CustomerId>,
    name: &str,
    owner_is_there: bool,
) -> Outcome {
    if things.contains_key(&id) {
        return Outcome::Done;
    }
    if !owner_is_there {
        return Outcome::NotFound;
    }
    let new = Thing {
        name: name.to_owned(),
        owner,
        version: 1,
    };
    things.insert(id, new);
    Outcome::Done
}

fn assign(thing: Option<&mut Thing>, owner: Option<CustomerId>, owner_is_there: bool) -> Outcome {
    match thing {
        Some(thing) if owner_is_there => {
            if thing.owner != owner {
                thing.owner = owner;
                thing.version += 1;
            }
            Outcome::Done
        }
        _ => Outcome::NotFound,
    }
}

fn remove<Id: Ord>(things: &mut BTreeMap<Id, Thing>, id: Id, version: i32) -> Outcome {
    match things.get(&id) {
        None => Outcome::NotFound,
        Some(thing) if thing.version != version => Outcome::Late,
        Some(_) => {
            things.remove(&id);
            Outcome::Done
        }
    }
}
