//! Which rows of how many, pages, rows per page.

use domain::list::{ListPage, ListQuery, PageSize};
use leptos::{either::Either, prelude::*};

use super::{state::ListState, view::ListView};
use crate::locale::texts;

#[component]
pub(super) fn Pager(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    move || {
        let view = state.view;
        page.with(|page| {
            (page.matched > 0).then(|| state.query.with(|query| pager_view(view, query, page)))
        })
    }
}

fn pager_view(
    list: &'static ListView,
    query: &ListQuery,
    page: &ListPage,
) -> impl IntoView + use<> {
    let words = (list.words)(texts());
    let first = (page.page - 1) * query.rows.rows() + 1;
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    let last = first + shown.saturating_sub(1);
    let pages = page.matched.div_ceil(query.rows.rows());
    view! {
        <footer class="pager">
            <p>{(words.range)(first, last, page.matched, page.total)}</p>
            {(pages > 1).then(|| pages_view(list, query, page.page, pages))}
            {sizes_view(list, query)}
        </footer>
    }
}

fn pages_view(
    list: &'static ListView,
    query: &ListQuery,
    current: u32,
    pages: u32,
) -> impl IntoView + use<> {
    let words = &texts().list;
    let link = |page: u32, label: String, text: &'static str| {
        let text = if text.is_empty() {
            (texts().general.count)(page)
        } else {
            text.to_owned()
        };
        view! {
            <a
                href=list.href(&query.at_page(page))
                aria-label=label
                aria-current=(page == current).then_some("page")
            >
                {text}
            </a>
        }
    };
    let neighbours = page_numbers(current, pages)
        .into_iter()
        .map(|page| match page {
            Some(page) => Either::Left(link(page, (words.page)(page), "")),
            None => Either::Right(view! { <span aria-hidden="true">"…"</span> }),
        })
        .collect_view();
    view! {
        <nav aria-label=words.pages>
            {(current > 1).then(|| link(current - 1, words.previous_page.to_owned(), "‹"))}
            {neighbours}
            {(current < pages).then(|| link(current + 1, words.next_page.to_owned(), "›"))}
        </nav>
    }
}

/// The first, the last and those around the current page; `None` is a gap.
fn page_numbers(current: u32, pages: u32) -> Vec<Option<u32>> {
    let mut numbers = Vec::new();
    let mut before = 0;
    for page in
        (1..=pages).filter(|page| *page == 1 || *page == pages || page.abs_diff(current) <= 2)
    {
        if page > before + 1 {
            numbers.push(None);
        }
        numbers.push(Some(page));
        before = page;
    }
    numbers
}

fn sizes_view(list: &'static ListView, query: &ListQuery) -> impl IntoView + use<> {
    let words = &texts().list;
    let sizes = PageSize::ALL
        .map(|rows| {
            let href = list.href(&ListQuery { rows, ..query.at_page(1) });
            view! {
                <a href=href data-noscroll="true" aria-current=(rows == query.rows).then_some("true")>
                    {rows.rows()}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=words.rows_per_page class="sizes">
            <span aria-hidden="true">{words.rows_per_page}</span>
            {sizes}
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::page_numbers;

    #[test]
    fn few_pages_all_stand_there() {
        assert_eq!(page_numbers(2, 4), [Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn many_pages_leave_gaps_around_the_current_one() {
        assert_eq!(
            page_numbers(10, 20),
            [
                Some(1),
                None,
                Some(8),
                Some(9),
                Some(10),
                Some(11),
                Some(12),
                None,
                Some(20)
            ]
        );
    }
}
