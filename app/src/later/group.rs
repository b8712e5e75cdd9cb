//! Which file of code an address needs.

/// A file of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Domains and products: lists and dialogs.
    Records,
    /// Portal users.
    Users,
    /// What end customers see.
    Portal,
    /// What is about the reseller itself.
    Own,
}

impl Group {
    /// Of the page at `path`; `None` where its code is in the first file.
    pub(super) fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            ["domains" | "produkte", ..] => Some(Self::Records),
            ["mkm", "kunden", _, "domains" | "produkte", _, ..] => Some(Self::Records),
            ["mkm", "kunden", _, "benutzer", ..] => Some(Self::Users),
            ["portal", "konto"] | ["konto"] => Some(Self::Own),
            ["portal", ..] => Some(Self::Portal),
            ["suche" | "kontakt" | "stammdaten", ..]
            | ["verwaltung", "protokoll"]
            | ["mkm", "vorschlaege"] => Some(Self::Own),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;

    #[test]
    fn the_first_pages_need_nothing_more() {
        for path in [
            "/",
            "/anmelden",
            "/mkm/kunden",
            "/mkm/kunden/neu",
            "/k/123456",
            "/mkm/kunden/0/domains",
            "/gibtesnicht",
        ] {
            assert_eq!(Group::of(path), None, "{path}");
        }
    }

    #[test]
    fn other_pages_name_their_group() {
        for (path, group) in [
            ("/domains", Group::Records),
            ("/produkte/neu", Group::Records),
            ("/mkm/kunden/0/produkte/1/beenden", Group::Records),
            ("/mkm/kunden/0/benutzer", Group::Users),
            ("/portal/0/vorschlag", Group::Portal),
            ("/portal/konto", Group::Own),
            ("/verwaltung/protokoll", Group::Own),
        ] {
            assert_eq!(Group::of(path), Some(group), "{path}");
        }
    }
}
