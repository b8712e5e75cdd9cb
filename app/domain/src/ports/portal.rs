//! What portal accounts ask for, and what becomes of their proposals.

use async_trait::async_trait;

use crate::{
    customer::NewCustomer,
    customer_form::Field,
    portal::{OwnCustomer, PortalCustomer},
    principal::{Desk, PortalDesk},
    proposal::{Proposal, WaitingProposal},
    refusal::Refusal,
    rights::{DecideProposals, May},
    values::{CustomerId, ProposalId, Version},
};

/// What belongs to the customers of one portal account. Every statement is bound to that account:
/// another customer of the same reseller is not found.
///
/// All methods may return [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait Portal: Send + Sync {
    /// The account's customers, by name.
    async fn own_customers(&self, portal: &PortalDesk) -> Result<Vec<OwnCustomer>, Refusal>;

    /// One of them, with its domains, products and the latest proposal.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: there is none, or it is somebody else's.
    async fn own_customer(
        &self,
        portal: &PortalDesk,
        id: CustomerId,
    ) -> Result<PortalCustomer, Refusal>;

    /// Proposes to change the master data to this; an open proposal of the same account is replaced.
    /// The number counts as unchanged. `false`: it is what is stored already; an open proposal is
    /// withdrawn.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]
    async fn propose(
        &self,
        portal: &PortalDesk,
        id: CustomerId,
        typed: NewCustomer,
    ) -> Result<bool, Refusal>;
}

/// The reseller's side of proposals.
///
/// All methods may return [`Refusal::Unavailable`] and [`Refusal::Internal`].
#[async_trait]
pub trait Proposals: Send + Sync {
    /// What waits for a decision at all, the oldest first, at most 200.
    async fn waiting_proposals(&self, desk: &Desk) -> Result<Vec<WaitingProposal>, Refusal>;

    /// What waits for a decision at this customer, the oldest first. Nothing for an unknown customer.
    async fn open_proposals(
        &self,
        desk: &Desk,
        customer: CustomerId,
    ) -> Result<Vec<Proposal>, Refusal>;

    /// Accepts these fields and declines the others. The customer changes as by an edit of the
    /// version that was looked at.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: no such customer. [`Refusal::Changed`]: the customer was edited, or the
    /// proposal decided, replaced or withdrawn meanwhile. [`Refusal::Invalid`]: accepted like this,
    /// the fields do not fit together.
    async fn decide(
        &self,
        desk: &May<DecideProposals>,
        customer: CustomerId,
        proposal: ProposalId,
        version: Version,
        accepted: Vec<Field>,
    ) -> Result<(), Refusal>;
}
