//! The port [`Domains`]: each method beside its queries, in a file of its own.

mod assign;
mod batch;
mod change;
mod choices;
mod import;
mod record;
mod remove;
mod stored_domain;
mod words;

pub(crate) use stored_domain::{StoredDomain, owner};

use async_trait::async_trait;
use domain::{
    domain_record::{DomainChoice, DomainRecord, MovedDomain, NewDomain, PickedDomain},
    ports::{DomainImportRefusal, Domains, ImportedDomain},
    principal::Desk,
    refusal::Refusal,
    rights::{EditDomains, May},
    values::{CustomerId, DomainId, Version},
};

use crate::{
    Db,
    task::{finish, finish_whenever},
};

#[async_trait]
impl Domains for Db {
    async fn domain(&self, desk: &Desk, id: DomainId) -> Result<DomainRecord, Refusal> {
        Ok(record::get(self, desk, id).await?)
    }

    async fn create_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        customer: Option<CustomerId>,
        new: NewDomain,
    ) -> Result<DomainRecord, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::create(&db, &desk, id, customer, &new).await }).await
    }

    async fn update_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        version: Version,
        new: NewDomain,
    ) -> Result<DomainRecord, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::update(&db, &desk, id, version, &new).await }).await
    }

    async fn remove_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        version: Version,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { remove::remove(&db, &desk, id, version).await }).await
    }

    async fn assign_domains(
        &self,
        desk: &May<EditDomains>,
        domains: &[PickedDomain],
        customer: Option<CustomerId>,
    ) -> Result<Vec<MovedDomain>, Refusal> {
        let (db, desk, picked) = (self.clone(), *desk, domains.to_vec());
        finish(async move { assign::assign(&db, &desk, &picked, customer).await }).await
    }

    async fn domain_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<DomainChoice>, Refusal> {
        let found = self.read(desk, |db| async move {
            choices::choices(&db, desk, customer, search, most).await
        });
        Ok(found.await?)
    }

    async fn import_domains(
        &self,
        desk: &May<EditDomains>,
        new: &[ImportedDomain],
    ) -> Result<(), DomainImportRefusal> {
        let (db, desk, new) = (self.clone(), *desk, new.to_vec());
        let outcome = finish_whenever(async move { import::import(&db, &desk, &new).await }).await;
        match outcome {
            Ok(faults) => faults.into_result(),
            Err(refusal) => Err(DomainImportRefusal::Refused(refusal)),
        }
    }
}

/// An ASCII form as people read it.
pub(crate) fn shown(name: &str) -> String {
    idna::domain_to_unicode(name).0
}
