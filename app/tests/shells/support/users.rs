//! Portal users.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::{
    ports::Users,
    principal::Desk,
    refusal::Refusal,
    rights::{EditUsers, May},
    user::{Invited, NewUser, OpenInvitation, RemovedUser, UserChoice},
    values::{AccountId, CustomerId, ResellerId, Version},
};

/// Answers every call and notes the reseller for whom it was made.
#[derive(Default)]
pub struct NotingUsers {
    pub asked_for: Mutex<Vec<ResellerId>>,
    /// What every call is declined with.
    pub refusal: Mutex<Option<Refusal>>,
}

impl NotingUsers {
    fn note<T>(&self, desk: &Desk, answer: T) -> Result<T, Refusal> {
        self.asked_for.lock().unwrap().push(desk.reseller());
        match self.refusal.lock().unwrap().clone() {
            Some(refusal) => Err(refusal),
            None => Ok(answer),
        }
    }
}

#[async_trait]
impl Users for NotingUsers {
    async fn create_user(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
        _: NewUser,
    ) -> Result<Invited, Refusal> {
        self.note(desk, Invited::ByMail)
    }

    async fn update_user(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
        _: Version,
        _: NewUser,
    ) -> Result<(), Refusal> {
        self.note(desk, ())
    }

    async fn set_user_active(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
        _: bool,
    ) -> Result<String, Refusal> {
        self.note(desk, "eva".to_owned())
    }

    async fn invite_user(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
    ) -> Result<(String, Invited), Refusal> {
        self.note(desk, ("eva".to_owned(), Invited::ByMail))
    }

    async fn link_user(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
    ) -> Result<String, Refusal> {
        self.note(desk, "eva".to_owned())
    }

    async fn remove_user(
        &self,
        desk: &May<EditUsers>,
        _: CustomerId,
        _: AccountId,
    ) -> Result<RemovedUser, Refusal> {
        let removed = RemovedUser {
            user_name: "eva".to_owned(),
            customers_left: 0,
        };
        self.note(desk, removed)
    }

    async fn open_invitations(&self, desk: &Desk, _: u32) -> Result<Vec<OpenInvitation>, Refusal> {
        self.note(desk, Vec::new())
    }

    async fn user_choices(
        &self,
        desk: &Desk,
        _: CustomerId,
        _: &str,
        _: u32,
    ) -> Result<Vec<UserChoice>, Refusal> {
        self.note(desk, Vec::new())
    }
}
