//! `/mkm/kunden`: the list. Its state is the URL.

use domain::customer_list::{ListPage, ListQuery};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::{components::Outlet, hooks::use_navigate};

use super::{
    api::fetch_page, delete_dialog::DeleteFromList, pager::Pager, table::Table, toolbar::Toolbar,
    whole_list::WholeList,
};
use crate::{
    address::{parameter, query_string},
    error::ApiError,
    locale::texts,
    ui::{Icon, Loading, ProblemPage, Shape},
    wire::{self, FromServer},
};

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct ListState {
    /// What the URL asks for.
    pub query: Memo<ListQuery>,
    /// The number of a customer that was just created.
    pub new_number: RwSignal<Option<String>>,
    /// The number of the customer whose deletion is being asked about.
    pub deleting: RwSignal<Option<String>>,
    from_server: FromServer<Result<Option<ListPage>, ApiError>>,
}

impl ListState {
    /// Shows what the server has now, where the browser does not have the list itself.
    pub(super) fn refresh(self) {
        self.from_server.refetch();
    }
}

/// The list with its dialogs.
#[component]
pub fn CustomerListPage() -> impl IntoView {
    let texts = texts();
    let address = query_string();
    let query = Memo::new(move |_| ListQuery::from_query_string(&address.read()));
    let whole = WholeList::current();
    let from_server = wire::from_server(
        // Once the whole list is here, the server is not asked again.
        move || whole.is_absent().then(|| query.get()),
        |query| async move {
            match query {
                Some(query) => fetch_page(query).await.map(Some),
                None => Ok(None),
            }
        },
    );
    let created = parameter("angelegt");
    let state = ListState {
        query,
        new_number: RwSignal::new(created),
        deleting: RwSignal::new(None),
        from_server,
    };
    provide_context(state);
    view! {
        <Title text=texts.list.title />
        <header class="page-head">
            <div>
                <h1>{texts.list.title}</h1>
                <p class="subtitle">{texts.list.overview}</p>
            </div>
            <a class="button primary" href=move || create_href(&query.get())>
                <Icon shape=Shape::Plus />
                <span>{texts.list.new_customer}</span>
            </a>
        </header>
        <Toolbar query />
        <Transition fallback=Loading>
            <ListBody state />
        </Transition>
        <Outlet />
        {move || state.deleting.get().map(|number| view! { <DeleteFromList number state /> })}
    }
}

/// The rows of the page that the URL asks for: computed here once the whole list is in the browser,
/// asked from the server before.
#[component]
fn ListBody(state: ListState) -> impl IntoView {
    let whole = WholeList::current();
    let page = Memo::new(move |_| match whole.page(&state.query.get()) {
        Some(page) => Some(Ok(page)),
        None => state.from_server.get().and_then(Result::transpose),
    });
    // Once a visit, as soon as the size of the list is known.
    Effect::new(move |asked: Option<bool>| {
        if asked == Some(true) {
            return true;
        }
        let total = page.with(|page| Some(page.as_ref()?.as_ref().ok()?.total));
        if let Some(total) = total {
            whole.load(total);
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
            <Pager query=state.query page=shown />
        }),
    }
}

/// Said where no row is shown.
#[component]
fn Empty(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let words = &texts().list;
    let navigate = use_navigate();
    let clear = StoredValue::new(move || {
        navigate(
            &list_href(&state.query.get_untracked().without_filters()),
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
                    <a class="button primary" href="/mkm/kunden/neu">{words.new_customer}</a>
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
                        {words.clear_filters}
                    </button>
                    <form id="filter-zuruecksetzen" method="get" action="/mkm/kunden"></form>
                </section>
            })),
            _ => None,
        }
    }
}

/// The address of a list.
pub(super) fn list_href(query: &ListQuery) -> String {
    with_query("/mkm/kunden", query)
}

/// The same list with the dialog for a new customer.
fn create_href(query: &ListQuery) -> String {
    with_query("/mkm/kunden/neu", query)
}

fn with_query(path: &str, query: &ListQuery) -> String {
    let query = query.to_query_string();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}
