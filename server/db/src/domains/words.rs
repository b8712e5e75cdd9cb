//! The words in which the table holds the values of "Domainzustand".

use chrono::NaiveDate;
use domain::domain_state::{RenewalMode, TransferLock, Verification, Zone};

/// The word, and the deadline beside it.
pub(super) fn verification(value: Verification) -> (&'static str, Option<NaiveDate>) {
    match value {
        Verification::Ok => ("ok", None),
        Verification::Pending { until } => ("pending", until),
        Verification::Failed => ("failed", None),
        Verification::Unknown => ("unknown", None),
    }
}

pub(super) fn zone(value: Zone) -> &'static str {
    match value {
        Zone::Ok => "ok",
        Zone::Missing => "missing",
        Zone::Unknown => "unknown",
    }
}

pub(super) fn transfer_lock(value: TransferLock) -> &'static str {
    match value {
        TransferLock::On => "on",
        TransferLock::Off => "off",
        TransferLock::Unknown => "unknown",
    }
}

pub(super) fn renewal_mode(value: RenewalMode) -> &'static str {
    match value {
        RenewalMode::AutoRenew => "AUTORENEW",
        RenewalMode::AutoDelete => "AUTODELETE",
        RenewalMode::AutoExpire => "AUTOEXPIRE",
        RenewalMode::Unknown => "unknown",
    }
}
