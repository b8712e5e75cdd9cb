//! The tab "Benutzer" with its dialogs: portal accounts of the customer.

mod delete_dialog;
mod drafts;
mod form_dialogs;
mod invite_dialog;
mod link_dialog;
mod one_user;
mod sessions_dialog;
mod user_fields;

pub use delete_dialog::DeleteUser;
pub use drafts::UserDrafts;
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
use leptos_router::{NavigateOptions, components::Outlet, hooks::use_navigate};

use super::detail_page::DetailState;
use crate::{
    frame::{FrameState, may},
    locale::texts,
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
    let (words, users) = (&texts().detail, texts().users);
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
        text: (texts().users.invitation_state)(user.invitation),
        good: user.invitation == Invitation::Accepted,
    };
    let actions = actions(&user, page).into_any();
    vec![
        Cell::Text(user.record.user_name),
        Cell::Text(user.record.first_name),
        Cell::Text(user.record.last_name),
        active_cell(user.active, texts().detail.disabled),
        invitation,
        Cell::View(actions),
    ]
}

fn actions(user: &UserRow, page: &str) -> impl IntoView + use<> {
    let words = texts().users;
    let name = &user.record.user_name;
    let at = format!("{page}/{}", user.id);
    let invite = user.can_be_invited().then(|| {
        let label = if FrameState::current().mails {
            words.invite
        } else {
            words.new_link
        };
        view! {
            <a class="button" href=format!("{at}/einladen") aria-label=(words.invite_of)(name)>
                {label}
            </a>
        }
    });
    let (switch, switch_of, active) = if user.active {
        (words.deactivate, words.deactivate_of, "nein")
    } else {
        (words.activate, words.activate_of, "ja")
    };
    let sessions = may(Action::EndSessionsOfOthers).then(|| {
        let words = texts().staff;
        view! {
            <a class="button" href=format!("{at}/sitzungen") aria-label=(words.sessions_of)(name)>
                {words.sessions}
            </a>
        }
    });
    view! {
        <span class="row-actions">
            {invite}
            {sessions}
            <form method="post" action=format!("{at}/status")>
                <input type="hidden" name="aktiv" value=active />
                <button aria-label=switch_of(name)>{switch}</button>
            </form>
            <a class="button" href=at.clone() aria-label=(words.edit_of)(name) title=(words.edit_of)(name)>
                <Icon shape=Shape::Pen />
            </a>
            <a
                class="button danger"
                href=format!("{at}/loeschen")
                aria-label=(words.delete_of)(name)
                title=(words.delete_of)(name)
            >
                <Icon shape=Shape::Bin />
            </a>
        </span>
    }
}

/// Back to the tab.
fn leave(page: String) -> Callback<()> {
    let navigate = use_navigate();
    Callback::new(move |()| {
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&page, options);
    })
}
