//! What the address says of the last change to a staff account.

use crate::{address::parameter, locale::texts};

/// The sentence for the status region.
pub(crate) fn said_by_address() -> Option<String> {
    let words = texts().staff();
    let sentences = [
        ("mitarbeiter-angelegt", words.created),
        ("mitarbeiter-gespeichert", words.saved),
        ("mitarbeiter-aktiviert", words.activated),
        ("mitarbeiter-deaktiviert", words.deactivated),
        ("mitarbeiter-eingeladen", words.invited),
        ("mitarbeiter-geloescht", words.deleted),
        ("mitarbeiter-abgemeldet", words.sessions_ended),
        ("benutzer-abgemeldet", words.sessions_ended),
    ];
    sentences
        .into_iter()
        .find_map(|(name, sentence)| parameter(name).map(|user| sentence(&user)))
}
