//! "Domainzustand": what a registrar says of a domain, and what that asks of its reseller.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What the registrar last said about a domain, each flag with the time it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainState {
    pub verification: Checked<Verification>,
    pub zone: Checked<Zone>,
    pub transfer_lock: Checked<TransferLock>,
    pub renewal: Checked<RenewalMode>,
}

/// A value and when it was read; never read: `Unknown` without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked<T> {
    pub value: T,
    #[serde(with = "chrono::serde::ts_seconds_option")]
    pub at: Option<DateTime<Utc>>,
}

/// Whether the holder's e-mail address is verified. Stored as `ok`, `pending`, `failed`, `unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verification {
    Ok,
    /// Must be confirmed, by this day where the registrar named one.
    Pending {
        #[serde(with = "crate::day::option")]
        until: Option<NaiveDate>,
    },
    Failed,
    #[default]
    Unknown,
}

/// Whether name servers answer for the domain. Stored as `ok`, `missing`, `unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Zone {
    Ok,
    Missing,
    #[default]
    Unknown,
}

/// Whether the domain is protected from being moved away. Stored as `on`, `off`, `unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TransferLock {
    On,
    Off,
    #[default]
    Unknown,
}

/// What happens at the end of the term. Stored as the registrar writes it, or `unknown`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RenewalMode {
    AutoRenew,
    AutoDelete,
    AutoExpire,
    #[default]
    Unknown,
}

/// The one thing to say of a domain's state: the most urgent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Advice {
    /// The holder must confirm an e-mail address, by this day where one is known; otherwise the
    /// registrar switches the domain off.
    Verify {
        #[serde(with = "crate::day::option")]
        until: Option<NaiveDate>,
    },
    /// The day by which the holder should have confirmed is over.
    VerificationOverdue {
        #[serde(with = "crate::day")]
        since: NaiveDate,
    },
    /// The registrar did not accept the holder's data.
    VerificationFailed,
    /// No name server answers.
    ZoneMissing,
    /// At the end of the term the domain is not renewed.
    WillEnd,
    /// Nothing has to be done, but anybody with the authorisation code could move the domain away.
    Unlocked,
    /// All is well.
    Well,
    /// What is known is well; the rest is not known.
    PartlyUnknown,
    /// Nothing is known.
    Unknown,
}

impl Advice {
    /// Somebody has to do something ("braucht Handeln"). Stored beside the flags as
    /// `domain.needs_action`, which a test holds to this.
    pub fn needs_action(self) -> bool {
        match self {
            Self::Verify { .. }
            | Self::VerificationOverdue { .. }
            | Self::VerificationFailed
            | Self::ZoneMissing
            | Self::WillEnd => true,
            Self::Unlocked | Self::Well | Self::PartlyUnknown | Self::Unknown => false,
        }
    }
}

/// What has to be done first, and until when. What switches a domain off comes before what it lacks,
/// and that before what happens later.
pub fn advise(state: &DomainState, today: NaiveDate) -> Advice {
    match state.verification.value {
        Verification::Failed => return Advice::VerificationFailed,
        Verification::Pending { until: Some(until) } if until < today => {
            return Advice::VerificationOverdue { since: until };
        }
        Verification::Pending { until } => return Advice::Verify { until },
        Verification::Ok | Verification::Unknown => {}
    }
    if state.zone.value == Zone::Missing {
        return Advice::ZoneMissing;
    }
    if matches!(
        state.renewal.value,
        RenewalMode::AutoDelete | RenewalMode::AutoExpire
    ) {
        return Advice::WillEnd;
    }
    if state.transfer_lock.value == TransferLock::Off {
        return Advice::Unlocked;
    }
    match state.unknown_flags() {
        0 => Advice::Well,
        4 => Advice::Unknown,
        _ => Advice::PartlyUnknown,
    }
}

impl DomainState {
    fn unknown_flags(&self) -> usize {
        [
            self.verification.value == Verification::Unknown,
            self.zone.value == Zone::Unknown,
            self.transfer_lock.value == TransferLock::Unknown,
            self.renewal.value == RenewalMode::Unknown,
        ]
        .into_iter()
        .filter(|unknown| *unknown)
        .count()
    }
}
