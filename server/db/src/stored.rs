//! The words in which the tables hold what is an enum in `domain`.

use domain::{
    customer::ProductKind,
    domain_state::{Checked, RenewalMode, TransferLock, Verification, Zone},
    principal::Role,
    rights::Right,
};

use chrono::{DateTime, NaiveDate, Utc};

use crate::{MailKind, error::Failure};

/// A word that no `check` constraint lets through.
#[derive(Debug, thiserror::Error)]
#[error("unknown word {0:?} in column {1}")]
struct UnknownWord(String, &'static str);

fn unknown<T>(word: &str, column: &'static str) -> Result<T, Failure> {
    let error = UnknownWord(word.to_owned(), column);
    Err(sqlx::Error::Decode(Box::new(error)).into())
}

/// `right`: `account.staff_right`, which staff has and nobody else.
pub(crate) fn role(word: &str, right: Option<&str>) -> Result<Role, Failure> {
    match (word, right) {
        ("reseller", _) => Ok(Role::Reseller),
        ("staff", right) => staff_right(right.unwrap_or_default()).map(Role::Staff),
        ("portal", _) => Ok(Role::Portal),
        _ => unknown(word, "account.role"),
    }
}

pub(crate) fn staff_right(word: &str) -> Result<Right, Failure> {
    Right::of_word(word).map_or_else(|| unknown(word, "account.staff_right"), Ok)
}

pub(crate) fn mail_kind(word: &str) -> Result<MailKind, Failure> {
    match word {
        "invitation" => Ok(MailKind::Invitation),
        "reset" => Ok(MailKind::Reset),
        "email" => Ok(MailKind::ConfirmEmail),
        "email_changed" => Ok(MailKind::EmailChanged),
        "factor_added" => Ok(MailKind::FactorAdded),
        "app_removed" => Ok(MailKind::AppRemoved),
        "passkey_added" => Ok(MailKind::PasskeyAdded),
        "passkey_removed" => Ok(MailKind::PasskeyRemoved),
        "factor_removed" => Ok(MailKind::FactorRemoved),
        _ => unknown(word, "outgoing_mail.kind"),
    }
}

pub(crate) fn product_kind(word: &str) -> Result<ProductKind, Failure> {
    match word {
        "provider" => Ok(ProductKind::Provider),
        "reseller" => Ok(ProductKind::Reseller),
        _ => unknown(word, "product.kind"),
    }
}

type ReadAt = Option<DateTime<Utc>>;

pub(crate) fn verification(
    word: &str,
    until: Option<NaiveDate>,
    at: ReadAt,
) -> Result<Checked<Verification>, Failure> {
    let value = match word {
        "ok" => Verification::Ok,
        "pending" => Verification::Pending { until },
        "failed" => Verification::Failed,
        "unknown" => Verification::Unknown,
        _ => return unknown(word, "domain.verification"),
    };
    Ok(Checked { value, at })
}

pub(crate) fn zone(word: &str, at: ReadAt) -> Result<Checked<Zone>, Failure> {
    let value = match word {
        "ok" => Zone::Ok,
        "missing" => Zone::Missing,
        "unknown" => Zone::Unknown,
        _ => return unknown(word, "domain.zone"),
    };
    Ok(Checked { value, at })
}

pub(crate) fn transfer_lock(word: &str, at: ReadAt) -> Result<Checked<TransferLock>, Failure> {
    let value = match word {
        "on" => TransferLock::On,
        "off" => TransferLock::Off,
        "unknown" => TransferLock::Unknown,
        _ => return unknown(word, "domain.transfer_lock"),
    };
    Ok(Checked { value, at })
}

pub(crate) fn renewal_mode(word: &str, at: ReadAt) -> Result<Checked<RenewalMode>, Failure> {
    let value = match word {
        "AUTORENEW" => RenewalMode::AutoRenew,
        "AUTODELETE" => RenewalMode::AutoDelete,
        "AUTOEXPIRE" => RenewalMode::AutoExpire,
        "unknown" => RenewalMode::Unknown,
        _ => return unknown(word, "domain.renewal_mode"),
    };
    Ok(Checked { value, at })
}
