//! A domain as a record.

use domain::{
    assignment::Moved,
    domain_form::DomainForm,
    domain_record::{DomainChoice, DomainRecord, Owner, PickedDomain},
    refusal::Refusal,
    values::{CustomerId, DomainId, OfDomain, Version},
};

use super::api::{
    assign_domains, create_domain, fetch_domain, fetch_domain_choices, update_domain,
};
use crate::{
    error::ApiError,
    locale::{RecordWords, texts},
    records::{self, Changes, DraftsOf, Record, ShownChoice},
    submitted::Submitted,
    ui::Declined,
};

/// Over which page a dialog about a domain stands.
pub(crate) type Place = records::Place<DomainRecord>;

/// See [`Changes`].
pub type DomainChanges = Changes<DomainRecord>;

/// Unfinished forms for domains.
pub(crate) type DomainDrafts = DraftsOf<DomainRecord>;

impl Place {
    /// Where the question stands whether to remove it.
    pub(crate) fn remove(self, id: DomainId) -> String {
        self.question(id, "entfernen")
    }
}

impl Record for DomainRecord {
    type Kind = OfDomain;
    type Form = DomainForm;
    type Choice = DomainChoice;

    const LIST: &'static str = "/domains";
    const TAB: &'static str = "domains";
    const PARAMETER: &'static str = "domain";

    fn words() -> &'static RecordWords {
        &texts().domains().record
    }

    fn all() -> &'static str {
        texts().detail.tab_domains
    }

    fn id(&self) -> DomainId {
        self.id
    }

    fn version(&self) -> Version {
        self.version
    }

    fn form(&self) -> &DomainForm {
        &self.record
    }

    fn name(&self) -> &str {
        &self.record.domain
    }

    fn owner(&self) -> Option<&Owner> {
        self.owner.as_ref()
    }

    fn shown(choice: DomainChoice) -> ShownChoice<OfDomain> {
        ShownChoice {
            id: choice.id,
            name: choice.shown_name,
            about: choice.contract,
            owner: choice.owner,
        }
    }

    async fn fetch(id: DomainId) -> Result<Self, ApiError> {
        fetch_domain(id).await
    }

    async fn create(
        id: DomainId,
        customer: Option<CustomerId>,
        form: DomainForm,
    ) -> Result<Self, ApiError> {
        create_domain(id, customer, form).await
    }

    async fn update(id: DomainId, version: Version, form: DomainForm) -> Result<Self, ApiError> {
        update_domain(id, version, form).await
    }

    async fn assign(
        picked: Vec<PickedDomain>,
        customer: Option<CustomerId>,
    ) -> Result<Vec<Moved<DomainId>>, ApiError> {
        assign_domains(picked, customer).await
    }

    async fn choices(customer: CustomerId, search: String) -> Result<Vec<DomainChoice>, ApiError> {
        fetch_domain_choices(customer, search).await
    }

    fn declined_new(submitted: Submitted) -> Option<Declined<DomainForm, DomainId>> {
        match submitted {
            Submitted::CreateDomain { id, form, refusal } => Some(Declined {
                of: id,
                form,
                refusal,
            }),
            _ => None,
        }
    }

    fn declined_edit(submitted: Submitted) -> Option<Declined<DomainForm, Version>> {
        match submitted {
            Submitted::EditDomain {
                version,
                form,
                refusal,
            } => Some(Declined {
                of: version,
                form,
                refusal,
            }),
            _ => None,
        }
    }

    fn declined_assignment(submitted: Submitted) -> Option<(Vec<PickedDomain>, Option<Refusal>)> {
        match submitted {
            Submitted::AssignDomains { picked, refusal } => Some((picked, refusal)),
            _ => None,
        }
    }

    fn declined_release(submitted: Submitted) -> Option<Refusal> {
        match submitted {
            Submitted::ReleaseDomain { refusal } => Some(refusal),
            _ => None,
        }
    }
}
