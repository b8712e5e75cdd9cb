//! A port for domains that notes who asked, and names that are only plausible.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::{
    domain_record::{DomainChoice, DomainRecord, MovedDomain, NewDomain, PickedDomain},
    ports::{DomainImportRefusal, Domains, ImportedDomain},
    principal::Desk,
    refusal::Refusal,
    rights::{EditDomains, May},
    values::{CustomerId, DomainId, ResellerId, Version},
};

/// Answers every call and notes the reseller for whom it was made.
#[derive(Default)]
pub struct NotingDomains {
    pub asked_for: Mutex<Vec<ResellerId>>,
}

impl NotingDomains {
    fn note(&self, desk: &Desk) {
        self.asked_for.lock().unwrap().push(desk.reseller());
    }

    fn changed<T>(&self, desk: &Desk) -> Result<T, Refusal> {
        self.note(desk);
        Err(Refusal::Changed)
    }
}

#[async_trait]
impl Domains for NotingDomains {
    async fn domain(&self, desk: &Desk, _: DomainId) -> Result<DomainRecord, Refusal> {
        self.note(desk);
        Err(Refusal::NotFound)
    }

    async fn create_domain(
        &self,
        desk: &May<EditDomains>,
        _: DomainId,
        _: Option<CustomerId>,
        _: NewDomain,
    ) -> Result<DomainRecord, Refusal> {
        self.changed(desk)
    }

    async fn update_domain(
        &self,
        desk: &May<EditDomains>,
        _: DomainId,
        _: Version,
        _: NewDomain,
    ) -> Result<DomainRecord, Refusal> {
        self.changed(desk)
    }

    async fn remove_domain(
        &self,
        desk: &May<EditDomains>,
        _: DomainId,
        _: Version,
    ) -> Result<String, Refusal> {
        self.changed(desk)
    }

    async fn assign_domains(
        &self,
        desk: &May<EditDomains>,
        _: &[PickedDomain],
        _: Option<CustomerId>,
    ) -> Result<Vec<MovedDomain>, Refusal> {
        self.changed(desk)
    }

    async fn domain_choices(
        &self,
        desk: &Desk,
        _: CustomerId,
        _: &str,
        _: u32,
    ) -> Result<Vec<DomainChoice>, Refusal> {
        self.note(desk);
        Ok(Vec::new())
    }

    async fn import_domains(
        &self,
        desk: &May<EditDomains>,
        _: &[ImportedDomain],
    ) -> Result<(), DomainImportRefusal> {
        self.note(desk);
        Ok(())
    }
}
