//! Proposing a correction, and deciding on it.

use app::{caller::status, submitted::Submitted};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    customer_form::{CustomerForm, Field},
    form::FormField,
    ports::{Portal, Proposals},
    refusal::Refusal,
    values::Version,
};

use super::fields::Fields;
use crate::{identity::Identity, pages, state::AppState};

/// Stands in for the number, which is not part of the form: every other field is checked.
const ANY_NUMBER: &str = "0";

/// `POST /portal/{id}/vorschlag`
pub async fn propose(
    State(app): State<AppState>,
    identity: Identity,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let form = CustomerForm {
        number: ANY_NUMBER.to_owned(),
        ..fields.form()
    };
    match store(&app, &identity, &id, &form).await {
        Ok(waits) => {
            let what = if waits { "gesendet" } else { "nichts" };
            Redirect::to(&format!("/portal/{id}?vorschlag={what}")).into_response()
        }
        Err(refusal) => {
            let answer = (status(&refusal), Submitted::Propose { form, refusal });
            let request = pages::request_for(uri, headers);
            pages::render(&app, &identity, request, Some(answer)).await
        }
    }
}

async fn store(
    app: &AppState,
    identity: &Identity,
    id: &str,
    form: &CustomerForm,
) -> Result<bool, Refusal> {
    let portal = identity.portal()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let typed = form.validate(&*app.ports().phones)?;
    app.db().propose(&portal, id, typed).await
}

/// `POST /mkm/kunden/{id}/vorschlag`
pub async fn decide(
    State(app): State<AppState>,
    identity: Identity,
    Path(id): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match settle(&app, &identity, &id, &fields).await {
        Ok(()) => Redirect::to(&format!("/mkm/kunden/{id}?vorschlag=entschieden")).into_response(),
        Err(refusal) => {
            let answer = (status(&refusal), Submitted::DecideProposal { refusal });
            let page = format!("/mkm/kunden/{id}").parse().unwrap_or_default();
            let request = pages::request_for(page, headers);
            pages::render(&app, &identity, request, Some(answer)).await
        }
    }
}

async fn settle(
    app: &AppState,
    identity: &Identity,
    id: &str,
    fields: &Fields,
) -> Result<(), Refusal> {
    let may = identity.may()?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let proposal = fields
        .get("vorschlag")
        .parse()
        .map_err(|_| Refusal::Changed)?;
    // No version: nobody looked at that one.
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let accepted = Field::ALL
        .into_iter()
        .filter(|field| fields.all("feld").any(|name| name == field.name()))
        .collect();
    app.db().decide(&may, id, proposal, version, accepted).await
}
