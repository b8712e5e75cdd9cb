//! The dialog "Neue Domain", over the list of domains or for one customer.

use domain::{domain_form::DomainForm, domain_record::Owner};
use leptos::prelude::*;

use super::{fields::DomainFields, record::Place};
use crate::records::CreateRecord;

/// `/domains/neu`
#[component]
pub fn CreateDomain() -> impl IntoView {
    view! { <CreateDomainDialog place=Place::list() owner=None /> }
}

#[component]
pub(crate) fn CreateDomainDialog(
    place: Place,
    /// Whose domain it will be.
    owner: Option<Owner>,
) -> impl IntoView {
    view! {
        <CreateRecord
            place
            owner
            fresh=DomainForm::default()
            fields=|state, values, _| view! { <DomainFields state values /> }.into_any()
        />
    }
}
