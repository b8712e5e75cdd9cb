//! A customer's tab of records.

use leptos::prelude::*;

use super::{Place, Record};
use crate::ui::{Icon, Shape};

/// What can be done above the table.
#[component]
pub(crate) fn TabActions<R: Record>(place: Place<R>) -> impl IntoView {
    let words = R::words();
    view! {
        <div class="tab-actions">
            <a class="button" href=place.assign()>
                {words.assign}
            </a>
            <a class="button primary" href=place.new_one()>
                <Icon shape=Shape::Plus />
                <span>{words.new}</span>
            </a>
        </div>
    }
}
