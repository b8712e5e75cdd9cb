//! What the demo's customers have: products, domains and portal users.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::{
    german_time::german_day,
    keys::{domain_keys, product_keys},
    values::CustomerId,
};
use uuid::Uuid;

use super::{
    columns::{Domains, Products, Users},
    customers::slug,
    random::Random,
    words,
};
use crate::{error::Failure, tenant::TenantTx};

/// Short name of the registrar of all of them.
const REGISTRAR: &str = "INWX";

/// Follows the name of a customer in the name of a domain that nobody has.
const UNASSIGNED_PLACE: u32 = 89;

/// How many of each a customer has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Amounts {
    pub(super) provider_products: u32,
    pub(super) reseller_products: u32,
    pub(super) users: u32,
    pub(super) domains: u32,
}

impl Amounts {
    /// By the index, so that among any ten customers some may be deleted and others not, for each
    /// of the three reasons alone and mixed.
    pub(super) fn of(index: u32, random: &mut Random) -> Self {
        let mut some = |most: u32| 1 + random.below(most);
        let none = Self::default();
        match index % 10 {
            1 => Self {
                provider_products: some(3),
                ..none
            },
            2 => Self {
                reseller_products: some(3),
                ..none
            },
            3 => Self {
                users: some(2),
                ..none
            },
            4 => Self {
                domains: some(3),
                ..none
            },
            5 => Self {
                provider_products: some(2),
                reseller_products: some(2),
                domains: some(4),
                ..none
            },
            6 => Self {
                provider_products: some(3),
                users: some(2),
                domains: some(3),
                ..none
            },
            7 => Self {
                reseller_products: some(2),
                users: 1,
                ..none
            },
            8 => Self {
                provider_products: some(4),
                reseller_products: some(3),
                users: some(3),
                domains: some(6),
            },
            _ => none,
        }
    }
}

/// Whose belongings are made.
pub(super) struct Owner<'a> {
    /// None: they are assigned to nobody, and only called after this customer.
    pub(super) id: Option<CustomerId>,
    pub(super) number: &'a str,
    pub(super) first_name: &'a str,
    pub(super) last_name: &'a str,
    /// Ends the user names: they are unique over all resellers.
    pub(super) suffix: &'a str,
}

/// Products, domains and users as columns, ready to be stored.
#[derive(Debug)]
pub(super) struct Belongings {
    now: DateTime<Utc>,
    products: Products,
    domains: Domains,
    users: Users,
}

impl Belongings {
    /// `now` is when the registrar is said to have been asked.
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self {
            now,
            products: Products::default(),
            domains: Domains::default(),
            users: Users::default(),
        }
    }

    pub(super) fn give(&mut self, owner: &Owner<'_>, amounts: Amounts, random: &mut Random) {
        for _ in 0..amounts.provider_products {
            self.give_provider_product(owner, random);
        }
        for _ in 0..amounts.reseller_products {
            self.give_reseller_product(owner, random);
        }
        for place in 0..amounts.domains {
            self.give_domain(owner, place, random);
        }
        if let Some(id) = owner.id {
            for place in 0..amounts.users {
                self.give_user(id, owner, place, random);
            }
        }
    }

    /// Something that nobody has: a domain, and a product of each kind.
    pub(super) fn leave_unassigned(&mut self, owner: Owner<'_>, random: &mut Random) {
        let nobody = Owner { id: None, ..owner };
        self.give_domain(&nobody, UNASSIGNED_PLACE, random);
        self.give_provider_product(&nobody, random);
        self.give_reseller_product(&nobody, random);
    }

    fn give_provider_product(&mut self, owner: &Owner<'_>, random: &mut Random) {
        let (article, name) = random.one_of(words::SHOP_ARTICLES);
        self.give_product(owner, name, Some(article), None, random);
    }

    fn give_reseller_product(&mut self, owner: &Owner<'_>, random: &mut Random) {
        let name = random.one_of(words::OWN_PRODUCTS);
        let contract = format!("RV-{:06}", random.below(1_000_000));
        self.give_product(owner, name, None, Some(contract), random);
    }

    fn give_product(
        &mut self,
        owner: &Owner<'_>,
        name: &str,
        article: Option<&str>,
        contract: Option<String>,
        random: &mut Random,
    ) {
        let since =
            NaiveDate::default() // 1970-01-01
                .checked_add_days(Days::new(16_801 + u64::from(random.below(3_600))))
                .unwrap_or_default();
        let keys = product_keys(name, article, contract.as_deref());
        self.products.name_keys.push(keys.name);
        self.products.search_keys.push(keys.search);
        self.products.ids.push(Uuid::now_v7());
        self.products.customers.push(owner.id.map(|id| id.uuid()));
        self.products.articles.push(article.map(str::to_owned));
        self.products.names.push(name.to_owned());
        self.products.contracts.push(contract);
        self.products.active.push(random.percent(90));
        self.products.since.push(since);
    }

    /// Most are in order; some need verification, lack a zone, or were never read.
    fn give_domain(&mut self, owner: &Owner<'_>, place: u32, random: &mut Random) {
        // Half of them with umlauts, which are stored in their ASCII form.
        let label = if random.percent(50) {
            owner.last_name.to_lowercase().replace(' ', "-")
        } else {
            slug(owner.last_name)
        };
        let shown = format!("{label}-{}-{}.example", slug(owner.number), place + 1);
        let name = idna::domain_to_ascii(&shown).unwrap_or_else(|_| slug(&shown));
        let never_read = random.percent(5);
        let word = |words: &[&'static str], random: &mut Random| {
            let word = random.one_of(words);
            if never_read { "unknown" } else { word }.to_owned()
        };
        let verification = word(
            &[
                "ok", "ok", "ok", "ok", "ok", "ok", "ok", "pending", "failed",
            ],
            random,
        );
        let until = (verification == "pending")
            .then(|| german_day(self.now) + Days::new(u64::from(random.below(15)) + 1));
        let read_at = self.now - TimeDelta::minutes(i64::from(random.below(1_400)) + 5);
        let domains = &mut self.domains;
        let contract = format!("D-{:07}", random.below(10_000_000));
        let keys = domain_keys(&shown, &contract, REGISTRAR);
        domains.name_keys.push(keys.name);
        domains.search_keys.push(keys.search);
        domains.ids.push(Uuid::now_v7());
        domains.customers.push(owner.id.map(|id| id.uuid()));
        domains.contracts.push(contract);
        domains.names.push(name);
        domains.active.push(random.percent(92));
        domains.registrars.push(REGISTRAR.to_owned());
        domains.verifications.push(verification);
        domains.verified_until.push(until);
        domains
            .zones
            .push(word(&["ok", "ok", "ok", "ok", "ok", "missing"], random));
        domains
            .locks
            .push(word(&["on", "on", "on", "on", "off"], random));
        domains.renewals.push(word(
            &[
                "AUTORENEW",
                "AUTORENEW",
                "AUTORENEW",
                "AUTODELETE",
                "AUTOEXPIRE",
            ],
            random,
        ));
        domains
            .statuses
            .push(if never_read { "" } else { "OK" }.to_owned());
        domains.checked_at.push((!never_read).then_some(read_at));
    }

    fn give_user(&mut self, id: CustomerId, owner: &Owner<'_>, place: u32, random: &mut Random) {
        // The first user is the customer itself, the others are people who work there.
        let first_name = match place {
            0 => owner.first_name,
            _ => random.one_of(words::FIRST_NAMES),
        };
        let number = slug(owner.number);
        let (first, last) = (slug(first_name), slug(owner.last_name));
        let user_name = match place {
            0 => format!("{first}.{last}.{number}{}", owner.suffix),
            _ => format!("{first}.{last}.{number}.{place}{}", owner.suffix),
        };
        let users = &mut self.users;
        users.ids.push(Uuid::now_v7());
        users.customers.push(id.uuid());
        users.emails.push(format!("{user_name}@example.com"));
        users.user_names.push(user_name);
        users.first_names.push(first_name.to_owned());
        users.last_names.push(owner.last_name.to_owned());
        users.active.push(random.percent(85));
    }

    /// Stores all of it, after the customers.
    pub(super) async fn insert(&self, tx: &mut TenantTx) -> Result<(), Failure> {
        self.products.insert(tx).await?;
        self.domains.insert(tx).await?;
        self.users.insert(tx).await
    }
}
