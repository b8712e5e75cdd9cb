//! The same steps through the program, and what it shows.

use std::collections::BTreeSet;

use db::{Db, Invitation};
use domain::{
    assignment::{Picked, Seen},
    domain_form::{DomainForm, PlausibleDomainNames},
    list::{ListKind, ListQuery, PageSize},
    ports::{Customers, Domains, Lists, Products},
    principal::Desk,
    product_form::ProductForm,
    refusal::Refusal,
    user::NewUser,
    values::{AccountId, CustomerId, DomainId, EmailAddress, Line, ProductId, Version},
};

use super::{
    step::{Ids, Step},
    world::{Customer, Outcome, Thing, World},
};
use crate::stage::{may, named};

/// A reseller's way through the program.
pub struct Real {
    pub db: Db,
    pub desk: Desk,
}

impl Real {
    pub async fn run(&self, step: &Step) -> Outcome {
        outcome(step, self.answer(step).await)
    }

    async fn answer(&self, step: &Step) -> Result<(), Refusal> {
        let (db, desk) = (&self.db, &self.desk);
        match step {
            Step::CreateCustomer { id, number, name } => db
                .create(may(desk), *id, named(number, name, "Max", ""))
                .await
                .map(drop),
            Step::UpdateCustomer {
                id,
                version,
                number,
                name,
            } => db
                .update(
                    may(desk),
                    *id,
                    Version(*version),
                    named(number, name, "Max", ""),
                )
                .await
                .map(drop),
            Step::DeleteCustomer { id } => db.delete(may(desk), *id).await.map(drop),
            Step::CreateProduct { id, owner, name } => {
                let form = ProductForm {
                    name: name.clone(),
                    since: "2024-01-31".to_owned(),
                    ..ProductForm::default()
                };
                let new = form.validate().unwrap();
                db.create_product(may(desk), *id, *owner, new)
                    .await
                    .map(drop)
            }
            Step::AssignProduct { id, owner } => {
                let picked = Picked {
                    id: *id,
                    seen: Seen::Anybody,
                };
                db.assign_products(may(desk), &[picked], *owner)
                    .await
                    .map(drop)
            }
            Step::DeleteProduct { id, version } => db
                .delete_product(may(desk), *id, Version(*version))
                .await
                .map(drop),
            Step::CreateDomain { id, owner, name } => {
                let form = DomainForm {
                    domain: name.clone(),
                    contract: "D-1".to_owned(),
                    registrar: "INWX".to_owned(),
                    ..DomainForm::default()
                };
                let new = form.validate(&PlausibleDomainNames).unwrap();
                db.create_domain(may(desk), *id, *owner, new)
                    .await
                    .map(drop)
            }
            Step::AssignDomain { id, owner } => {
                let picked = Picked {
                    id: *id,
                    seen: Seen::Anybody,
                };
                db.assign_domains(may(desk), &[picked], *owner)
                    .await
                    .map(drop)
            }
            Step::RemoveDomain { id, version } => db
                .remove_domain(may(desk), *id, Version(*version))
                .await
                .map(drop),
            Step::CreateUser { id, customer } => {
                let new = NewUser {
                    user_name: Line::parse(&format!("user{id}")).unwrap(),
                    first_name: Line::parse("Eva").unwrap(),
                    last_name: Line::parse("Öl").unwrap(),
                    email: EmailAddress::parse("eva@example.de").unwrap(),
                };
                db.create_user(may(desk), *customer, *id, new, Invitation::ByMail)
                    .await
            }
            Step::LinkUser { id, customer } => {
                db.link_user(may(desk), *customer, *id).await.map(drop)
            }
            Step::RemoveUser { id, customer } => {
                db.remove_user(may(desk), *customer, *id).await.map(drop)
            }
        }
    }

    /// Everything that the program shows of these ids.
    pub async fn see(&self, ids: &Ids) -> World {
        let mut world = World::default();
        for id in &ids.customers {
            if let Some((customer, users)) = self.customer(*id).await {
                for user in users {
                    world.users.entry(user).or_default().insert(*id);
                }
                world.customers.insert(*id, customer);
            }
        }
        for id in &ids.products {
            world
                .products
                .extend(self.product(*id).await.map(|p| (*id, p)));
        }
        for id in &ids.domains {
            world
                .domains
                .extend(self.domain(*id).await.map(|d| (*id, d)));
        }
        world
    }

    /// A customer and its users.
    pub async fn customer(&self, id: CustomerId) -> Option<(Customer, BTreeSet<AccountId>)> {
        let seen = there(self.db.detail(&self.desk, id).await)?;
        let customer = Customer {
            number: seen.record.number,
            last_name: seen.record.last_name,
            version: seen.version.0,
        };
        Some((customer, seen.users.iter().map(|user| user.id).collect()))
    }

    pub async fn product(&self, id: ProductId) -> Option<Thing> {
        let seen = there(self.db.product(&self.desk, id).await)?;
        Some(Thing {
            name: seen.record.name,
            owner: seen.owner.map(|owner| owner.id),
            version: seen.version.0,
        })
    }

    pub async fn domain(&self, id: DomainId) -> Option<Thing> {
        let seen = there(self.db.domain(&self.desk, id).await)?;
        Some(Thing {
            name: seen.record.domain,
            owner: seen.owner.map(|owner| owner.id),
            version: seen.version.0,
        })
    }

    /// The numbers of the list of customers, sorted, and how many domains and products there are.
    pub async fn lists(&self) -> (Vec<String>, u32, u32) {
        let page = async |kind| {
            let query = ListQuery {
                rows: PageSize::Rows100,
                ..ListQuery::of(kind)
            };
            self.db.page(&self.desk, &query).await.unwrap()
        };
        let customers = page(ListKind::Customers).await;
        assert_eq!(customers.rows.len() as u32, customers.total);
        let mut numbers: Vec<String> = customers
            .rows
            .iter()
            .map(|row| domain::customer::CustomerRow::from(row).number)
            .collect();
        numbers.sort_unstable();
        let (domains, products) = (
            page(ListKind::Domains).await,
            page(ListKind::Products).await,
        );
        (numbers, domains.total, products.total)
    }
}

fn there<T>(seen: Result<T, Refusal>) -> Option<T> {
    match seen {
        Ok(seen) => Some(seen),
        Err(Refusal::NotFound) => None,
        Err(other) => panic!("{other:?}"),
    }
}

fn outcome(step: &Step, answer: Result<(), Refusal>) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        Err(Refusal::NotFound) => Outcome::NotFound,
        Err(Refusal::Invalid(_)) => Outcome::Taken,
        Err(Refusal::Conflict(_) | Refusal::Changed) => Outcome::Late,
        Err(Refusal::Blocked(_)) => Outcome::Blocked,
        Err(other) => panic!("{step:?}: {other:?}"),
    }
}
