//! `/verwaltung/mitarbeiter`: the table, below the dialogs about single accounts.

use domain::{audit_log::Moment, staff::StaffRow, user::Invitation};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::components::Outlet;

use super::{
    api::fetch_staff,
    one_staff::{PAGE, StaffState},
};
use crate::{
    error::ApiError,
    frame::FrameState,
    locale::{Texts, texts},
    ui::{Cell, Icon, Loading, ProblemPage, RecordTable, Shape},
    wire::{FromServer, from_server},
};

#[component]
pub fn StaffPage() -> impl IntoView {
    let staff = from_server(|| (), |()| fetch_staff());
    provide_context(StaffState(staff));
    view! {
        <Title text=texts().staff.title />
        <Transition fallback=Loading>
            <Body staff />
        </Transition>
    }
}

/// The dialogs wait for the accounts, too.
#[component]
fn Body(staff: FromServer<Result<Vec<StaffRow>, ApiError>>) -> impl IntoView {
    let failed = Memo::new(move |_| staff.get().and_then(Result::err));
    move || match failed.get() {
        Some(problem) => {
            Either::Left(view! { <ProblemPage problem on_retry=move |()| staff.refetch() /> })
        }
        None => Either::Right(view! {
            {move || staff.get().and_then(Result::ok).map(|rows| view! { <All rows /> })}
            <Outlet />
        }),
    }
}

#[component]
fn All(rows: Vec<StaffRow>) -> impl IntoView {
    let (texts, words) = (texts(), texts().staff);
    view! {
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{words.subtitle}</p>
            </div>
            <a class="button primary" href=format!("{PAGE}/neu")>
                <Icon shape=Shape::Plus />
                <span>{words.new}</span>
            </a>
        </header>
        <RecordTable
            caption=words.title
            columns=vec![
                texts.detail.user_name,
                texts.detail.first_name,
                texts.detail.last_name,
                texts.account.email,
                words.right,
                texts.detail.status,
                words.last_sign_in,
                texts.users.actions,
            ]
            rows=rows.into_iter().map(cells).collect()
            none=words.nobody
        />
    }
}

fn cells(row: StaffRow) -> Vec<Cell> {
    let words = texts().staff;
    let actions = actions(&row).into_any();
    let status = status(&row).into_any();
    let right = (words.right_name)(row.right).to_owned();
    let person = row.record.person;
    let name = view! {
        {person.user_name}
        {row.own.then(|| view! { " " <small>{words.own}</small> })}
    };
    vec![
        Cell::View(name.into_any()),
        Cell::Text(person.first_name),
        Cell::Text(person.last_name),
        Cell::Text(person.email),
        Cell::Text(right),
        Cell::View(status),
        Cell::Day(last_sign_in(texts(), row.last_sign_in)),
        Cell::View(actions),
    ]
}

fn last_sign_in(texts: &Texts, moment: Option<Moment>) -> String {
    match moment {
        None => texts.staff.never.to_owned(),
        Some(Moment { day, hour, minute }) => {
            format!("{}, {hour:02}:{minute:02}", (texts.general.day)(day))
        }
    }
}

/// Whether the account may sign in, and what became of its invitation where it has not.
fn status(row: &StaffRow) -> impl IntoView + use<> {
    let texts = texts();
    let (text, class) = if row.active {
        (texts.general.active, "badge good")
    } else {
        (texts.detail.disabled, "badge")
    };
    let invitation = (row.invitation != Invitation::Accepted).then(|| {
        let state = (texts.users.invitation_state)(row.invitation);
        view! {
            " "
            <small>{format!("{}: {state}", texts.users.invitation)}</small>
        }
    });
    view! {
        <span class=class>{text}</span>
        {invitation}
    }
}

/// The own account is only edited: nobody shuts oneself out.
fn actions(row: &StaffRow) -> impl IntoView + use<> {
    let words = texts().users;
    let name = &row.record.person.user_name;
    let at = format!("{PAGE}/{}", row.id);
    let edit = view! {
        <a class="button" href=at.clone() aria-label=(words.edit_of)(name) title=(words.edit_of)(name)>
            <Icon shape=Shape::Pen />
        </a>
    };
    let others = (!row.own).then(|| (of_others(row, &at).into_any(), delete(name, &at).into_any()));
    let (others, delete) = others.unzip();
    view! { <span class="row-actions">{others} {edit} {delete}</span> }
}

fn of_others(row: &StaffRow, at: &str) -> impl IntoView + use<> {
    let (words, staff) = (texts().users, texts().staff);
    let name = &row.record.person.user_name;
    let invite = row.can_be_invited().then(|| {
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
    let (switch, switch_of, active) = if row.active {
        (words.deactivate, words.deactivate_of, "nein")
    } else {
        (words.activate, words.activate_of, "ja")
    };
    view! {
        {invite}
        <a class="button" href=format!("{at}/sitzungen") aria-label=(staff.sessions_of)(name)>
            {staff.sessions}
        </a>
        <form method="post" action=format!("{at}/status")>
            <input type="hidden" name="aktiv" value=active />
            <button aria-label=switch_of(name)>{switch}</button>
        </form>
    }
}

fn delete(name: &str, at: &str) -> impl IntoView + use<> {
    let label = (texts().users.delete_of)(name);
    view! {
        <a
            class="button danger"
            href=format!("{at}/loeschen")
            aria-label=label.clone()
            title=label
        >
            <Icon shape=Shape::Bin />
        </a>
    }
}
