//! The question "Zuordnung lösen".

use domain::{
    domain_record::Seen,
    product_record::{PickedProduct, ProductRecord},
    values::CustomerId,
};
use leptos::{ev, prelude::*, task::spawn_local};

use super::dialogs::place;
use crate::{
    frame::Notices,
    locale::texts,
    products::{OneProduct, Place, ProductChanges, assign_products},
    submitted::{Submitted, submitted},
    ui::{CancelButton, ProblemAlert},
};

/// `/mkm/kunden/{id}/produkte/{product}/loesen`
#[component]
pub fn ReleaseProduct() -> impl IntoView {
    let place = place();
    move || place.get().map(|place| view! { <ReleaseDialog place /> })
}

#[component]
fn ReleaseDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneProduct
            place
            title=texts().products.release
            alert=true
            on_close=move |()| escape()
            render=|record, place| view! { <Question record place /> }.into_any()
        />
    }
}

#[component]
fn Question(record: ProductRecord, place: Place) -> impl IntoView {
    let words = &texts().products;
    let (id, name) = (record.id, record.record.name.clone());
    let owner = record.owner.as_ref();
    let called = owner.map(|owner| format!("{} {}", owner.number, owner.last_name));
    let seen: Option<CustomerId> = owner.map(|owner| owner.id);
    let declined = match submitted() {
        Some(Submitted::ReleaseProduct { refusal }) => Some(refusal.into()),
        _ => None,
    };
    let problem = RwSignal::new(declined);
    let sending = RwSignal::new(false);
    let leave = place.leave();
    let cancel = leave.clone();
    let (notices, changes) = (Notices::current(), ProductChanges::current());
    let released = words.released;
    let question = (words.release_question)(&name, &called.unwrap_or_default());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let (leave, name) = (leave.clone(), name.clone());
        spawn_local(async move {
            let picked = PickedProduct {
                product: id,
                seen: Seen::Owner(seen),
            };
            match assign_products(vec![picked], None).await {
                Ok(_) => {
                    notices.say(released(&name));
                    changes.note();
                    leave();
                }
                Err(refused) => {
                    sending.set(false);
                    problem.set(Some(refused));
                }
            }
        });
    };
    view! {
        <p>{question}</p>
        <ProblemAlert problem />
        <form method="post" action=place.release(id) class="buttons" on:submit=submit>
            <button class="primary" aria-disabled=move || sending.get().to_string()>
                {words.release_submit}
            </button>
            <CancelButton href=place.back() on_press=move |()| cancel() focused=true />
        </form>
    }
}
