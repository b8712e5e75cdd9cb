//! What happened to one customer, folded on its page.

use domain::{
    audit_log::{LogEntry, LogQuery},
    values::{CustomerId, Version},
};
use leptos::prelude::*;

use super::{api::fetch_history, entry_view::table, log_page::address};
use crate::{locale::texts, wire::from_server};

/// Asked anew when the customer has changed.
#[component]
pub(crate) fn History(customer: CustomerId, number: String, version: Version) -> impl IntoView {
    let entries = from_server(move || version.0, move |_| fetch_history(customer));
    view! {
        <Transition>
            {move || {
                let number = number.clone();
                entries.get().and_then(Result::ok).map(|entries| view! { <Folded number entries /> })
            }}
        </Transition>
    }
}

#[component]
fn Folded(number: String, entries: Vec<LogEntry>) -> impl IntoView {
    let words = texts().log;
    let query = LogQuery {
        customer: number,
        ..LogQuery::default()
    };
    view! {
        <details class="history log">
            <summary>{words.history}</summary>
            {table(entries, words.history, words.no_history, true)}
            <p class="after">
                <a href=address(&query)>{words.whole_history}</a>
            </p>
        </details>
    }
}
