//! Between a form in the document and its type in `domain`.

use domain::form::{Form, FormField};
use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{FormData, HtmlElement, HtmlFormElement, HtmlInputElement};

/// What the form holds now.
pub(crate) fn read<F: Form>(form: &HtmlFormElement) -> F {
    let mut values = F::default();
    if let Ok(data) = FormData::new_with_form(form) {
        for field in F::Field::FIELDS {
            *values.value_mut(*field) = data.get(field.name()).as_string().unwrap_or_default();
        }
    }
    values
}

/// The text of a hidden field.
pub(crate) fn hidden(form: &HtmlFormElement, name: &str) -> Option<String> {
    FormData::new_with_form(form).ok()?.get(name).as_string()
}

/// Puts a text into a field, as if it had been typed.
pub(crate) fn write(field: impl FormField, text: &str) {
    if let Some(input) =
        element(field.name()).and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
    {
        input.set_value(text);
        // Refused only for a detached element.
        let _ = input.focus();
    }
}

/// The field that was left; `None` where it was left for a button: a message that appears while the
/// button is being pressed would push it away from under the finger.
pub(crate) fn field_of<Field: FormField>(event: &leptos::ev::FocusEvent) -> Option<Field> {
    let next = event
        .related_target()
        .and_then(|next| next.dyn_into::<HtmlElement>().ok());
    if next.is_some_and(|next| next.matches("button, [role=button]").unwrap_or(false)) {
        return None;
    }
    let id = event.target()?.dyn_into::<HtmlElement>().ok()?.id();
    Field::FIELDS
        .iter()
        .copied()
        .find(|field| field.name() == id)
}

/// Moves the focus to a field.
pub(super) fn focus(field: impl FormField) {
    if let Some(element) = element(field.name()) {
        // Refused only for a detached element.
        let _ = element.focus();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The form that an event happened in.
pub(crate) fn form_of(event: &leptos::ev::Event) -> Option<HtmlFormElement> {
    event.current_target()?.dyn_into().ok()
}
