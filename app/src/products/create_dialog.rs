//! The dialog "Neues Reseller-Produkt", over the list of products or for one customer.

use domain::{
    domain_form::written_day, domain_record::Owner, product_form::ProductForm, refusal::Refusal,
    values::ProductId,
};
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    api::create_product, changes::ProductChanges, drafts::ProductDrafts, fields::ProductFields,
    place::Place,
};
use crate::{
    address::today,
    frame::Notices,
    lists::note_new_row,
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{
        CancelButton, Dialog, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

/// `/produkte/neu`
#[component]
pub fn CreateProduct() -> impl IntoView {
    view! { <CreateProductDialog place=Place::List owner=None /> }
}

#[component]
pub(crate) fn CreateProductDialog(
    place: Place,
    /// Whose product it will be.
    owner: Option<Owner>,
) -> impl IntoView {
    let words = &texts().products;
    let drafts = ProductDrafts::current();
    let start = Start::of_this_page(drafts);
    let state = FormState::new(start.refusal);
    let leave = place.leave();
    let (cancel, escape) = (leave.clone(), leave.clone());
    let (notices, changes) = (Notices::current(), ProductChanges::current());
    let created = words.created;
    let new_row = note_new_row();
    warn_before_leaving(move || drafts.any());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values: ProductForm = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        let id = form_values::hidden(&form, "id").and_then(|id| id.parse().ok());
        let id = id.unwrap_or_else(ProductId::new);
        state.sending.set(true);
        let (leave, new_row) = (leave.clone(), new_row.clone());
        spawn_local(async move {
            match create_product(id, place.customer(), values).await {
                Ok(record) => {
                    drafts.set_new(None);
                    notices.say(created(&record.record.name));
                    new_row(record.id.uuid().into());
                    changes.note();
                    leave();
                }
                Err(problem) => state.decline(problem),
            }
        });
    };
    let typed = move |event: ev::Event| {
        drafts.set_new(form_of(&event).map(|form| form_values::read(&form)));
    };
    let left = move |event: ev::FocusEvent| check_left(state, &event);
    view! {
        <Dialog title=words.new on_close=move |()| escape()>
            <form
                method="post"
                action=place.new_product()
                novalidate
                on:submit=submit
                on:input=typed
                on:focusout=left
            >
                <input type="hidden" name="id" value=start.id.to_string() />
                {start.from_draft.then(|| view! { <p class="note">{texts().form.draft_kept}</p> })}
                {owner
                    .map(|owner| {
                        view! { <p>{(words.will_belong_to)(&owner.number, &owner.last_name)}</p> }
                    })}
                <ProblemAlert problem=state.problem />
                <ProductFields state values=start.values with_customer=place.customer().is_none() />
                <footer class="buttons">
                    <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                        {words.add}
                    </button>
                    <CancelButton
                        href=place.back()
                        on_press=move |()| {
                            drafts.set_new(None);
                            cancel();
                        }
                    />
                </footer>
            </form>
        </Dialog>
    }
}

/// Checks the field that was left; passing through an empty one is no fault yet.
pub(super) fn check_left(state: FormState<ProductForm>, event: &ev::FocusEvent) {
    use domain::form::Form;
    if let (Some(field), Some(form)) = (form_values::field_of(event), form_of(event)) {
        let values: ProductForm = form_values::read(&form);
        if !values.value(field).is_empty() {
            state.check_left(&values, field);
        }
    }
}

/// What the dialog opens with.
struct Start {
    id: ProductId,
    values: ProductForm,
    refusal: Option<Refusal>,
    from_draft: bool,
}

impl Start {
    /// The declined form, or what was typed before, or nothing.
    fn of_this_page(drafts: ProductDrafts) -> Self {
        if let Some(Submitted::CreateProduct { id, form, refusal }) = submitted() {
            return Self {
                id,
                values: form,
                refusal: Some(refusal),
                from_draft: false,
            };
        }
        let draft = drafts.new_product();
        Self {
            id: ProductId::new(),
            from_draft: draft.is_some(),
            values: draft.unwrap_or_else(|| ProductForm {
                since: written_day(today()),
                ..ProductForm::default()
            }),
            refusal: None,
        }
    }
}
