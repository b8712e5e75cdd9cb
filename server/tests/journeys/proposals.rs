//! Proposals, from both sides, without WebAssembly.

use sqlx::PgPool;

use super::portal::own_pages;
use crate::support::{TestServer, client::Client};

/// The value of an input of a page.
fn value_of(html: &str, name: &str) -> String {
    let input = html
        .split("<input")
        .find(|input| input.contains(&format!(" name=\"{name}\"")))
        .unwrap_or_else(|| panic!("no field {name}"));
    let value = input.split(" value=\"").nth(1).unwrap_or_default();
    value.split('"').next().unwrap_or_default().to_owned()
}

/// The form as the page holds it.
async fn form_of(client: &Client, page: &str) -> Vec<(&'static str, String)> {
    let html = client.get(&format!("{page}/vorschlag")).await.text();
    assert!(
        !html.contains("name=\"number\""),
        "the number is the reseller's"
    );
    let fields = [
        "company",
        "last_name",
        "first_name",
        "street",
        "postal_code",
        "city",
        "phone",
        "mobile",
        "email",
        "website",
    ];
    let mut form: Vec<_> = fields
        .into_iter()
        .map(|name| (name, value_of(&html, name)))
        .collect();
    form.push(("country", "DE".to_owned()));
    form
}

fn with(
    mut form: Vec<(&'static str, String)>,
    name: &str,
    text: &str,
) -> Vec<(&'static str, String)> {
    for (field, value) in &mut form {
        if *field == name {
            text.clone_into(value);
        }
    }
    form
}

async fn send(
    client: &Client,
    page: &str,
    form: &[(&'static str, String)],
) -> crate::support::client::Answer {
    let fields: Vec<_> = form
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    client.post(&format!("{page}/vorschlag"), &fields).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_proposal_goes_to_the_reseller_who_decides_field_by_field(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let (customer, reseller) = (server.end_customer().await, server.reseller().await);
    let page = own_pages(&customer).await.remove(0);
    let form = with(form_of(&customer, &page).await, "city", "Vorschlagshausen");
    let form = with(form, "street", "Ablehnweg 9");
    send(&customer, &page, &form)
        .await
        .leads_to(&format!("{page}?vorschlag=gesendet"));
    let said = customer.get(&format!("{page}?vorschlag=gesendet")).await;
    said.shows("Ihr Vorschlag ist gesendet.");
    said.shows("wartet auf eine Entscheidung");

    let desk_page = page.replace("/portal/", "/mkm/kunden/");
    let shown = reseller.get(&desk_page).await;
    for words in [
        "Vorgeschlagene Korrektur",
        "Karla Kundin",
        "Vorschlagshausen",
        "Ablehnweg 9",
    ] {
        shown.shows(words);
    }
    let html = shown.text();
    let decision = [
        ("vorschlag", value_of(&html, "vorschlag")),
        ("version", value_of(&html, "version")),
        ("feld", "city".to_owned()),
    ];
    let decision: Vec<_> = decision
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let decide = format!("{desk_page}/vorschlag");
    let done = format!("{desk_page}?vorschlag=entschieden");
    reseller.post(&decide, &decision).await.leads_to(&done);
    let after = reseller.get(&done).await;
    after.shows("Über den Vorschlag ist entschieden.");
    after.shows("Vorschlagshausen");
    assert!(!after.text().contains("Vorgeschlagene Korrektur"));

    let again = reseller.post(&decide, &decision).await;
    assert_eq!(again.status, 409);
    again.shows("Jemand anders hat das inzwischen geändert.");
    let seen = customer.get(&page).await;
    for words in ["entschieden:", "nicht übernommen", ">übernommen<"] {
        seen.shows(words);
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn faulty_fields_are_said_and_what_was_typed_stays(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let customer = server.end_customer().await;
    let page = own_pages(&customer).await.remove(0);
    let form = with(form_of(&customer, &page).await, "email", "keine Adresse");
    let form = with(form, "last_name", "");
    let declined = send(&customer, &page, &form).await;
    assert_eq!(declined.status, 422);
    declined.shows("Bitte füllen Sie dieses Feld aus.");
    declined.shows("keine Adresse");
    let unchanged = form_of(&customer, &page).await;
    let answer = send(&customer, &page, &unchanged).await;
    answer.leads_to(&format!("{page}?vorschlag=nichts"));
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn nobody_proposes_for_somebody_elses_customer(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 30).await;
    let customer = server.end_customer().await;
    let own = own_pages(&customer).await.remove(0);
    let form = with(form_of(&customer, &own).await, "city", "Vorschlagshausen");
    let desk = crate::support::people::desk(&server.db, "100001").await;
    let foreign = domain::ports::Customers::find(&server.db, &desk, "123456")
        .await
        .unwrap();
    let refused = send(&customer, &format!("/portal/{foreign}"), &form).await;
    assert_eq!(refused.status, 404);
    assert!(!refused.text().contains("Testkunde 1"));
}
