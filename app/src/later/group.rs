//! Which file of code an address needs.

/// A file of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// The start page.
    Start,
    /// A customer's page with its tabs; a new customer.
    Customer,
    /// Before somebody is signed in.
    SignedOut,
    /// Domains and products: lists and dialogs.
    Records,
    /// Dialogs about portal users.
    Users,
    /// Who works for the reseller.
    Staff,
    /// What end customers see.
    Portal,
    /// What is about the reseller itself.
    Own,
}

impl Group {
    /// Of the page at `path`; none where its code is in the first file.
    pub(super) fn of(path: &str) -> &'static [Self] {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => &[Self::Start],
            ["mkm", "kunden"] => &[],
            ["mkm", "kunden", _, "domains" | "produkte", _, ..] => &[Self::Customer, Self::Records],
            ["mkm", "kunden", _, "benutzer", _, ..] => &[Self::Customer, Self::Users],
            ["mkm", "kunden", ..] | ["k", _] => &[Self::Customer],
            ["anmelden" | "passwort" | "passwort-vergessen" | "email", ..] => &[Self::SignedOut],
            ["domains" | "produkte", ..] => &[Self::Records],
            ["verwaltung", "mitarbeiter", ..] => &[Self::Staff],
            ["portal", "konto"] => &[Self::Own],
            ["portal", ..] => &[Self::Portal],
            ["suche" | "kontakt" | "stammdaten" | "konto", ..]
            | ["verwaltung", "protokoll"]
            | ["mkm", "vorschlaege" | "einladungen"] => &[Self::Own],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;

    #[test]
    fn the_list_of_customers_needs_nothing_more() {
        for path in ["/mkm/kunden", "/gibtesnicht"] {
            assert!(Group::of(path).is_empty(), "{path}");
        }
    }

    #[test]
    fn other_pages_name_their_groups() {
        use Group::{Customer, Own, Portal, Records, SignedOut, Staff, Start, Users};
        for (path, groups) in [
            ("/", &[Start][..]),
            ("/anmelden", &[SignedOut]),
            ("/passwort/abc", &[SignedOut]),
            ("/email/abc", &[SignedOut]),
            ("/k/123456", &[Customer]),
            ("/mkm/kunden/neu", &[Customer]),
            ("/mkm/kunden/0", &[Customer]),
            ("/mkm/kunden/0/domains", &[Customer]),
            ("/mkm/kunden/0/produkte/1/beenden", &[Customer, Records]),
            ("/mkm/kunden/0/benutzer", &[Customer]),
            ("/mkm/kunden/0/benutzer/neu", &[Customer, Users]),
            ("/domains", &[Records]),
            ("/produkte/neu", &[Records]),
            ("/portal/0/vorschlag", &[Portal]),
            ("/portal/konto", &[Own]),
            ("/verwaltung/protokoll", &[Own]),
            ("/verwaltung/mitarbeiter", &[Staff]),
            ("/verwaltung/mitarbeiter/0/sitzungen", &[Staff]),
            ("/mkm/einladungen", &[Own]),
        ] {
            assert_eq!(Group::of(path), groups, "{path}");
        }
    }
}
