//! Promises about every table, also about those that come later.

use sqlx::PgPool;

/// Tables that belong to no reseller. A new one must be argued for here.
const SHARED: &[&str] = &["login_attempt", "one_time_token", "session", "shop_article"];

/// Keys and indexes of a reseller's table that do not begin with the reseller, because sign-in looks
/// there before any reseller is known.
const GLOBAL_KEYS: &[&str] = &[
    "account_by_email",
    "account_id_key",
    "account_user_name_key",
    // A passkey signs in alone.
    "passkey_credential_id_key",
];

/// What runs with the owner's rights. A new one must be argued for here, and must name the reseller.
const OWNERS_FUNCTIONS: &[&str] = &["end_access", "end_links", "store_invitation"];

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
    let others = names(
        &pool,
        "select index.relname::text
         from pg_index
         join pg_class as index on index.oid = indexrelid
         join pg_class as relation on relation.oid = indrelid
         join pg_attribute as first_column on attrelid = relation.oid and attnum = indkey[0]
         where relation.relnamespace = 'public'::regnamespace
             and relation.relname <> all (array['login_attempt', 'one_time_token', 'session', 'shop_article', 'reseller', '_sqlx_migrations'])
             and first_column.attname <> 'reseller_id'
         order by 1",
    )
    .await;
    assert_eq!(others, GLOBAL_KEYS);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_foreign_key_to_a_resellers_table_carries_the_reseller(pool: PgPool) {
    let checked: i64 = sqlx::query_scalar(
        "select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(checked > 8);
    let single = names(
        &pool,
        "select conname::text
         from pg_constraint
         join pg_attribute as first_column on attrelid = conrelid and attnum = conkey[1]
         where contype = 'f' and connamespace = 'public'::regnamespace
             and confrelid <> 'shop_article'::regclass
             and first_column.attname <> 'reseller_id'",
    )
    .await;
    assert_eq!(single, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn row_level_security_is_enabled_and_forced_on_every_table(pool: PgPool) {
    let open = names(
        &pool,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
             and not (relrowsecurity and relforcerowsecurity)
         order by 1",
    )
    .await;
    assert_eq!(open, ["_sqlx_migrations", "shop_article"]);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_policy_says_which_rows_may_be_seen_and_which_may_be_written(pool: PgPool) {
    let half = names(
        &pool,
        "select policyname::text from pg_policies
         where cmd <> 'ALL' or qual is null or with_check is null or qual is distinct from with_check",
    )
    .await;
    assert_eq!(half, Vec::<String>::new());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_application_sees_only_rows_of_its_reseller(pool: PgPool) {
    let loose = names(
        &pool,
        "select tablename::text from pg_policies
         where 'mkm_app' = any (roles) and qual not in ('(reseller_id = current_reseller())', '(id = current_reseller())')",
    )
    .await;
    assert_eq!(loose, Vec::<String>::new());
    let without_policy = names(
        &pool,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r'
             and has_any_column_privilege('mkm_app', oid, 'select, insert, update')
             and not exists (select from pg_policies where tablename = relname and 'mkm_app' = any (roles))",
    )
    .await;
    assert_eq!(without_policy, ["shop_article"]);
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
    let functions = names(
        &pool,
        "select proname::text from pg_proc
         where pronamespace = 'public'::regnamespace and prosecdef
         order by 1",
    )
    .await;
    assert_eq!(functions, OWNERS_FUNCTIONS);
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
