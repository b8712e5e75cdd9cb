//! Who works for a reseller: each method beside its queries, in a file of its own. The port
//! [`domain::ports::Staff`] is implemented where links are made, with the methods that are here.

mod all;
mod change;
mod create;
mod one;
mod sessions;

use domain::{
    proof::FreshProof,
    refusal::Refusal,
    rights::{ManageStaff, May},
    staff::{NewStaff, StaffRow},
    values::{AccountId, Version},
};

use crate::{Db, Invitation, task::finish};

impl Db {
    /// As [`domain::ports::Staff::staff`].
    ///
    /// # Errors
    /// As there.
    pub async fn staff(&self, desk: &May<ManageStaff>) -> Result<Vec<StaffRow>, Refusal> {
        Ok(all::all(self, desk).await?)
    }

    /// As [`domain::ports::Staff::create_staff`].
    ///
    /// # Errors
    /// As there.
    pub async fn create_staff(
        &self,
        desk: &May<ManageStaff>,
        _: FreshProof,
        id: AccountId,
        new: NewStaff,
        invitation: Invitation,
    ) -> Result<(), Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { create::create(&db, &desk, id, &new, invitation).await }).await
    }

    /// As [`domain::ports::Staff::update_staff`]; `mails`: a mail server is configured.
    ///
    /// # Errors
    /// As there.
    pub async fn update_staff(
        &self,
        desk: &May<ManageStaff>,
        _: FreshProof,
        id: AccountId,
        version: Version,
        new: NewStaff,
        mails: bool,
    ) -> Result<(), Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::update(&db, &desk, id, version, &new, mails).await }).await
    }

    /// As [`domain::ports::Staff::set_staff_active`].
    ///
    /// # Errors
    /// As there.
    pub async fn set_staff_active(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
        active: bool,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::set_active(&db, &desk, id, active).await }).await
    }

    /// As [`domain::ports::Staff::invite_staff`]. Returns the user name.
    ///
    /// # Errors
    /// As there.
    pub async fn invite_staff(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
        invitation: Invitation,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::invite_again(&db, &desk, id, invitation).await }).await
    }

    /// As [`domain::ports::Staff::delete_staff`].
    ///
    /// # Errors
    /// As there.
    pub async fn delete_staff(
        &self,
        desk: &May<ManageStaff>,
        id: AccountId,
    ) -> Result<String, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::delete(&db, &desk, id).await }).await
    }
}
