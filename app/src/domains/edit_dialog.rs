//! The dialog "Domain bearbeiten".

mod beside;
mod start;

use domain::{domain_form::DomainForm, domain_record::DomainRecord, refusal::Refusal};
use leptos::{ev, prelude::*, task::spawn_local};

use self::{beside::Beside, start::Start};
use super::{
    api::{fetch_domain, update_domain},
    changes::DomainChanges,
    create_dialog::check_left,
    drafts::{DomainDrafts, EditDraft},
    fields::DomainFields,
    one_domain::OneDomain,
    place::Place,
    state_view::DomainStateView,
};
use crate::{
    error::ApiError,
    frame::Notices,
    lists::as_filtered,
    locale::texts,
    ui::{
        CancelButton, FormState, Icon, ProblemAlert, Shape,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

/// `/domains/{id}`
#[component]
pub fn EditDomain() -> impl IntoView {
    view! { <EditDomainDialog place=Place::List /> }
}

#[component]
pub(crate) fn EditDomainDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneDomain
            place
            title=texts().domains.edit
            on_close=move |()| escape()
            render=|record, place| view! { <EditForm record place /> }.into_any()
        />
    }
}

#[component]
fn EditForm(record: DomainRecord, place: Place) -> impl IntoView {
    let words = &texts().domains;
    let id = record.id;
    let drafts = DomainDrafts::current();
    let start = Start::of_this_page(&record, drafts);
    let state = FormState::new(start.refusal);
    state.stored.set(start.stored);
    // Moves on when the person has seen what somebody else stored.
    let version = StoredValue::new(start.version);
    let cancel = place.leave();
    let stored = after_saving(place, drafts);
    warn_before_leaving(move || drafts.any());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values: DomainForm = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        state.sending.set(true);
        let stored = stored.clone();
        spawn_local(async move {
            let problem = match update_domain(id, version.get_value(), values).await {
                Ok(record) => return stored(record),
                Err(problem) => problem,
            };
            let now = match problem {
                ApiError::Refused(Refusal::Changed) => fetch_domain(id).await.ok(),
                _ => None,
            };
            state.decline(problem);
            if let Some(now) = now {
                version.set_value(now.version);
                state.stored.set(Some(now.record));
            }
        });
    };
    let typed = move |event: ev::Event| {
        let draft = form_of(&event).map(|form| EditDraft {
            id,
            version: version.get_value(),
            form: form_values::read(&form),
        });
        drafts.set_edit(draft);
    };
    let left = move |event: ev::FocusEvent| check_left(state, &event);
    view! {
        <form
            method="post"
            action=place.edit(id)
            novalidate
            on:submit=submit
            on:input=typed
            on:focusout=left
        >
            <input type="hidden" name="version" value=start.version.0 />
            {start.from_draft.then(|| view! { <p class="note">{texts().form.draft_kept}</p> })}
            <DomainStateView state=record.state advice=record.advice />
            <Beside record=record.clone() />
            <ProblemAlert problem=state.problem />
            <DomainFields state values=start.values />
            <footer class="buttons">
                <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                    {texts().general.save}
                </button>
                <CancelButton
                    href=place.back()
                    on_press=move |()| {
                        drafts.set_edit(None);
                        cancel();
                    }
                />
                <a class="button danger aside" href=as_filtered(place.remove(id))>
                    <Icon shape=Shape::Bin />
                    <span>{words.remove_submit}</span>
                </a>
            </footer>
        </form>
    }
}

/// Leads back, and says what was stored.
fn after_saving(place: Place, drafts: DomainDrafts) -> impl Fn(DomainRecord) + Clone + 'static {
    let leave = place.leave();
    let (notices, changes) = (Notices::current(), DomainChanges::current());
    let saved = texts().domains.saved;
    move |record| {
        drafts.set_edit(None);
        notices.say(saved(&record.record.domain));
        changes.note();
        leave();
    }
}
