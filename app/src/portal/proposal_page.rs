//! `/portal/{id}/vorschlag`: proposing a correction of the master data.

use domain::{customer_form::CustomerForm, portal::PortalCustomer};
use leptos::prelude::*;
use leptos_meta::Title;

use super::customer_page::own_customer_view;
use crate::{
    customers::CustomerFields,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{FormState, ProblemAlert},
};

#[component]
pub fn ProposalPage() -> impl IntoView {
    own_customer_view(|customer| view! { <ProposalForm customer /> })
}

#[component]
fn ProposalForm(customer: PortalCustomer) -> impl IntoView {
    let texts = texts();
    let words = texts.portal();
    let page = format!("/portal/{}", customer.id);
    let action = format!("{page}/vorschlag");
    let (values, refusal) = match submitted() {
        Some(Submitted::Propose { form, refusal }) => (form, Some(refusal)),
        _ => (with_proposal(customer), None),
    };
    let state = FormState::<CustomerForm>::new(refusal);
    view! {
        <Title text=words.propose />
        <header class="page-head">
            <div>
                <h1>{words.propose}</h1>
                <p class="subtitle">{words.propose_intro}</p>
            </div>
        </header>
        <section class="tab">
            <form method="post" action=action novalidate>
                <ProblemAlert problem=state.problem />
                <CustomerFields state values without_number=true />
                <footer class="buttons">
                    <button class="primary">{words.propose_submit}</button>
                    <a class="button" href=page>
                        {texts.general.cancel}
                    </a>
                </footer>
            </form>
        </section>
    }
}

/// What is stored, with what is proposed already: it can be gone on with.
fn with_proposal(customer: PortalCustomer) -> CustomerForm {
    use domain::form::Form;
    let mut form = customer.record;
    if let Some(proposal) = customer.proposal.filter(|proposal| proposal.is_open()) {
        for change in proposal.changes {
            *form.value_mut(change.field) = change.proposed;
        }
    }
    form
}
