//! `/mkm/kunden/{id}`: a customer with its tabs. One request brings all of them.

use domain::{customer::CustomerDetail, list::ListKind, values::CustomerId};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::{
    components::{A, Outlet},
    hooks::use_params_map,
};

use super::{api::fetch_customer, proposals::Waiting};
use crate::{
    domains::DomainChanges,
    error::ApiError,
    lists::WholeList,
    locale::texts,
    products::ProductChanges,
    ui::{ProblemPage, once_loaded},
    wire::{FromServer, from_server},
};
use domain::refusal::Refusal;

/// The customer that the tabs read slices of.
#[derive(Clone, Copy)]
pub(super) struct DetailState {
    resource: FromServer<Result<CustomerDetail, ApiError>>,
}

impl DetailState {
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// The customer, once it is here.
    pub(super) fn get(self) -> Option<CustomerDetail> {
        self.resource.get().and_then(Result::ok)
    }

    /// An edit was stored.
    pub(super) fn set(self, detail: CustomerDetail) {
        self.resource.set(Some(Ok(detail)));
    }
}

#[component]
pub fn DetailPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let (domains, products) = (DomainChanges::current(), ProductChanges::current());
    let resource = from_server(
        // What belongs to a customer changes by dialogs of its own.
        move || (id.get(), domains.count(), products.count()),
        |(id, ..)| async move {
            match id.parse::<CustomerId>() {
                Ok(id) => fetch_customer(id).await,
                Err(_) => Err(Refusal::NotFound.into()),
            }
        },
    );
    provide_context(DetailState { resource });
    Waiting::provide(id);
    count_in_the_list(resource);
    once_loaded(resource, move || {
        view! { <DetailBody resource /> }.into_any()
    })
}

#[component]
fn DetailBody(resource: FromServer<Result<CustomerDetail, ApiError>>) -> impl IntoView {
    let failed = Memo::new(move |_| resource.get().and_then(Result::err));
    move || match failed.get() {
        Some(problem) => {
            Either::Left(view! { <ProblemPage problem on_retry=move |()| resource.refetch() /> })
        }
        None => Either::Right(view! {
            {move || resource.get().and_then(Result::ok).map(|detail| view! { <DetailHead detail /> })}
            <Outlet />
        }),
    }
}

/// What was fetched anew is newer than the row of the list that the browser keeps.
fn count_in_the_list(resource: FromServer<Result<CustomerDetail, ApiError>>) {
    let products = ProductChanges::current();
    let whole = WholeList::of(ListKind::Customers);
    Effect::new(move |_| {
        if let Some(Ok(detail)) = resource.get()
            && products.count() > 0
        {
            whole.put(&detail.record.number, detail.row().into());
        }
    });
}

/// Heading, who it is, and the tabs.
#[component]
fn DetailHead(detail: CustomerDetail) -> impl IntoView {
    let words = &texts().detail;
    let record = &detail.record;
    let name = format!("{}, {}", record.first_name, record.last_name);
    let who = if record.company.is_empty() {
        name
    } else {
        format!("{} - {name}", record.company)
    };
    let at = |tab: &str| format!("/mkm/kunden/{}{tab}", detail.id);
    let count = |length: usize| (texts().general.count)(u32::try_from(length).unwrap_or(u32::MAX));
    view! {
        <Title text=format!("#{} {who}", record.number) />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">
                    <span class="customer-number">{format!("#{}", record.number)}</span>
                    " "
                    <span>{who.clone()}</span>
                </p>
            </div>
        </header>
        <nav class="tabs" aria-label=words.tabs>
            <A href=at("") exact=true scroll=false>{words.tab_customer}</A>
            <Tab href=at("/domains") label=words.tab_domains count=count(detail.domains.len()) />
            <Tab href=at("/produkte") label=words.tab_products count=count(detail.products.len()) />
            <Tab href=at("/benutzer") label=words.tab_users count=count(detail.users.len()) />
        </nav>
    }
}

#[component]
fn Tab(href: String, label: &'static str, count: String) -> impl IntoView {
    view! {
        <A href=href scroll=false>
            {label}
            " "
            <span class="count">{count}</span>
        </A>
    }
}
