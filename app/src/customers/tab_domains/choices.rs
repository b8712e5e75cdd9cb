//! The domains to choose from, each with whom it would be taken from.

use domain::domain_record::{DomainChoice, Picked, Seen};
use leptos::prelude::*;

use crate::{error::ApiError, locale::texts, ui::ProblemAlert, wire::FromServer};

#[component]
pub(super) fn ChoiceList(
    choices: FromServer<Result<Vec<DomainChoice>, ApiError>>,
    search: RwSignal<String>,
    /// What is ticked at first.
    picked: Vec<Picked>,
) -> impl IntoView {
    let words = &texts().domains;
    move || {
        choices.get().map(|found| match found {
            Err(problem) => view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
            Ok(found) if found.is_empty() => {
                let sentence = if search.with_untracked(|search| search.trim().is_empty()) {
                    words.nothing_to_assign
                } else {
                    words.nothing_found
                };
                view! { <p class="note">{sentence}</p> }.into_any()
            }
            Ok(found) => {
                let shown = u32::try_from(found.len()).unwrap_or(u32::MAX);
                let is_cut = shown >= 50;
                let rows = found
                    .into_iter()
                    .map(|choice| choice_view(choice, &picked))
                    .collect_view();
                view! {
                    <ul class="choices" aria-label=texts().detail.tab_domains>
                        {rows}
                    </ul>
                    {is_cut.then(|| view! { <p class="note">{(words.more_by_search)(shown)}</p> })}
                }
                .into_any()
            }
        })
    }
}

fn choice_view(choice: DomainChoice, picked: &[Picked]) -> impl IntoView + use<> {
    let words = &texts().domains;
    let value = Picked {
        domain: choice.id,
        seen: Seen::Owner(choice.owner.as_ref().map(|owner| owner.id)),
    };
    let is_picked = picked.iter().any(|picked| picked.domain == choice.id);
    let whose = match &choice.owner {
        Some(owner) => {
            let sentence = (words.moves_from)(&owner.number, &owner.last_name);
            view! { <small class="moves">{sentence}</small> }.into_any()
        }
        None => view! { <small>{words.is_free}</small> }.into_any(),
    };
    view! {
        <li>
            <label>
                <input type="checkbox" name="domain" value=value.to_string() checked=is_picked />
                <span class="name">{choice.shown_name}</span>
                " "
                <small>{choice.contract}</small>
                " "
                {whose}
            </label>
        </li>
    }
}
