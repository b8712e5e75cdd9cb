//! The question "Produkt löschen".

use domain::product_record::ProductRecord;
use leptos::prelude::*;

use super::{
    api::delete_product,
    record::{Place, ProductDrafts},
};
use crate::{
    locale::texts,
    records::{OneRecord, after_change},
    submitted::{Submitted, submitted},
    ui::Question,
};

/// `/produkte/{id}/loeschen`
#[component]
pub fn DeleteProduct() -> impl IntoView {
    view! { <DeleteProductDialog place=Place::list() /> }
}

#[component]
pub(crate) fn DeleteProductDialog(place: Place) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=texts().products().delete
            alert=true
            render=|record, place| view! { <Delete record place /> }.into_any()
        />
    }
}

#[component]
fn Delete(record: ProductRecord, place: Place) -> impl IntoView {
    let words = texts().products();
    let (id, version) = (record.id, record.version);
    let declined = match submitted() {
        Some(Submitted::DeleteProduct { refusal }) => Some(refusal),
        _ => None,
    };
    let cancel = place.leave();
    let done = after_change(place);
    let drafts = ProductDrafts::current();
    let answer = move || {
        let done = done.clone();
        async move {
            let name = delete_product(id, version).await?;
            drafts.set_edit(None);
            done((words.deleted)(&name));
            Ok(())
        }
    };
    let belongs = record.owner.as_ref().map(|owner| {
        view! { <p>{(words.record.belongs_to)(&owner.number, &owner.last_name)}</p> }
    });
    view! {
        <p>{(words.delete_question)(&record.record.name)}</p>
        {belongs}
        <p>{words.delete_meaning}</p>
        <Question
            action=place.delete(id)
            back=place.back()
            on_cancel=move |()| cancel()
            declined
            answer
            submit=texts().general.delete
            class="danger"
        >
            <input type="hidden" name="version" value=version.0 />
        </Question>
    }
}
