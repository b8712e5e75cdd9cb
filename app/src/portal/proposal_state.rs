//! What was proposed, and what became of it.

use domain::{
    german_time::german_day,
    proposal::{Change, Proposal},
};
use leptos::prelude::*;

use crate::locale::texts;

#[component]
pub(super) fn ProposalState(proposal: Proposal) -> impl IntoView {
    let texts = texts();
    let made = (texts.general.day)(german_day(proposal.at));
    let sentence = match proposal.decided_at {
        Some(decided) => {
            let decided = (texts.general.day)(german_day(decided));
            (texts.portal().decided)(&made, &decided)
        }
        None => (texts.portal().waiting)(&made),
    };
    let changes = proposal.changes.into_iter().map(change_view).collect_view();
    view! {
        <div class="portal-proposal">
            <p>{sentence}</p>
            <ul>{changes}</ul>
        </div>
    }
}

fn change_view(change: Change) -> impl IntoView {
    let texts = texts();
    let proposed = if change.proposed.is_empty() {
        texts.general.none.to_owned()
    } else {
        change.proposed
    };
    let outcome = change.accepted.map(|accepted| {
        let (word, class) = if accepted {
            (texts.portal().accepted, "badge good")
        } else {
            (texts.portal().declined, "badge")
        };
        view! { <span class=class>{word}</span> }
    });
    view! {
        <li>
            {(texts.form().label)(change.field)} ": " <strong>{proposed}</strong> " " {outcome}
        </li>
    }
}
