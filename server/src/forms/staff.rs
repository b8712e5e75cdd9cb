//! Who works for the reseller, and the sessions of others.

use app::{
    caller::status,
    submitted::{ProvenProblem, Submitted},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    refusal::Refusal,
    staff_form::StaffForm,
    user::Invited,
    values::{AccountId, Version},
};
use url::form_urlencoded;

use super::{
    confirm,
    domains::answer::{Sender, id},
    fields::Fields,
};
use crate::{accounts::Proving, plain_page};

/// Where the accounts are shown.
const PAGE: &str = "/verwaltung/mitarbeiter";

/// To the page, which says what happened to the account of that name.
fn to_page(what: &str, user_name: &str) -> Response {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair(what, user_name)
        .finish();
    Redirect::to(&format!("{PAGE}?{query}")).into_response()
}

/// The link, once; or to the page, which says what happened.
async fn invited(sender: Sender, what: &str, user_name: String, invited: Invited) -> Response {
    match invited {
        Invited::ByMail => to_page(what, &user_name),
        Invited::ByLink(link) => {
            let answer = Submitted::UserLink { user_name, link };
            sender.decline(StatusCode::OK, answer).await
        }
    }
}

async fn declined(sender: Sender, refusal: Refusal) -> Response {
    let code = status(&refusal);
    sender
        .decline(code, Submitted::StaffAction { refusal })
        .await
}

fn code_of(problem: &ProvenProblem) -> StatusCode {
    match problem {
        ProvenProblem::Refused(refusal) => status(refusal),
        ProvenProblem::Proof(problem) => confirm::status(*problem),
    }
}

/// `POST /verwaltung/mitarbeiter/neu`: gives a right, so it needs a fresh proof.
pub async fn create(mut who: Proving, mut sender: Sender, fields: Fields) -> Response {
    let new_id = fields
        .get("id")
        .parse()
        .unwrap_or_else(|_| AccountId::new());
    let form: StaffForm = fields.form();
    let outcome: Result<_, ProvenProblem> = async {
        let may = sender.identity.may()?;
        let new = form.validate().map_err(Refusal::from)?;
        let proof = who.fresh(&sender.app, confirm::given(&fields)).await?;
        let staff = &sender.app.ports().staff;
        Ok(staff.create_staff(&may, proof, new_id, new).await?)
    }
    .await;
    sender.identity = who.identity().clone();
    match outcome {
        Ok(way) => {
            let name = form.person.user_name.trim().to_owned();
            invited(sender, "mitarbeiter-angelegt", name, way).await
        }
        Err(problem) => {
            let code = code_of(&problem);
            let answer = Submitted::CreateStaff {
                id: new_id,
                form,
                problem,
            };
            sender.decline(code, answer).await
        }
    }
}

/// `POST /verwaltung/mitarbeiter/{id}`: changes a right, or where links go, so it needs a fresh proof.
pub async fn update(
    mut who: Proving,
    mut sender: Sender,
    Path(account): Path<String>,
    fields: Fields,
) -> Response {
    // No version: nobody's edit starts there.
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let form: StaffForm = fields.form();
    let outcome: Result<(), ProvenProblem> = async {
        let may = sender.identity.may()?;
        let account = id(&account)?;
        let new = form.validate().map_err(Refusal::from)?;
        let proof = who.fresh(&sender.app, confirm::given(&fields)).await?;
        let staff = &sender.app.ports().staff;
        let updated = staff.update_staff(&may, proof, account, version, new);
        Ok(updated.await?)
    }
    .await;
    sender.identity = who.identity().clone();
    match outcome {
        Ok(()) => to_page("mitarbeiter-gespeichert", form.person.user_name.trim()),
        Err(problem) => {
            let code = code_of(&problem);
            let answer = Submitted::EditStaff {
                version,
                form,
                problem,
            };
            sender.decline(code, answer).await
        }
    }
}

/// `POST /verwaltung/mitarbeiter/{id}/status`
pub async fn switch(sender: Sender, Path(account): Path<String>, fields: Fields) -> Response {
    let active = fields.get("aktiv") == "ja";
    let outcome = async {
        let may = sender.identity.may()?;
        let staff = &sender.app.ports().staff;
        staff.set_staff_active(&may, id(&account)?, active).await
    };
    match outcome.await {
        Ok(name) if active => to_page("mitarbeiter-aktiviert", &name),
        Ok(name) => to_page("mitarbeiter-deaktiviert", &name),
        Err(refusal) => plain_page::refused(&sender.headers, &refusal),
    }
}

/// `POST /verwaltung/mitarbeiter/{id}/einladen`
pub async fn invite(sender: Sender, Path(account): Path<String>) -> Response {
    let outcome = async {
        let may = sender.identity.may()?;
        let staff = &sender.app.ports().staff;
        staff.invite_staff(&may, id(&account)?).await
    };
    match outcome.await {
        Ok((name, way)) => invited(sender, "mitarbeiter-eingeladen", name, way).await,
        Err(refusal) => declined(sender, refusal).await,
    }
}

/// `POST /verwaltung/mitarbeiter/{id}/loeschen`
pub async fn delete(sender: Sender, Path(account): Path<String>) -> Response {
    let outcome = async {
        let may = sender.identity.may()?;
        let staff = &sender.app.ports().staff;
        staff.delete_staff(&may, id(&account)?).await
    };
    match outcome.await {
        Ok(name) => to_page("mitarbeiter-geloescht", &name),
        Err(refusal) => declined(sender, refusal).await,
    }
}

/// `POST /verwaltung/mitarbeiter/{id}/sitzungen`: ends all sessions of a staff account.
pub async fn end_sessions(sender: Sender, Path(account): Path<String>) -> Response {
    let outcome = async {
        let may = sender.identity.may()?;
        let sessions = &sender.app.ports().others_sessions;
        sessions.end_sessions_of_account(&may, id(&account)?).await
    };
    match outcome.await {
        Ok(name) => to_page("mitarbeiter-abgemeldet", &name),
        Err(refusal) => declined(sender, refusal).await,
    }
}

/// `POST /mkm/kunden/{id}/benutzer/{user}/sitzungen`: ends all sessions of a portal user.
pub async fn end_sessions_of_user(
    sender: Sender,
    Path((customer, user)): Path<(String, String)>,
) -> Response {
    let outcome = async {
        let may = sender.identity.may()?;
        let sessions = &sender.app.ports().others_sessions;
        sessions.end_sessions_of_account(&may, id(&user)?).await
    };
    match outcome.await {
        Ok(name) => super::users::to_tab(&customer, "benutzer-abgemeldet", &name),
        Err(refusal) => {
            let code = status(&refusal);
            sender
                .decline(code, Submitted::UserAction { refusal })
                .await
        }
    }
}
