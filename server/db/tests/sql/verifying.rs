//! What `mkm verify` finds: nothing in a database that only the program wrote to, and everything that
//! somebody with all rights has tampered with.

use std::collections::HashSet;

use db::{Check, Db, FaultKind, Finding, VerifyError, verify};
use domain::{ports::Customers, values::CustomerId};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use uuid::Uuid;

use crate::stage::{HASH, Stage, customer, may, superuser};

/// Of somebody who may everything.
fn url(options: &PgConnectOptions) -> String {
    let superuser = options.clone().username("postgres");
    superuser.to_url_lossy().to_string()
}

async fn as_superuser(options: &PgConnectOptions, statements: &str) {
    let mut connection = superuser(options).await;
    connection
        .execute(AssertSqlSafe(statements.to_owned()))
        .await
        .unwrap_or_else(|error| panic!("{statements}: {error}"));
    connection.close().await.unwrap();
}

async fn found(options: &PgConnectOptions) -> Vec<(FaultKind, String)> {
    let findings = verify(&url(options)).await.unwrap();
    let faults = findings.into_iter().flat_map(|finding| finding.faults);
    faults.map(|fault| (fault.kind, fault.place)).collect()
}

async fn demo(options: &PgConnectOptions) {
    let db = Db::connect_with(options.clone()).await.unwrap();
    db.load_demo(HASH, 20, |_| {}).await.unwrap();
    db.close().await;
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_what_the_program_wrote_everything_is_in_order(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    demo(&options).await;
    let findings = verify(&url(&options)).await.unwrap();
    assert_eq!(findings.len(), 10);
    for Finding {
        check,
        looked_at,
        faults,
    } in findings
    {
        assert_eq!(faults, [], "{check:?}");
        assert!(looked_at > 0, "{check:?} looked at nothing");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn who_cannot_see_every_row_cannot_verify(_: PgPoolOptions, options: PgConnectOptions) {
    let owner = options.to_url_lossy();
    let refused = verify(owner.as_str()).await;
    assert!(
        matches!(&refused, Err(VerifyError::NotBackup(name)) if name == "mkm_owner"),
        "{refused:?}"
    );
}

#[sqlx::test(migrations = false)]
async fn an_empty_database_is_none_of_ours(_: PgPoolOptions, options: PgConnectOptions) {
    let refused = verify(&url(&options)).await;
    assert!(matches!(refused, Err(VerifyError::Empty)), "{refused:?}");
}

/// What was done, how it is undone, and what is found meanwhile.
const STRUCTURE: &[(&str, &str, FaultKind, &str)] = &[
    (
        "alter table customer no force row level security",
        "alter table customer force row level security",
        FaultKind::RowSecurityNotForced,
        "customer",
    ),
    (
        "alter table domain disable row level security",
        "alter table domain enable row level security",
        FaultKind::RowSecurityNotForced,
        "domain",
    ),
    (
        "drop policy totp_factor_sign_in on totp_factor",
        "create policy totp_factor_sign_in on totp_factor to mkm_auth using (true) with check (true)",
        FaultKind::PolicyMissing,
        "totp_factor",
    ),
    (
        "create policy loose on customer to mkm_app using (true) with check (true)",
        "drop policy loose on customer",
        FaultKind::PolicyLoose,
        "loose",
    ),
    (
        "create policy half on session for select to mkm_auth using (true)",
        "drop policy half on session",
        FaultKind::PolicyHalf,
        "half",
    ),
    (
        "create index loose on customer (city)",
        "drop index loose",
        FaultKind::KeyWithoutReseller,
        "loose",
    ),
    (
        "alter table customer_account add constraint loose foreign key (account_id) references account (id)",
        "alter table customer_account drop constraint loose",
        FaultKind::ForeignKeyWithoutReseller,
        "loose",
    ),
    (
        "alter table product disable trigger count_inserted_products",
        "alter table product enable trigger count_inserted_products",
        FaultKind::TriggerOff,
        "product.count_inserted_products",
    ),
    (
        "alter table customer add constraint later check (true) not valid",
        "alter table customer drop constraint later",
        FaultKind::NotValidated,
        "later",
    ),
    (
        "create function loose() returns integer language sql security definer return 1",
        "drop function loose",
        FaultKind::UnknownOwnersFunction,
        "loose",
    ),
    (
        "create table copy as select * from _sqlx_migrations; \
         alter table copy enable row level security; alter table copy force row level security; \
         create policy copy on copy using (false) with check (false); \
         update _sqlx_migrations set checksum = '' where version = 3",
        "update _sqlx_migrations set checksum = copy.checksum from copy where copy.version = _sqlx_migrations.version; \
         drop table copy",
        FaultKind::MigrationChanged,
        "3",
    ),
    (
        "update _sqlx_migrations set version = 999999 where version = 2",
        "update _sqlx_migrations set version = 2 where version = 999999",
        FaultKind::MigrationUnknown,
        "999999",
    ),
    (
        "update _sqlx_migrations set version = 999999 where version = 2",
        "update _sqlx_migrations set version = 2 where version = 999999",
        FaultKind::MigrationMissing,
        "2",
    ),
    (
        "update _sqlx_migrations set success = false where version = 5",
        "update _sqlx_migrations set success = true where version = 5",
        FaultKind::MigrationUnfinished,
        "5",
    ),
];

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_structure_that_somebody_changed_is_named(_: PgPoolOptions, options: PgConnectOptions) {
    for (done, undone, kind, place) in STRUCTURE {
        as_superuser(&options, done).await;
        let faults = found(&options).await;
        assert!(
            faults.contains(&(*kind, (*place).to_owned())),
            "{done}: {faults:?}"
        );
        as_superuser(&options, undone).await;
        assert_eq!(found(&options).await, [], "{undone}");
    }
}

/// What is done to one row without any trigger, and what is found.
const ROWS: &[(&str, FaultKind, &str)] = &[
    (
        "update domain set customer_id = gen_random_uuid() where name = (select min(name) from domain)",
        FaultKind::ReferenceDangling,
        "domain_customer_fkey (1)",
    ),
    (
        "alter table domain drop constraint domain_registrar_status_check; \
         update domain set registrar_status = repeat('x', 201) where name = (select min(name) from domain); \
         alter table domain add constraint domain_registrar_status_check \
             check (char_length(registrar_status) <= 200) not valid",
        FaultKind::ConditionBroken,
        "domain_registrar_status_check (1)",
    ),
    (
        "update customer set name_key = 'x' where number = '123456'",
        FaultKind::ListKeyWrong,
        "customer ",
    ),
    (
        "update customer set last_name = 'Meyer' where number = '123456'",
        FaultKind::ListKeyWrong,
        "customer ",
    ),
    (
        "update domain set search_key = 'x' where name = (select min(name) from domain)",
        FaultKind::ListKeyWrong,
        "domain ",
    ),
    (
        "update product set name_key = '' where id = (select min(id::text)::uuid from product)",
        FaultKind::ListKeyWrong,
        "product ",
    ),
    (
        "update customer set product_count = product_count + 1 where number = '123456'",
        FaultKind::CountWrong,
        "customer.product_count ",
    ),
    (
        "delete from customer_account where account_id = (select id from account where user_name = 'kunde')",
        FaultKind::CountWrong,
        "customer.user_count ",
    ),
    (
        "update customer_list_state set customers = customers + 1",
        FaultKind::CountWrong,
        "customer_list_state ",
    ),
    (
        "delete from list_state where list = 'domains'",
        FaultKind::CountWrong,
        "list_state/domains ",
    ),
    (
        "update account set has_second_factor = true where user_name = 'demo'",
        FaultKind::CountWrong,
        "account.has_second_factor ",
    ),
    (
        "update audit_entry set after = '{}' where id = (select min(id::text)::uuid from audit_entry)",
        FaultKind::EntryChanged,
        "audit_entry ",
    ),
    (
        "update audit_entry set at = at - interval '1 day' where id = (select min(id::text)::uuid from audit_entry)",
        FaultKind::EntryChanged,
        "audit_entry ",
    ),
    (
        "delete from audit_entry where id = (select entry_id from audit_link where number = 2 limit 1)",
        FaultKind::EntryGone,
        "audit_link ",
    ),
    (
        "with gone as (delete from audit_link where number = 2 returning entry_id) \
         delete from audit_entry where id in (select entry_id from gone)",
        FaultKind::LinkGone,
        "audit_link ",
    ),
    (
        "insert into audit_entry (reseller_id, id, actor, kind, object_id) \
         select id, gen_random_uuid(), 'operator', 'customer.deleted', gen_random_uuid() from reseller",
        FaultKind::EntryUnsealed,
        "audit_entry ",
    ),
    // Sealed anew by somebody who knows how: the next link does not fit.
    (
        "update audit_entry set kind = 'customer.forged' \
         where id in (select entry_id from audit_link where number = 2); \
         update audit_link set hash = audit_digest(first.hash, entry) \
         from audit_link as first, audit_entry as entry \
         where audit_link.number = 2 and first.number = 1 and first.reseller_id = audit_link.reseller_id \
             and entry.id = audit_link.entry_id",
        FaultKind::EntryChanged,
        "audit_entry ",
    ),
];

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn rows_that_somebody_changed_past_the_program_are_named(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    demo(&options).await;
    let kept = options.get_database().unwrap().to_owned();
    let server = options.clone().database("postgres");
    for (done, kind, place) in ROWS {
        // Each in a copy, which is as it was before.
        let name = format!("copy_{}", Uuid::now_v7().simple());
        let copy = options.clone().database(&name);
        as_superuser(
            &server,
            &format!("create database {name} template \"{kept}\""),
        )
        .await;
        as_superuser(
            &copy,
            &format!("set session_replication_role = replica; {done}"),
        )
        .await;
        let faults = found(&copy).await;
        as_superuser(&server, &format!("drop database {name}")).await;
        assert!(
            faults
                .iter()
                .any(|(k, p)| k == kind && p.starts_with(place)),
            "{done}: {faults:?}"
        );
        let kinds: HashSet<_> = faults.iter().map(|fault| fault.0).collect();
        assert!(kinds.len() <= 2, "{done}: {faults:?}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn changes_of_two_resellers_at_once_are_linked_each_in_its_own_chain(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let mut running = Vec::new();
    for number in 0..200 {
        let db = stage.db.clone();
        let desk = if number % 2 == 0 {
            stage.mine
        } else {
            stage.theirs
        };
        running.push(tokio::spawn(async move {
            let new = customer(&format!("A-{number}"));
            db.create(may(&desk), CustomerId::new(), new).await.unwrap();
        }));
        if running.len() == 4 {
            for task in running.drain(..) {
                task.await.unwrap();
            }
        }
    }
    let findings = verify(&url(&options)).await.unwrap();
    let chain = findings
        .iter()
        .find(|finding| finding.check == Check::AuditChain)
        .unwrap();
    assert_eq!((chain.looked_at, chain.faults.len()), (202, 0), "{chain:?}");
    let mut app = stage.as_app().await;
    let entries: i64 = sqlx::query_scalar("select count(*) from audit_entry")
        .fetch_one(&mut app)
        .await
        .unwrap();
    assert_eq!(entries, 101);
    app.close().await.unwrap();
}
