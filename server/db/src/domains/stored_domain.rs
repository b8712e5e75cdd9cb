//! A row of the table `domain`, with the customer it belongs to.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    customer::DomainRow,
    domain_form::{DomainForm, written_day},
    domain_record::{DomainRecord, Owner},
    domain_state::{DomainState, advise},
    german_time::german_day,
    ports::Reading,
    values::{DomainId, Id, Version},
};
use serde::Deserialize;
use uuid::Uuid;

use super::shown;
use crate::{error::Failure, stored};

/// The columns as they are stored.
#[derive(Debug, Deserialize)]
pub(crate) struct StoredDomain {
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) contract: String,
    pub(crate) name: String,
    pub(crate) active: bool,
    pub(crate) registrar: String,
    pub(crate) verification: String,
    pub(crate) verification_until: Option<NaiveDate>,
    pub(crate) verification_checked_at: Option<DateTime<Utc>>,
    pub(crate) zone: String,
    pub(crate) zone_checked_at: Option<DateTime<Utc>>,
    pub(crate) transfer_lock: String,
    pub(crate) transfer_lock_checked_at: Option<DateTime<Utc>>,
    pub(crate) renewal_mode: String,
    pub(crate) renewal_mode_checked_at: Option<DateTime<Utc>>,
    pub(crate) registrar_status: String,
    /// Not asked for where it is known anyhow.
    pub(crate) owner_id: Option<Uuid>,
    pub(crate) owner_number: Option<String>,
    pub(crate) owner_last_name: Option<String>,
}

impl StoredDomain {
    fn state(&self) -> Result<DomainState, Failure> {
        Ok(DomainState {
            verification: stored::verification(
                &self.verification,
                self.verification_until,
                self.verification_checked_at,
            )?,
            zone: stored::zone(&self.zone, self.zone_checked_at)?,
            transfer_lock: stored::transfer_lock(
                &self.transfer_lock,
                self.transfer_lock_checked_at,
            )?,
            renewal: stored::renewal_mode(&self.renewal_mode, self.renewal_mode_checked_at)?,
        })
    }

    /// What the registrar said last.
    pub(super) fn reading(&self) -> Result<Reading, Failure> {
        Ok(Reading {
            state: self.state()?,
            status: self.registrar_status.clone(),
        })
    }

    /// As the form that edits it holds it.
    pub(super) fn form(&self) -> DomainForm {
        DomainForm {
            contract: self.contract.clone(),
            domain: shown(&self.name),
            registrar: self.registrar.clone(),
            status: if self.active { "active" } else { "inactive" }.to_owned(),
            verification: self.verification.clone(),
            verification_until: self.verification_until.map(written_day).unwrap_or_default(),
            zone: self.zone.clone(),
            transfer_lock: self.transfer_lock.clone(),
            renewal_mode: self.renewal_mode.clone(),
            as_of: String::new(),
        }
    }

    /// With what its state asks for today.
    pub(super) fn record(self) -> Result<DomainRecord, Failure> {
        let state = self.state()?;
        Ok(DomainRecord {
            id: DomainId::from_uuid(self.id),
            version: Version(self.version),
            record: self.form(),
            state,
            advice: advise(&state, german_day(Utc::now())),
            owner: owner(self.owner_id, self.owner_number, self.owner_last_name),
            registrar_status: self.registrar_status,
        })
    }

    /// As its customer's page shows it.
    pub(crate) fn row(self) -> Result<DomainRow, Failure> {
        let state = self.state()?;
        Ok(DomainRow {
            id: DomainId::from_uuid(self.id),
            version: Version(self.version),
            contract: self.contract,
            shown_name: shown(&self.name),
            name: self.name,
            active: self.active,
            registrar: self.registrar,
            state,
            advice: advise(&state, german_day(Utc::now())),
        })
    }
}

/// The customer of an outer join.
pub(crate) fn owner(
    id: Option<Uuid>,
    number: Option<String>,
    last_name: Option<String>,
) -> Option<Owner> {
    Some(Owner {
        id: Id::from_uuid(id?),
        number: number?,
        last_name: last_name?,
    })
}
