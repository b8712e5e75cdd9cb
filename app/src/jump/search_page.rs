//! `/suche?q=`: the same hits as a page.

use domain::{
    rights::Action,
    search::{Hit, HitKind},
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{api::search, destination::list_address};
use crate::{
    frame::may,
    locale::texts,
    ui::{Loading, ProblemPage},
    wire::from_server,
};

#[component]
pub fn SearchPage() -> impl IntoView {
    let words = texts().jump;
    let query = use_query_map();
    let typed = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let hits = from_server(move || typed.get(), search);
    view! {
        <Title text=words.title />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{move || typed.get()}</p>
            </div>
        </header>
        <Transition fallback=Loading>
            {move || {
                hits.get()
                    .map(|found| match found {
                        Ok(hits) => Either::Left(view! { <Hits typed=typed.get_untracked() hits /> }),
                        Err(problem) => {
                            Either::Right(view! { <ProblemPage problem on_retry=move |()| hits.refetch() /> })
                        }
                    })
            }}
        </Transition>
    }
}

#[component]
fn Hits(typed: String, hits: Vec<Hit>) -> impl IntoView {
    let words = texts().jump;
    let typed = typed.trim().to_owned();
    if typed.is_empty() {
        return Either::Left(view! { <p class="tab empty">{words.nothing_typed}</p> });
    }
    let none = hits
        .is_empty()
        .then(|| view! { <p class="tab empty">{(words.nothing)(&typed)}</p> });
    let kinds = [HitKind::Customer, HitKind::Domain, HitKind::User]
        .map(|kind| view! { <HitsOfKind kind hits=hits.iter().filter(|hit| hit.kind == kind).cloned().collect() /> });
    Either::Right(view! {
        {none}
        {kinds.collect_view()}
        <p class="after">
            <a href=list_address(&typed)>{(words.in_list)(&typed)}</a>
        </p>
    })
}

#[component]
fn HitsOfKind(kind: HitKind, hits: Vec<Hit>) -> impl IntoView {
    (!hits.is_empty()).then(|| {
        let may_edit = may(Action::EditDomains);
        let hits = hits
            .into_iter()
            .map(|hit| {
                let path = hit.path(may_edit);
                view! {
                    <li>
                        <a href=path>{hit.title}</a>
                        " "
                        <span class="detail">{hit.detail}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="tab hits">
                <h2>{(texts().jump.kinds)(kind)}</h2>
                <ul>{hits}</ul>
            </section>
        }
    })
}
