//! What stands around the customers: log, search, start page, the reseller's own data.

use std::sync::Mutex;

use async_trait::async_trait;
use domain::{
    audit_log::{LogEntry, LogPage, LogQuery},
    overview::Overview,
    ports::{AuditLog, Overviews, OwnReseller, Search},
    principal::{Desk, Owner},
    refusal::Refusal,
    reseller_form::{NewProfile, ResellerForm, ResellerProfile},
    search::Hit,
    values::{CustomerId, ResellerId, Version},
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
        owner: &Owner,
        _: Version,
        _: NewProfile,
    ) -> Result<ResellerProfile, Refusal> {
        self.note(owner.desk(), ())?;
        match self.refusal.lock().unwrap().clone() {
            Some(refusal) => Err(refusal),
            None => Ok(profile()),
        }
    }
}
