use std::collections::BTreeMap;

use domain::{
    assignment::{Moved, Picked, Seen, decide},
    domain_record::Owner,
    refusal::Refusal,
    values::{CustomerId, DomainId, ProductId},
};

fn owner(id: CustomerId) -> Owner {
    Owner {
        id,
        number: "K-1".to_owned(),
        last_name: "Huber".to_owned(),
    }
}

fn found(id: DomainId, from: Option<CustomerId>) -> Moved<DomainId> {
    Moved {
        id,
        name: "a.de".to_owned(),
        from: from.map(owner),
    }
}

#[test]
fn what_was_picked_is_read_as_it_was_written() {
    for seen in [
        Seen::Anybody,
        Seen::Owner(None),
        Seen::Owner(Some(CustomerId::new())),
    ] {
        let picked = Picked {
            id: ProductId::new(),
            seen,
        };
        assert_eq!(picked.to_string().parse(), Ok(picked));
    }
    for text in ["", " ", "x", "x -", &format!("{} x", ProductId::new())] {
        assert!(text.parse::<Picked<ProductId>>().is_err(), "{text:?}");
    }
}

#[test]
fn whoever_picks_remembers_whom_it_belonged_to() {
    let (id, customer) = (DomainId::new(), CustomerId::new());
    assert_eq!(Picked::of(id, None).seen, Seen::Owner(None));
    let seen = Picked::of(id, Some(&owner(customer))).seen;
    assert_eq!(seen, Seen::Owner(Some(customer)));
}

#[test]
fn what_belongs_to_the_customer_already_does_not_move() {
    let (a, b) = (DomainId::new(), DomainId::new());
    let (here, there) = (CustomerId::new(), CustomerId::new());
    let picked = BTreeMap::from([(a, Seen::Owner(Some(there))), (b, Seen::Anybody)]);
    let records = vec![found(a, Some(there)), found(b, Some(here))];
    let moved = decide(&picked, records, Some(here)).unwrap();
    assert_eq!(moved, [found(a, Some(there))]);
}

#[test]
fn nothing_moves_where_one_belongs_to_somebody_else_than_was_seen() {
    let (a, b, customer) = (DomainId::new(), DomainId::new(), CustomerId::new());
    let picked = BTreeMap::from([(a, Seen::Owner(None)), (b, Seen::Owner(None))]);
    let records = vec![found(a, None), found(b, Some(customer))];
    assert_eq!(decide(&picked, records, None), Err(Refusal::Changed));
}

#[test]
fn nothing_moves_where_one_is_gone() {
    let (a, b) = (DomainId::new(), DomainId::new());
    let picked = BTreeMap::from([(a, Seen::Anybody), (b, Seen::Anybody)]);
    let records = vec![found(a, None)];
    assert_eq!(decide(&picked, records, None), Err(Refusal::NotFound));
}
