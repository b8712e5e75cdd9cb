//! The fields of a product; the same for creating and editing.

use domain::{
    form::{Form, FormField},
    product_form::{ProductField, ProductForm},
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{FormState, RequiredNote, TextField},
};

#[component]
pub(super) fn ProductFields(
    state: FormState<ProductForm>,
    /// What the fields hold at first.
    values: ProductForm,
    /// Asks for whom it is.
    with_customer: bool,
) -> impl IntoView {
    let words = texts().products();
    let text = |field, kind| view! { <ProductTextField field state kind value=values.value(field).to_owned() /> };
    let customer = with_customer.then(|| {
        view! {
            {text(ProductField::Customer, "text")}
            <p class="note">{words.customer_note}</p>
        }
    });
    view! {
        {text(ProductField::Name, "text")}
        {text(ProductField::Contract, "text")}
        {text(ProductField::Since, "date")}
        {customer}
        <RequiredNote />
    }
}

#[component]
fn ProductTextField(
    field: ProductField,
    state: FormState<ProductForm>,
    kind: &'static str,
    value: String,
) -> impl IntoView {
    view! {
        <TextField
            name=field.name()
            label=(texts().products().label)(field)
            kind
            value=value.clone()
            required=field.is_required()
            error=state.error_of(field)
            note=state.stored_now(field, value)
        />
    }
}
