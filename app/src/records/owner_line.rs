//! Whose a record is.

use leptos::prelude::*;

use super::{Place, Record};

/// Leads to the tab of the customer that has it.
#[component]
pub(crate) fn OwnerLine<R: Record>(record: R) -> impl IntoView {
    let words = R::words();
    let belongs = match record.owner() {
        Some(owner) => {
            let href = Place::<R>::of_customer(owner.id).page();
            let text = (words.belongs_to)(&owner.number, &owner.last_name);
            view! { <a href=href>{text}</a> }.into_any()
        }
        None => words.belongs_to_nobody.into_any(),
    };
    view! { <p>{belongs}</p> }
}
