//! Which rows of how many, pages, rows per page.

use domain::list::{ListPage, ListQuery, PageSize};
use leptos::{html, prelude::*};
use maud::{Markup, html};

use super::{state::ListState, view::ListView};
use crate::{locale::texts, ui::written};

#[component]
pub(super) fn Pager(state: ListState, page: Memo<ListPage>) -> impl IntoView {
    let content =
        move || page.with(|page| state.query.with(|query| pager(state.view, query, page)));
    let footer = NodeRef::<html::Footer>::new();
    let first = written(content, move || Some(footer.get()?.into()));
    view! { <footer class="pager" node_ref=footer inner_html=first></footer> }
}

/// Nothing where there is no row.
fn pager(list: &ListView, query: &ListQuery, page: &ListPage) -> Markup {
    let words = (list.words)(texts());
    let first = (page.page - 1) * query.rows.rows() + 1;
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    let last = first + shown.saturating_sub(1);
    let pages = page.matched.div_ceil(query.rows.rows());
    html! {
        @if page.matched > 0 {
            p { ((words.range)(first, last, page.matched, page.total)) }
            @if pages > 1 { (pages_nav(list, query, page.page, pages)) }
            (sizes_nav(list, query))
        }
    }
}

fn pages_nav(list: &ListView, query: &ListQuery, current: u32, pages: u32) -> Markup {
    let words = &texts().list;
    let link = |page: u32, label: &str, text: &str| {
        let here = (page == current).then_some("page");
        html! {
            a href=(list.href(&query.at_page(page))) aria-label=(label) aria-current=[here] { (text) }
        }
    };
    html! {
        nav aria-label=(words.pages) {
            @if current > 1 { (link(current - 1, words.previous_page, "‹")) }
            @for page in page_numbers(current, pages) {
                @match page {
                    Some(page) => (link(page, &(words.page)(page), &(texts().general.count)(page))),
                    None => span aria-hidden="true" { "…" },
                }
            }
            @if current < pages { (link(current + 1, words.next_page, "›")) }
        }
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

fn sizes_nav(list: &ListView, query: &ListQuery) -> Markup {
    let words = &texts().list;
    html! {
        nav.sizes aria-label=(words.rows_per_page) {
            span aria-hidden="true" { (words.rows_per_page) }
            @for rows in PageSize::ALL {
                a href=(list.href(&ListQuery { rows, ..query.at_page(1) })) data-noscroll="true"
                    aria-current=[(rows == query.rows).then_some("true")] { (rows.rows()) }
            }
        }
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
