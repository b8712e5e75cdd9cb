//! The reseller's own data.

use app::{caller::status, submitted::Submitted};
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::{ports::OwnReseller, refusal::Refusal, reseller_form::ResellerForm, values::Version};

use super::fields::Fields;
use crate::{identity::Identity, pages, state::AppState};

/// `POST /stammdaten`
pub async fn save_profile(
    State(app): State<AppState>,
    identity: Identity,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    // No version: nobody's edit starts there, so what is stored is shown beside what was typed.
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let form: ResellerForm = fields.form();
    match save(&app, &identity, version, &form).await {
        Ok(()) => Redirect::to("/stammdaten?stammdaten=gespeichert").into_response(),
        Err(refusal) => {
            let answer = (
                status(&refusal),
                Submitted::EditProfile {
                    version,
                    form,
                    refusal,
                },
            );
            let request = pages::request_for(uri, headers);
            pages::render(&app, &identity, request, Some(answer)).await
        }
    }
}

async fn save(
    app: &AppState,
    identity: &Identity,
    version: Version,
    form: &ResellerForm,
) -> Result<(), Refusal> {
    let may = identity.may()?;
    let new = form.validate(&*app.ports().phones)?;
    app.db().save(&may, version, new).await.map(drop)
}
