//! The question "Zuordnung lösen".

use domain::assignment::Picked;
use leptos::prelude::*;

use super::{OneRecord, Place, Record, changes::after_change};
use crate::{submitted::submitted, ui::Question};

/// Over the page of the customer that has the record.
#[component]
pub(crate) fn ReleaseRecord<R: Record>(place: Place<R>) -> impl IntoView {
    view! {
        <OneRecord
            place
            title=R::words().release
            alert=true
            render=|record, place| view! { <Release record place /> }.into_any()
        />
    }
}

#[component]
fn Release<R: Record>(record: R, place: Place<R>) -> impl IntoView {
    let words = R::words();
    let owner = record.owner();
    let called = owner.map(|owner| format!("{} {}", owner.number, owner.last_name));
    let question = (words.release_question)(record.name(), &called.unwrap_or_default());
    let picked = Picked::of(record.id(), owner);
    let cancel = place.leave();
    let done = after_change(place);
    let said = (words.released)(record.name());
    let answer = move || {
        let (done, said) = (done.clone(), said.clone());
        async move {
            R::assign(vec![picked], None).await?;
            done(said);
            Ok(())
        }
    };
    view! {
        <p>{question}</p>
        <Question
            action=place.release(record.id())
            back=place.back()
            on_cancel=move |()| cancel()
            declined=submitted().and_then(R::declined_release)
            answer
            submit=words.release_submit
            class="primary"
        />
    }
}
