//! What happened to a domain, where the address of the page says it.

use crate::{address::parameter, locale::texts};

/// After a form that the browser sent itself.
pub(crate) fn said_by_address() -> Option<String> {
    let words = texts().domains();
    let sentences = [
        ("domain-angelegt", words.record.created),
        ("domain-gespeichert", words.record.saved),
        ("domain-entfernt", words.removed),
        ("domain-frei", words.record.released),
    ];
    let of_one = sentences
        .into_iter()
        .find_map(|(name, sentence)| parameter(name).map(|domain| sentence(&domain)));
    of_one.or_else(|| {
        let count = parameter("domains-zugeordnet")?.parse().ok()?;
        Some((words.record.assigned_count)(count))
    })
}
