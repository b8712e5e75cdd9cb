//! The question "Produkt beenden", and the one that takes it back.

use domain::product_record::ProductRecord;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::end_product, changes::ProductChanges, drafts::ProductDrafts, one_product::OneProduct,
    place::Place,
};
use crate::{
    frame::Notices,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{CancelButton, ProblemAlert},
};

/// `/produkte/{id}/beenden`
#[component]
pub fn EndProduct() -> impl IntoView {
    view! { <EndProductDialog place=Place::List /> }
}

#[component]
pub(crate) fn EndProductDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneProduct
            place
            title=texts().products.end_title
            alert=true
            on_close=move |()| escape()
            render=|record, place| view! { <Question record place /> }.into_any()
        />
    }
}

#[component]
fn Question(record: ProductRecord, place: Place) -> impl IntoView {
    let words = &texts().products;
    let (id, version) = (record.id, record.version);
    let is_end = record.ended_on.is_none();
    let declined = match submitted() {
        Some(Submitted::EndProduct { refusal }) => Some(refusal.into()),
        _ => None,
    };
    let problem = RwSignal::new(declined);
    let sending = RwSignal::new(false);
    let leave = place.leave();
    let cancel = leave.clone();
    let (notices, changes) = (Notices::current(), ProductChanges::current());
    let drafts = ProductDrafts::current();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let leave = leave.clone();
        spawn_local(async move {
            match end_product(id, version, is_end).await {
                Ok(record) => {
                    let said = if is_end { words.ended } else { words.resumed };
                    drafts.set_edit(None);
                    notices.say(said(&record.record.name));
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
    let (question, button) = if is_end {
        (words.end_question, words.end)
    } else {
        (words.resume_question, words.resume)
    };
    view! {
        <p>{question(&record.record.name)}</p>
        <ProblemAlert problem />
        <form method="post" action=place.end(id) class="buttons" on:submit=submit>
            <input type="hidden" name="version" value=version.0 />
            <input type="hidden" name="is_end" value=is_end.to_string() />
            <button class="primary" aria-disabled=move || sending.get().to_string()>
                {button}
            </button>
            <CancelButton href=place.back() on_press=move |()| cancel() focused=true />
        </form>
    }
}
