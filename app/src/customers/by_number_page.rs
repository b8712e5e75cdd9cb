//! `/k/{kundennummer}`: the short address of a customer.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_params_map};

use super::api::fetch_customer_by_number;
use crate::{
    navigation::navigator,
    ui::{Loading, ProblemPage},
    wire::from_server,
};

/// Leads to the detail page. The server redirects by itself; this is for links followed in the
/// browser.
#[component]
pub fn CustomerByNumberPage() -> impl IntoView {
    let number = use_params_map();
    let customer = from_server(
        move || number.with(|params| params.get("number").unwrap_or_default()),
        fetch_customer_by_number,
    );
    let navigate = navigator();
    Effect::new(move || {
        if let Some(Ok(detail)) = customer.get() {
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&format!("/mkm/kunden/{}", detail.id), options);
        }
    });
    view! {
        <Suspense fallback=Loading>
            {move || {
                customer
                    .get()
                    .and_then(Result::err)
                    .map(|problem| view! { <ProblemPage problem on_retry=move |()| customer.refetch() /> })
            }}
        </Suspense>
    }
}
