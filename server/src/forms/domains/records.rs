//! A domain as a record.

use app::{caller::status, submitted::Submitted};
use axum::{extract::Path, response::Response};
use domain::{
    domain_form::DomainForm,
    ports::Domains,
    refusal::Refusal,
    values::{DomainId, Version},
};

use super::answer::{Sender, id, page_of, to};
use crate::forms::fields::Fields;

/// `POST /domains/neu`
pub async fn create(sender: Sender, fields: Fields) -> Response {
    store_new(sender, None, fields).await
}

/// `POST /mkm/kunden/{id}/domains/neu`
pub async fn create_for(sender: Sender, Path(customer): Path<String>, fields: Fields) -> Response {
    store_new(sender, Some(customer), fields).await
}

async fn store_new(sender: Sender, customer: Option<String>, fields: Fields) -> Response {
    let new_id = fields.get("id").parse().unwrap_or_else(|_| DomainId::new());
    let form: DomainForm = fields.form();
    match try_storing(&sender, new_id, customer.as_deref(), &form).await {
        Ok(name) => to(&page_of(customer.as_deref()), "domain-angelegt", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::CreateDomain {
                id: new_id,
                form,
                refusal,
            };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_storing(
    sender: &Sender,
    new_id: DomainId,
    customer: Option<&str>,
    form: &DomainForm,
) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let customer = customer.map(id).transpose()?;
    let new = form.validate(&*sender.app.ports().domain_names)?;
    let stored = sender.app.db().create_domain(&may, new_id, customer, new);
    Ok(stored.await?.record.domain)
}

/// `POST /domains/{id}`
pub async fn update(sender: Sender, Path(domain): Path<String>, fields: Fields) -> Response {
    replace(sender, None, &domain, fields).await
}

/// `POST /mkm/kunden/{id}/domains/{domain}`
pub async fn update_of(
    sender: Sender,
    Path((customer, domain)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    replace(sender, Some(&customer), &domain, fields).await
}

async fn replace(sender: Sender, customer: Option<&str>, domain: &str, fields: Fields) -> Response {
    let version = version(&fields);
    let form: DomainForm = fields.form();
    match try_replacing(&sender, domain, version, &form).await {
        Ok(name) => to(&page_of(customer), "domain-gespeichert", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::EditDomain {
                version,
                form,
                refusal,
            };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_replacing(
    sender: &Sender,
    domain: &str,
    version: Version,
    form: &DomainForm,
) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let domain = id(domain)?;
    let new = form.validate(&*sender.app.ports().domain_names)?;
    let stored = sender.app.db().update_domain(&may, domain, version, new);
    Ok(stored.await?.record.domain)
}

/// `POST /domains/{id}/entfernen`
pub async fn remove(sender: Sender, Path(domain): Path<String>, fields: Fields) -> Response {
    take_out(sender, None, &domain, fields).await
}

/// `POST /mkm/kunden/{id}/domains/{domain}/entfernen`
pub async fn remove_from(
    sender: Sender,
    Path((customer, domain)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    take_out(sender, Some(&customer), &domain, fields).await
}

async fn take_out(
    sender: Sender,
    customer: Option<&str>,
    domain: &str,
    fields: Fields,
) -> Response {
    match try_removing(&sender, domain, version(&fields)).await {
        Ok(name) => to(&page_of(customer), "domain-entfernt", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::RemoveDomain { refusal };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_removing(sender: &Sender, domain: &str, version: Version) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let removed = sender.app.db().remove_domain(&may, id(domain)?, version);
    removed.await
}

/// No version: nobody's edit starts there.
fn version(fields: &Fields) -> Version {
    Version(fields.get("version").parse().unwrap_or(0))
}
