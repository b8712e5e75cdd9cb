//! The tab "Benutzer": portal accounts of the customer.

use domain::customer::UserRow;
use leptos::{either::Either, prelude::*};

use super::detail_page::DetailState;
use crate::locale::texts;

#[component]
pub fn TabUsers() -> impl IntoView {
    let state = DetailState::current();
    move || {
        let users = state.get()?.users;
        Some(if users.is_empty() {
            Either::Left(view! { <p class="tab empty">{texts().detail.no_users}</p> })
        } else {
            Either::Right(view! { <UserTable users /> })
        })
    }
}

#[component]
fn UserTable(users: Vec<UserRow>) -> impl IntoView {
    let words = &texts().detail;
    view! {
        <div class="tab table-frame">
            <table>
                <caption class="visually-hidden">{words.tab_users}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.user_name}</th>
                        <th scope="col">{words.first_name}</th>
                        <th scope="col">{words.last_name}</th>
                        <th scope="col">{words.status}</th>
                    </tr>
                </thead>
                <tbody>{users.into_iter().map(row_view).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row_view(user: UserRow) -> impl IntoView {
    let texts = texts();
    let words = &texts.detail;
    let status = if user.active {
        texts.general.active
    } else {
        words.disabled
    };
    view! {
        <tr>
            <td data-label=words.user_name>{user.user_name}</td>
            <td data-label=words.first_name>{user.first_name}</td>
            <td data-label=words.last_name>{user.last_name}</td>
            <td data-label=words.status>
                <span class="badge" class:good=user.active>{status}</span>
            </td>
        </tr>
    }
}
