//! The fields of a form.

use axum::{
    RequestExt,
    extract::{FromRequest, RawForm, Request},
    response::{IntoResponse, Response},
};
use domain::form::{Form, FormField};
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
        Ok(Self::parse(&bytes))
    }
}

impl Fields {
    /// Reads what a browser sends as `application/x-www-form-urlencoded`; anything can be read.
    pub fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// The value of a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Whether a field was sent, empty or not.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// The values of a field that can be sent more than once.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let sent = self.0.iter().filter(move |(field, _)| field == name);
        sent.map(|(_, value)| value.as_str())
    }

    /// Where the form leads back to, if that is here.
    pub fn back(&self) -> &str {
        local_path::checked(self.get("zurueck")).unwrap_or("/")
    }

    /// The form that was typed; fields that were not sent are as in a fresh one.
    pub fn form<F: Form>(&self) -> F {
        let mut form = F::default();
        for (name, value) in &self.0 {
            let field = F::Field::FIELDS.iter().find(|field| field.name() == name);
            if let Some(field) = field {
                form.value_mut(*field).clone_from(value);
            }
        }
        form
    }
}
