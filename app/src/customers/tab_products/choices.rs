//! The products to choose from, each with whom it would be taken from.

use domain::{
    domain_record::Seen,
    product_record::{PickedProduct, ProductChoice},
};
use leptos::prelude::*;

use crate::{
    error::ApiError, frame::provider_name, locale::texts, ui::ProblemAlert, wire::FromServer,
};

#[component]
pub(super) fn ChoiceList(
    choices: FromServer<Result<Vec<ProductChoice>, ApiError>>,
    search: RwSignal<String>,
    /// What is ticked at first.
    picked: Vec<PickedProduct>,
) -> impl IntoView {
    let words = &texts().products;
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
                    <ul class="choices" aria-label=texts().detail.tab_products>
                        {rows}
                    </ul>
                    {is_cut.then(|| view! { <p class="note">{(words.more_by_search)(shown)}</p> })}
                }
                .into_any()
            }
        })
    }
}

fn choice_view(choice: ProductChoice, picked: &[PickedProduct]) -> impl IntoView + use<> {
    let words = &texts().products;
    let value = PickedProduct {
        product: choice.id,
        seen: Seen::Owner(choice.owner.as_ref().map(|owner| owner.id)),
    };
    let kind = (texts().detail.product_kind)(choice.kind, &provider_name());
    let is_picked = picked.iter().any(|picked| picked.product == choice.id);
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
                <input type="checkbox" name="product" value=value.to_string() checked=is_picked />
                <span class="name">{choice.name}</span>
                " "
                <small>{kind} " " {choice.reference}</small>
                " "
                {whose}
            </label>
        </li>
    }
}
