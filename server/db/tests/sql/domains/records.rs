//! Creating, editing and removing.

use domain::{
    domain_form::DomainField,
    domain_record::DomainRecord,
    domain_state::{Advice, advise},
    german_time::german_day,
    ports::{Customers, Domains},
    refusal::Refusal,
    values::{CustomerId, DomainId, ValueError, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{checked, form, owner, stored};
use crate::stage::{Stage, may};

fn name_taken(refusal: &Refusal) -> bool {
    let errors = refusal.errors().unwrap_or_default();
    errors.get(DomainField::Domain) == Some(ValueError::DomainTaken)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_stored_in_ascii_and_read_in_unicode(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "xn--mller-kva.de", Some(customer)).await;
    assert_eq!(record.record.domain, "müller.de");
    assert_eq!(owner(&record), Some("A-1"));
    assert_eq!(record.advice, Advice::Unknown);
    let read = stage.db.domain(&stage.mine, record.id).await.unwrap();
    assert_eq!(read, record);

    let detail = stage.db.detail(&stage.mine, customer).await.unwrap();
    let row = &detail.domains[0];
    assert_eq!((row.id, row.version), (record.id, record.version));
    assert_eq!(row.shown_name, "müller.de");
    assert_eq!(row.name, "xn--mller-kva.de");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_form_that_is_sent_twice_creates_one_domain(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (id, new) = (DomainId::new(), checked(&form("a.de")));
    let (first, second) = tokio::join!(
        stage
            .db
            .create_domain(may(&stage.mine), id, None, new.clone()),
        stage
            .db
            .create_domain(may(&stage.mine), id, None, new.clone()),
    );
    assert_eq!(first.unwrap(), second.unwrap());
    assert_eq!(stage.count("select count(*) from domain").await, 1);
    let noted = "select count(*) from audit_entry where kind = 'domain.created'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_same_name_twice_is_refused_at_the_name(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    stored(&stage, "a.de", None).await;
    let again = stage.db.create_domain(
        may(&stage.mine),
        DomainId::new(),
        None,
        checked(&form("a.de")),
    );
    assert!(name_taken(&again.await.unwrap_err()));

    let other = stored(&stage, "b.de", None).await;
    let renamed = stage.db.update_domain(
        may(&stage.mine),
        other.id,
        other.version,
        checked(&form("a.de")),
    );
    assert!(name_taken(&renamed.await.unwrap_err()));

    let theirs = stage.db.create_domain(
        may(&stage.theirs),
        DomainId::new(),
        None,
        checked(&form("a.de")),
    );
    assert!(theirs.await.is_ok(), "another reseller may have it");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_customer_that_is_not_there_gets_no_domain(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let new = || checked(&form("a.de"));
    let mine = stage.customer("A-1").await;
    for (desk, customer) in [(&stage.mine, CustomerId::new()), (&stage.theirs, mine)] {
        let created = stage
            .db
            .create_domain(may(desk), DomainId::new(), Some(customer), new());
        assert_eq!(created.await, Err(Refusal::NotFound));
    }
    assert_eq!(stage.count("select count(*) from domain").await, 0);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_edit_dates_what_it_changes_and_nothing_else(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let mut typed = form("a.de");
    typed.zone = "ok".to_owned();
    let new = checked(&typed);
    let first = stage
        .db
        .create_domain(may(&stage.mine), DomainId::new(), None, new)
        .await
        .unwrap();
    assert!(first.state.zone.at.is_some());
    assert_eq!(first.state.verification.at, None);

    typed.verification = "pending".to_owned();
    typed.verification_until = "2026-12-31".to_owned();
    typed.contract = "D-2".to_owned();
    let edit = stage
        .db
        .update_domain(may(&stage.mine), first.id, first.version, checked(&typed));
    let second = edit.await.unwrap();
    assert_eq!(second.version, Version(2));
    assert_eq!(second.record, typed);
    assert_eq!(second.state.zone, first.state.zone);
    assert!(second.state.verification.at.is_some());
    let noted = "select count(*) from audit_entry where kind = 'domain.changed'
        and before ->> 'contract' = 'D-0000001' and after ->> 'contract' = 'D-2'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_day_that_is_named_confirms_what_stays_the_same(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let mut typed = form("a.de");
    typed.zone = "ok".to_owned();
    typed.as_of = "01.05.2024".to_owned();
    let created = stage
        .db
        .create_domain(may(&stage.mine), DomainId::new(), None, checked(&typed));
    let first = created.await.unwrap();
    let day = |record: &DomainRecord| record.state.zone.at.unwrap().date_naive().to_string();
    assert_eq!(day(&first), "2024-05-01");
    assert_eq!(
        first.state.verification.at, None,
        "nobody reads \"unknown\""
    );
    assert_eq!(first.record.as_of, "", "a form begins without a day");

    typed.as_of = "2024-06-02".to_owned();
    let edit = stage
        .db
        .update_domain(may(&stage.mine), first.id, first.version, checked(&typed));
    let second = edit.await.unwrap();
    assert_eq!(
        (day(&second).as_str(), second.version),
        ("2024-06-02", Version(2))
    );
    // Sent twice it is no conflict; another day is.
    let mut again = |as_of: &str| {
        typed.as_of = as_of.to_owned();
        stage
            .db
            .update_domain(may(&stage.mine), first.id, first.version, checked(&typed))
    };
    assert_eq!(again("2024-06-02").await.unwrap().version, Version(2));
    assert_eq!(again("2024-06-03").await, Err(Refusal::Changed));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn of_two_edits_the_second_is_told_and_stores_nothing(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let record = stored(&stage, "a.de", None).await;
    let with = |contract: &str| {
        let mut typed = form("a.de");
        typed.contract = contract.to_owned();
        checked(&typed)
    };
    let edit = |new| {
        stage
            .db
            .update_domain(may(&stage.mine), record.id, record.version, new)
    };
    let first = edit(with("D-2")).await.unwrap();
    assert_eq!(edit(with("D-3")).await, Err(Refusal::Changed));
    // The first one sent again, because its answer was lost, is no conflict.
    assert_eq!(edit(with("D-2")).await, Ok(first.clone()));
    assert_eq!(stage.db.domain(&stage.mine, record.id).await, Ok(first));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_domain_is_removed_as_it_was_seen_or_not_at_all(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let customer = stage.customer("A-1").await;
    let record = stored(&stage, "xn--mller-kva.de", Some(customer)).await;
    let remove = |version| stage.db.remove_domain(may(&stage.mine), record.id, version);
    assert_eq!(remove(Version(7)).await, Err(Refusal::Changed));
    assert_eq!(remove(record.version).await, Ok("müller.de".to_owned()));
    assert_eq!(remove(record.version).await, Err(Refusal::NotFound));
    assert_eq!(stage.count("select count(*) from domain").await, 0);
    let noted = "select count(*) from audit_entry where kind = 'domain.removed'
        and before ->> 'name' = 'xn--mller-kva.de' and before -> 'customer' ->> 'number' = 'A-1'";
    assert_eq!(stage.count(noted).await, 1);
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_other_resellers_domains_are_not_there(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let (id, version) = (DomainId::new(), Version(1));
    let new = || checked(&form("a.de"));
    stage
        .db
        .create_domain(may(&stage.theirs), id, None, new())
        .await
        .unwrap();
    let (db, mine) = (&stage.db, &stage.mine);
    assert_eq!(db.domain(mine, id).await, Err(Refusal::NotFound));
    assert_eq!(
        db.update_domain(may(mine), id, version, new()).await,
        Err(Refusal::NotFound)
    );
    assert_eq!(
        db.remove_domain(may(mine), id, version).await,
        Err(Refusal::NotFound)
    );
    let customer = stage.customer("A-1").await;
    assert_eq!(
        db.domain_choices(mine, customer, "", 10).await,
        Ok(Vec::new())
    );
    // Its id sent as a new one says no more than that it cannot be.
    let stolen = db
        .create_domain(may(mine), id, None, checked(&form("b.de")))
        .await;
    assert_eq!(
        stolen.map(|record| record.record.domain),
        Ok("b.de".to_owned())
    );
    let kept = db.domain(&stage.theirs, id).await.unwrap();
    assert_eq!(kept.record.domain, "a.de");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_table_and_the_rule_agree_on_what_needs_action(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let mut needing = 0;
    let mut place = 0;
    for verification in DomainField::Verification.choices() {
        for zone in DomainField::Zone.choices() {
            for lock in DomainField::TransferLock.choices() {
                for renewal in DomainField::RenewalMode.choices() {
                    place += 1;
                    let mut typed = form(&format!("d{place}.de"));
                    typed.verification = (*verification).to_owned();
                    typed.zone = (*zone).to_owned();
                    typed.transfer_lock = (*lock).to_owned();
                    typed.renewal_mode = (*renewal).to_owned();
                    let created = stage.db.create_domain(
                        may(&stage.mine),
                        DomainId::new(),
                        None,
                        checked(&typed),
                    );
                    let record = created.await.unwrap();
                    let today = german_day(chrono::Utc::now());
                    assert_eq!(record.advice, advise(&record.state, today));
                    needing += i64::from(record.advice.needs_action());
                    let stored = "select count(*) from domain where needs_action";
                    if place % 9 == 0 {
                        assert_eq!(stage.count(stored).await, needing, "{typed:?}");
                    }
                }
            }
        }
    }
    let stored = "select count(*) from domain where needs_action";
    assert_eq!(stage.count(stored).await, needing);
    assert!(needing > 0 && needing < place);
}
