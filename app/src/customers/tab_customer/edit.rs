//! The same two columns as fields.

use domain::{
    customer::CustomerDetail, customer_form::CustomerForm, list::ListKind, refusal::Refusal,
    values::Version,
};
use leptos::{ev, prelude::*, task::spawn_local};

use crate::{
    customers::{
        CustomerDrafts, api::update_customer, detail_page::DetailState, fields::CustomerFields,
    },
    error::ApiError,
    frame::Notices,
    lists::WholeList,
    locale::texts,
    navigation::{in_place, navigator},
    submitted::{Submitted, submitted},
    ui::{
        CancelButton, Declined, EditDraft, EditStart, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

#[component]
pub(super) fn EditForm(detail: CustomerDetail) -> impl IntoView {
    let words = texts().form();
    let id = detail.id;
    let page = format!("/mkm/kunden/{id}");
    let action = page.clone();
    let drafts = CustomerDrafts::current();
    let stored = (detail.version, &detail.record);
    let start = EditStart::of(stored, declined(), drafts.edit_of(id));
    let form_state = FormState::new(start.refusal);
    // Moves on when the person has seen what somebody else stored.
    let version = StoredValue::new(start.version);
    warn_before_leaving(move || drafts.any());
    let leave = {
        let navigate = navigator();
        let page = page.clone();
        move || {
            drafts.set_edit(None);
            navigate(&page, in_place());
        }
    };
    let stored = after_saving(detail.record.number.clone(), leave.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values = form_values::read(&form);
        if form_state.sending.get_untracked() || !form_state.check(&values) {
            return;
        }
        form_state.sending.set(true);
        let stored = stored.clone();
        spawn_local(async move {
            match update_customer(id, version.get_value(), values).await {
                Ok(detail) => stored(detail),
                Err(problem) => {
                    if let ApiError::Refused(Refusal::Conflict(now)) = &problem
                        && let Some(now) = now.open()
                    {
                        version.set_value(now.version);
                    }
                    form_state.decline(problem);
                }
            }
        });
    };
    let typed = move |event: ev::Event| {
        drafts.set_edit(form_of(&event).map(|form| EditDraft {
            id,
            version: version.get_value(),
            form: form_values::read(&form),
        }));
    };
    let left = move |event: ev::FocusEvent| {
        if let (Some(field), Some(form)) = (form_values::field_of(&event), form_of(&event)) {
            form_state.check_left(&form_values::read(&form), field);
        }
    };
    view! {
        <section class="tab">
            <form
                method="post"
                action=action
                novalidate
                on:submit=submit
                on:input=typed
                on:focusout=left
            >
                <input type="hidden" name="version" value=start.version.0 />
                {start.from_draft.then(|| view! { <p class="note">{words.draft_kept}</p> })}
                <ProblemAlert problem=form_state.problem />
                <CustomerFields state=form_state values=start.values />
                <footer class="buttons">
                    <button class="primary" aria-disabled=move || form_state.sending.get().to_string()>
                        {texts().general.save}
                    </button>
                    <CancelButton href=page on_press=move |()| leave() />
                </footer>
            </form>
        </section>
    }
}

/// The form that the browser sent itself.
fn declined() -> Option<Declined<CustomerForm, Version>> {
    match submitted() {
        Some(Submitted::EditCustomer {
            version,
            form,
            refusal,
        }) => Some(Declined {
            of: version,
            form,
            refusal,
        }),
        _ => None,
    }
}

/// Shows what is stored now, here and in the list.
fn after_saving(
    number_before: String,
    leave: impl Fn() + Clone + 'static,
) -> impl Fn(CustomerDetail) + Clone + 'static {
    let state = DetailState::current();
    let whole = WholeList::of(ListKind::Customers);
    let notices = Notices::current();
    let saved = texts().detail.saved;
    move |detail| {
        notices.say(saved(&detail.record.number));
        whole.put(&number_before, detail.row().into());
        leave();
        state.set(detail);
    }
}
