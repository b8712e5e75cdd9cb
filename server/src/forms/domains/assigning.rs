//! Whose a domain is.

use app::{caller::status, submitted::Submitted};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{assignment::Seen, domain_record::PickedDomain, ports::Domains, refusal::Refusal};

use super::answer::{Sender, id, page_of, to};
use crate::forms::fields::Fields;

/// `POST /mkm/kunden/{id}/domains/zuordnen`
pub async fn assign(sender: Sender, Path(customer): Path<String>, fields: Fields) -> Response {
    let picked: Vec<PickedDomain> = fields
        .all("domain")
        .filter_map(|value| value.parse().ok())
        .collect();
    match try_assigning(&sender, &customer, &picked).await {
        Ok(Some(count)) => to(
            &page_of(Some(&customer)),
            "domains-zugeordnet",
            &count.to_string(),
        ),
        Ok(None) => {
            let submitted = Submitted::AssignDomains {
                picked,
                refusal: None,
            };
            sender
                .decline(StatusCode::UNPROCESSABLE_ENTITY, submitted)
                .await
        }
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::AssignDomains {
                picked,
                refusal: Some(refusal),
            };
            sender.decline(code, submitted).await
        }
    }
}

/// How many moved; `None` where none was picked.
async fn try_assigning(
    sender: &Sender,
    customer: &str,
    picked: &[PickedDomain],
) -> Result<Option<usize>, Refusal> {
    let may = sender.identity.may()?;
    if picked.is_empty() {
        return Ok(None);
    }
    let customer = Some(id(customer)?);
    let moved = sender.app.db().assign_domains(&may, picked, customer);
    Ok(Some(moved.await?.len()))
}

/// `POST /mkm/kunden/{id}/domains/{domain}/loesen`
pub async fn release(sender: Sender, Path((customer, domain)): Path<(String, String)>) -> Response {
    match try_releasing(&sender, &customer, &domain).await {
        Ok(name) => to(&page_of(Some(&customer)), "domain-frei", &name),
        Err(refusal) => {
            let code = status(&refusal);
            let submitted = Submitted::ReleaseDomain { refusal };
            sender.decline(code, submitted).await
        }
    }
}

async fn try_releasing(sender: &Sender, customer: &str, domain: &str) -> Result<String, Refusal> {
    let may = sender.identity.may()?;
    let picked = PickedDomain {
        id: id(domain)?,
        seen: Seen::Owner(Some(id(customer)?)),
    };
    let moved = sender
        .app
        .db()
        .assign_domains(&may, &[picked], None)
        .await?;
    Ok(moved
        .into_iter()
        .next()
        .map(|moved| moved.name)
        .unwrap_or_default())
}
