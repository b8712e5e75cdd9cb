//! The dialog "Produkt bearbeiten".

mod other_actions;
mod start;

use domain::{
    customer::ProductKind, product_form::ProductForm, product_record::ProductRecord,
    refusal::Refusal,
};
use leptos::{ev, prelude::*, task::spawn_local};

use self::{other_actions::OtherActions, start::Start};
use super::{
    api::{fetch_product, update_product},
    changes::ProductChanges,
    create_dialog::check_left,
    drafts::{EditDraft, ProductDrafts},
    facts::{BoughtProduct, ProductFacts},
    fields::ProductFields,
    one_product::OneProduct,
    place::Place,
};
use crate::{
    error::ApiError,
    frame::Notices,
    locale::texts,
    ui::{
        CancelButton, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

/// `/produkte/{id}`
#[component]
pub fn EditProduct() -> impl IntoView {
    view! { <EditProductDialog place=Place::List /> }
}

#[component]
pub(crate) fn EditProductDialog(place: Place) -> impl IntoView {
    let escape = place.leave();
    view! {
        <OneProduct
            place
            title=texts().products.edit
            on_close=move |()| escape()
            render=|record, place| match record.kind {
                ProductKind::Provider => view! { <BoughtProduct record place /> }.into_any(),
                ProductKind::Reseller => view! { <EditForm record place /> }.into_any(),
            }
        />
    }
}

#[component]
fn EditForm(record: ProductRecord, place: Place) -> impl IntoView {
    let id = record.id;
    let drafts = ProductDrafts::current();
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
        let values: ProductForm = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        state.sending.set(true);
        let stored = stored.clone();
        spawn_local(async move {
            let problem = match update_product(id, version.get_value(), values).await {
                Ok(record) => return stored(record),
                Err(problem) => problem,
            };
            let now = match problem {
                ApiError::Refused(Refusal::Changed) => fetch_product(id).await.ok(),
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
            <ProductFacts record=record.clone() />
            <ProblemAlert problem=state.problem />
            <ProductFields state values=start.values with_customer=false />
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
                <OtherActions record place />
            </footer>
        </form>
    }
}

/// Leads back, and says what was stored.
fn after_saving(place: Place, drafts: ProductDrafts) -> impl Fn(ProductRecord) + Clone + 'static {
    let leave = place.leave();
    let (notices, changes) = (Notices::current(), ProductChanges::current());
    let saved = texts().products.saved;
    move |record| {
        drafts.set_edit(None);
        notices.say(saved(&record.record.name));
        changes.note();
        leave();
    }
}
