//! `/portal/{id}`: everything there is about one customer, on one page.

use domain::{portal::PortalCustomer, refusal::Refusal, values::CustomerId};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::{
    api::fetch_own_customer, domains::PortalDomains, products::PortalProducts,
    proposal_state::ProposalState,
};
use crate::{
    customers::MasterColumns,
    error::ApiError,
    locale::texts,
    ui::{Icon, Loading, ProblemPage, Shape},
    wire::{FromServer, from_server},
};

#[component]
pub fn PortalCustomerPage() -> impl IntoView {
    own_customer_view(|customer| view! { <Customer customer /> })
}

/// The customer of the page's address, or why it cannot be shown.
pub(super) fn own_customer_view<V: IntoView + 'static>(
    show: fn(PortalCustomer) -> V,
) -> impl IntoView {
    let resource = own_customer_of_address();
    view! {
        <Transition fallback=Loading>
            {move || {
                resource
                    .get()
                    .map(|answer| match answer {
                        Ok(customer) => Either::Left(show(customer)),
                        Err(problem) => {
                            let on_retry = move |()| resource.refetch();
                            Either::Right(view! { <ProblemPage problem on_retry /> })
                        }
                    })
            }}
        </Transition>
    }
}

fn own_customer_of_address() -> FromServer<Result<PortalCustomer, ApiError>> {
    let params = use_params_map();
    from_server(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        |id| async move {
            match id.parse::<CustomerId>() {
                Ok(id) => fetch_own_customer(id).await,
                Err(_) => Err(Refusal::NotFound.into()),
            }
        },
    )
}

#[component]
fn Customer(customer: PortalCustomer) -> impl IntoView {
    let texts = texts();
    let words = texts.portal();
    let record = &customer.record;
    let name = if record.company.is_empty() {
        format!("{} {}", record.first_name, record.last_name)
    } else {
        record.company.clone()
    };
    view! {
        <Title text=name.clone() />
        <header class="page-head">
            <div>
                <h1>{name.clone()}</h1>
                <p class="subtitle">{(words.number)(&record.number)}</p>
            </div>
        </header>
        <section class="tab" aria-labelledby="kunde">
            <header class="portal-head">
                <h2 id="kunde">{texts.detail.tab_customer}</h2>
                <a class="button" href=format!("/portal/{}/vorschlag", customer.id)>
                    <Icon shape=Shape::Pen />
                    <span>{words.propose}</span>
                </a>
            </header>
            {customer.proposal.map(|proposal| view! { <ProposalState proposal /> })}
            <MasterColumns record=customer.record />
        </section>
        <PortalDomains domains=customer.domains />
        <PortalProducts products=customer.products />
    }
}
