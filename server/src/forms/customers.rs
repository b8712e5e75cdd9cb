//! Creating, editing and deleting a customer.

use app::{caller::status, submitted::Submitted};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    customer::CustomerDetail,
    customer_form::CustomerForm,
    ports::Customers,
    refusal::Refusal,
    values::{CustomerId, Version},
};
use url::form_urlencoded;

use super::fields::Fields;
use crate::{identity::Identity, pages, state::AppState};

/// `POST /mkm/kunden/neu`
pub async fn create(
    State(app): State<AppState>,
    identity: Identity,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let id = fields
        .get("id")
        .parse()
        .unwrap_or_else(|_| CustomerId::new());
    let form: CustomerForm = fields.form();
    match store_new(&app, &identity, id, &form).await {
        Ok(number) => to_list("angelegt", &number),
        Err(refusal) => {
            let answer = (
                status(&refusal),
                Submitted::CreateCustomer { id, form, refusal },
            );
            pages::render(
                &app,
                &identity,
                pages::request_for(uri, headers),
                Some(answer),
            )
            .await
        }
    }
}

/// `POST /mkm/kunden/{id}`
pub async fn update(
    State(app): State<AppState>,
    identity: Identity,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    // No version: nobody's edit starts there, so what is stored is shown beside what was typed.
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let form: CustomerForm = fields.form();
    match replace(&app, &identity, &id, version, &form).await {
        Ok(stored) => {
            let query = saying("gespeichert", &stored.record.number);
            Redirect::to(&format!("/mkm/kunden/{}?{query}", stored.id)).into_response()
        }
        Err(refusal) => {
            let answer = (
                status(&refusal),
                Submitted::EditCustomer {
                    version,
                    form,
                    refusal,
                },
            );
            pages::render(
                &app,
                &identity,
                pages::request_for(uri, headers),
                Some(answer),
            )
            .await
        }
    }
}

/// `POST /mkm/kunden/{id}/loeschen`
pub async fn delete(
    State(app): State<AppState>,
    identity: Identity,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match remove(&app, &identity, &id).await {
        Ok(number) => to_list("geloescht", &number),
        Err(refusal) => {
            let answer = (status(&refusal), Submitted::DeleteCustomer { refusal });
            pages::render(
                &app,
                &identity,
                pages::request_for(uri, headers),
                Some(answer),
            )
            .await
        }
    }
}

async fn store_new(
    app: &AppState,
    identity: &Identity,
    id: CustomerId,
    form: &CustomerForm,
) -> Result<String, Refusal> {
    let may = identity.may()?;
    let new = form.validate(&*app.ports().phones)?;
    let row = app.db().create(&may, id, new).await?;
    Ok(row.number)
}

async fn replace(
    app: &AppState,
    identity: &Identity,
    id: &str,
    version: Version,
    form: &CustomerForm,
) -> Result<CustomerDetail, Refusal> {
    let may = identity.may()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let new = form.validate(&*app.ports().phones)?;
    let stored = app.db().update(&may, id, version, new).await;
    stored.map_err(|refusal| refusal.with_readable_phones(&*app.ports().phones))
}

async fn remove(app: &AppState, identity: &Identity, id: &str) -> Result<String, Refusal> {
    let may = identity.may()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let deleted = app.db().delete(&may, id).await?;
    Ok(deleted.number)
}

/// To the list, which says what happened to the customer of that number.
fn to_list(what: &str, number: &str) -> Response {
    Redirect::to(&format!("/mkm/kunden?{}", saying(what, number))).into_response()
}

/// The query by which the next page knows what happened to the customer of that number.
fn saying(what: &str, number: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair(what, number)
        .finish()
}
