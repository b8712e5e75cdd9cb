//! What the address says of the last change to a user.

use crate::{address::parameter, locale::texts};

/// The sentence for the status region.
pub(crate) fn said_by_address() -> Option<String> {
    let words = texts().users();
    let sentences = [
        ("benutzer-angelegt", words.created),
        ("benutzer-gespeichert", words.saved),
        ("benutzer-aktiviert", words.activated),
        ("benutzer-deaktiviert", words.deactivated),
        ("benutzer-eingeladen", words.invited),
        ("benutzer-verknuepft", words.linked),
        ("benutzer-geloest", words.unlinked),
        ("benutzer-geloescht", words.deleted),
    ];
    sentences
        .into_iter()
        .find_map(|(name, sentence)| parameter(name).map(|user| sentence(&user)))
}
