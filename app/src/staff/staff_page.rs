//! `/verwaltung/mitarbeiter`: the table, below the dialogs about single accounts.

use domain::{audit_log::Moment, staff::StaffRow, user::Invitation, user_form::UserForm};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::components::Outlet;

use super::{
    account_actions::AccountActions,
    api::fetch_staff,
    one_staff::{PAGE, StaffState},
};
use crate::{
    error::ApiError,
    locale::{Texts, texts},
    ui::{Cell, Icon, Loading, ProblemPage, RecordTable, Shape},
    wire::{FromServer, from_server},
};

#[component]
pub fn StaffPage() -> impl IntoView {
    let staff = from_server(|| (), |()| fetch_staff());
    provide_context(StaffState(staff));
    view! {
        <Title text=texts().staff().title />
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
    let (texts, words) = (texts(), texts().staff());
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
                words.name,
                words.right,
                texts.detail.status,
                words.last_sign_in,
                texts.users().actions,
            ]
            rows=rows.into_iter().map(cells).collect()
            none=words.nobody
        />
    }
}

fn cells(row: StaffRow) -> Vec<Cell> {
    let words = texts().staff();
    let actions = view! {
        <AccountActions
            name=row.record.person.user_name.clone()
            at=format!("{PAGE}/{}", row.id)
            active=row.active
            can_be_invited=row.can_be_invited()
            own=row.own
        />
    }
    .into_any();
    let status = status(&row).into_any();
    let right = (words.right_name)(row.right).to_owned();
    let person = row.record.person;
    let who = name_and_address(&person).into_any();
    let name = view! {
        {person.user_name}
        {row.own.then(|| view! { " " <small>{words.own}</small> })}
    };
    vec![
        Cell::View(name.into_any()),
        Cell::View(who),
        Cell::Line(right),
        Cell::View(status),
        Cell::Line(last_sign_in(texts(), row.last_sign_in)),
        Cell::View(actions),
    ]
}

fn name_and_address(person: &UserForm) -> impl IntoView + use<> {
    view! {
        <span class="person">
            {format!("{} {}", person.first_name, person.last_name)} <br />
            <small>{person.email.clone()}</small>
        </span>
    }
}

fn last_sign_in(texts: &Texts, moment: Option<Moment>) -> String {
    match moment {
        None => texts.staff().never.to_owned(),
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
        let state = (texts.users().invitation_state)(row.invitation);
        view! {
            " "
            <small>{format!("{}: {state}", texts.users().invitation)}</small>
        }
    });
    view! {
        <span class=class>{text}</span>
        {invitation}
    }
}
