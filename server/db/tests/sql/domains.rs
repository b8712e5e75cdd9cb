//! Domains as records.

mod assigning;
mod importing;
mod records;

use domain::{
    domain_form::{DomainForm, PlausibleDomainNames},
    domain_record::{DomainRecord, NewDomain},
    ports::Domains,
    values::{CustomerId, DomainId},
};

use crate::stage::{Stage, may};

fn form(name: &str) -> DomainForm {
    DomainForm {
        domain: name.to_owned(),
        contract: "D-0000001".to_owned(),
        registrar: "INWX".to_owned(),
        ..DomainForm::default()
    }
}

fn checked(form: &DomainForm) -> NewDomain {
    form.validate(&PlausibleDomainNames).unwrap()
}

/// Stores one of my domains.
async fn stored(stage: &Stage, name: &str, customer: Option<CustomerId>) -> DomainRecord {
    let new = checked(&form(name));
    let created = stage
        .db
        .create_domain(may(&stage.mine), DomainId::new(), customer, new);
    created.await.unwrap()
}

/// Number of the customer that owns it.
fn owner(record: &DomainRecord) -> Option<&str> {
    record.owner.as_ref().map(|owner| owner.number.as_str())
}
