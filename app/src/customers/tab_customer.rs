//! The tab "Kunde": master data, read or edited in place.

mod deletion;
mod edit;
mod read;

use domain::rights::Action;
use leptos::{either::Either, prelude::*};
use leptos_router::hooks::use_query_map;

pub(crate) use self::read::MasterColumns;
use self::{edit::EditForm, read::MasterData};
use super::{detail_page::DetailState, proposals::OpenProposals};
use crate::{
    frame::may,
    submitted::{Submitted, submitted},
};

/// What the URL says while the master data is being edited.
const EDITING: &str = "bearbeiten";

#[component]
pub fn TabCustomer() -> impl IntoView {
    let state = DetailState::current();
    let query = use_query_map();
    let declined = matches!(submitted(), Some(Submitted::EditCustomer { .. }));
    let may_edit = may(Action::EditCustomers);
    let asked = move || query.with(|query| query.get_str(EDITING).is_some());
    let editing = Memo::new(move |_| declined || (may_edit && asked()));
    view! {
        <OpenProposals />
        {move || {
            let detail = state.get()?;
            Some(
                if editing.get() {
                    Either::Left(view! { <EditForm detail /> })
                } else {
                    Either::Right(view! { <MasterData detail /> })
                },
            )
        }}
    }
}
