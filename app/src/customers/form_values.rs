//! Between the form in the document and [`CustomerForm`].

use domain::customer_form::{CustomerForm, Field};
use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{FormData, HtmlElement, HtmlFormElement, HtmlInputElement};

/// What the form holds now.
pub(super) fn read(form: &HtmlFormElement) -> CustomerForm {
    let mut values = CustomerForm::default();
    if let Ok(data) = FormData::new_with_form(form) {
        for field in Field::ALL {
            *values.value_mut(field) = data.get(field.name()).as_string().unwrap_or_default();
        }
    }
    values
}

/// The text of a hidden field.
pub(super) fn hidden(form: &HtmlFormElement, name: &str) -> Option<String> {
    FormData::new_with_form(form).ok()?.get(name).as_string()
}

/// Puts a text into a field, as if it had been typed.
pub(super) fn write(field: Field, text: &str) {
    if let Some(input) =
        element(field).and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
    {
        input.set_value(text);
        // Refused only for a detached element.
        let _ = input.focus();
    }
}

/// The field that was left; `None` where it was left for a button: a message that appears while the
/// button is being pressed would push it away from under the finger.
pub(super) fn field_of(event: &leptos::ev::FocusEvent) -> Option<Field> {
    let next = event
        .related_target()
        .and_then(|next| next.dyn_into::<HtmlElement>().ok());
    if next.is_some_and(|next| next.matches("button, [role=button]").unwrap_or(false)) {
        return None;
    }
    let id = event.target()?.dyn_into::<HtmlElement>().ok()?.id();
    Field::ALL.into_iter().find(|field| field.name() == id)
}

/// Moves the focus to a field.
pub(super) fn focus(field: Field) {
    if let Some(element) = element(field) {
        // Refused only for a detached element.
        let _ = element.focus();
    }
}

fn element(field: Field) -> Option<HtmlElement> {
    document().get_element_by_id(field.name())?.dyn_into().ok()
}

/// The form that an event happened in.
pub(super) fn form_of(event: &leptos::ev::Event) -> Option<HtmlFormElement> {
    event.current_target()?.dyn_into().ok()
}
