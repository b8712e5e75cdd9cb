//! Many domains at once.

use domain::{
    ports::{DomainImportRefusal, Domains, ImportedDomain},
    values::DomainId,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{checked, form, stored};
use crate::stage::{Stage, may};

fn imported(name: &str, customer: Option<&str>) -> ImportedDomain {
    let mut typed = form(name);
    typed.zone = "ok".to_owned();
    ImportedDomain {
        domain: checked(&typed),
        registrar_status: "OK".to_owned(),
        customer: customer.map(str::to_owned),
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_import_stores_and_assigns_all(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("K-1").await;
    let new: Vec<_> = (0..2_500)
        .map(|place| imported(&format!("d{place}.de"), (place % 2 == 0).then_some("k-1")))
        .collect();
    assert_eq!(
        stage.db.import_domains(may(&stage.mine), &new).await,
        Ok(())
    );
    for (count, of) in [
        (
            "select count(*) from domain where registrar_status = 'OK' and zone_checked_at is not null",
            2_500,
        ),
        (
            "select count(*) from domain where customer_id is not null",
            1_250,
        ),
        (
            "select count(*) from audit_entry where kind = 'domain.created'",
            2_500,
        ),
        (
            "select (after ->> 'domains')::bigint from audit_entry where kind = 'domains.imported'",
            2_500,
        ),
    ] {
        assert_eq!(stage.count(count).await, of, "{count}");
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn one_fault_in_ten_thousand_stores_nothing(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stage.customer("K-1").await;
    stored(&stage, "d7.de", None).await;
    let mut new: Vec<_> = (0..10_000)
        .map(|place| imported(&format!("d{place}.de"), None))
        .collect();
    let refusal = stage.db.import_domains(may(&stage.mine), &new).await;
    let faulty = |names_taken, no_such_customer| {
        Err(DomainImportRefusal::Faulty {
            names_taken,
            no_such_customer,
        })
    };
    assert_eq!(refusal, faulty(vec![7], vec![]));

    new[7] = imported("d9998.de", Some("K-2"));
    let refusal = stage.db.import_domains(may(&stage.mine), &new).await;
    assert_eq!(refusal, faulty(vec![9_998], vec![7]));
    assert_eq!(stage.count("select count(*) from domain").await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_import_knows_only_its_own_resellers_customers_and_names(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage.customer("K-1").await;
    let new = checked(&form("a.de"));
    stage
        .db
        .create_domain(may(&stage.theirs), DomainId::new(), None, new)
        .await
        .unwrap();
    let foreign = stage
        .db
        .import_domains(may(&stage.theirs), &[imported("b.de", Some("K-1"))])
        .await;
    assert!(matches!(foreign, Err(DomainImportRefusal::Faulty { .. })));
    let mine = stage
        .db
        .import_domains(may(&stage.mine), &[imported("a.de", Some("K-1"))])
        .await;
    assert_eq!(mine, Ok(()), "the other reseller's name is free here");
}
