//! The question "Produkt löschen".

use domain::product_record::ProductRecord;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::delete_product, changes::ProductChanges, drafts::ProductDrafts, one_product::OneProduct,
    place::Place,
};
use crate::{
    frame::Notices,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{CancelButton, ProblemAlert},
};

/// `/produkte/{id}/loeschen`
#[component]
pub fn DeleteProduct() -> impl IntoView {
    view! { <DeleteProductDialog place=Place::List /> }
}

#[component]
pub(crate) fn DeleteProductDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneProduct
            place
            title=texts().products.delete
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
    let declined = match submitted() {
        Some(Submitted::DeleteProduct { refusal }) => Some(refusal.into()),
        _ => None,
    };
    let problem = RwSignal::new(declined);
    let sending = RwSignal::new(false);
    let leave = place.leave();
    let cancel = leave.clone();
    let (notices, changes) = (Notices::current(), ProductChanges::current());
    let drafts = ProductDrafts::current();
    let deleted = words.deleted;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let leave = leave.clone();
        spawn_local(async move {
            match delete_product(id, version).await {
                Ok(name) => {
                    drafts.set_edit(None);
                    notices.say(deleted(&name));
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
    let belongs = record
        .owner
        .as_ref()
        .map(|owner| view! { <p>{(words.belongs_to)(&owner.number, &owner.last_name)}</p> });
    view! {
        <p>{(words.delete_question)(&record.record.name)}</p>
        {belongs}
        <p>{words.delete_meaning}</p>
        <ProblemAlert problem />
        <form method="post" action=place.delete(id) class="buttons" on:submit=submit>
            <input type="hidden" name="version" value=version.0 />
            <button class="danger" aria-disabled=move || sending.get().to_string()>
                {texts().general.delete}
            </button>
            <CancelButton href=place.back() on_press=move |()| cancel() focused=true />
        </form>
    }
}
