//! The jump box and its page.

use domain::search::HitKind;

use crate::locale::Jump;

pub(crate) static WORDS: Jump = Jump {
    label: "Schnellsuche",
    placeholder: "Schnellsuche (Strg+K)",
    submit: "Suchen",
    results: "Treffer",
    title: "Suche",
    kind: |kind| match kind {
        HitKind::Customer => "Kunde",
        HitKind::Domain => "Domain",
        HitKind::User => "Benutzer",
    },
    kinds: |kind| match kind {
        HitKind::Customer => "Kunden",
        HitKind::Domain => "Domains",
        HitKind::User => "Benutzer",
    },
    nothing: |typed| format!("Nichts beginnt mit „{typed}“."),
    nothing_typed: "Gib den Anfang einer Kundennummer, eines Namens, einer Firma, einer Domain oder eines Benutzernamens ein.",
    in_list: |typed| format!("Alle Kunden mit „{typed}“ in der Liste zeigen"),
};
