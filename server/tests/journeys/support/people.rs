//! Who signs in, and whose customers there are.

use db::{Credentials, Db};
use domain::{
    customer::CustomerRow,
    list::ListQuery,
    ports::{Customers, Lists},
    principal::{Actor, Desk},
    rights::Right,
    values::{AccountId, CustomerId},
};
use server::accounts::Passwords;
use sqlx::PgPool;
use tokio::sync::OnceCell;
use uuid::Uuid;

/// Of everybody in these tests.
pub const PASSWORD: &str = "demo-kundenverwaltung";

/// Hashed once: that is slow on purpose.
async fn hash() -> &'static str {
    static HASH: OnceCell<String> = OnceCell::const_new();
    HASH.get_or_init(|| async {
        Passwords::default()
            .hash(PASSWORD.to_owned())
            .await
            .unwrap()
    })
    .await
}

/// Resellers 100001 and 100002, with the handbook's customers and so many more each.
pub async fn load_demo(db: &Db, customers: u32) {
    db.load_demo(hash().await, customers, |_| {}).await.unwrap();
}

/// The desk of a reseller.
pub async fn desk(db: &Db, number: &str) -> Desk {
    Desk::of_operator(db.reseller_by_number(number).await.unwrap().unwrap())
}

/// The user name of a portal user who may sign in, and who gets the password.
pub async fn portal_user(db: &Db) -> String {
    let desk = desk(db, "100001").await;
    let page = db.page(&desk, &ListQuery::default()).await.unwrap();
    let rows = page.rows.iter().map(CustomerRow::from);
    for row in rows.filter(|row| row.users > 0) {
        let customer = db.find(&desk, &row.number).await.unwrap();
        let users = db.detail(&desk, customer).await.unwrap().users;
        if let Some(user) = users.iter().find(|user| user.active) {
            let user_name = user.record.user_name.clone();
            set_password(db, &user_name).await;
            return user_name;
        }
    }
    panic!("the demo has no active portal user");
}

/// The user name of somebody who works for reseller 100001 with this right, and who gets the password.
pub async fn add_staff(db: &Db, pool: &PgPool, right: Right) -> String {
    let reseller = desk(db, "100001").await.reseller().uuid();
    let user_name = format!("staff-{}", right.word());
    let mut tx = pool.begin().await.unwrap();
    sqlx::raw_sql("set local role mkm_auth")
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query(
        "insert into account (reseller_id, id, user_name, email, role, staff_right)
         values ($1, $2, $3, 'staff@example.de', 'staff', $4)",
    )
    .bind(reseller)
    .bind(Uuid::now_v7())
    .bind(&user_name)
    .bind(right.word())
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    set_password(db, &user_name).await;
    user_name
}

/// The account of this user name.
pub async fn id_of(db: &Db, user_name: &str) -> AccountId {
    db.credentials(user_name).await.unwrap().unwrap().account
}

/// Gives the account the password.
pub async fn set_password(db: &Db, user_name: &str) -> Credentials {
    let found = db.credentials(user_name).await.unwrap().unwrap();
    db.set_password(Actor::Operator, found.account, hash().await)
        .await
        .unwrap();
    found
}

/// The id and the number of the reseller's first customer that may, or may not, be deleted.
pub async fn customer(db: &Db, reseller: &str, deletable: bool) -> (CustomerId, String) {
    let desk = desk(db, reseller).await;
    let page = db.page(&desk, &ListQuery::default()).await.unwrap();
    let row = page
        .rows
        .iter()
        .map(CustomerRow::from)
        .find(|row| row.deletable() == deletable)
        .unwrap();
    (
        db.find(&desk, &row.number).await.unwrap(),
        row.number.clone(),
    )
}
