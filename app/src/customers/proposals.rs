//! What portal users would have corrected, beside what is stored, for the reseller to decide.

use domain::{
    customer_form::Field,
    form::FormField,
    german_time::german_day,
    proposal::{Change, Proposal},
    refusal::Refusal,
    rights::Action,
    values::CustomerId,
};
use leptos::prelude::*;

use super::api::fetch_proposals;
use crate::{
    error::ApiError,
    frame::{may, provider_name},
    locale::texts,
    submitted::{Submitted, submitted},
    wire::{FromServer, from_server},
};

/// What waits for a decision about the customer that is shown.
#[derive(Clone, Copy)]
pub(super) struct Waiting {
    customer: Memo<String>,
    resource: FromServer<Result<Vec<Proposal>, ApiError>>,
}

impl Waiting {
    /// Belongs to the page and not to the tab: coming back to the tab then asks for nothing.
    pub(super) fn provide(customer: Memo<String>) {
        let resource = from_server(
            move || customer.get(),
            |id| async move {
                match id.parse::<CustomerId>() {
                    Ok(id) => fetch_proposals(id).await,
                    Err(_) => Err(Refusal::NotFound.into()),
                }
            },
        );
        provide_context(Self { customer, resource });
    }
}

/// Nothing where nothing waits.
#[component]
pub(super) fn OpenProposals() -> impl IntoView {
    let Waiting { customer, resource } = expect_context();
    view! {
        <Transition fallback=|| ()>
            <ProposalProblem />
            {move || {
                let proposals = resource.get().and_then(Result::ok).unwrap_or_default();
                proposals
                    .into_iter()
                    .map(|proposal| {
                        view! { <ProposalBox customer=customer.get_untracked() proposal /> }
                    })
                    .collect_view()
            }}
        </Transition>
    }
}

/// Why the last decision was not stored.
#[component]
fn ProposalProblem() -> impl IntoView {
    let Some(Submitted::DecideProposal { refusal }) = submitted() else {
        return None;
    };
    let sentence = match refusal {
        Refusal::Invalid(_) => texts().proposals().misfit.to_owned(),
        refusal => ApiError::from(refusal).sentence(texts(), &provider_name()),
    };
    Some(view! { <p role="alert">{sentence}</p> })
}

#[component]
fn ProposalBox(customer: String, proposal: Proposal) -> impl IntoView {
    let texts = texts();
    let words = texts.proposals();
    let made = (texts.general.day)(german_day(proposal.at));
    let decides = may(Action::DecideProposals);
    let rows = proposal
        .changes
        .into_iter()
        .map(|change| row(change, decides))
        .collect_view();
    let decide = decides.then(|| {
        view! {
            <p class="note">{words.note}</p>
            <footer class="buttons">
                <button class="primary">{words.decide}</button>
            </footer>
        }
    });
    view! {
        <section class="tab proposal">
            <h2>{words.title}</h2>
            <p>{(words.by)(&proposal.by, &made)}</p>
            <form method="post" action=format!("/mkm/kunden/{customer}/vorschlag")>
                <input type="hidden" name="vorschlag" value=proposal.id.to_string() />
                <input type="hidden" name="version" value=proposal.version.0 />
                <table>
                    <caption class="visually-hidden">{words.title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.field}</th>
                            <th scope="col">{words.today}</th>
                            <th scope="col">{words.proposed}</th>
                            {decides.then(|| view! { <th scope="col">{words.accept}</th> })}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {decide}
            </form>
        </section>
    }
}

fn row(change: Change, decides: bool) -> impl IntoView {
    let texts = texts();
    let words = texts.proposals();
    let label = (texts.form().label)(change.field);
    let shown = |text: String| {
        if text.is_empty() {
            texts.general.none.to_owned()
        } else {
            text
        }
    };
    view! {
        <tr>
            <td data-label=words.field>{label}</td>
            <td data-label=words.today>{shown(change.today)}</td>
            <td data-label=words.proposed>
                <strong>{shown(change.proposed)}</strong>
            </td>
            {decides.then(|| accept(change.field, label))}
        </tr>
    }
}

fn accept(field: Field, label: &'static str) -> impl IntoView {
    let words = texts().proposals();
    view! {
        <td data-label=words.accept>
            <label>
                <input type="checkbox" name="feld" value=field.name() checked=true />
                <span class="visually-hidden">{(words.accept_of)(label)}</span>
            </label>
        </td>
    }
}
