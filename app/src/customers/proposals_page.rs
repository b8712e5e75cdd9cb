//! `/mkm/vorschlaege`: which customers wait for a decision.

use domain::{german_time::german_day, proposal::WaitingProposal};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::api::fetch_waiting_proposals;
use crate::{
    locale::texts,
    ui::{Cell, Loading, ProblemPage, RecordTable},
    wire::from_server,
};

#[component]
pub fn ProposalsPage() -> impl IntoView {
    let resource = from_server(|| (), |()| fetch_waiting_proposals());
    let words = texts().proposals();
    view! {
        <Title text=words.all />
        <Transition fallback=Loading>
            {move || {
                resource
                    .get()
                    .map(|answer| match answer {
                        Ok(waiting) => Either::Left(view! { <Waiting waiting /> }),
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
fn Waiting(waiting: Vec<WaitingProposal>) -> impl IntoView {
    let texts = texts();
    let words = texts.proposals();
    view! {
        <header class="page-head">
            <h1>{words.all}</h1>
        </header>
        <RecordTable
            caption=words.all
            columns=vec![texts.list.number, texts.detail.tab_customer, words.from, words.day]
            rows=waiting.into_iter().map(cells).collect()
            none=words.none
        />
    }
}

fn cells(waiting: WaitingProposal) -> Vec<Cell> {
    let page = format!("/mkm/kunden/{}", waiting.customer);
    vec![
        Cell::View(view! { <a href=page>{waiting.number}</a> }.into_any()),
        Cell::Text(waiting.name),
        Cell::Text(waiting.by),
        Cell::Line((texts().general.day)(german_day(waiting.at))),
    ]
}
