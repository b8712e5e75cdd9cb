//! What the form about the reseller opens with.

use domain::{
    refusal::Refusal,
    reseller_form::{ResellerForm, ResellerProfile},
    values::Version,
};

use crate::submitted::{ProofProblem, Submitted, submitted};

/// What the form opens with.
pub(super) struct Start {
    pub version: Version,
    pub values: ResellerForm,
    pub refusal: Option<Refusal>,
    /// What is missing of a proof.
    pub proof: Option<ProofProblem>,
    /// What somebody else stored meanwhile.
    pub stored: Option<ResellerForm>,
}

impl Start {
    /// The declined form, or what is stored.
    pub fn of_this_page(profile: &ResellerProfile) -> Self {
        let Some(Submitted::EditProfile {
            version,
            form,
            problem,
        }) = submitted()
        else {
            return Self {
                version: profile.version,
                values: profile.form.clone(),
                refusal: None,
                proof: None,
                stored: None,
            };
        };
        let (refusal, proof) = problem.parts();
        let changed = refusal == Some(Refusal::Changed);
        Self {
            // Sent again after this was shown, it overwrites.
            version: if changed { profile.version } else { version },
            values: form,
            refusal,
            proof,
            stored: changed.then(|| profile.form.clone()),
        }
    }
}
