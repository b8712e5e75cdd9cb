//! `/verwaltung/protokoll`. Its state is the URL.

use domain::audit_log::{LogPage, LogQuery, Place};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::{api::fetch_log, entry_view::table, filters::Filters};
use crate::{
    address::query_string,
    locale::texts,
    ui::{Loading, ProblemPage},
    wire::from_server,
};

pub(super) const PATH: &str = "/verwaltung/protokoll";

/// The address of a page of the log.
pub(super) fn address(query: &LogQuery) -> String {
    let query = query.to_query_string();
    if query.is_empty() {
        PATH.to_owned()
    } else {
        format!("{PATH}?{query}")
    }
}

#[component]
pub fn LogPageView() -> impl IntoView {
    let words = texts().log();
    let text = query_string();
    let query = Memo::new(move |_| LogQuery::from_query_string(&text.read()));
    let page = from_server(move || query.get(), fetch_log);
    view! {
        <Title text=words.title />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{words.subtitle}</p>
            </div>
        </header>
        <Transition fallback=Loading>
            {move || {
                page.get()
                    .map(|found| match found {
                        Ok(page) => Either::Left(view! { <Entries query=query.get_untracked() page /> }),
                        Err(problem) => {
                            Either::Right(view! { <ProblemPage problem on_retry=move |()| page.refetch() /> })
                        }
                    })
            }}
        </Transition>
    }
}

#[component]
fn Entries(query: LogQuery, page: LogPage) -> impl IntoView {
    let words = texts().log();
    let none = if query.is_unfiltered() {
        words.nothing
    } else {
        words.nothing_found
    };
    let LogPage {
        entries,
        newer,
        older,
        people,
    } = page;
    let newest = newer.is_some().then(|| query.at(Place::Newest));
    let newer = newer.map(|cursor| query.at(Place::NewerThan(cursor)));
    let older = older.map(|cursor| query.at(Place::OlderThan(cursor)));
    let link = |query: Option<LogQuery>, text: &'static str, rel: &'static str| {
        query.map(|query| view! { <a class="button" rel=rel href=address(&query)>{text}</a> })
    };
    view! {
        <Filters query=query.clone() people />
        <div class="log">{table(entries, words.table, none, true)}</div>
        <nav class="pager" aria-label=texts().list.pages>
            {link(newest, words.newest, "first")}
            {link(newer, words.newer, "prev")}
            {link(older, words.older, "next")}
        </nav>
    }
}
