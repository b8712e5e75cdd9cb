//! What stands around the customers: log, search, start page, the reseller's own data.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::{
    audit_log::{LogEntry, LogPage, LogQuery},
    customer::NewCustomer,
    customer_form::Field,
    overview::Overview,
    own_account::OwnSignIn,
    portal::{OwnCustomer, PortalCustomer},
    ports::{AuditLog, Overviews, OwnAccounts, OwnReseller, Portal, Proposals, Search},
    principal::{Desk, OwnAccount, PortalDesk},
    proof::FreshProof,
    proposal::{Proposal, WaitingProposal},
    refusal::Refusal,
    reseller_form::{NewProfile, ResellerForm, ResellerProfile},
    rights::{DecideProposals, EditReseller, May},
    search::Hit,
    values::{CustomerId, ProposalId, ResellerId, SessionId, Version},
};

/// Answers every call and notes the reseller for whom it was made.
#[derive(Default)]
pub struct NotingDesk {
    pub asked_for: Mutex<Vec<ResellerId>>,
    /// What saving is declined with.
    pub refusal: Mutex<Option<Refusal>>,
}

impl NotingDesk {
    fn note<T>(&self, desk: &Desk, answer: T) -> Result<T, Refusal> {
        self.asked_for.lock().unwrap().push(desk.reseller());
        Ok(answer)
    }
}

fn profile() -> ResellerProfile {
    ResellerProfile {
        number: "100001".to_owned(),
        version: Version(1),
        form: ResellerForm::default(),
        next_number: "1".to_owned(),
    }
}

#[async_trait]
impl AuditLog for NotingDesk {
    async fn page(&self, desk: &Desk, _: &LogQuery) -> Result<LogPage, Refusal> {
        self.note(desk, LogPage::default())
    }

    async fn history(&self, desk: &Desk, _: CustomerId) -> Result<Vec<LogEntry>, Refusal> {
        self.note(desk, Vec::new())
    }
}

#[async_trait]
impl Overviews for NotingDesk {
    async fn overview(&self, desk: &Desk) -> Result<Overview, Refusal> {
        self.note(desk, Overview::default())
    }
}

#[async_trait]
impl Search for NotingDesk {
    async fn search(&self, desk: &Desk, _: &str) -> Result<Vec<Hit>, Refusal> {
        self.note(desk, Vec::new())
    }
}

#[async_trait]
impl OwnReseller for NotingDesk {
    async fn profile(&self, desk: &Desk) -> Result<ResellerProfile, Refusal> {
        self.note(desk, profile())
    }

    async fn save(
        &self,
        desk: &May<EditReseller>,
        _: Option<FreshProof>,
        _: Version,
        _: NewProfile,
    ) -> Result<ResellerProfile, Refusal> {
        self.note(desk, ())?;
        match self.refusal.lock().unwrap().clone() {
            Some(refusal) => Err(refusal),
            None => Ok(profile()),
        }
    }
}

impl NotingDesk {
    pub fn note_reseller<T>(&self, reseller: ResellerId, answer: T) -> Result<T, Refusal> {
        self.asked_for.lock().unwrap().push(reseller);
        match self.refusal.lock().unwrap().clone() {
            Some(refusal) => Err(refusal),
            None => Ok(answer),
        }
    }
}

#[async_trait]
impl Portal for NotingDesk {
    async fn own_customers(&self, portal: &PortalDesk) -> Result<Vec<OwnCustomer>, Refusal> {
        self.note_reseller(portal.reseller(), Vec::new())
    }

    async fn own_customer(
        &self,
        portal: &PortalDesk,
        _: CustomerId,
    ) -> Result<PortalCustomer, Refusal> {
        self.note_reseller(portal.reseller(), ())?;
        Err(Refusal::NotFound)
    }

    async fn propose(
        &self,
        portal: &PortalDesk,
        _: CustomerId,
        _: NewCustomer,
    ) -> Result<bool, Refusal> {
        self.note_reseller(portal.reseller(), true)
    }
}

#[async_trait]
impl Proposals for NotingDesk {
    async fn waiting_proposals(&self, desk: &Desk) -> Result<Vec<WaitingProposal>, Refusal> {
        self.note_reseller(desk.reseller(), Vec::new())
    }

    async fn open_proposals(&self, desk: &Desk, _: CustomerId) -> Result<Vec<Proposal>, Refusal> {
        self.note_reseller(desk.reseller(), Vec::new())
    }

    async fn decide(
        &self,
        desk: &May<DecideProposals>,
        _: CustomerId,
        _: ProposalId,
        _: Version,
        _: Vec<Field>,
    ) -> Result<(), Refusal> {
        self.note_reseller(desk.reseller(), ())
    }
}

#[async_trait]
impl OwnAccounts for NotingDesk {
    async fn own_sign_in(&self, own: &OwnAccount) -> Result<OwnSignIn, Refusal> {
        let own_sign_in = OwnSignIn {
            user_name: "erika".to_owned(),
            email: "erika@example.de".to_owned(),
            new_email: None,
            second_factor: None,
            sessions: Vec::new(),
        };
        self.note_reseller(own.reseller(), own_sign_in)
    }

    async fn end_session(&self, own: &OwnAccount, _: SessionId) -> Result<(), Refusal> {
        self.note_reseller(own.reseller(), ())
    }

    async fn end_other_sessions(&self, own: &OwnAccount) -> Result<(), Refusal> {
        self.note_reseller(own.reseller(), ())
    }
}
