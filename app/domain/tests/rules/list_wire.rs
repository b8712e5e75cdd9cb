use domain::list::{Columns, DecodeError, Decoding, ListKind};
use proptest::{collection::vec, prelude::*, sample::Index};

use crate::{
    arbitrary,
    list_model::{self, columns, queries},
};

#[test]
fn bytes_of_another_form_are_refused() {
    let mut bytes = columns([]).encode();
    assert!(Columns::decode(ListKind::Customers, &bytes).is_ok());
    bytes[0] += 1;
    assert_eq!(
        Columns::decode(ListKind::Customers, &bytes),
        Err(DecodeError)
    );
    assert_eq!(Columns::decode(ListKind::Customers, &[]), Err(DecodeError));
}

proptest! {
    #[test]
    fn a_list_arrives_as_it_was_sent(rows in arbitrary::rows(), query in queries()) {
        let sent = columns(rows.clone());
        let arrived = Columns::decode(ListKind::Customers, &sent.encode()).unwrap();
        prop_assert_eq!(&arrived, &sent);
        prop_assert_eq!(arrived.page(&query), list_model::page(&rows, &query));
    }

    #[test]
    fn a_list_is_read_column_by_column(rows in arbitrary::rows(), read in 0..20_usize) {
        let sent = columns(rows);
        let bytes = sent.encode();
        let all = ListKind::Customers.description().columns.len();
        let mut decoding = Decoding::of(ListKind::Customers, &bytes).unwrap();
        for column in 0..read {
            prop_assert_eq!(decoding.read_column(), Ok(column < all));
        }
        let expected = if read < all { Err(DecodeError) } else { Ok(sent) };
        prop_assert_eq!(decoding.into_columns(), expected);
    }

    #[test]
    fn a_piece_of_a_list_or_more_than_one_is_refused(
        rows in arbitrary::rows(),
        cut in any::<Index>(),
    ) {
        let mut bytes = columns(rows).encode();
        let piece = &bytes[..cut.index(bytes.len())];
        prop_assert_eq!(Columns::decode(ListKind::Customers, piece), Err(DecodeError));
        bytes.push(0);
        prop_assert_eq!(Columns::decode(ListKind::Customers, &bytes), Err(DecodeError));
    }

    #[test]
    fn damaged_lists_are_refused_or_can_be_used(
        rows in arbitrary::rows(),
        damage in vec((any::<Index>(), any::<u8>()), 1..4),
        query in queries(),
    ) {
        let mut bytes = columns(rows).encode();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(list) = Columns::decode(ListKind::Customers, &bytes) {
            prop_assert!(list.page(&query).total as usize == list.len());
        }
    }

    #[test]
    fn any_bytes_are_refused_or_can_be_used(
        bytes in vec(any::<u8>(), 0..60),
        small in vec(0..4_u8, 0..20),
        query in queries(),
    ) {
        for mut bytes in [bytes, small] {
            bytes.insert(0, 1);
            if let Ok(list) = Columns::decode(ListKind::Customers, &bytes) {
                prop_assert!(list.page(&query).total as usize == list.len());
            }
        }
    }
}
