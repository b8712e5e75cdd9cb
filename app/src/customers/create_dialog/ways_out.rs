//! Where the dialog leads: back to the list, with or without a new customer.

use domain::{customer::CustomerRow, list::Value};
use leptos::prelude::*;

use crate::{
    customers::CustomerDrafts,
    frame::Notices,
    lists::{ListState, scroll_to_new_row},
    locale::texts,
    navigation::{in_place, navigator},
};

/// Leads back to the list as it was.
pub(super) fn leave_to_list() -> impl Fn() + Clone + Send + Sync + 'static {
    let list = expect_list();
    let navigate = navigator();
    move || {
        navigate(&list.view.href(&list.query.get_untracked()), in_place());
    }
}

/// Leads to the page of the list that shows the new customer, and says so.
pub(super) fn after_creating() -> impl Fn(CustomerRow) + Clone + 'static {
    let list = expect_list();
    let whole = list.whole;
    let notices = Notices::current();
    let drafts = CustomerDrafts::current();
    let navigate = navigator();
    let created = texts().list.created;
    move |row| {
        drafts.set_new(None);
        notices.say(created(&row.number));
        let number = row.number.clone();
        whole.put(&number, row.into());
        list.refresh();
        let number = Value::from(number);
        let query = list.query.get_untracked();
        let showing = untrack(|| whole.query_showing(&query, &number));
        let query = showing.unwrap_or_else(|| query.without_filters().at_page(1));
        list.new_row.set(Some(number));
        navigate(&list.view.href(&query), in_place());
        scroll_to_new_row();
    }
}

/// The dialog is a child of the list's route.
fn expect_list() -> ListState {
    expect_context()
}
