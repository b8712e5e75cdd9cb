//! `/portal`: which customer, where an account has several.

use domain::portal::OwnCustomer;
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::api::fetch_own_customers;
use crate::{
    locale::texts,
    ui::{Loading, ProblemPage},
    wire::from_server,
};

#[component]
pub fn PortalChoicePage() -> impl IntoView {
    let words = texts().portal_frame();
    let resource = from_server(|| (), |()| fetch_own_customers());
    view! {
        <Title text=words.menu />
        <Transition fallback=Loading>
            {move || {
                resource
                    .get()
                    .map(|answer| match answer {
                        Ok(customers) => Either::Left(view! { <Choice customers /> }),
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
fn Choice(customers: Vec<OwnCustomer>) -> impl IntoView {
    let words = texts().portal();
    let intro = if customers.is_empty() {
        words.no_customers
    } else {
        words.choose
    };
    let cards = customers.into_iter().map(card).collect_view();
    view! {
        <header class="page-head">
            <div>
                <h1>{texts().portal_frame().menu}</h1>
                <p class="subtitle">{intro}</p>
            </div>
        </header>
        <ul class="portal-choice">{cards}</ul>
    }
}

fn card(customer: OwnCustomer) -> impl IntoView {
    let words = texts().portal();
    let to_do = (customer.to_act_on > 0)
        .then(|| view! { <span class="to-do">{(words.to_act_on)(customer.to_act_on)}</span> });
    view! {
        <li>
            <a href=format!("/portal/{}", customer.id)>
                <strong>{customer.name}</strong>
                <span>{(words.number)(&customer.number)}</span>
                {to_do}
            </a>
        </li>
    }
}
