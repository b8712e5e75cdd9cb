//! Routes whose paths can be listed: a test asks each of them as everybody who may not.

use axum::{
    Router,
    routing::{MethodRouter, get, post},
};

use crate::{forms, state::AppState, whole_list};

/// Routes, each under its path in axum's notation.
#[derive(Default)]
pub(super) struct Listed(Vec<(String, MethodRouter<AppState>)>);

impl Listed {
    fn route(mut self, path: &str, answer: MethodRouter<AppState>) -> Self {
        self.0.push((path.to_owned(), answer));
        self
    }

    fn merge(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn into_router(self) -> Router<AppState> {
        let add =
            |router: Router<AppState>, (path, answer): (String, _)| router.route(&path, answer);
        self.0.into_iter().fold(Router::new(), add)
    }

    fn paths(self) -> Vec<String> {
        self.0.into_iter().map(|(path, _)| path).collect()
    }
}

/// The paths of all forms, which are sent by POST.
pub fn form_paths() -> Vec<String> {
    of_forms().paths()
}

/// The paths of what the browser gets by GET besides pages and files.
pub fn list_paths() -> Vec<String> {
    of_lists().paths()
}

/// Whole lists.
pub(super) fn of_lists() -> Listed {
    Listed::default()
        .route("/api/kunden/liste", get(whole_list::customers))
        .route("/api/domains/liste", get(whole_list::domains))
        .route("/api/produkte/liste", get(whole_list::products))
}

/// Every form that a page sends itself.
pub(super) fn of_forms() -> Listed {
    Listed::default()
        .route("/anmelden", post(forms::sign_in))
        .route(forms::CODE_PAGE, post(forms::sign_in_code))
        .merge(passkey_forms())
        .route("/abmelden", post(forms::sign_out))
        .route("/passwort/{token}", post(forms::set_password))
        .route("/email/{token}", post(forms::confirm_email))
        .route("/mkm/kunden/neu", post(forms::create))
        .route("/mkm/kunden/{id}", post(forms::update))
        .route("/mkm/kunden/{id}/loeschen", post(forms::delete))
        .merge(domain_forms())
        .merge(user_forms())
        .merge(staff_forms())
        .merge(product_forms())
        .merge(factor_forms())
        .route("/stammdaten", post(forms::save_profile))
        .route("/mkm/kunden/{id}/vorschlag", post(forms::decide))
        .route("/portal/{id}/vorschlag", post(forms::propose))
        .route(forms::CONFIRM_PAGE, post(forms::confirm))
        .route("/konto/passwort", post(forms::change_password))
        .route("/konto/email", post(forms::change_email))
        .route("/konto/sitzungen", post(forms::end_sessions))
        .route("/sprache", post(forms::set_language))
        .route("/darstellung", post(forms::set_theme))
}

fn user_forms() -> Listed {
    use forms::users::{create, forgotten, invite, link, remove, switch, update};
    let tab = "/mkm/kunden/{id}/benutzer";
    Listed::default()
        .route("/passwort-vergessen", post(forgotten))
        .route(&format!("{tab}/neu"), post(create))
        .route(&format!("{tab}/verknuepfen"), post(link))
        .route(&format!("{tab}/{{user}}"), post(update))
        .route(&format!("{tab}/{{user}}/status"), post(switch))
        .route(&format!("{tab}/{{user}}/einladen"), post(invite))
        .route(&format!("{tab}/{{user}}/loeschen"), post(remove))
}

fn staff_forms() -> Listed {
    use forms::staff::{
        create, delete, end_sessions, end_sessions_of_user, invite, switch, update,
    };
    let page = "/verwaltung/mitarbeiter";
    Listed::default()
        .route(&format!("{page}/neu"), post(create))
        .route(&format!("{page}/{{id}}"), post(update))
        .route(&format!("{page}/{{id}}/status"), post(switch))
        .route(&format!("{page}/{{id}}/einladen"), post(invite))
        .route(&format!("{page}/{{id}}/loeschen"), post(delete))
        .route(&format!("{page}/{{id}}/sitzungen"), post(end_sessions))
        .route(
            "/mkm/kunden/{id}/benutzer/{user}/sitzungen",
            post(end_sessions_of_user),
        )
}

fn factor_forms() -> Listed {
    use forms::{FACTOR_PAGE, begin_factor, confirm_factor, remove_factor, renew_codes};
    Listed::default()
        .route(FACTOR_PAGE, post(begin_factor))
        .route(&format!("{FACTOR_PAGE}/bestaetigen"), post(confirm_factor))
        .route(&format!("{FACTOR_PAGE}/codes"), post(renew_codes))
        .route(&format!("{FACTOR_PAGE}/entfernen"), post(remove_factor))
}

fn passkey_forms() -> Listed {
    use forms::{CODE_PAGE, FACTOR_PAGE};
    let page = format!("{FACTOR_PAGE}/passkeys");
    Listed::default()
        .route("/anmelden/passkey", post(forms::sign_in_passkey))
        .route(
            "/anmelden/passkey/aufgabe",
            post(forms::sign_in_passkey_options),
        )
        .route(
            &format!("{CODE_PAGE}/passkey"),
            post(forms::factor_passkey_options),
        )
        .route("/konto/passkey", post(forms::own_passkey_options))
        .route(&page, post(forms::add_passkey))
        .route(&format!("{page}/entfernen"), post(forms::remove_passkey))
}

fn domain_forms() -> Listed {
    use forms::domains::{
        assign, create, create_for, release, remove, remove_from, update, update_of,
    };
    let tab = "/mkm/kunden/{id}/domains";
    Listed::default()
        .route("/domains/neu", post(create))
        .route("/domains/{id}", post(update))
        .route("/domains/{id}/entfernen", post(remove))
        .route(&format!("{tab}/neu"), post(create_for))
        .route(&format!("{tab}/zuordnen"), post(assign))
        .route(&format!("{tab}/{{domain}}"), post(update_of))
        .route(&format!("{tab}/{{domain}}/entfernen"), post(remove_from))
        .route(&format!("{tab}/{{domain}}/loesen"), post(release))
}

fn product_forms() -> Listed {
    use forms::products::{
        assign, create, create_for, delete, delete_from, end, end_of, release, update, update_of,
    };
    let tab = "/mkm/kunden/{id}/produkte";
    Listed::default()
        .route("/produkte/neu", post(create))
        .route("/produkte/{id}", post(update))
        .route("/produkte/{id}/beenden", post(end))
        .route("/produkte/{id}/loeschen", post(delete))
        .route(&format!("{tab}/neu"), post(create_for))
        .route(&format!("{tab}/zuordnen"), post(assign))
        .route(&format!("{tab}/{{product}}"), post(update_of))
        .route(&format!("{tab}/{{product}}/beenden"), post(end_of))
        .route(&format!("{tab}/{{product}}/loeschen"), post(delete_from))
        .route(&format!("{tab}/{{product}}/loesen"), post(release))
}
