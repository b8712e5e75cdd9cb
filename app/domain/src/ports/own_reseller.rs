//! What a reseller says of itself.

use async_trait::async_trait;

use crate::{
    principal::Desk,
    proof::FreshProof,
    refusal::Refusal,
    reseller_form::{NewProfile, ResellerProfile},
    rights::{EditReseller, May},
    values::Version,
};

/// The reseller's own row.
#[async_trait]
pub trait OwnReseller: Send + Sync {
    /// What is stored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    async fn profile(&self, desk: &Desk) -> Result<ResellerProfile, Refusal>;

    /// Replaces it, if it still has the version the edit started from. The same edit sent again is no
    /// conflict.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: somebody else was first; [`Refusal::ProofNeeded`]: staff would need no second
    /// factor any more, which takes a fresh proof.
    async fn save(
        &self,
        desk: &May<EditReseller>,
        proof: Option<FreshProof>,
        version: Version,
        new: NewProfile,
    ) -> Result<ResellerProfile, Refusal>;
}
