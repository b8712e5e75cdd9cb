use db::{ConnectError, Db};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_tests_sign_in_as_a_role_that_row_level_security_holds(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let db = Db::connect_with(options).await.unwrap();
    db.ping().await.unwrap();
    db.close().await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_superuser_is_refused(_: PgPoolOptions, options: PgConnectOptions) {
    let refused = Db::connect_with(options.username("postgres")).await;
    assert!(matches!(refused, Err(ConnectError::Privileged(name)) if name == "postgres"));
}

#[sqlx::test(migrations = false)]
async fn an_empty_database_is_refused_until_it_is_migrated(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let refused = Db::connect_with(options.clone()).await;
    assert!(
        matches!(refused, Err(ConnectError::NotMigrated)),
        "{refused:?}"
    );
    let socket = options.get_socket().unwrap().display().to_string();
    let url = format!(
        "postgres://{}@localhost/{}?host={socket}",
        options.get_username(),
        options.get_database().unwrap()
    );
    db::migrate(&url).await.unwrap();
    db::migrate(&url).await.unwrap();
    Db::connect(&url).await.unwrap();
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_database_of_a_newer_program_is_refused(pool: sqlx::PgPool) {
    let options = (*pool.connect_options()).clone();
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (999999, 'of tomorrow', true, '', 0)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let refused = Db::connect_with(options).await;
    assert!(
        matches!(refused, Err(ConnectError::TooNew { found: 999_999 })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_server_that_is_not_there_cannot_be_reached() {
    let refused = Db::connect("postgres://mkm_owner@127.0.0.1:1/mkm").await;
    assert!(
        matches!(refused, Err(ConnectError::Unreachable(_))),
        "{refused:?}"
    );
}
