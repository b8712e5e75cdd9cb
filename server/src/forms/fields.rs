//! The fields of a form.

use axum::{
    RequestExt,
    extract::{FromRequest, RawForm, Request},
    response::{IntoResponse, Response},
};
use domain::customer_form::{CustomerForm, Field};
use url::form_urlencoded;

use crate::local_path;

/// What was sent, in its order.
pub struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let RawForm(bytes) = request
            .extract()
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self(form_urlencoded::parse(&bytes).into_owned().collect()))
    }
}

impl Fields {
    /// The value of a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Where the form leads back to, if that is here.
    pub fn back(&self) -> &str {
        local_path::checked(self.get("zurueck")).unwrap_or("/")
    }

    /// The customer that was typed.
    pub fn customer(&self) -> CustomerForm {
        let mut form = CustomerForm::default();
        for (name, value) in &self.0 {
            if let Some(field) = Field::ALL.into_iter().find(|field| field.name() == name) {
                form.value_mut(field).clone_from(value);
            }
        }
        form
    }
}
