//! The dialog "Domain zuordnen": which of the reseller's domains this customer gets.

use domain::{
    domain_record::{DomainChoice, Moved, Owner, Picked},
    refusal::Refusal,
    values::CustomerId,
};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;
use web_sys::{FormData, HtmlFormElement};

use super::{choices::ChoiceList, owner};
use crate::{
    address::parameter,
    customers::detail_page::DetailState,
    domains::{DomainChanges, Place, assign_domains, fetch_domain_choices},
    error::ApiError,
    frame::Notices,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{CancelButton, Dialog, Loading, ProblemAlert, form_values::form_of},
    wire::{FromServer, from_server},
};

/// Between the last letter of a search and its answer.
const PAUSE: Duration = Duration::from_millis(150);

/// `/mkm/kunden/{id}/domains/zuordnen`
#[component]
pub fn AssignDialog() -> impl IntoView {
    let detail = DetailState::current();
    let customer = Memo::new(move |_| detail.get().map(|detail| owner(&detail)));
    move || customer.get().map(|customer| view! { <Assign customer /> })
}

#[component]
fn Assign(customer: Owner) -> impl IntoView {
    let words = &texts().domains;
    let id = customer.id;
    let place = Place::Customer(id);
    let search = RwSignal::new(parameter("suche").unwrap_or_default());
    let choices = from_server(
        move || search.get(),
        move |search| fetch_domain_choices(id, search),
    );
    let escape = place.leave();
    view! {
        <Dialog title=words.assign on_close=move |()| escape()>
            <p>{format!("{} {}", customer.number, customer.last_name)}</p>
            <SearchForm place search />
            <AssignForm id choices search />
        </Dialog>
    }
}

/// Searches while it is typed into, and by its button without WebAssembly.
#[component]
fn SearchForm(place: Place, search: RwSignal<String>) -> impl IntoView {
    let words = &texts().domains;
    let mut look = debounce(PAUSE, move |typed: String| search.set(typed));
    view! {
        <form
            method="get"
            role="search"
            class="domain-search"
            action=format!("{}/zuordnen", place.page())
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
fn AssignForm(
    id: CustomerId,
    choices: FromServer<Result<Vec<DomainChoice>, ApiError>>,
    search: RwSignal<String>,
) -> impl IntoView {
    let words = &texts().domains;
    let place = Place::Customer(id);
    let start = Start::of_this_page();
    let problem = RwSignal::new(start.problem);
    let none_picked = RwSignal::new(start.none_picked);
    let sending = RwSignal::new(false);
    let cancel = place.leave();
    let assigned = after_assigning(place);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let picked = picked_in(&form);
        none_picked.set(picked.is_empty());
        if sending.get_untracked() || picked.is_empty() {
            return;
        }
        sending.set(true);
        let assigned = assigned.clone();
        spawn_local(async move {
            match assign_domains(picked, Some(id)).await {
                Ok(moved) => assigned(&moved),
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
        <form method="post" action=format!("{}/zuordnen", place.page()) on:submit=submit>
            <ProblemAlert problem />
            <div role="alert">
                {move || none_picked.get().then(|| view! { <p class="error">{words.choose_one}</p> })}
            </div>
            <Transition fallback=Loading>
                <ChoiceList choices search picked=start.picked.clone() />
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
fn picked_in(form: &HtmlFormElement) -> Vec<Picked> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    data.get_all("domain")
        .iter()
        .filter_map(|value| value.as_string()?.parse().ok())
        .collect()
}

/// What the dialog opens with: what was sent before without WebAssembly.
struct Start {
    picked: Vec<Picked>,
    problem: Option<ApiError>,
    none_picked: bool,
}

impl Start {
    fn of_this_page() -> Self {
        match submitted() {
            Some(Submitted::AssignDomains { picked, refusal }) => Self {
                picked,
                none_picked: refusal.is_none(),
                problem: refusal.map(ApiError::from),
            },
            _ => Self {
                picked: Vec::new(),
                problem: None,
                none_picked: false,
            },
        }
    }
}

/// Leads back, and says what moved from whom.
fn after_assigning(place: Place) -> impl Fn(&[Moved]) + Clone + 'static {
    let leave = place.leave();
    let (notices, changes) = (Notices::current(), DomainChanges::current());
    let words = &texts().domains;
    move |moved| {
        let names: Vec<String> = moved
            .iter()
            .map(|moved| match &moved.from {
                Some(from) => (words.moved_from)(&moved.shown_name, &from.number),
                None => moved.shown_name.clone(),
            })
            .collect();
        notices.say(match names.len() {
            0 => (words.assigned_count)(0),
            1..=5 => (words.assigned)(&names.join(", ")),
            many => (words.assigned_count)(u32::try_from(many).unwrap_or(u32::MAX)),
        });
        changes.note();
        leave();
    }
}
