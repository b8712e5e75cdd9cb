//! Own data and its number scheme, the jump box, the audit log, the start page.

use domain::{
    audit_log::{ENTRIES, LogActor, LogQuery, Person, Place},
    form::Form,
    ports::{AuditLog, Customers, Overviews, OwnReseller, PhoneNumbers, Search},
    refusal::Refusal,
    reseller_form::{Field, NewProfile, ResellerForm},
    rights::{EditReseller, May},
    search::HitKind,
    values::{CustomerId, Version},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, customer, may, named, proof};

fn owner(stage: &Stage) -> May<EditReseller> {
    stage.desk_of_my_account().may().unwrap()
}

fn profile(prefix: &str, digits: &str, next: &str) -> NewProfile {
    let mut form = ResellerForm {
        company: "Reseller 1".to_owned(),
        email: "reseller@example.de".to_owned(),
        ..ResellerForm::default()
    };
    for (field, value) in [
        (Field::NumberPrefix, prefix),
        (Field::NumberDigits, digits),
        (Field::NumberNext, next),
    ] {
        value.clone_into(form.value_mut(field));
    }
    form.validate(&domain::customer_form::PlausiblePhoneNumbers as &dyn PhoneNumbers)
        .unwrap()
}

async fn next(stage: &Stage) -> String {
    let number = stage.db.next_number(&stage.mine).await.unwrap();
    number.as_str().to_owned()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_next_number_follows_the_scheme_and_is_never_one_that_exists(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let owner = owner(&stage);
    let save = async |version: i32, new: NewProfile| {
        stage
            .db
            .save(&owner, None, Version(version), new)
            .await
            .unwrap()
    };
    let saved = save(1, profile("K-", "5", "42")).await;
    assert_eq!(saved.next_number, "K-00042");
    // Taken in another spelling too.
    stage.customer("k-00042").await;
    assert_eq!(next(&stage).await, "K-00043");
    stage.customer("K-00044").await;
    stage.customer("K-00043").await;
    assert_eq!(next(&stage).await, "K-00045");
    // A number that was given is not given again.
    let given = stage.customer("K-00045").await;
    stage.db.delete(may(&stage.mine), given).await.unwrap();
    assert_eq!(next(&stage).await, "K-00046");
    // Without a next one: one above the highest of the prefix, whatever else there is.
    stage.customer("K-900a").await;
    stage.customer("5000").await;
    save(2, profile("K-", "5", "")).await;
    assert_eq!(next(&stage).await, "K-00045");
    stage.customer("K-120").await;
    assert_eq!(next(&stage).await, "K-00121");
    save(3, profile("", "6", "")).await;
    assert_eq!(next(&stage).await, "005001");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_import_moves_the_next_number_past_what_it_used(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    stage
        .db
        .save(&owner(&stage), None, Version(1), profile("", "1", "100"))
        .await
        .unwrap();
    let new: Vec<_> = (100..2_600)
        .chain([9_000])
        .map(|number: u32| customer(&number.to_string()))
        .collect();
    stage.db.import(may(&stage.mine), &new).await.unwrap();
    assert_eq!(next(&stage).await, "2600");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_factor_of_staff_is_loosened_only_with_a_proof(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let owner = owner(&stage);
    let optional = profile("", "1", "");
    let required = NewProfile {
        staff_factor: true,
        ..optional.clone()
    };
    let tightened = stage.db.save(&owner, None, Version(1), required).await;
    assert!(tightened.is_ok());
    let refused = stage
        .db
        .save(&owner, None, Version(2), optional.clone())
        .await;
    assert_eq!(refused, Err(Refusal::ProofNeeded));
    let loosened = stage
        .db
        .save(&owner, Some(proof()), Version(2), optional)
        .await;
    assert!(loosened.is_ok());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn own_data_is_kept_with_its_version_and_noted(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let owner = owner(&stage);
    let new = profile("K-", "5", "42");
    let saved = stage
        .db
        .save(&owner, None, Version(1), new.clone())
        .await
        .unwrap();
    assert_eq!(saved.version, Version(2));
    // The same edit sent again is no conflict; another one is.
    assert!(stage.db.save(&owner, None, Version(1), new).await.is_ok());
    let late = stage
        .db
        .save(&owner, None, Version(1), profile("X-", "5", ""))
        .await;
    assert_eq!(late, Err(Refusal::Changed));
    let noted = "select count(*) from audit_entry where kind = 'reseller.changed'
        and before ->> 'number_prefix' = '' and after ->> 'number_prefix' = 'K-'";
    assert_eq!(stage.count(noted).await, 1);
    let theirs = stage.db.profile(&stage.theirs).await.unwrap();
    assert_eq!((theirs.number.as_str(), theirs.version), ("2", Version(1)));
}

async fn found(stage: &Stage, typed: &str) -> Vec<(HitKind, String)> {
    let hits = stage.db.search(&stage.mine, typed).await.unwrap();
    hits.into_iter().map(|hit| (hit.kind, hit.title)).collect()
}

fn customers(numbers: &[&str]) -> Vec<(HitKind, String)> {
    let hit = |number: &&str| (HitKind::Customer, (*number).to_owned());
    numbers.iter().map(hit).collect()
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn customers_are_found_by_the_beginning_of_number_name_and_company(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    for new in [
        named("K-1", "Müller", "Anton", "Zaun GmbH"),
        named("K-10", "Mueller", "Berta", ""),
        named("K-100", "Schmidt", "Anton", "Müllerei AG"),
        named("20", "Ärzte", "Änne", "Übersee"),
    ] {
        let id = CustomerId::new();
        stage.db.create(may(&stage.mine), id, new).await.unwrap();
    }
    // The exact number first.
    assert_eq!(
        found(&stage, "k-1").await,
        customers(&["K-1", "K-10", "K-100"])
    );
    assert_eq!(found(&stage, " #K-10").await, customers(&["K-10", "K-100"]));
    // Names before companies, ü and ue alike.
    for typed in ["müller", "Mueller", "MÜLLER"] {
        assert_eq!(
            found(&stage, typed).await,
            customers(&["K-1", "K-10", "K-100"]),
            "{typed}"
        );
    }
    for typed in ["Müller Anton", "anton mül", "Müller, Anton"] {
        let hits = found(&stage, typed).await;
        assert_eq!(hits.first(), customers(&["K-1"]).first(), "{typed}");
    }
    assert_eq!(found(&stage, "uebersee").await, customers(&["20"]));
    assert_eq!(found(&stage, "aerz").await, customers(&["20"]));
    assert_eq!(found(&stage, "berta").await, customers(&["K-10"]));
    for typed in ["", "  ", "\0", "%", "_", "gibtesnicht", &"x".repeat(300)] {
        assert_eq!(found(&stage, typed).await, [], "{typed:?}");
    }
    assert_eq!(stage.db.search(&stage.theirs, "K-1").await, Ok(Vec::new()));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn domains_and_users_are_found_and_lead_to_their_customer(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let id = stage.customer("K-1").await;
    stage.give_domain(id, "xn--mller-kva.de").await;
    let mut app = stage.as_app().await;
    sqlx::query("update domain set name_key = 'muller.de'")
        .execute(&mut app)
        .await
        .unwrap();
    sqlx::query("insert into account (reseller_id, id, user_name, email, role) values ($1, $2, 'Max.M', 'm@example.de', 'portal')")
        .bind(stage.mine.reseller().uuid())
        .bind(uuid::Uuid::now_v7())
        .execute(&mut app)
        .await
        .unwrap();
    sqlx::query("insert into customer_account select reseller_id, $1, id from account where user_name = 'Max.M'")
        .bind(id.uuid())
        .execute(&mut app)
        .await
        .unwrap();
    for typed in ["müller.de", "https://www.mueller.de/kontakt", "MÜLLER.D"] {
        let hits = stage.db.search(&stage.mine, typed).await.unwrap();
        let domain = hits.iter().find(|hit| hit.kind == HitKind::Domain).unwrap();
        assert_eq!(domain.title, "müller.de");
        assert_eq!(domain.path(true), format!("/mkm/kunden/{id}/domains"));
    }
    let hits = stage.db.search(&stage.mine, "max.m").await.unwrap();
    assert_eq!(
        (hits[0].kind, hits[0].title.as_str()),
        (HitKind::User, "Max.M")
    );
    assert_eq!(hits[0].path(true), format!("/mkm/kunden/{id}/benutzer"));
    for typed in ["müller.de", "max.m"] {
        assert_eq!(stage.db.search(&stage.theirs, typed).await, Ok(Vec::new()));
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_log_is_read_page_by_page_in_both_directions(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    // In one transaction, so all at the same time.
    let new: Vec<_> = (1..=120)
        .map(|number: u32| customer(&number.to_string()))
        .collect();
    stage.db.import(may(&stage.mine), &new).await.unwrap();
    let page = async |place| {
        let query = LogQuery::default().at(place);
        AuditLog::page(&stage.db, &stage.mine, &query)
            .await
            .unwrap()
    };
    let mut pages = vec![page(Place::Newest).await];
    while let Some(older) = pages.last().unwrap().older {
        pages.push(page(Place::OlderThan(older)).await);
    }
    let sizes: Vec<_> = pages.iter().map(|page| page.entries.len()).collect();
    assert_eq!(sizes, [ENTRIES as usize, ENTRIES as usize, 22]);
    let mut subjects: Vec<_> = pages
        .iter()
        .flat_map(|page| &page.entries)
        .map(|entry| (entry.kind.clone(), entry.subject.clone()))
        .collect();
    subjects.sort();
    subjects.dedup();
    assert_eq!(subjects.len(), 122, "none is missing, none is there twice");
    assert!(pages[0].newer.is_none());
    let back = page(Place::NewerThan(pages[2].newer.unwrap())).await;
    assert_eq!(back.entries, pages[1].entries);
    let first = page(Place::NewerThan(back.newer.unwrap())).await;
    assert_eq!(
        (first.entries, first.newer),
        (pages[0].entries.clone(), None)
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_log_is_narrowed_by_person_customer_kind_and_day(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let me = stage.desk_of_my_account();
    let (one, other) = (stage.customer("A-1").await, stage.customer("A-2").await);
    stage
        .db
        .update(may(&me), one, Version(1), named("A-1", "Neu", "Eva", ""))
        .await
        .unwrap();
    stage.db.delete(may(&me), other).await.unwrap();
    let kinds = async |query: &str| -> Vec<String> {
        let query = LogQuery::from_query_string(query);
        let page = AuditLog::page(&stage.db, &stage.mine, &query)
            .await
            .unwrap();
        page.entries.into_iter().map(|entry| entry.kind).collect()
    };
    let mine = format!("person={}", stage.my_account);
    assert_eq!(kinds(&mine).await, ["customer.deleted", "customer.changed"]);
    assert_eq!(
        kinds("person=anbieter").await,
        ["customer.created", "customer.created", "reseller.created"]
    );
    assert_eq!(kinds("person=portal").await, [""; 0]);
    assert_eq!(
        kinds("kunde=a-1").await,
        ["customer.changed", "customer.created"]
    );
    // One that is gone is still known by its number.
    assert_eq!(
        kinds("kunde=A-2").await,
        ["customer.deleted", "customer.created"]
    );
    assert_eq!(kinds("kunde=A-3").await, [""; 0]);
    assert_eq!(kinds("art=customer.created").await.len(), 2);
    assert_eq!(kinds("art=customer").await.len(), 4);
    assert_eq!(kinds("von=2001-01-01&bis=2001-12-31").await, [""; 0]);
    assert_eq!(kinds("von=2001-01-01").await.len(), 5);
    let theirs = AuditLog::page(&stage.db, &stage.theirs, &LogQuery::default())
        .await
        .unwrap();
    assert_eq!(
        theirs.entries.len(),
        1,
        "only that the reseller was created"
    );
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_entry_tells_who_did_what_to_whom_and_what_differs(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let me = stage.desk_of_my_account();
    let id = stage.customer("A-1").await;
    stage
        .db
        .update(
            may(&me),
            id,
            Version(1),
            named("A-1", "Neu", "Max", "Firma"),
        )
        .await
        .unwrap();
    let query = LogQuery {
        person: Person::Account(stage.my_account),
        ..LogQuery::default()
    };
    let page = AuditLog::page(&stage.db, &stage.mine, &query)
        .await
        .unwrap();
    let entry = &page.entries[0];
    assert_eq!(
        (entry.subject.as_str(), entry.customer),
        ("A-1 Firma", Some(id))
    );
    assert!(
        matches!(&entry.actor, LogActor::Account { name, portal: false, .. } if name == "Erika Muster")
    );
    let changes: Vec<_> = entry
        .changes
        .iter()
        .map(|change| {
            (
                change.field.as_str(),
                change.before.as_str(),
                change.after.as_str(),
            )
        })
        .collect();
    assert_eq!(changes, [("last_name", "Müller", "Neu")]);
    assert_eq!(page.people.len(), 1);
    assert_eq!(stage.db.history(&stage.mine, id).await.unwrap().len(), 2);
    assert_eq!(stage.db.history(&stage.theirs, id).await, Ok(Vec::new()));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_start_page_counts_what_there_is_and_what_waits(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options).await;
    let empty = stage.db.overview(&stage.mine).await.unwrap();
    assert!(empty.is_empty());
    let id = stage.customer("A-1").await;
    for name in ["a.de", "b.de", "c.de"] {
        stage.give_domain(id, name).await;
    }
    stage.give_product(id, "reseller").await;
    let mut app = stage.as_app().await;
    for sql in [
        "update domain set customer_id = null where name = 'a.de'",
        "update domain set zone = 'missing' where name in ('a.de', 'b.de')",
    ] {
        sqlx::query(sql).execute(&mut app).await.unwrap();
    }
    let now = stage.db.overview(&stage.mine).await.unwrap();
    assert_eq!((now.customers, now.domains, now.products), (1, 3, 1));
    assert_eq!((now.unassigned_domains, now.domains_to_act_on), (1, 2));
    assert!(stage.db.overview(&stage.theirs).await.unwrap().is_empty());
}
