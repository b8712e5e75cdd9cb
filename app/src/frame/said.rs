//! What the address says of a form that the browser sent itself.

use crate::{address::parameter, locale::texts};

/// The sentence for the status region; empty where nothing happened.
pub(super) fn sentence_of_address() -> String {
    let texts = texts();
    if let Some(number) = parameter("angelegt") {
        (texts.list.created)(&number)
    } else if let Some(number) = parameter("geloescht") {
        (texts.list.deleted)(&number, 0)
    } else if let Some(number) = parameter("gespeichert") {
        (texts.detail.saved)(&number)
    } else if parameter("stammdaten").is_some() {
        texts.profile().saved.to_owned()
    } else if let Some(what) = parameter("vorschlag") {
        match what.as_str() {
            "gesendet" => texts.portal().sent.to_owned(),
            "nichts" => texts.portal().nothing_changed.to_owned(),
            "entschieden" => texts.proposals().decided.to_owned(),
            _ => String::new(),
        }
    } else if let Some(what) = parameter("konto") {
        match what.as_str() {
            "passwort" => texts.account().password_changed.to_owned(),
            "email-link" => texts.account().link_sent.to_owned(),
            "email" => texts.account().email_changed.to_owned(),
            "app" => texts.second_factor().app_added.to_owned(),
            "app-entfernt" => texts.second_factor().app_removed.to_owned(),
            "passkey" => texts.passkeys().added.to_owned(),
            "passkey-entfernt" => texts.passkeys().removed.to_owned(),
            "faktor-entfernt" => texts.second_factor().removed.to_owned(),
            "sitzungen" => texts.account().sessions_ended.to_owned(),
            _ => String::new(),
        }
    } else {
        crate::domains::said_by_address()
            .or_else(crate::users::said_by_address)
            .or_else(crate::staff::said_by_address)
            .or_else(crate::products::said_by_address)
            .unwrap_or_default()
    }
}
