//! Staff accounts and the sessions of others.

use async_trait::async_trait;
use domain::{
    ports::{OthersSessions, Staff},
    proof::FreshProof,
    refusal::Refusal,
    rights::{EndSessionsOfOthers, ManageStaff, May},
    staff::{AccountSessions, NewStaff, StaffRow},
    user::Invited,
    values::{AccountId, Version},
};

use super::around::NotingDesk;

#[async_trait]
impl Staff for NotingDesk {
    async fn staff(&self, desk: &May<ManageStaff>) -> Result<Vec<StaffRow>, Refusal> {
        self.note_reseller(desk.reseller(), Vec::new())
    }

    async fn create_staff(
        &self,
        desk: &May<ManageStaff>,
        _: FreshProof,
        _: AccountId,
        _: NewStaff,
    ) -> Result<Invited, Refusal> {
        self.note_reseller(desk.reseller(), Invited::ByMail)
    }

    async fn update_staff(
        &self,
        desk: &May<ManageStaff>,
        _: FreshProof,
        _: AccountId,
        _: Version,
        _: NewStaff,
    ) -> Result<(), Refusal> {
        self.note_reseller(desk.reseller(), ())
    }

    async fn set_staff_active(
        &self,
        desk: &May<ManageStaff>,
        _: AccountId,
        _: bool,
    ) -> Result<String, Refusal> {
        self.note_reseller(desk.reseller(), String::new())
    }

    async fn invite_staff(
        &self,
        desk: &May<ManageStaff>,
        _: AccountId,
    ) -> Result<(String, Invited), Refusal> {
        self.note_reseller(desk.reseller(), (String::new(), Invited::ByMail))
    }

    async fn delete_staff(&self, desk: &May<ManageStaff>, _: AccountId) -> Result<String, Refusal> {
        self.note_reseller(desk.reseller(), String::new())
    }
}

#[async_trait]
impl OthersSessions for NotingDesk {
    async fn sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        _: AccountId,
    ) -> Result<AccountSessions, Refusal> {
        let nowhere = AccountSessions {
            user_name: "anna".to_owned(),
            sessions: Vec::new(),
        };
        self.note_reseller(desk.reseller(), nowhere)
    }

    async fn end_sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        _: AccountId,
    ) -> Result<String, Refusal> {
        self.note_reseller(desk.reseller(), String::new())
    }
}
