//! Portal users of a customer, and a forgotten password.

use app::{caller::status, submitted::Submitted};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use db::Attempt;
use domain::{
    refusal::Refusal,
    rights::{EditUsers, May},
    user::Invited,
    user_form::UserForm,
    values::{AccountId, CustomerId, Version},
};
use url::form_urlencoded;

use super::fields::Fields;
use crate::{
    identity::Identity, pages, plain_page, state::AppState, throttle_address::ThrottleAddress,
};

/// No user name and no address is longer.
const LONGEST_NAME: usize = 254;

/// Where a form about users was sent, and by whom.
pub struct Sent {
    app: AppState,
    identity: Identity,
    uri: Uri,
    headers: HeaderMap,
}

impl axum::extract::FromRequestParts<AppState> for Sent {
    type Rejection = StatusCode;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        app: &AppState,
    ) -> Result<Self, StatusCode> {
        Ok(Self {
            app: app.clone(),
            identity: Identity::from_request_parts(parts, app).await?,
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
        })
    }
}

impl Sent {
    /// The page again, saying what became of the form.
    async fn again(self, status: StatusCode, submitted: Submitted) -> Response {
        let request = pages::request_for(self.uri, self.headers);
        pages::render(
            &self.app,
            &self.identity,
            request,
            Some((status, submitted)),
        )
        .await
    }

    async fn declined(self, refusal: Refusal) -> Response {
        self.again(status(&refusal), Submitted::UserAction { refusal })
            .await
    }

    /// The link, once; or to the tab, which says what happened.
    async fn invited(self, what: &str, customer: &str, name: String, invited: Invited) -> Response {
        match invited {
            Invited::ByMail => to_tab(customer, what, &name),
            Invited::ByLink(link) => {
                let submitted = Submitted::UserLink {
                    user_name: name,
                    link,
                };
                self.again(StatusCode::OK, submitted).await
            }
        }
    }

    /// Who asks, about which customer.
    fn may(&self, customer: &str) -> Result<(May<EditUsers>, CustomerId), Refusal> {
        let may = self.identity.may()?;
        let customer = customer.parse().map_err(|_| Refusal::NotFound)?;
        Ok((may, customer))
    }
}

fn user_id(text: &str) -> Result<AccountId, Refusal> {
    text.parse().map_err(|_| Refusal::NotFound)
}

/// To the tab, which says what happened to the user of that name.
pub(super) fn to_tab(customer: &str, what: &str, user_name: &str) -> Response {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair(what, user_name)
        .finish();
    Redirect::to(&format!("/mkm/kunden/{customer}/benutzer?{query}")).into_response()
}

/// `POST /mkm/kunden/{id}/benutzer/neu`
pub async fn create(Path(customer): Path<String>, sent: Sent, fields: Fields) -> Response {
    let id = fields
        .get("id")
        .parse()
        .unwrap_or_else(|_| AccountId::new());
    let form: UserForm = fields.form();
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let new = form.validate()?;
        let name = new.user_name.as_str().to_owned();
        let users = &sent.app.ports().users;
        Ok((name, users.create_user(&may, customer, id, new).await?))
    };
    match outcome.await {
        Ok((name, invited)) => {
            sent.invited("benutzer-angelegt", &customer, name, invited)
                .await
        }
        Err(refusal) => {
            let answer = Submitted::CreateUser {
                id,
                form,
                refusal: Refusal::clone(&refusal),
            };
            sent.again(status(&refusal), answer).await
        }
    }
}

/// `POST /mkm/kunden/{id}/benutzer/{user}`
pub async fn update(
    Path((customer, user)): Path<(String, String)>,
    sent: Sent,
    fields: Fields,
) -> Response {
    let version = Version(fields.get("version").parse().unwrap_or(0));
    let form: UserForm = fields.form();
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let (id, new) = (user_id(&user)?, form.validate()?);
        let users = &sent.app.ports().users;
        users.update_user(&may, customer, id, version, new).await
    };
    match outcome.await {
        Ok(()) => to_tab(&customer, "benutzer-gespeichert", form.user_name.trim()),
        Err(refusal) => {
            let answer = Submitted::EditUser {
                version,
                form,
                refusal: Refusal::clone(&refusal),
            };
            sent.again(status(&refusal), answer).await
        }
    }
}

/// `POST /mkm/kunden/{id}/benutzer/{user}/status`
pub async fn switch(
    Path((customer, user)): Path<(String, String)>,
    sent: Sent,
    fields: Fields,
) -> Response {
    let active = fields.get("aktiv") == "ja";
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let users = &sent.app.ports().users;
        users
            .set_user_active(&may, customer, user_id(&user)?, active)
            .await
    };
    match outcome.await {
        Ok(name) if active => to_tab(&customer, "benutzer-aktiviert", &name),
        Ok(name) => to_tab(&customer, "benutzer-deaktiviert", &name),
        Err(refusal) => plain_page::refused(&sent.headers, &refusal),
    }
}

/// `POST /mkm/kunden/{id}/benutzer/{user}/einladen`
pub async fn invite(Path((customer, user)): Path<(String, String)>, sent: Sent) -> Response {
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let users = &sent.app.ports().users;
        users.invite_user(&may, customer, user_id(&user)?).await
    };
    match outcome.await {
        Ok((name, invited)) => {
            sent.invited("benutzer-eingeladen", &customer, name, invited)
                .await
        }
        Err(refusal) => sent.declined(refusal).await,
    }
}

/// `POST /mkm/kunden/{id}/benutzer/verknuepfen`
pub async fn link(Path(customer): Path<String>, sent: Sent, fields: Fields) -> Response {
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let users = &sent.app.ports().users;
        users
            .link_user(&may, customer, user_id(fields.get("benutzer"))?)
            .await
    };
    match outcome.await {
        Ok(name) => to_tab(&customer, "benutzer-verknuepft", &name),
        Err(refusal) => sent.declined(refusal).await,
    }
}

/// `POST /mkm/kunden/{id}/benutzer/{user}/loeschen`
pub async fn remove(Path((customer, user)): Path<(String, String)>, sent: Sent) -> Response {
    let outcome = async {
        let (may, customer) = sent.may(&customer)?;
        let users = &sent.app.ports().users;
        users.remove_user(&may, customer, user_id(&user)?).await
    };
    match outcome.await {
        Ok(removed) if removed.customers_left == 0 => {
            to_tab(&customer, "benutzer-geloescht", &removed.user_name)
        }
        Ok(removed) => to_tab(&customer, "benutzer-geloest", &removed.user_name),
        Err(refusal) => sent.declined(refusal).await,
    }
}

/// `POST /passwort-vergessen`: the same answer, after the same work, whether there is an account or not.
/// Nobody waits for the mail to be written down.
pub async fn forgotten(
    sent: Sent,
    ThrottleAddress(address): ThrottleAddress,
    fields: Fields,
) -> Response {
    let typed: String = fields
        .get("benutzername")
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_NAME)
        .collect();
    let db = sent.app.db().clone();
    match db.attempt_reset(address, &typed).await {
        Err(_) => plain_page::unavailable(&sent.headers),
        Ok(Attempt::Wait(wait)) => {
            let seconds = wait.as_secs_f64().ceil().max(1.0) as u64;
            let answer = Submitted::Forgotten {
                throttled: Some(seconds),
            };
            sent.again(StatusCode::TOO_MANY_REQUESTS, answer).await
        }
        Ok(Attempt::Allowed) => {
            if sent.app.settings().mails {
                tokio::spawn(async move { db.request_reset(&typed).await });
            }
            sent.again(StatusCode::OK, Submitted::Forgotten { throttled: None })
                .await
        }
    }
}
