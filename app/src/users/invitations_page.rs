//! `/mkm/einladungen`: who was invited and has not come.

use domain::{german_time::german_day, user::OpenInvitation};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::api::fetch_open_invitations;
use crate::{
    locale::texts,
    ui::{Cell, Loading, ProblemPage, RecordTable},
    wire::from_server,
};

#[component]
pub fn InvitationsPage() -> impl IntoView {
    let resource = from_server(|| (), |()| fetch_open_invitations());
    view! {
        <Title text=texts().users().open_invitations />
        <Transition fallback=Loading>
            {move || {
                resource
                    .get()
                    .map(|answer| match answer {
                        Ok(open) => Either::Left(view! { <Open open /> }),
                        Err(problem) => {
                            let on_retry = move |()| resource.refetch();
                            Either::Right(view! { <ProblemPage problem on_retry /> })
                        }
                    })
            }}
        </Transition>
    }
}

#[component]
fn Open(open: Vec<OpenInvitation>) -> impl IntoView {
    let (texts, words) = (texts(), texts().users());
    view! {
        <header class="page-head">
            <h1>{words.open_invitations}</h1>
        </header>
        <RecordTable
            caption=words.open_invitations
            columns=vec![
                texts.list.number,
                texts.detail.tab_customer,
                texts.detail.user_name,
                texts.account().email,
                words.invitation,
                words.last_link,
            ]
            rows=open.into_iter().map(cells).collect()
            none=words.none_open
        />
    }
}

/// The customer's number leads to where the invitation can be sent again.
fn cells(open: OpenInvitation) -> Vec<Cell> {
    let users = format!("/mkm/kunden/{}/benutzer", open.customer);
    let day = open
        .invited_at
        .map(|at| (texts().general.day)(german_day(at)));
    vec![
        Cell::View(view! { <a href=users>{open.number}</a> }.into_any()),
        Cell::Text(open.name),
        Cell::Text(open.user_name),
        Cell::Text(open.email),
        Cell::Badge {
            text: (texts().users().invitation_state)(open.state),
            good: false,
        },
        Cell::Text(day.unwrap_or_default()),
    ]
}
