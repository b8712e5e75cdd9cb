//! The port [`Staff`].

use async_trait::async_trait;
use domain::{
    ports::Staff,
    proof::FreshProof,
    refusal::Refusal,
    rights::{ManageStaff, May},
    staff::{NewStaff, StaffRow},
    user::Invited,
    values::{AccountId, Version},
};

use super::InvitedAccounts;

#[async_trait]
impl Staff for InvitedAccounts {
    async fn staff(&self, desk: &May<ManageStaff>) -> Result<Vec<StaffRow>, Refusal> {
        self.db.staff(desk).await
    }

    async fn create_staff(
        &self,
        desk: &May<ManageStaff>,
        proof: FreshProof,
        id: AccountId,
        new: NewStaff,
    ) -> Result<Invited, Refusal> {
        let (invitation, invited) = self.invitation()?;
        let db = &self.db;
        db.create_staff(desk, proof, id, new, invitation).await?;
        Ok(invited)
    }

    async fn update_staff(
        &self,
        desk: &May<ManageStaff>,
        proof: FreshProof,
        id: AccountId,
        version: Version,
        new: NewStaff,
    ) -> Result<(), Refusal> {
        let (db, mails) = (&self.db, self.mails);
        db.update_staff(desk, proof, id, version, new, mails).await
    }

    async fn set_staff_active(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal> {
        self.db.set_staff_active(desk, id, active).await
    }

    async fn invite_staff(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
    ) -> Result<(String, Invited), Refusal> {
        let (invitation, invited) = self.invitation()?;
        let user_name = self.db.invite_staff(desk, id, invitation).await?;
        Ok((user_name, invited))
    }

    async fn delete_staff(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
    ) -> Result<String, Refusal> {
        self.db.delete_staff(desk, id).await
    }
}
