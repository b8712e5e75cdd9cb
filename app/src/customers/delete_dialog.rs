//! The question "Kunden löschen", from the list and from the detail page.

use domain::{
    customer::CustomerDetail,
    deletion::{Deletion, Facts},
    list::ListKind,
    refusal::Refusal,
};
use leptos::{either::EitherOf3, ev, prelude::*, task::spawn_local};
use leptos_router::NavigateOptions;

use super::{
    api::{delete_customer, fetch_customer_by_number},
    detail_page::DetailState,
};
use crate::{
    error::ApiError,
    frame::Notices,
    lists::{ListState, WholeList},
    locale::texts,
    navigation::{close_to, navigator},
    submitted::{Submitted, submitted},
    ui::{CancelButton, Dialog, ProblemAlert},
};

const LIST: &str = "/mkm/kunden";

/// Over the list: what the list does not know of the customer is asked from the server.
#[component]
pub(crate) fn DeleteFromList(number: String, state: ListState) -> impl IntoView {
    let whole = WholeList::of(ListKind::Customers);
    let notices = Notices::current();
    let detail = RwSignal::new(None::<Result<CustomerDetail, ApiError>>);
    let asked = number.clone();
    Effect::new(move || {
        let number = asked.clone();
        spawn_local(async move { detail.set(Some(fetch_customer_by_number(number).await)) });
    });
    // Whatever was said of the customer may be news to the list.
    let close = Callback::new(move |()| {
        state.deleting.set(None);
        state.reload();
    });
    let deleted = Callback::new(move |facts: Facts| {
        whole.remove(&number);
        state.refresh();
        notices.say((texts().list.deleted)(&number, facts.domains));
        state.deleting.set(None);
    });
    view! {
        <Dialog title=texts().deletion().title alert=true on_close=close>
            {move || match detail.get() {
                None => {
                    EitherOf3::A(
                        view! {
                            <p>{texts().general.loading}</p>
                            <CancelButton href=LIST.to_owned() on_press=close focused=true />
                        },
                    )
                }
                Some(Err(problem)) => {
                    EitherOf3::B(
                        view! {
                            <ProblemAlert problem=Some(problem) />
                            <CancelButton href=LIST.to_owned() on_press=close focused=true />
                        },
                    )
                }
                Some(Ok(detail)) => EitherOf3::C(view! { <Question detail deleted close /> }),
            }}
        </Dialog>
    }
}

/// `/mkm/kunden/{id}/loeschen`, over the tab "Kunde".
#[component]
pub fn DeleteFromDetail() -> impl IntoView {
    let state = DetailState::current();
    move || state.get().map(|detail| view! { <DeleteDetail detail /> })
}

#[component]
fn DeleteDetail(detail: CustomerDetail) -> impl IntoView {
    let whole = WholeList::of(ListKind::Customers);
    let notices = Notices::current();
    let navigate = navigator();
    let close = close_to(format!("/mkm/kunden/{}", detail.id));
    let number = detail.record.number.clone();
    let deleted = Callback::new(move |facts: Facts| {
        whole.remove(&number);
        notices.say_on_next_page((texts().list.deleted)(&number, facts.domains));
        navigate(
            "/mkm/kunden",
            NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            },
        );
    });
    view! {
        <Dialog title=texts().deletion().title alert=true on_close=close>
            <Question detail deleted close />
        </Dialog>
    }
}

/// Names the customer and says what happens; or why nothing can happen.
#[component]
fn Question(
    detail: CustomerDetail,
    #[prop(into)] deleted: Callback<Facts>,
    close: Callback<()>,
) -> impl IntoView {
    let words = texts().deletion();
    let id = detail.id;
    let page = format!("{LIST}/{id}");
    let action = format!("{page}/loeschen");
    let problem = RwSignal::new(declined(&detail));
    let sending = RwSignal::new(false);
    // A customer that must stay is not offered for deletion: the reasons stand there instead.
    let freed = match detail.deletion {
        Deletion::Allowed { freed_domains } => Some(freed_domains),
        Deletion::Blocked(_) => None,
    };
    let question = freed.map(|freed| {
        view! {
            <p>{(words.question)(&detail.record.number, &name_of(&detail))}</p>
            <p>{(words.freed_domains)(freed)} " " {words.no_way_back}</p>
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        spawn_local(async move {
            match delete_customer(id).await {
                Ok(facts) => deleted.run(facts),
                Err(refused) => {
                    sending.set(false);
                    problem.set(Some(refused));
                }
            }
        });
    };
    view! {
        {question}
        <ProblemAlert problem />
        <form method="post" action=action class="buttons" on:submit=submit>
            {freed
                .is_some()
                .then(|| {
                    view! {
                        <button class="danger" aria-disabled=move || sending.get().to_string()>
                            {texts().general.delete}
                        </button>
                    }
                })}
            <CancelButton href=page on_press=close focused=true />
        </form>
    }
}

/// The answer to a form that the browser sent itself, or the reasons that are known already.
fn declined(detail: &CustomerDetail) -> Option<ApiError> {
    if let Some(Submitted::DeleteCustomer { refusal }) = submitted() {
        return Some(refusal.into());
    }
    match detail.deletion {
        Deletion::Allowed { .. } => None,
        Deletion::Blocked(blocks) => Some(Refusal::Blocked(blocks).into()),
    }
}

fn name_of(detail: &CustomerDetail) -> String {
    let record = &detail.record;
    let name = format!("{} {}", record.first_name, record.last_name);
    if record.company.is_empty() {
        name
    } else {
        format!("{}, {name}", record.company)
    }
}
