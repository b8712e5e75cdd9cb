//! The question "Produkt beenden", and the one that takes it back.

use domain::product_record::ProductRecord;
use leptos::prelude::*;

use super::{
    api::end_product,
    record::{Place, ProductDrafts},
};
use crate::{
    locale::texts,
    records::{OneRecord, after_change},
    submitted::{Submitted, submitted},
    ui::Question,
};

/// `/produkte/{id}/beenden`
#[component]
pub fn EndProduct() -> impl IntoView {
    view! { <EndProductDialog place=Place::list() /> }
}

#[component]
pub(crate) fn EndProductDialog(place: Place) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=texts().products().end_title
            alert=true
            render=|record, place| view! { <End record place /> }.into_any()
        />
    }
}

#[component]
fn End(record: ProductRecord, place: Place) -> impl IntoView {
    let words = texts().products();
    let (id, version) = (record.id, record.version);
    let is_end = record.ended_on.is_none();
    let declined = match submitted() {
        Some(Submitted::EndProduct { refusal }) => Some(refusal),
        _ => None,
    };
    let cancel = place.leave();
    let done = after_change(place);
    let drafts = ProductDrafts::current();
    let (question, submit, said) = if is_end {
        (words.end_question, words.end, words.ended)
    } else {
        (words.resume_question, words.resume, words.resumed)
    };
    let answer = move || {
        let done = done.clone();
        async move {
            let record = end_product(id, version, is_end).await?;
            drafts.set_edit(None);
            done(said(&record.record.name));
            Ok(())
        }
    };
    view! {
        <p>{question(&record.record.name)}</p>
        <Question
            action=place.end(id)
            back=place.back()
            on_cancel=move |()| cancel()
            declined
            answer
            submit
            class="primary"
        >
            <input type="hidden" name="version" value=version.0 />
            <input type="hidden" name="is_end" value=is_end.to_string() />
        </Question>
    }
}
