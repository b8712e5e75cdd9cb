//! Mails on their way out. They are written in the transaction of what they tell of, and sent after it;
//! no text and no secret is stored.

mod due;
mod sending;

pub use due::{DueMail, Recipient};
pub use sending::Declined;

use domain::values::{AccountId, EmailAddress};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::error::Failure;

/// What a mail is about. Stored as `invitation`, `reset`, `email`, `email_changed`, `factor_added`,
/// `factor_removed`, `app_removed`, `passkey_added`, `passkey_removed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// A link for the first password.
    Invitation,
    /// A link for a new password.
    Reset,
    /// A link that confirms a new address, to that address.
    ConfirmEmail,
    /// Tells the old address that there is a new one.
    EmailChanged,
    /// Tells that signing in needs a second factor from now on.
    FactorAdded,
    /// Tells that signing in needs no second factor any more.
    FactorRemoved,
    /// Tells that the app is gone, and that there is another factor.
    AppRemoved,
    /// Tells that there is a passkey more.
    PasskeyAdded,
    /// Tells that there is a passkey less, and another factor.
    PasskeyRemoved,
}

impl MailKind {
    fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::ConfirmEmail => "email",
            Self::EmailChanged => "email_changed",
            Self::FactorAdded => "factor_added",
            Self::FactorRemoved => "factor_removed",
            Self::AppRemoved => "app_removed",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
        }
    }
}

/// A mail to the owner of an account.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mail<'a> {
    account: AccountId,
    kind: MailKind,
    recipient: Option<&'a EmailAddress>,
}

impl<'a> Mail<'a> {
    /// To the account's address, with a link for the first password.
    pub(crate) fn invitation(account: AccountId) -> Self {
        Self::to_account(account, MailKind::Invitation)
    }

    /// To the account's address, once it has a second factor.
    pub(crate) fn factor_added(account: AccountId) -> Self {
        Self::to_account(account, MailKind::FactorAdded)
    }

    /// To the account's address, once it has none any more.
    pub(crate) fn factor_removed(account: AccountId) -> Self {
        Self::to_account(account, MailKind::FactorRemoved)
    }

    /// To the account's address, once its app is gone and passkeys are left.
    pub(crate) fn app_removed(account: AccountId) -> Self {
        Self::to_account(account, MailKind::AppRemoved)
    }

    /// To the account's address, once it has a passkey more.
    pub(crate) fn passkey_added(account: AccountId) -> Self {
        Self::to_account(account, MailKind::PasskeyAdded)
    }

    /// To the account's address, once it has a passkey less.
    pub(crate) fn passkey_removed(account: AccountId) -> Self {
        Self::to_account(account, MailKind::PasskeyRemoved)
    }

    fn to_account(account: AccountId, kind: MailKind) -> Self {
        Self {
            account,
            kind,
            recipient: None,
        }
    }

    /// To a new address, with a link that confirms it (`/email/…`): its token has the purpose
    /// [`crate::TokenPurpose::Email`] and knows the address.
    pub(crate) fn confirm_email(account: AccountId, new: &'a EmailAddress) -> Self {
        Self {
            account,
            kind: MailKind::ConfirmEmail,
            recipient: Some(new),
        }
    }

    /// To the old address, once the new one is confirmed.
    pub(crate) fn email_changed(account: AccountId, old: &'a EmailAddress) -> Self {
        Self {
            account,
            kind: MailKind::EmailChanged,
            recipient: Some(old),
        }
    }
}

/// Writes a mail down, to be sent after the transaction. One of the same kind that still waits takes the
/// new recipient and is sent once; but each old address is told that there is a new one.
pub(crate) async fn enqueue(
    connection: &mut PgConnection,
    reseller: Uuid,
    mail: Mail<'_>,
) -> Result<(), Failure> {
    sqlx::query!(
        "insert into outgoing_mail (reseller_id, id, account_id, kind, recipient)
         values ($1, $2, $3, $4, $5)
         on conflict (reseller_id, account_id, kind) where state = 'waiting' and kind <> 'email_changed' do update
         set recipient = excluded.recipient, attempts = 0,
             queued_at = excluded.queued_at, due_at = excluded.due_at",
        reseller,
        Uuid::now_v7(),
        mail.account.uuid(),
        mail.kind.word(),
        mail.recipient.map(EmailAddress::as_str)
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A link for a new address that still waits is not sent any more.
pub(crate) async fn withdraw_confirmation(
    connection: &mut PgConnection,
    reseller: Uuid,
    account: AccountId,
) -> Result<(), Failure> {
    sqlx::query!(
        "delete from outgoing_mail
         where reseller_id = $1 and account_id = $2 and kind = 'email' and state = 'waiting'",
        reseller,
        account.uuid()
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What was to be sent to an account is not sent any more.
pub(crate) async fn withdraw(
    connection: &mut PgConnection,
    reseller: Uuid,
    account: AccountId,
) -> Result<(), Failure> {
    sqlx::query!(
        "delete from outgoing_mail where reseller_id = $1 and account_id = $2 and state = 'waiting'",
        reseller,
        account.uuid()
    )
    .execute(connection)
    .await?;
    Ok(())
}
