//! The tab "Benutzer": portal accounts of the customer.

use domain::user::UserRow;
use leptos::prelude::*;

use super::detail_page::DetailState;
use crate::{
    locale::texts,
    ui::{Cell, RecordTable, active_cell},
};

#[component]
pub fn TabUsers() -> impl IntoView {
    let state = DetailState::current();
    let words = &texts().detail;
    move || {
        let users = state.get()?.users;
        Some(view! {
            <RecordTable
                caption=words.tab_users
                columns=vec![words.user_name, words.first_name, words.last_name, words.status]
                rows=users.into_iter().map(cells).collect()
                none=words.no_users
            />
        })
    }
}

fn cells(user: UserRow) -> Vec<Cell> {
    vec![
        Cell::Text(user.record.user_name),
        Cell::Text(user.record.first_name),
        Cell::Text(user.record.last_name),
        active_cell(user.active, texts().detail.disabled),
    ]
}
