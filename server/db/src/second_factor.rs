//! Second factors. Nobody who works for a reseller may read these tables, so all of it runs as `mkm_auth`.

mod change;
mod check;
mod removal;

use domain::{principal::OwnAccount, refusal::Refusal};

use crate::{Db, error::Failure};

/// Shared with the app that makes the codes.
pub type TotpSecret = [u8; 20];

/// Recovery codes by their SHA-256.
pub type CodeHashes = Vec<[u8; 32]>;

/// What is stored of an account's second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorState {
    pub user_name: String,
    /// Of an app that has shown no code yet.
    pub pending: Option<TotpSecret>,
    /// There is a factor that counts.
    pub active: bool,
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
