//! A list's page: its state is the URL.

use domain::list::ListPage;
use leptos::{either::Either, html, prelude::*};
use leptos_meta::Title;
use maud::Markup;

use super::{pager::Pager, state::ListState, table::Table, toolbar::Toolbar};
use crate::{
    hydration::in_own_task,
    locale::texts,
    navigation::navigator,
    ui::{ProblemPage, Shape, icon, once_loaded, written},
};

/// Heading, and the button for a new entry.
#[component]
pub(crate) fn ListHead(state: ListState) -> impl IntoView {
    let header = NodeRef::<html::Header>::new();
    let first = written(move || head(state), move || Some(header.get()?.into()));
    view! {
        <Title text=(state.view.words)(texts()).title />
        <header class="page-head" node_ref=header inner_html=first></header>
    }
}

fn head(state: ListState) -> Markup {
    let view = state.view;
    let words = (view.words)(texts());
    maud::html! {
        div {
            h1 { (words.title) }
            p.subtitle { (words.overview) }
        }
        @if state.may_edit {
            a.button.primary href=(view.new_href(&state.query.read())) {
                (icon(Shape::Plus))
                span { (words.new_entry) }
            }
        }
    }
}

/// Search, table, pager.
#[component]
pub(crate) fn List(state: ListState) -> impl IntoView {
    view! {
        <Toolbar state />
        {state.selectable().map(|selectable| (selectable.bar)(state))}
        <div>
            {in_own_task(move || {
                once_loaded(state.from_server, move || view! { <ListBody state /> }.into_any())
            })}
        </div>
    }
}

#[component]
fn ListBody(state: ListState) -> impl IntoView {
    let page = Memo::new(move |_| state.page());
    // Once a visit, as soon as the size of the list is known.
    Effect::new(move |asked: Option<bool>| {
        if asked == Some(true) {
            return true;
        }
        let total = page.with(|page| Some(page.as_ref()?.as_ref().ok()?.total));
        if let Some(total) = total {
            state.whole.load(state.view.whole, total);
        }
        total.is_some()
    });
    let failed = Memo::new(move |_| page.get().and_then(Result::err));
    let shown = Memo::new(move |_| page.get().and_then(Result::ok).unwrap_or_default());
    move || match failed.get() {
        Some(problem) => {
            Either::Left(view! { <ProblemPage problem on_retry=move |()| state.refresh() /> })
        }
        None => Either::Right(view! {
            <Table state page=shown />
            <Empty state page=shown />
            <Pager state page=shown />
        }),
    }
}

/// Said where no row is shown. What clears the filters is a form, which the browser sends itself without
/// WebAssembly.
#[component]
fn Empty(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let navigate = navigator();
    let clear = StoredValue::new(move || {
        navigate(
            &state
                .view
                .href(&state.query.get_untracked().without_filters()),
            Default::default(),
        );
    });
    let total = Memo::new(move |_| page.with(|page| (page.matched == 0).then_some(page.total)));
    let content = move || {
        maud::html! {
            @if let Some(total) = total.get() { section.message { (empty(state, total)) } }
        }
    };
    let place = NodeRef::<html::Div>::new();
    let first = written(content, move || Some(place.get()?.into()));
    view! {
        <div
            node_ref=place
            inner_html=first
            on:submit=move |event| {
                event.prevent_default();
                clear.with_value(|clear| clear());
            }
        ></div>
    }
}

fn empty(state: ListState, total: u32) -> Markup {
    let view = state.view;
    let words = (view.words)(texts());
    maud::html! {
        @if total == 0 {
            h2 { (words.welcome) }
            p { (words.welcome_text) }
            @if state.may_edit {
                a.button.primary href={ (view.path) "/neu" } { (words.new_entry) }
            }
        } @else {
            p { (words.nothing_found) }
            form method="get" action=(view.path) {
                button { (texts().list.clear_filters) }
            }
        }
    }
}
