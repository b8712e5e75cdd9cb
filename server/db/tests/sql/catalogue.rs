//! Promises about every table, also about those that come later.

use db::catalogue::{
    FOREIGN_KEYS, FOREIGN_KEYS_WITHOUT_RESELLER, GLOBAL_KEYS, HALF_POLICIES, KEYS_WITHOUT_RESELLER,
    LOOSE_POLICIES, NOT_VALIDATED, OPEN, OWNERS_FUNCTIONS, OWNERS_FUNCTIONS_FOUND, SHARED,
    TRIGGERS_OFF, UNGUARDED, WITHOUT_FORCED_ROW_SECURITY, WITHOUT_POLICY,
};
use sqlx::PgPool;

async fn names(pool: &PgPool, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(pool).await.unwrap()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_owner_is_no_superuser_and_does_not_bypass_row_level_security(pool: PgPool) {
    let privileged: bool = sqlx::query_scalar(
        "select rolsuper or rolbypassrls from pg_roles where rolname = session_user",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(!privileged);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_key_and_index_of_a_resellers_table_begins_with_the_reseller(pool: PgPool) {
    assert_eq!(names(&pool, KEYS_WITHOUT_RESELLER).await, GLOBAL_KEYS);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_foreign_key_to_a_resellers_table_carries_the_reseller(pool: PgPool) {
    assert!(names(&pool, FOREIGN_KEYS).await.len() > 8);
    let single = names(&pool, FOREIGN_KEYS_WITHOUT_RESELLER).await;
    assert_eq!(single, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn row_level_security_is_enabled_and_forced_on_every_table(pool: PgPool) {
    assert_eq!(names(&pool, WITHOUT_FORCED_ROW_SECURITY).await, OPEN);
    assert_eq!(names(&pool, WITHOUT_POLICY).await, OPEN);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_policy_says_which_rows_may_be_seen_and_which_may_be_written(pool: PgPool) {
    assert_eq!(names(&pool, HALF_POLICIES).await, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_application_sees_only_rows_of_its_reseller(pool: PgPool) {
    assert_eq!(names(&pool, LOOSE_POLICIES).await, Vec::<String>::new());
    assert_eq!(names(&pool, UNGUARDED).await, ["shop_article"]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn shared_tables_are_closed_to_whoever_works_for_a_reseller(pool: PgPool) {
    for table in SHARED {
        let writable: bool = sqlx::query_scalar(
            "select has_any_column_privilege('mkm_app', $1::text, 'insert, update')
                 or has_table_privilege('mkm_app', $1::text, 'delete, truncate')",
        )
        .bind(table)
        .fetch_one(&pool)
        .await
        .unwrap();
        assert!(!writable, "{table}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn sign_in_sees_nothing_of_the_customers(pool: PgPool) {
    let readable = names(
        &pool,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r'
             and (has_any_column_privilege('mkm_auth', oid, 'select, insert, update')
                 or has_table_privilege('mkm_auth', oid, 'delete, truncate'))
         order by 1",
    )
    .await;
    assert_eq!(
        readable,
        [
            "account",
            "audit_entry",
            "login_attempt",
            "one_time_token",
            "outgoing_mail",
            "passkey",
            "recovery_code",
            "reseller",
            "session",
            "totp_factor"
        ]
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_works_for_a_reseller_never_reads_a_password_hash(pool: PgPool) {
    let readable: bool = sqlx::query_scalar(
        "select has_column_privilege('mkm_app', 'account', 'password_hash', 'select, insert, update')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(!readable);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_works_for_a_reseller_has_no_right_to_second_factors(pool: PgPool) {
    for table in ["totp_factor", "recovery_code", "passkey"] {
        let open: bool = sqlx::query_scalar(
            "select has_any_column_privilege('mkm_app', $1::text, 'select, insert, update')
                 or has_table_privilege('mkm_app', $1::text, 'delete, truncate')",
        )
        .bind(table)
        .fetch_one(&pool)
        .await
        .unwrap();
        assert!(!open, "{table}");
    }
    let writable: bool = sqlx::query_scalar(
        "select has_column_privilege('mkm_app', 'account', 'has_second_factor', 'insert, update')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(!writable, "whether there is one follows from what there is");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn what_runs_with_the_owners_rights_names_the_reseller_and_its_tables(pool: PgPool) {
    assert_eq!(names(&pool, OWNERS_FUNCTIONS_FOUND).await, OWNERS_FUNCTIONS);
    let loose = names(
        &pool,
        "select proname::text from pg_proc
         where pronamespace = 'public'::regnamespace and prosecdef
             and (not 'search_path=pg_catalog, pg_temp' = any (proconfig)
                 or pg_get_function_sqlbody(oid) not like '%current_reseller()%'
                 or has_function_privilege('mkm_auth', oid, 'execute'))",
    )
    .await;
    assert_eq!(loose, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_trigger_and_constraint_is_at_work(pool: PgPool) {
    assert_eq!(names(&pool, TRIGGERS_OFF).await, Vec::<String>::new());
    assert_eq!(names(&pool, NOT_VALIDATED).await, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn nobody_who_works_for_a_reseller_reaches_the_chain_of_the_audit_log(pool: PgPool) {
    for role in ["mkm_app", "mkm_auth"] {
        let open: bool = sqlx::query_scalar(
            "select has_any_column_privilege($1::text, 'audit_link', 'select, insert, update')
                 or has_table_privilege($1::text, 'audit_link', 'delete, truncate')",
        )
        .bind(role)
        .fetch_one(&pool)
        .await
        .unwrap();
        assert!(!open, "{role}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn backups_read_every_table(pool: PgPool) {
    let hidden = names(
        &pool,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r'
             and not has_table_privilege('mkm_backup', oid, 'select')",
    )
    .await;
    assert_eq!(hidden, Vec::<String>::new());
}
