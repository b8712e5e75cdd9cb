//! The dialog "zuordnen": which of the reseller's records a customer gets.

use domain::{assignment::Moved, domain_record::Owner, refusal::Refusal};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;
use web_sys::{FormData, HtmlFormElement};

use super::{Place, Record, changes::after_change, choice_list::choice_list, record::PickedOf};
use crate::{
    address::parameter,
    error::ApiError,
    locale::RecordWords,
    submitted::submitted,
    ui::{CancelButton, Dialog, Loading, ProblemAlert, form_values::form_of},
    wire::{FromServer, from_server},
};

/// Between the last letter of a search and its answer.
const PAUSE: Duration = Duration::from_millis(150);

#[component]
pub(crate) fn AssignRecords<R: Record>(
    /// The tab of the customer.
    place: Place<R>,
    customer: Owner,
) -> impl IntoView {
    let id = customer.id;
    let search = RwSignal::new(parameter("suche").unwrap_or_default());
    let choices = from_server(move || search.get(), move |search| R::choices(id, search));
    let escape = place.leave();
    view! {
        <Dialog title=R::words().assign on_close=move |()| escape()>
            <p>{format!("{} {}", customer.number, customer.last_name)}</p>
            <SearchForm place search />
            <AssignForm place choices search />
        </Dialog>
    }
}

/// Searches while it is typed into, and by its button without WebAssembly.
#[component]
fn SearchForm<R: Record>(place: Place<R>, search: RwSignal<String>) -> impl IntoView {
    let words = R::words();
    let mut look = debounce(PAUSE, move |typed: String| search.set(typed));
    view! {
        <form
            method="get"
            role="search"
            class="domain-search"
            action=place.assign()
            on:submit=move |event| event.prevent_default()
        >
            <input
                type="search"
                name="suche"
                aria-label=words.search
                placeholder=words.search
                value=search.get_untracked()
                on:input=move |event| look(event_target_value(&event))
            />
            <button class="without-script">{words.search_submit}</button>
        </form>
    }
}

#[component]
fn AssignForm<R: Record>(
    place: Place<R>,
    choices: FromServer<Result<Vec<R::Choice>, ApiError>>,
    search: RwSignal<String>,
) -> impl IntoView {
    let words = R::words();
    // What was sent before without WebAssembly; without a refusal nothing was picked.
    let declined = submitted().and_then(R::declined_assignment);
    let none_picked = RwSignal::new(matches!(declined, Some((_, None))));
    let (start, refusal) = declined.unwrap_or_default();
    let problem = RwSignal::new(refusal.map(ApiError::from));
    let sending = RwSignal::new(false);
    let cancel = place.leave();
    let done = after_change(place);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let picked = picked_in::<R>(&form);
        none_picked.set(picked.is_empty());
        if sending.get_untracked() || picked.is_empty() {
            return;
        }
        sending.set(true);
        let done = done.clone();
        spawn_local(async move {
            match R::assign(picked, place.customer()).await {
                Ok(moved) => done(said(words, &moved)),
                Err(refused) => {
                    sending.set(false);
                    // What stands there is no longer true.
                    if refused == ApiError::Refused(Refusal::Changed) {
                        choices.refetch();
                    }
                    problem.set(Some(refused));
                }
            }
        });
    };
    view! {
        <form method="post" action=place.assign() on:submit=submit>
            <ProblemAlert problem />
            <div role="alert">
                {move || none_picked.get().then(|| view! { <p class="error">{words.choose_one}</p> })}
            </div>
            <Transition fallback=Loading>
                {choice_list::<R>(choices, search, &start)}
            </Transition>
            <footer class="buttons">
                <button class="primary" aria-disabled=move || sending.get().to_string()>
                    {words.assign_submit}
                </button>
                <CancelButton href=place.back() on_press=move |()| cancel() />
            </footer>
        </form>
    }
}

/// What is ticked.
fn picked_in<R: Record>(form: &HtmlFormElement) -> Vec<PickedOf<R>> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    data.get_all(R::PARAMETER)
        .iter()
        .filter_map(|value| value.as_string()?.parse().ok())
        .collect()
}

/// What moved from whom; of many only how many.
fn said<Id>(words: &RecordWords, moved: &[Moved<Id>]) -> String {
    let names: Vec<String> = moved
        .iter()
        .map(|moved| match &moved.from {
            Some(from) => (words.moved_from)(&moved.name, &from.number),
            None => moved.name.clone(),
        })
        .collect();
    match names.len() {
        0 => (words.assigned_count)(0),
        1..=5 => (words.assigned)(&names.join(", ")),
        many => (words.assigned_count)(u32::try_from(many).unwrap_or(u32::MAX)),
    }
}
