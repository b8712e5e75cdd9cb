//! Second factors. Nobody who works for a reseller may read these tables, so all of it runs as `mkm_auth`.

mod change;
mod check;
mod passkey_challenge;
mod passkey_use;
mod passkeys;
mod removal;

pub use passkey_challenge::PasskeyPurpose;
pub use passkeys::{FactorWays, NewPasskey, PasskeyAdded};
pub use removal::OneFactor;

use domain::{principal::OwnAccount, refusal::Refusal};

use crate::{Db, error::Failure};

/// Shared with the app that makes the codes.
pub type TotpSecret = [u8; 20];

/// Recovery codes by their SHA-256.
pub type CodeHashes = Vec<[u8; 32]>;

/// What became of a factor that was set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUp {
    /// It was not: something else was waited for.
    Nothing,
    /// It is the account's first: its recovery codes are kept.
    First,
    /// There was one already, whose recovery codes stay.
    Further,
}

impl SetUp {
    fn done(is_first: bool) -> Self {
        if is_first { Self::First } else { Self::Further }
    }
}

/// What is stored of an account's second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorState {
    pub user_name: String,
    /// Of an app that has shown no code yet.
    pub pending: Option<TotpSecret>,
    /// There is a factor that counts.
    pub active: bool,
    /// One is an app.
    pub app: bool,
    /// How many passkeys there are.
    pub passkeys: u32,
    /// Recovery codes that were not used yet.
    pub codes_left: u32,
    /// The reseller requires one of this account.
    pub required: bool,
}

impl Db {
    /// What there is of the own second factor.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`]: the account is gone, or not active any more; [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn factor_state(&self, own: &OwnAccount) -> Result<FactorState, Refusal> {
        let row = sqlx::query!(
            r#"
            select account.user_name, account.has_second_factor, pending.secret as "pending?",
                account.role = 'staff' and reseller.staff_second_factor as "required!",
                exists (
                    select from totp_factor as app
                    where app.reseller_id = account.reseller_id and app.account_id = account.id
                        and app.confirmed_at is not null
                ) as "app!",
                (
                    select count(*) from passkey
                    where passkey.reseller_id = account.reseller_id and passkey.account_id = account.id
                ) as "passkeys!",
                (
                    select count(*) from recovery_code as code
                    where code.reseller_id = account.reseller_id and code.account_id = account.id
                        and code.used_at is null
                ) as "codes_left!"
            from account
            join reseller on reseller.id = account.reseller_id
            left join totp_factor as pending on pending.reseller_id = account.reseller_id
                and pending.account_id = account.id and pending.confirmed_at is null
            where account.id = $1 and account.active
            "#,
            own.account().uuid()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?
        .ok_or(Refusal::SignedOut)?;
        Ok(FactorState {
            user_name: row.user_name,
            pending: row.pending.map(secret).transpose()?,
            active: row.has_second_factor,
            app: row.app,
            passkeys: u32::try_from(row.passkeys).unwrap_or(u32::MAX),
            codes_left: u32::try_from(row.codes_left).unwrap_or(u32::MAX),
            required: row.required,
        })
    }
}

/// A constraint holds the length.
fn secret(stored: Vec<u8>) -> Result<TotpSecret, Failure> {
    TotpSecret::try_from(stored.as_slice())
        .map_err(|error| sqlx::Error::Decode(Box::new(error)).into())
}
