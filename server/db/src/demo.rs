//! Demo data: two resellers with German-looking customers, the same at every run.

mod belongings;
mod columns;
mod customers;
mod portal_user;
mod random;
mod staff;
mod words;

use chrono::Utc;
use domain::{
    customer::NewCustomer,
    principal::{Actor, Desk},
    refusal::Refusal,
    values::{CustomerId, ResellerId, ValueError},
};

use self::{
    belongings::{Amounts, Belongings, Owner},
    random::Random,
};
use crate::{
    Db, NewReseller,
    customers::Batch,
    error::{Failure, internal},
    pool::Tx,
    resellers::store_reseller,
    sign_in::store_password,
    tenant::TenantTx,
};

/// Customers of one statement.
const CHUNK: u32 = 1_000;

/// After so many customers, something that nobody has.
const UNASSIGNED_EVERY: u32 = 25;

/// What became of the demo data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoOutcome {
    Loaded,
    /// The demo's resellers or accounts exist; nothing was changed.
    AlreadyThere,
}

/// One of the demo's resellers.
struct DemoReseller {
    number: &'static str,
    company: &'static str,
    user_name: &'static str,
    first_name: &'static str,
    last_name: &'static str,
    /// Ends the user names of its customers' users.
    suffix: &'static str,
    /// Has the two customers of the handbook.
    handbook: bool,
}

const RESELLERS: [DemoReseller; 2] = [
    DemoReseller {
        number: "100001",
        company: "Muster Hosting GmbH",
        user_name: "demo",
        first_name: "Erika",
        last_name: "Mustermann",
        suffix: "",
        handbook: true,
    },
    DemoReseller {
        number: "100002",
        company: "Beispiel IT-Service e. K.",
        user_name: "demo2",
        first_name: "Otto",
        last_name: "Beispiel",
        suffix: ".2",
        handbook: false,
    },
];

impl Db {
    /// Stores the demo data, all or nothing: resellers 100001 (account `demo`) and 100002
    /// (`demo2`), the staff accounts `mitarbeiter` and `azubi` and the portal account `kunde`
    /// of the first, all with this password hash, the handbook's two customers in the first one, and
    /// so many more in each. `progress` gets a German sentence now and then.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn load_demo(
        &self,
        password_hash: &str,
        customers_per_reseller: u32,
        progress: impl Fn(&str) + Send + Sync,
    ) -> Result<DemoOutcome, Refusal> {
        match load(self, password_hash, customers_per_reseller, &progress).await {
            Ok(()) => Ok(DemoOutcome::Loaded),
            Err(failure)
                if matches!(
                    failure.constraint(),
                    Some("reseller_number_key" | "account_user_name_key")
                ) =>
            {
                Ok(DemoOutcome::AlreadyThere)
            }
            Err(failure) => Err(failure.into()),
        }
    }
}

/// Everything in one transaction; each part in the role that may do it.
async fn load(
    db: &Db,
    password_hash: &str,
    customers: u32,
    progress: &(impl Fn(&str) + Send + Sync),
) -> Result<(), Failure> {
    let mut tx = db.tenants.begin().await?;
    for (seed, reseller) in (1..).zip(&RESELLERS) {
        become_role(&mut tx, "set local role mkm_auth").await?;
        let id = add(&mut tx, reseller, password_hash).await?;
        if reseller.handbook {
            become_role(&mut tx, "set local role none").await?;
            store_articles(&mut tx).await?;
        }
        let mut tenant = TenantTx::adopt(tx, &Desk::of_operator(id)).await?;
        tenant.take_time().await?;
        if reseller.handbook {
            store_handbook(&mut tenant).await?;
        }
        for first in (0..customers).step_by(CHUNK as usize) {
            let end = first.saturating_add(CHUNK).min(customers);
            store_customers(&mut tenant, reseller, seed, first..end).await?;
            if first == 0 {
                tenant.analyze().await?;
            }
            progress(&format!(
                "Beispieldaten für Reseller {}: {end} von {customers} Kunden",
                reseller.number
            ));
        }
        let mut accounts = Vec::new();
        if reseller.handbook {
            accounts.extend(portal_user::store(&mut tenant).await?);
            accounts.extend(staff::store(&mut tenant).await?);
        }
        tenant.analyze().await?;
        tx = tenant.hand_back().await?;
        become_role(&mut tx, "set local role mkm_auth").await?;
        for account in accounts {
            store_password(&mut tx, Actor::Operator, account, password_hash).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn become_role(tx: &mut Tx, set_role: &'static str) -> Result<(), Failure> {
    sqlx::raw_sql(set_role).execute(&mut **tx).await?;
    Ok(())
}

async fn add(
    tx: &mut Tx,
    reseller: &DemoReseller,
    password_hash: &str,
) -> Result<ResellerId, Failure> {
    let new = NewReseller {
        number: reseller.number.to_owned(),
        company: reseller.company.to_owned(),
        user_name: reseller.user_name.to_owned(),
        first_name: reseller.first_name.to_owned(),
        last_name: reseller.last_name.to_owned(),
        email: format!("{}@example.de", reseller.user_name),
    };
    let (id, account) = store_reseller(tx, &new).await?;
    store_password(tx, Actor::Operator, account, password_hash).await?;
    Ok(id)
}

async fn store_articles(tx: &mut Tx) -> Result<(), Failure> {
    let column = |pick: fn(&(&str, &str)) -> String| -> Vec<String> {
        words::SHOP_ARTICLES.iter().map(pick).collect()
    };
    sqlx::query!(
        "insert into shop_article (number, name)
         select number, name from unnest($1::text[], $2::text[]) as given (number, name)
         on conflict on constraint shop_article_pkey do nothing",
        &column(|article| article.0.to_owned()),
        &column(|article| article.1.to_owned())
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// One may be deleted, the other one has something of everything.
async fn store_handbook(tx: &mut TenantTx) -> Result<(), Failure> {
    let [huber, mueller] = customers::of_the_handbook().map_err(wrong)?;
    let (mut batch, mut belongings) = (Batch::default(), Belongings::new(Utc::now()));
    batch.push(CustomerId::new(), &huber);
    let id = CustomerId::new();
    batch.push(id, &mueller);
    let amounts = Amounts {
        provider_products: 2,
        reseller_products: 1,
        users: 1,
        domains: 2,
    };
    belongings.give(&owner(id, &mueller, ""), amounts, &mut Random::of(0, 0));
    belongings.leave_unassigned(owner(id, &huber, ""), &mut Random::of(0, 1));
    batch.insert(tx).await?;
    belongings.insert(tx).await
}

async fn store_customers(
    tx: &mut TenantTx,
    reseller: &DemoReseller,
    seed: u64,
    indexes: std::ops::Range<u32>,
) -> Result<(), Failure> {
    let (mut batch, mut belongings) = (Batch::default(), Belongings::new(Utc::now()));
    for index in indexes {
        let random = &mut Random::of(seed, u64::from(index));
        let customer = customers::generated(index, random).map_err(wrong)?;
        let id = CustomerId::new();
        batch.push(id, &customer);
        let amounts = Amounts::of(index, random);
        belongings.give(&owner(id, &customer, reseller.suffix), amounts, random);
        if index % UNASSIGNED_EVERY == 0 {
            let owner = owner(id, &customer, reseller.suffix);
            belongings.leave_unassigned(owner, random);
        }
    }
    batch.insert(tx).await?;
    belongings.insert(tx).await
}

fn owner<'a>(id: CustomerId, customer: &'a NewCustomer, suffix: &'a str) -> Owner<'a> {
    Owner {
        id: Some(id),
        number: customer.number.as_str(),
        first_name: customer.first_name.as_str(),
        last_name: customer.last_name.as_str(),
        suffix,
    }
}

/// A word list holds what the form would not take.
fn wrong(error: ValueError) -> Failure {
    internal(&error).into()
}
