//! What a page is for: who may open it follows from the table of rights.

use domain::{principal::Role, rights::Action};

/// Who may open a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Signed in or not: how one signs in, and what a link in a mail leads to.
    Everybody,
    /// Whoever may do this.
    For(Action),
}

impl Access {
    /// Of the page at `path`, which may be the pattern of a route. `None`: no page is known there, so
    /// nobody may open it. A dialog is for whoever may do what it offers.
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let action = match parts.as_slice() {
            ["anmelden" | "passwort-vergessen"]
            | ["anmelden", "code"]
            | ["passwort" | "email", _] => {
                return Some(Self::Everybody);
            }
            ["konto"] | ["portal", "konto"] => Action::OwnAccount,
            ["konto", "bestaetigen" | "zwei-faktor"] => Action::OwnAccount,
            ["portal"] | ["portal", _] | ["portal", _, "vorschlag"] => Action::UsePortal,
            [] | ["suche" | "kontakt" | "stammdaten" | "domains" | "produkte"] => Action::ViewDesk,
            ["verwaltung", "protokoll"] | ["k", _] => Action::ViewDesk,
            ["verwaltung", "mitarbeiter", _, "sitzungen"] => Action::EndSessionsOfOthers,
            ["verwaltung", "mitarbeiter", ..] => Action::ManageStaff,
            ["domains", ..] => Action::EditDomains,
            ["produkte", ..] => Action::EditProducts,
            ["mkm", rest @ ..] => at_the_desk(rest)?,
            _ => return None,
        };
        Some(Self::For(action))
    }

    /// Whether an account of this role may open it.
    pub fn allows(self, role: Role) -> bool {
        match self {
            Self::Everybody => true,
            Self::For(action) => role.may(action),
        }
    }
}

/// Below `/mkm`.
fn at_the_desk(parts: &[&str]) -> Option<Action> {
    Some(match parts {
        ["vorschlaege" | "einladungen" | "kunden"] => Action::ViewDesk,
        ["kunden", "neu"] | ["kunden", _, "loeschen"] => Action::EditCustomers,
        ["kunden", _] | ["kunden", _, "domains" | "produkte" | "benutzer"] => Action::ViewDesk,
        ["kunden", _, "domains", ..] => Action::EditDomains,
        ["kunden", _, "produkte", ..] => Action::EditProducts,
        ["kunden", _, "benutzer", _, "sitzungen"] => Action::EndSessionsOfOthers,
        ["kunden", _, "benutzer", ..] => Action::EditUsers,
        _ => return None,
    })
}

/// Whether the page at `path` is not for an account of this role.
pub(crate) fn is_refused(path: &str, role: Role) -> bool {
    !Access::of(path).is_some_and(|access| access.allows(role))
}
