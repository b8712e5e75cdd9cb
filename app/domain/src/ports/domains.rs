//! The reseller's domains and their names.

use async_trait::async_trait;

use crate::{
    domain_record::{DomainChoice, DomainRecord, MovedDomain, NewDomain, PickedDomain},
    principal::Desk,
    refusal::Refusal,
    rights::{EditDomains, May},
    values::{CustomerId, DomainId, DomainName, ValueError, Version},
};

/// The domains of one reseller. Every method runs in one transaction and sees only that reseller's
/// rows.
///
/// All methods may return [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait Domains: Send + Sync {
    /// One domain.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]
    async fn domain(&self, desk: &Desk, id: DomainId) -> Result<DomainRecord, Refusal>;

    /// Stores a new domain under an id that the caller made, for a customer or for nobody yet. The
    /// same id sent twice creates one domain and answers alike both times.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with `DomainTaken` at the name; [`Refusal::NotFound`]: no such customer.
    async fn create_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        customer: Option<CustomerId>,
        new: NewDomain,
    ) -> Result<DomainRecord, Refusal>;

    /// Replaces what the form holds, if the domain still has the version the edit started from. A
    /// value of its state that changes gets the time of the change, the others keep theirs.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Changed`], [`Refusal::Invalid`] with `DomainTaken` at the
    /// name.
    async fn update_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        version: Version,
        new: NewDomain,
    ) -> Result<DomainRecord, Refusal>;

    /// Removes a domain from the books, if it still has the version that was looked at. Returns its
    /// name in Unicode form.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Changed`]
    async fn remove_domain(
        &self,
        desk: &May<EditDomains>,
        id: DomainId,
        version: Version,
    ) -> Result<String, Refusal>;

    /// Assigns all these domains to the customer, or to nobody; or none of them. What belongs to
    /// that customer already stays as it is and is not in the answer.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: the customer or a domain is not there. [`Refusal::Changed`]: a domain
    /// belongs to somebody else than was [`crate::assignment::Seen`].
    async fn assign_domains(
        &self,
        desk: &May<EditDomains>,
        domains: &[PickedDomain],
        customer: Option<CustomerId>,
    ) -> Result<Vec<MovedDomain>, Refusal>;

    /// Domains that could be assigned to the customer, at most so many: those of nobody first, then
    /// by name. `search` is compared with names and contracts as the list does it.
    async fn domain_choices(
        &self,
        desk: &Desk,
        customer: CustomerId,
        search: &str,
        most: u32,
    ) -> Result<Vec<DomainChoice>, Refusal>;

    /// Stores many domains, all or none.
    ///
    /// # Errors
    /// The indexes into `new` of what cannot be stored.
    async fn import_domains(
        &self,
        desk: &May<EditDomains>,
        new: &[ImportedDomain],
    ) -> Result<(), DomainImportRefusal>;
}

/// A domain out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedDomain {
    pub domain: NewDomain,
    /// As the registrar wrote it.
    pub registrar_status: String,
    /// Number of the customer it is assigned to.
    pub customer: Option<String>,
}

/// Why an import stored nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DomainImportRefusal {
    /// Indexes into the given domains, ascending.
    Faulty {
        /// The name is taken, in the table or by an earlier entry.
        names_taken: Vec<usize>,
        /// There is no customer of that number.
        no_such_customer: Vec<usize>,
    },
    Refused(Refusal),
}

/// Names of domains: the server knows Unicode's tables and every public suffix, the browser only
/// what is plausible.
pub trait DomainNames: Send + Sync {
    /// Reads what a person typed, in Unicode or ASCII form.
    ///
    /// # Errors
    /// [`ValueError::NotADomainName`], [`ValueError::PublicSuffix`], [`ValueError::UnknownSuffix`]
    fn parse(&self, typed: &str) -> Result<DomainName, ValueError>;

    /// An ASCII form as people read it ("müller.de").
    fn shown(&self, name: &str) -> String;
}
