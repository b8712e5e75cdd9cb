//! The reseller's own data.

use app::{
    caller::status,
    submitted::{ProofProblem, ProvenProblem, Submitted},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use domain::{ports::OwnReseller, refusal::Refusal, reseller_form::ResellerForm, values::Version};

use super::{confirm, fields::Fields};
use crate::{
    accounts::{Given, Proving},
    pages,
    state::AppState,
};

/// `POST /stammdaten`: what staff needs for signing in is loosened only with a fresh proof.
pub async fn save_profile(
    State(app): State<AppState>,
    mut who: Proving,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    // No version: nobody's edit starts there, so what is stored is shown beside what was typed.
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let form: ResellerForm = fields.form();
    match save(&app, &mut who, version, &form, confirm::given(&fields)).await {
        Ok(()) => Redirect::to("/stammdaten?stammdaten=gespeichert").into_response(),
        Err(problem) => {
            let answer = (
                status_of(&problem),
                Submitted::EditProfile {
                    version,
                    form,
                    problem,
                },
            );
            let request = pages::request_for(uri, headers);
            pages::render(&app, who.identity(), request, Some(answer)).await
        }
    }
}

async fn save(
    app: &AppState,
    who: &mut Proving,
    version: Version,
    form: &ResellerForm,
    given: Given<'_>,
) -> Result<(), ProvenProblem> {
    let may = who.identity().may()?;
    let new = form.validate(&*app.ports().phones).map_err(Refusal::from)?;
    let mut proof = who.identity().fresh_proof().ok();
    if proof.is_none() && !given.is_empty() {
        proof = Some(who.prove(app, given).await?);
    }
    match app.db().save(&may, proof, version, new).await {
        Ok(_) => Ok(()),
        // What is missing is asked for in the form.
        Err(Refusal::ProofNeeded) => Err(ProofProblem::Needed.into()),
        Err(refusal) => Err(refusal.into()),
    }
}

fn status_of(problem: &ProvenProblem) -> StatusCode {
    match problem {
        ProvenProblem::Refused(refusal) => status(refusal),
        ProvenProblem::Proof(problem) => confirm::status(*problem),
    }
}
