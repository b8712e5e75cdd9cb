//! What a dialog over a customer's tab of records knows of the customer, once it is there.

use domain::{customer::CustomerDetail, domain_record::Owner};
use leptos::prelude::*;

use super::detail_page::DetailState;
use crate::records::{Place, Record};

/// The customer as its records name it. Of the time when the dialog was opened: a later change must
/// not empty a form.
pub(super) fn owner() -> Memo<Option<Owner>> {
    let state = DetailState::current();
    Memo::new(move |_| {
        state.get().map(|CustomerDetail { id, record, .. }| Owner {
            id,
            number: record.number,
            last_name: record.last_name,
        })
    })
}

/// The tab of the customer.
pub(super) fn place<R: Record>() -> Memo<Option<Place<R>>> {
    let state = DetailState::current();
    Memo::new(move |_| state.get().map(|detail| Place::of_customer(detail.id)))
}
