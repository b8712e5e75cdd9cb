//! A list's page: its state is the URL.

use domain::list::ListPage;
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::{
    pager::Pager, selection::SelectionBar, state::ListState, table::Table, toolbar::Toolbar,
    view::ListView,
};
use crate::{
    locale::texts,
    navigation::navigator,
    ui::{Icon, ProblemPage, Shape, once_loaded},
};

/// Heading, and the button for a new entry.
#[component]
pub(crate) fn ListHead(state: ListState) -> impl IntoView {
    let view = state.view;
    let words = (view.words)(texts());
    view! {
        <Title text=words.title />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{words.overview}</p>
            </div>
            {state
                .may_edit
                .then(|| {
                    view! {
                        <a class="button primary" href=move || view.new_href(&state.query.get())>
                            <Icon shape=Shape::Plus />
                            <span>{words.new_entry}</span>
                        </a>
                    }
                })}
        </header>
    }
}

/// Search, table, pager.
#[component]
pub(crate) fn List(state: ListState) -> impl IntoView {
    view! {
        <Toolbar state />
        {state.selectable().map(|_| view! { <SelectionBar state /> })}
        {once_loaded(state.from_server, move || view! { <ListBody state /> }.into_any())}
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

/// Said where no row is shown.
#[component]
fn Empty(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let view: &'static ListView = state.view;
    let words = (view.words)(texts());
    let navigate = navigator();
    let clear = StoredValue::new(move || {
        navigate(
            &view.href(&state.query.get_untracked().without_filters()),
            Default::default(),
        );
    });
    move || {
        let (matched, total) = page.with(|page| (page.matched, page.total));
        match (matched, total) {
            (0, 0) => Some(Either::Left(view! {
                <section class="message">
                    <h2>{words.welcome}</h2>
                    <p>{words.welcome_text}</p>
                    {state
                        .may_edit
                        .then(|| {
                            view! {
                                <a class="button primary" href=format!("{}/neu", view.path)>{words.new_entry}</a>
                            }
                        })}
                </section>
            })),
            (0, _) => Some(Either::Right(view! {
                <section class="message">
                    <p>{words.nothing_found}</p>
                    <button
                        type="submit"
                        form="filter-zuruecksetzen"
                        on:click=move |event| {
                            event.prevent_default();
                            clear.with_value(|clear| clear());
                        }
                    >
                        {texts().list.clear_filters}
                    </button>
                    <form id="filter-zuruecksetzen" method="get" action=view.path></form>
                </section>
            })),
            _ => None,
        }
    }
}
