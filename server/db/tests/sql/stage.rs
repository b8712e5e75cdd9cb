//! What every test starts from: two resellers in a database of the test's own.

use std::{future::poll_fn, pin::pin, sync::Arc, task::Poll};

use db::{Db, NewReseller};
use domain::{
    country::Country,
    customer::NewCustomer,
    list::{Columns, ListKind},
    ports::{Customers, Lists, WholeList},
    principal::{Actor, Desk, OwnAccount, PortalDesk, Principal, Role, SignedIn},
    proof::FreshProof,
    rights::{Deed, May},
    values::{
        AccountId, CustomerId, CustomerNumber, EmailAddress, Line, PhoneNumber, PostalCode,
        ResellerId,
    },
};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, postgres::PgConnectOptions,
};
use uuid::Uuid;

pub const HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA";

/// A connection of somebody who may everything.
pub async fn superuser(options: &PgConnectOptions) -> PgConnection {
    let options = options.clone().username("postgres");
    options.connect().await.unwrap()
}

pub struct Stage {
    pub db: Db,
    pub options: PgConnectOptions,
    pub mine: Desk,
    pub theirs: Desk,
    pub my_account: AccountId,
}

impl Stage {
    pub async fn new(options: PgConnectOptions) -> Self {
        let db = Db::connect_with(options.clone()).await.unwrap();
        let (mine, my_account) = reseller(&db, "1", "mine").await;
        let (theirs, _) = reseller(&db, "2", "theirs").await;
        Self {
            db,
            options,
            mine,
            theirs,
            my_account,
        }
    }

    /// A connection that is what the program is while it works for my reseller.
    pub async fn as_app(&self) -> PgConnection {
        self.as_app_of(&self.mine).await
    }

    pub async fn as_app_of(&self, desk: &Desk) -> PgConnection {
        let mut connection = self.options.connect().await.unwrap();
        let reseller = desk.reseller();
        let statement = format!("set role mkm_app; set app.reseller_id = '{reseller}'");
        connection.execute(AssertSqlSafe(statement)).await.unwrap();
        connection
    }

    /// My whole list.
    pub async fn whole(&self, kind: ListKind) -> Arc<Columns> {
        match self.db.whole(&self.mine, kind, None).await.unwrap() {
            WholeList::Changed { columns, .. } => columns,
            WholeList::Unchanged => panic!("nothing was known"),
        }
    }

    /// Stores one of my customers.
    pub async fn customer(&self, number: &str) -> CustomerId {
        let id = CustomerId::new();
        self.db
            .create(may(&self.mine), id, customer(number))
            .await
            .unwrap();
        id
    }

    pub async fn give_product(&self, customer: CustomerId, kind: &str) -> Uuid {
        let mut app = self.as_app().await;
        let id = give_product(&mut app, &self.mine, customer, kind)
            .await
            .unwrap();
        app.close().await.unwrap();
        id
    }

    pub async fn give_user(&self, customer: CustomerId) -> Uuid {
        let mut app = self.as_app().await;
        let id = Uuid::now_v7();
        sqlx::query(
            "insert into account (reseller_id, id, user_name, email, role)
             values ($1, $2, $2::text, 'user@example.de', 'portal')",
        )
        .bind(self.mine.reseller().uuid())
        .bind(id)
        .execute(&mut app)
        .await
        .unwrap();
        sqlx::query("insert into customer_account (reseller_id, customer_id, account_id) values ($1, $2, $3)")
            .bind(self.mine.reseller().uuid())
            .bind(customer.uuid())
            .bind(id)
            .execute(&mut app)
            .await
            .unwrap();
        app.close().await.unwrap();
        id
    }

    /// Lets one of my portal accounts see another of my customers.
    pub async fn link(&self, customer: CustomerId, account: Uuid) {
        let mut app = self.as_app().await;
        sqlx::query("insert into customer_account (reseller_id, customer_id, account_id) values ($1, $2, $3)")
            .bind(self.mine.reseller().uuid())
            .bind(customer.uuid())
            .bind(account)
            .execute(&mut app)
            .await
            .unwrap();
        app.close().await.unwrap();
    }

    pub async fn give_domain(&self, customer: CustomerId, name: &str) {
        let mut app = self.as_app().await;
        sqlx::query(
            "insert into domain (reseller_id, id, customer_id, contract, name, active, registrar)
             values ($1, $2, $3, 'D-1', $4, true, 'INWX')",
        )
        .bind(self.mine.reseller().uuid())
        .bind(Uuid::now_v7())
        .bind(customer.uuid())
        .bind(name)
        .execute(&mut app)
        .await
        .unwrap();
        app.close().await.unwrap();
    }

    /// One number out of the database, as my reseller sees it.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let mut app = self.as_app().await;
        let count = sqlx::query_scalar(sql).fetch_one(&mut app).await.unwrap();
        app.close().await.unwrap();
        count
    }

    /// What one of my reseller's portal accounts may see.
    pub fn portal_of(&self, account: Uuid) -> PortalDesk {
        self.signed_in(AccountId::from_uuid(account), Role::Portal)
            .portal()
            .unwrap()
    }

    /// One of my reseller's accounts in the hands of its owner, in a session.
    pub fn own(&self, account: AccountId, session: [u8; 32]) -> OwnAccount {
        self.signed_in(account, Role::Portal)
            .in_session(session)
            .own()
    }

    fn signed_in(&self, account: AccountId, role: Role) -> Principal {
        signed_in(account, self.mine.reseller(), role)
    }

    /// My reseller's desk with this account at it.
    pub fn desk_of(&self, account: AccountId, role: Role) -> Desk {
        let desk = self.signed_in(account, role).desk().unwrap();
        assert_eq!(desk.actor(), Actor::Account(account));
        desk
    }

    /// My reseller's desk with somebody signed in at it.
    pub fn desk_of_my_account(&self) -> Desk {
        self.desk_of(self.my_account, Role::Reseller)
    }
}

/// Somebody has just proved who it is; whose account that is, the proof does not say.
pub fn proof() -> FreshProof {
    let principal = signed_in(AccountId::new(), ResellerId::new(), Role::Portal);
    #[expect(clippy::disallowed_methods, reason = "the test is the session layer")]
    let fresh = principal.with_fresh_proof();
    fresh.fresh_proof().unwrap()
}

fn signed_in(account: AccountId, reseller: ResellerId, role: Role) -> Principal {
    let shown = SignedIn {
        name: "Max Muster".to_owned(),
        reseller_number: "1".to_owned(),
        role,
    };
    #[expect(clippy::disallowed_methods, reason = "the test is the session layer")]
    Principal::new(account, reseller, shown)
}

/// What a desk allows. It lives as long as the tests: futures that are awaited later borrow it.
pub fn may<D: Deed>(desk: &Desk) -> &'static May<D> {
    Box::leak(Box::new(desk.may().unwrap()))
}

async fn reseller(db: &Db, number: &str, user_name: &str) -> (Desk, AccountId) {
    let (id, account) = db
        .add_reseller(new_reseller(number, user_name))
        .await
        .unwrap();
    (Desk::of_operator(id), account)
}

pub fn new_reseller(number: &str, user_name: &str) -> NewReseller {
    NewReseller {
        number: number.to_owned(),
        company: format!("Reseller {number}"),
        user_name: user_name.to_owned(),
        first_name: "Erika".to_owned(),
        last_name: "Muster".to_owned(),
        email: "reseller@example.de".to_owned(),
    }
}

pub async fn give_product(
    app: &mut PgConnection,
    desk: &Desk,
    customer: CustomerId,
    kind: &str,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    sqlx::query(
        "insert into product (reseller_id, id, customer_id, kind, shop_article, name, contract, since)
         values ($1, $2, $3, $4, case $4 when 'provider' then '10010' end, 'Webhosting',
             case $4 when 'reseller' then 'RV-1' end, '2024-01-31')",
    )
    .bind(desk.reseller().uuid())
    .bind(id)
    .bind(customer.uuid())
    .bind(kind)
    .execute(app)
    .await?;
    Ok(id)
}

/// The catalogue is the provider's: its owner writes it.
pub async fn stock_the_shop(options: &PgConnectOptions) {
    let mut owner = options.connect().await.unwrap();
    owner
        .execute("insert into shop_article (number, name) values ('10010', 'Webhosting Start')")
        .await
        .unwrap();
    owner.close().await.unwrap();
}

pub fn customer(number: &str) -> NewCustomer {
    named(number, "Müller", "Max", "Firma")
}

pub fn named(number: &str, last_name: &str, first_name: &str, company: &str) -> NewCustomer {
    NewCustomer {
        number: CustomerNumber::parse(number).unwrap(),
        company: (!company.is_empty()).then(|| Line::parse(company).unwrap()),
        last_name: Line::parse(last_name).unwrap(),
        first_name: Line::parse(first_name).unwrap(),
        street: Line::parse("Hauptstraße 1").unwrap(),
        postal_code: PostalCode::parse("10115", Country::GERMANY).unwrap(),
        city: Line::parse("Berlin").unwrap(),
        country: Country::GERMANY,
        phone: PhoneNumber::from_e164("+493023125001").unwrap(),
        mobile: PhoneNumber::from_e164("+491713920001").unwrap(),
        email: EmailAddress::parse("max@example.de").unwrap(),
        website: None,
    }
}

/// Polls it so often at most, and drops it then, wherever it is: a timer is too coarse for what takes less than
/// a millisecond.
pub async fn dropped_after<T>(polls: u64, asked: impl Future<Output = T>) -> Option<T> {
    let mut asked = pin!(asked);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        asked.as_mut().poll(context).map(Some)
    })
    .await
}
