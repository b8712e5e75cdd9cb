//! The tab "Benutzer" with its dialogs: portal accounts of the customer.

mod delete_dialog;
mod form_dialogs;
mod invite_dialog;
mod link_dialog;
mod one_user;
mod sessions_dialog;
mod user_fields;

pub use delete_dialog::DeleteUser;
pub use form_dialogs::{CreateUser, EditUser};
pub use invite_dialog::InviteUser;
pub use link_dialog::LinkUser;
pub(crate) use one_user::PassOn;
pub use sessions_dialog::UserSessions;

use domain::{
    customer::CustomerDetail,
    rights::Action,
    user::{Invitation, UserRow},
};
use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::detail_page::DetailState;
use crate::{
    frame::may,
    locale::texts,
    staff::AccountActions,
    ui::{Cell, Icon, RecordTable, Shape, active_cell, with_actions},
};

#[component]
pub fn TabUsers() -> impl IntoView {
    let state = DetailState::current();
    view! {
        {move || state.get().map(|detail| view! { <UsersOf detail /> })}
        <Outlet />
    }
}

#[component]
fn UsersOf(detail: CustomerDetail) -> impl IntoView {
    let (words, users) = (&texts().detail, texts().users());
    let page = format!("/mkm/kunden/{}/benutzer", detail.id);
    let rows = detail
        .users
        .into_iter()
        .map(|user| cells(user, &page))
        .collect();
    let may_edit = may(Action::EditUsers);
    let above = may_edit.then(|| {
        view! {
            <div class="tab-actions">
                <a class="button" href=format!("{page}/verknuepfen")>
                    {users.link}
                </a>
                <a class="button primary" href=format!("{page}/neu")>
                    <Icon shape=Shape::Plus />
                    <span>{users.new}</span>
                </a>
            </div>
        }
    });
    view! {
        {above}
        <RecordTable
            caption=words.tab_users
            columns=with_actions(
                vec![
                    words.user_name,
                    words.first_name,
                    words.last_name,
                    words.status,
                    users.invitation,
                ],
                may_edit.then_some(users.actions),
            )
            rows
            none=words.no_users
        />
    }
}

fn cells(user: UserRow, page: &str) -> Vec<Cell> {
    let invitation = Cell::Badge {
        text: (texts().users().invitation_state)(user.invitation),
        good: user.invitation == Invitation::Accepted,
    };
    let actions = view! {
        <AccountActions
            name=user.record.user_name.clone()
            at=format!("{page}/{}", user.id)
            active=user.active
            can_be_invited=user.can_be_invited()
        />
    }
    .into_any();
    vec![
        Cell::Text(user.record.user_name),
        Cell::Text(user.record.first_name),
        Cell::Text(user.record.last_name),
        active_cell(user.active, texts().detail.disabled),
        invitation,
        Cell::View(actions),
    ]
}
