use domain::values::CustomerId;

#[test]
fn later_ids_sort_after_earlier_ones() {
    let ids: Vec<CustomerId> = (0..1_000).map(|_| CustomerId::new()).collect();
    assert!(ids.is_sorted_by(|earlier, later| earlier < later));
}

#[test]
fn an_id_is_read_as_it_is_written() {
    let id = CustomerId::new();
    assert_eq!(id.to_string().parse(), Ok(id));
    assert_eq!(CustomerId::from_uuid(id.uuid()), id);
}

#[test]
fn what_is_no_id_is_refused() {
    for text in ["", "1234578", "0197-", "' or 1=1"] {
        assert!(text.parse::<CustomerId>().is_err(), "{text}");
    }
}
