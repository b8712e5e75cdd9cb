//! Choosing a customer: a search, and below it who was found. The arrow keys lead through the list as
//! in any group of radio buttons.

use std::time::Duration;

use domain::ports::CustomerChoice;
use leptos::{prelude::*, task::spawn_local};

use crate::{error::ApiError, lists::fetch_customer_choices, locale::texts, ui::ProblemAlert};

/// Between the last letter of a search and its answer.
const PAUSE: Duration = Duration::from_millis(150);

#[component]
pub(crate) fn CustomerPicker(
    /// Somebody was chosen.
    #[prop(into)]
    on_pick: Callback<CustomerChoice>,
) -> impl IntoView {
    let words = &texts().lists;
    let search = RwSignal::new(String::new());
    let found = RwSignal::new(None::<Result<Vec<CustomerChoice>, ApiError>>);
    Effect::new(move || {
        let asked = search.get();
        spawn_local(async move {
            let answer = fetch_customer_choices(asked.clone()).await;
            // An answer that comes late is none to what is asked by now.
            if search.try_get_untracked() == Some(asked) {
                found.set(Some(answer));
            }
        });
    });
    let mut look = debounce(PAUSE, move |typed: String| search.set(typed));
    view! {
        <div class="picker">
            <input
                type="search"
                aria-label=words.pick_search
                placeholder=words.pick_placeholder
                autocomplete="off"
                spellcheck="false"
                autofocus
                on:input=move |event| look(event_target_value(&event))
                // Enter chooses nothing yet: it must not send the form around.
                on:keydown=|event| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                    }
                }
            />
            {move || match found.get() {
                None => view! { <p class="note">{texts().general.loading}</p> }.into_any(),
                Some(Err(problem)) => view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
                Some(Ok(found)) if found.is_empty() => {
                    view! { <p class="note" role="status">{words.nobody_found}</p> }.into_any()
                }
                Some(Ok(found)) => choices(found, on_pick).into_any(),
            }}
        </div>
    }
}

fn choices(found: Vec<CustomerChoice>, on_pick: Callback<CustomerChoice>) -> impl IntoView {
    let rows = found
        .into_iter()
        .map(|customer| {
            let name = format!("{}, {}", customer.last_name, customer.first_name);
            let (number, company) = (customer.number.clone(), customer.company.clone());
            view! {
                <li>
                    <label>
                        <input
                            type="radio"
                            name="kunde"
                            on:change=move |_| on_pick.run(customer.clone())
                        />
                        <span class="name">{number} " " {name}</span>
                        " "
                        <small>{company}</small>
                    </label>
                </li>
            }
        })
        .collect_view();
    view! {
        <div role="radiogroup" aria-label=texts().lists.customer>
            <ul class="choices">{rows}</ul>
        </div>
    }
}
