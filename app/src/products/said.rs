//! What happened to a product, where the address of the page says it.

use crate::{address::parameter, locale::texts};

/// After a form that the browser sent itself.
pub(crate) fn said_by_address() -> Option<String> {
    let words = texts().products();
    let sentences = [
        ("produkt-angelegt", words.record.created),
        ("produkt-gespeichert", words.record.saved),
        ("produkt-geloescht", words.deleted),
        ("produkt-beendet", words.ended),
        ("produkt-aufgenommen", words.resumed),
        ("produkt-frei", words.record.released),
    ];
    let of_one = sentences
        .into_iter()
        .find_map(|(name, sentence)| parameter(name).map(|product| sentence(&product)));
    of_one.or_else(|| {
        let count = parameter("produkte-zugeordnet")?.parse().ok()?;
        Some((words.record.assigned_count)(count))
    })
}
