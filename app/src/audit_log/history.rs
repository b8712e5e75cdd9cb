//! What happened to one customer, folded on its page.

use domain::{
    audit_log::{LogEntry, LogQuery},
    values::CustomerId,
};
use leptos::{either::EitherOf3, prelude::*, task::spawn_local};

use super::{api::fetch_history, entry_view::table, log_page::address};
use crate::{error::ApiError, locale::texts, ui::ProblemAlert};

/// Few look: it is asked for when somebody unfolds it. Without JavaScript the link below leads to
/// the same entries.
#[component]
pub(crate) fn History(customer: CustomerId, number: String) -> impl IntoView {
    let words = texts().log();
    let entries = RwSignal::new(None::<Result<Vec<LogEntry>, ApiError>>);
    let ask = move |_| {
        if !matches!(entries.get_untracked(), Some(Ok(_))) {
            spawn_local(async move { entries.set(Some(fetch_history(customer).await)) });
        }
    };
    let whole = LogQuery {
        customer: number,
        ..LogQuery::default()
    };
    view! {
        <details class="history log">
            <summary on:click=ask>{words.history}</summary>
            {move || match entries.get() {
                None => EitherOf3::A(view! { <p class="with-script">{texts().general.loading}</p> }),
                Some(Err(problem)) => EitherOf3::B(view! { <ProblemAlert problem=Some(problem) /> }),
                Some(Ok(entries)) => EitherOf3::C(table(entries, words.history, words.no_history, true)),
            }}
            <p class="after">
                <a href=address(&whole)>{words.whole_history}</a>
            </p>
        </details>
    }
}
