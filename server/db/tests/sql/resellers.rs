use db::AddResellerError;
use domain::{principal::Role, values::ResellerId};
use sqlx::{
    Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::stage::{Stage, new_reseller};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_fresh_database_has_no_account_and_no_reseller(pool: sqlx::PgPool) {
    let mut auth = pool.begin().await.unwrap();
    auth.execute("set local role mkm_auth").await.unwrap();
    let found: i64 = sqlx::query_scalar(
        "select (select count(*) from account) + (select count(*) from reseller)",
    )
    .fetch_one(&mut *auth)
    .await
    .unwrap();
    assert_eq!(found, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_new_reseller_has_an_account_without_a_password(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let (id, account) = stage
        .db
        .add_reseller(new_reseller("r-3", "Erika"))
        .await
        .unwrap();
    assert_eq!(stage.db.reseller_by_number(" R-3 ").await, Ok(Some(id)));
    assert_eq!(
        stage.db.reseller_by_number("r-4").await,
        Ok(None::<ResellerId>)
    );
    let found = stage.db.credentials("eRIKA").await.unwrap().unwrap();
    assert_eq!(
        (found.account, found.reseller, found.role),
        (account, id, Role::Reseller)
    );
    assert_eq!(
        (found.active, found.password_hash, found.user_name.as_str()),
        (true, None, "Erika")
    );
    assert_eq!(stage.db.credentials("nobody").await, Ok(None));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn numbers_and_user_names_are_taken_in_any_case(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage
        .db
        .add_reseller(new_reseller("R-3", "erika"))
        .await
        .unwrap();
    let number = stage.db.add_reseller(new_reseller("r-3", "other")).await;
    assert_eq!(number, Err(AddResellerError::NumberTaken));
    let user_name = stage.db.add_reseller(new_reseller("R-4", "ERIKA")).await;
    assert_eq!(user_name, Err(AddResellerError::UserNameTaken));
    assert_eq!(stage.db.reseller_by_number("R-4").await, Ok(None));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_is_no_name_is_refused_by_its_column(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let number = stage
        .db
        .add_reseller(new_reseller(&"9".repeat(33), "a"))
        .await;
    assert_eq!(number, Err(AddResellerError::Invalid("number")));
    let user_name = stage.db.add_reseller(new_reseller("9", "a\u{202e}b")).await;
    assert_eq!(user_name, Err(AddResellerError::Invalid("user name")));
    let mut without_email = new_reseller("9", "a");
    without_email.email = "nowhere".to_owned();
    let email = stage.db.add_reseller(without_email).await;
    assert_eq!(email, Err(AddResellerError::Invalid("email")));
}
