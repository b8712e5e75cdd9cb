//! Who asks, and what is there to be asked for.

use domain::{
    ports::Customers,
    principal::Role,
    rights::{Action, Right},
    values::{AccountId, CustomerId, DomainId, ProductId},
};
use reqwest::Method;
use sqlx::PgPool;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people,
};

/// Number of a customer that only reseller 100001 has.
pub const NUMBER: &str = "123456";
/// What nobody but that reseller may read.
pub const SECRET: &str = "Testkunde 1";

/// What belongs to that customer, or what belongs to nobody.
#[derive(Clone, Copy)]
pub struct Ids {
    pub customer: CustomerId,
    pub domain: DomainId,
    pub product: ProductId,
    /// Somebody who works for the reseller.
    pub staff: AccountId,
}

impl Ids {
    /// That do not exist: for whoever may, so that nothing changes.
    pub fn of_nothing() -> Self {
        Self {
            customer: CustomerId::new(),
            domain: DomainId::new(),
            product: ProductId::new(),
            staff: AccountId::new(),
        }
    }

    /// An address out of the pattern of a route.
    pub fn fill(&self, pattern: &str) -> String {
        let below = if pattern.starts_with("/verwaltung/mitarbeiter/") {
            self.staff.to_string()
        } else if pattern.starts_with("/domains/") {
            self.domain.to_string()
        } else if pattern.starts_with("/produkte/") {
            self.product.to_string()
        } else {
            self.customer.to_string()
        };
        pattern
            .replace("{id}", &below)
            .replace("{number}", NUMBER)
            .replace("{domain}", &self.domain.to_string())
            .replace("{product}", &self.product.to_string())
            .replace("{user}", "01890000-0000-7000-8000-000000000000")
            .replace("{token}", "x")
    }
}

pub struct Scene {
    pub server: TestServer,
    /// What is asked for.
    pub real: Ids,
    pub stranger: Client,
    /// The reseller whose customer it is, who works for it, and an end customer that does not have it.
    pub ours: Vec<(Role, Client)>,
    pub other: Client,
}

impl Scene {
    pub async fn new(pool: &PgPool) -> Self {
        let server = TestServer::with_demo(pool, 30).await;
        let desk = people::desk(&server.db, "100001").await;
        let customer = server.db.find(&desk, NUMBER).await.unwrap();
        let detail = server.db.detail(&desk, customer).await.unwrap();
        let mut ours = vec![
            (Role::Reseller, server.reseller().await),
            (Role::Portal, server.end_customer().await),
        ];
        for right in Right::ALL {
            ours.push((Role::Staff(right), server.staff(pool, right).await));
        }
        Self {
            real: Ids {
                customer,
                domain: detail.domains[0].id,
                product: detail.products[0].id,
                staff: people::id_of(&server.db, "staff-view").await,
            },
            stranger: server.stranger(),
            ours,
            other: server.other_reseller().await,
            server,
        }
    }

    pub fn reseller(&self) -> &Client {
        &self.ours[0].1
    }

    /// Those who may not do it.
    pub fn refused(&self, action: Action) -> impl Iterator<Item = &(Role, Client)> {
        self.ours.iter().filter(move |(role, _)| !role.may(action))
    }

    /// Those who may.
    pub fn allowed(&self, action: Action) -> impl Iterator<Item = &(Role, Client)> {
        self.ours.iter().filter(move |(role, _)| role.may(action))
    }

    /// The customer is as it was.
    pub async fn nothing_has_changed(&self) {
        let kept = self
            .reseller()
            .get(&self.real.fill("/mkm/kunden/{id}"))
            .await;
        assert_eq!(kept.status, 200, "still there, still signed in");
        kept.shows(SECRET);
        let desk = people::desk(&self.server.db, "100001").await;
        let detail = self
            .server
            .db
            .detail(&desk, self.real.customer)
            .await
            .unwrap();
        assert_eq!(detail.version.0, 1);
        assert!(
            detail
                .domains
                .iter()
                .any(|domain| domain.id == self.real.domain)
        );
        assert!(
            detail
                .products
                .iter()
                .any(|product| product.id == self.real.product)
        );
    }
}

/// A request that another site makes the browser send.
pub async fn from_elsewhere(client: &Client, path: &str) -> Answer {
    let request = client.plain_request(Method::POST, path);
    Answer::of(
        request
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example"),
    )
    .await
}
