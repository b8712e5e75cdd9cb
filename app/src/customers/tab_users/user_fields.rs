//! The fields of both dialogs.

use domain::{
    form::{Form, FormField},
    user_form::{UserField, UserForm},
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{FormState, TextField},
};

pub(super) fn fields(state: FormState<UserForm>, values: &UserForm) -> AnyView {
    UserField::ALL
        .map(|field| {
            view! {
                <TextField
                    name=field.name()
                    label=(texts().users().label)(field)
                    kind=if field == UserField::Email { "email" } else { "text" }
                    value=values.value(field)
                    required=field.is_required()
                    error=state.error_of(field)
                />
            }
        })
        .into_iter()
        .collect_view()
        .into_any()
}
