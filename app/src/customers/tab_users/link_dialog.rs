//! The dialog "Bestehenden Benutzer verknüpfen".

use domain::{customer::CustomerDetail, user::UserChoice};
use leptos::prelude::*;

use super::one_user::{cancel, customer, declined, page_of};
use crate::{
    address::parameter,
    locale::texts,
    navigation::close_to,
    submitted::{Submitted, submitted},
    ui::{Dialog, Loading, ProblemAlert},
    users::{MOST_CHOICES, fetch_user_choices},
    wire::from_server,
};

/// `/mkm/kunden/{id}/benutzer/verknuepfen`
#[component]
pub fn LinkUser() -> impl IntoView {
    let customer = customer();
    move || customer.get().map(|detail| view! { <LinkDialog detail /> })
}

#[component]
fn LinkDialog(detail: CustomerDetail) -> impl IntoView {
    let words = texts().users();
    let page = page_of(&detail);
    let here = format!("{page}/verknuepfen");
    let search = parameter("suche").unwrap_or_default();
    let (id, asked) = (detail.id, search.clone());
    let found = from_server(
        move || (id, asked.clone()),
        |(id, search)| fetch_user_choices(id, search),
    );
    let refusal = match submitted() {
        Some(Submitted::UserAction { refusal }) => Some(refusal),
        _ => None,
    };
    view! {
        <Dialog title=words.link on_close=close_to(page.clone())>
            <form method="get" action=here.clone() class="search" role="search">
                <input type="search" name="suche" value=search aria-label=words.search />
                <button>{words.search_submit}</button>
            </form>
            {declined(refusal)}
            <form method="post" action=here>
                <Transition fallback=Loading>
                    {move || {
                        found
                            .get()
                            .map(|found| match found {
                                Ok(choices) => choices_view(choices).into_any(),
                                Err(problem) => view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
                            })
                    }}
                </Transition>
                <footer class="buttons">
                    <button class="primary">{words.link_submit}</button>
                    {cancel(page)}
                </footer>
            </form>
        </Dialog>
    }
}

fn choices_view(choices: Vec<UserChoice>) -> impl IntoView {
    let words = texts().users();
    if choices.is_empty() {
        return view! { <p>{words.nobody_found}</p> }.into_any();
    }
    let is_cut = u32::try_from(choices.len()).is_ok_and(|shown| shown >= MOST_CHOICES);
    let rows = choices.into_iter().map(choice_view).collect_view();
    view! {
        <ul class="choices" aria-label=texts().detail.tab_users>
            {rows}
        </ul>
        {is_cut.then(|| view! { <p class="note">{(words.more_by_search)(MOST_CHOICES)}</p> })}
    }
    .into_any()
}

fn choice_view(choice: UserChoice) -> impl IntoView {
    let name = format!("{} {}", choice.first_name, choice.last_name);
    view! {
        <li>
            <label>
                <input type="radio" name="benutzer" value=choice.id.to_string() required />
                <span class="name">{choice.user_name}</span>
                " "
                <small>{name}</small>
                " "
                <small>{choice.customers.join(", ")}</small>
            </label>
        </li>
    }
}
