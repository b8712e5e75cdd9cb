//! The state of a list in an address, and a list on its way to the browser.

use domain::list::{Columns, ListKind, ListQuery};

use crate::text;

/// Any query is one of a list; written into an address and read again it is the same; and any list can
/// be asked it.
pub fn list_query(bytes: &[u8]) {
    let typed = text(bytes);
    for kind in ListKind::ALL {
        let query = ListQuery::from_query_string(kind, &typed);
        let address = query.to_query_string();
        assert!(address.is_ascii(), "{address:?}");
        assert_eq!(
            ListQuery::from_query_string(kind, &address),
            query,
            "{address:?}"
        );
        let page = Columns::from_rows(kind, []).page(&query);
        assert_eq!((page.matched, page.total, page.page), (0, 0, 1));
        // What the browser gets from the server is not trusted either.
        if let Ok(columns) = Columns::decode(kind, bytes) {
            let page = columns.page(&query);
            assert!(page.rows.len() <= 100 && page.matched <= page.total);
        }
    }
}
