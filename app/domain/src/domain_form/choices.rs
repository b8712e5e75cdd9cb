//! Between the words of the form and the values they stand for.

use chrono::{Datelike, NaiveDate};

use crate::{
    domain_state::{RenewalMode, TransferLock, Verification, Zone},
    values::ValueError,
};

/// `active`, `inactive`
pub(super) fn status(word: &str) -> Result<bool, ValueError> {
    match word {
        "active" => Ok(true),
        "inactive" => Ok(false),
        _ => Err(ValueError::NotAChoice),
    }
}

/// A deadline belongs to a pending verification only.
pub(super) fn verification(
    word: &str,
    until: Option<NaiveDate>,
) -> Result<Verification, ValueError> {
    match word {
        "ok" => Ok(Verification::Ok),
        "pending" => Ok(Verification::Pending { until }),
        "failed" => Ok(Verification::Failed),
        "unknown" => Ok(Verification::Unknown),
        _ => Err(ValueError::NotAChoice),
    }
}

pub(super) fn zone(word: &str) -> Result<Zone, ValueError> {
    match word {
        "ok" => Ok(Zone::Ok),
        "missing" => Ok(Zone::Missing),
        "unknown" => Ok(Zone::Unknown),
        _ => Err(ValueError::NotAChoice),
    }
}

pub(super) fn transfer_lock(word: &str) -> Result<TransferLock, ValueError> {
    match word {
        "on" => Ok(TransferLock::On),
        "off" => Ok(TransferLock::Off),
        "unknown" => Ok(TransferLock::Unknown),
        _ => Err(ValueError::NotAChoice),
    }
}

pub(super) fn renewal_mode(word: &str) -> Result<RenewalMode, ValueError> {
    match word {
        "AUTORENEW" => Ok(RenewalMode::AutoRenew),
        "AUTODELETE" => Ok(RenewalMode::AutoDelete),
        "AUTOEXPIRE" => Ok(RenewalMode::AutoExpire),
        "unknown" => Ok(RenewalMode::Unknown),
        _ => Err(ValueError::NotAChoice),
    }
}

/// Reads 2026-12-31, as date fields send it, and 31.12.2026, as people write it; of the years 2000
/// to 2199, because others are a slip of the finger.
///
/// # Errors
/// [`ValueError::NotADay`]
pub fn parse_day(typed: &str) -> Result<NaiveDate, ValueError> {
    let typed = typed.trim();
    let parts: Vec<&str> = typed.split(['-', '.']).collect();
    let [first, month, last] = parts[..] else {
        return Err(ValueError::NotADay);
    };
    let (year, day) = if typed.contains('-') {
        (first, last)
    } else {
        (last, first)
    };
    if year.len() != 4 || typed.contains('-') == typed.contains('.') {
        return Err(ValueError::NotADay);
    }
    let year = number(year).and_then(|year| i32::try_from(year).ok());
    let day = match (year, number(month), number(day)) {
        (Some(year @ 2000..=2199), Some(month), Some(day)) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    };
    day.ok_or(ValueError::NotADay)
}

/// A day as a date field holds it: 2026-12-31.
pub fn written_day(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn number(digits: &str) -> Option<u32> {
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}
