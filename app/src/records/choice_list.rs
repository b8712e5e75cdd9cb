//! The records to choose from, each with whom it would be taken from.

use domain::{assignment::Picked, values::Id};
use leptos::prelude::*;

use super::{Record, ShownChoice, record::PickedOf};
use crate::{error::ApiError, ui::ProblemAlert, wire::FromServer};

/// Where so many are shown, there may be more.
const MOST: u32 = 50;

/// `picked` is ticked at first.
pub(super) fn choice_list<R: Record>(
    choices: FromServer<Result<Vec<R::Choice>, ApiError>>,
    search: RwSignal<String>,
    picked: &[PickedOf<R>],
) -> impl IntoView + use<R> {
    let words = R::words();
    let picked: Vec<Id<R::Kind>> = picked.iter().map(|picked| picked.id).collect();
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
                let is_cut = shown >= MOST;
                let rows = found
                    .into_iter()
                    .map(|choice| choice_view::<R>(R::shown(choice), &picked))
                    .collect_view();
                view! {
                    <ul class="choices" aria-label=R::all()>
                        {rows}
                    </ul>
                    {is_cut.then(|| view! { <p class="note">{(words.more_by_search)(shown)}</p> })}
                }
                .into_any()
            }
        })
    }
}

fn choice_view<R: Record>(choice: ShownChoice<R::Kind>, picked: &[Id<R::Kind>]) -> AnyView {
    let words = R::words();
    let value = Picked::of(choice.id, choice.owner.as_ref());
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
                <input
                    type="checkbox"
                    name=R::PARAMETER
                    value=value.to_string()
                    checked=picked.contains(&choice.id)
                />
                <span class="name">{choice.name}</span>
                " "
                <small>{choice.about}</small>
                " "
                {whose}
            </label>
        </li>
    }
    .into_any()
}
