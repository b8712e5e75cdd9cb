//! `/mkm/kunden/neu`: the dialog "Neuen Kunden anlegen" over the list.

mod doubles;
mod ways_out;

use domain::{
    customer_form::{CustomerForm, Field},
    form::Form,
    values::CustomerId,
};
use leptos::{ev, prelude::*, task::spawn_local};

use self::{
    doubles::{Doubles, DoublesNotice},
    ways_out::{after_creating, leave_to_list},
};
use super::{
    CustomerDrafts,
    api::{create_customer, next_number},
    fields::CustomerFields,
};
use crate::{
    locale::texts,
    submitted::{Submitted, submitted},
    ui::{
        CancelButton, CreateStart, Declined, Dialog, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

#[component]
pub fn CreateDialog() -> impl IntoView {
    let words = texts().form();
    let drafts = CustomerDrafts::current();
    let start = CreateStart::of(declined(), drafts.new_one(), || {
        (CustomerId::new(), CustomerForm::default())
    });
    let state = FormState::new(start.refusal);
    let doubles = Doubles::default();
    let leave = leave_to_list();
    let cancel = leave.clone();
    let escape = leave.clone();
    let created = after_creating();
    warn_before_leaving(move || drafts.any());

    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values: CustomerForm = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        let id = form_values::hidden(&form, "id").and_then(|id| id.parse().ok());
        state.sending.set(true);
        let created = created.clone();
        spawn_local(async move {
            match create_customer(id.unwrap_or_else(CustomerId::new), values).await {
                Ok(row) => created(row),
                Err(problem) => state.decline(problem),
            }
        });
    };
    let typed = move |event: ev::Event| {
        drafts.set_new(form_of(&event).map(|form| form_values::read(&form)));
    };
    let left = move |event: ev::FocusEvent| {
        if let (Some(field), Some(form)) = (form_values::field_of(&event), form_of(&event)) {
            let values: CustomerForm = form_values::read(&form);
            // Passing through an empty form is no fault yet.
            if !values.value(field).is_empty() {
                state.check_left(&values, field);
            }
            doubles.look(field, &values);
        }
    };
    view! {
        <Dialog title=words.title on_close=move |()| escape()>
            <form
                method="post"
                action="/mkm/kunden/neu"
                novalidate
                on:submit=submit
                on:input=typed
                on:focusout=left
            >
                <input type="hidden" name="id" value=start.id.to_string() />
                {start.from_draft.then(|| view! { <p class="note">{words.draft_kept}</p> })}
                <ProblemAlert problem=state.problem />
                <CustomerFields
                    state
                    values=start.values
                    beside_number=move || view! { <NextNumberButton state /> }
                />
                <DoublesNotice doubles />
                <footer class="buttons">
                    <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                        {words.submit}
                    </button>
                    <CancelButton
                        href="/mkm/kunden".to_owned()
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

/// The form that the browser sent itself.
fn declined() -> Option<Declined<CustomerForm, CustomerId>> {
    match submitted() {
        Some(Submitted::CreateCustomer { id, form, refusal }) => Some(Declined {
            of: id,
            form,
            refusal,
        }),
        _ => None,
    }
}

#[component]
fn NextNumberButton(state: FormState<CustomerForm>) -> impl IntoView {
    let fill = move |_| {
        spawn_local(async move {
            match next_number().await {
                Ok(number) => form_values::write(Field::Number, &number),
                Err(problem) => state.problem.set(Some(problem)),
            }
        });
    };
    view! {
        <button type="button" class="quiet with-script" on:click=fill>
            {texts().form().next_number}
        </button>
    }
}
