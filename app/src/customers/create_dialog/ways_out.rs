//! Where the dialog leads: back to the list, with or without a new customer.

use domain::customer::CustomerRow;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::{customers::drafts::Drafts, frame::Notices, lists::ListState, locale::texts};

/// Leads back to the list as it was.
pub(super) fn leave_to_list() -> impl Fn() + Clone + Send + Sync + 'static {
    let list = expect_list();
    let navigate = use_navigate();
    move || {
        navigate(&list.view.href(&list.query.get_untracked()), in_place());
    }
}

/// "Back" does not open the dialog again, and the list stays where it is.
fn in_place() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        scroll: false,
        ..NavigateOptions::default()
    }
}

/// Leads to the page of the list that shows the new customer, and says so.
pub(super) fn after_creating() -> impl Fn(CustomerRow) + Clone + 'static {
    let list = expect_list();
    let whole = list.whole;
    let notices = Notices::current();
    let drafts = Drafts::current();
    let navigate = use_navigate();
    let created = texts().list.created;
    move |row| {
        drafts.set_new_customer(None);
        notices.say(created(&row.number));
        let number = row.number.clone();
        whole.put(&number, row.into());
        list.refresh();
        let query = list.query.get_untracked();
        let query = match whole.page_showing(&query, &number) {
            Some(page) => query.at_page(page),
            None => {
                let all = query.without_filters();
                let page = whole.page_showing(&all, &number).unwrap_or(1);
                all.at_page(page)
            }
        };
        list.new_row.set(Some(number));
        navigate(&list.view.href(&query), in_place());
        show_new_row();
    }
}

/// Scrolls to the new row where it is not on the screen, as soon as it is drawn.
fn show_new_row() {
    request_animation_frame(|| {
        request_animation_frame(|| {
            if let Ok(Some(row)) = document().query_selector("tr.new") {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    });
}

/// The dialog is a child of the list's route.
fn expect_list() -> ListState {
    expect_context()
}
