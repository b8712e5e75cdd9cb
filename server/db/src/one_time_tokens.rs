//! One-time links, by which an account sets its own password. Only their SHA-256 is stored.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{principal::Actor, refusal::Refusal, values::AccountId};

use crate::{Db, error::Failure, sign_in::store_password, task::finish, tenant::commit_counted};

/// What a one-time link is for. Stored as `invitation`, `reset`, `email`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenPurpose {
    /// The first password of a new account.
    Invitation,
    /// A new password for somebody who forgot the old one.
    Reset,
    /// A new e-mail address, which the link was sent to.
    Email,
}

impl TokenPurpose {
    /// Links by which a password is set.
    pub const FOR_PASSWORD: &[Self] = &[Self::Invitation, Self::Reset];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::Email => "email",
        }
    }
}

/// Whose link it is, for the page that asks for the new password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenOwner {
    pub account: AccountId,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// The reseller's company.
    pub company: String,
    pub has_second_factor: bool,
}

impl Db {
    /// Stores a link for an account, by the SHA-256 of its secret; older open ones of the same
    /// purpose become void.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] where there is no such account; [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn create_token(
        &self,
        account: AccountId,
        purpose: TokenPurpose,
        hash: &[u8; 32],
        valid_for: Duration,
    ) -> Result<(), Refusal> {
        let valid_for = TimeDelta::from_std(valid_for).unwrap_or(TimeDelta::MAX);
        let expires_at = chrono::Utc::now()
            .checked_add_signed(valid_for)
            .unwrap_or(chrono::DateTime::<chrono::Utc>::MAX_UTC);
        let stored = sqlx::query!(
            "with voided as (
                 update one_time_token set used_at = now()
                 where account_id = $2 and purpose = $3 and used_at is null
             )
             insert into one_time_token (hash, reseller_id, account_id, purpose, expires_at)
             select $1, reseller_id, id, $3, $4 from account where id = $2",
            hash.as_slice(),
            account.uuid(),
            purpose.word(),
            expires_at
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        if stored.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// Whose link for one of these purposes this is; `None` where it is unknown, used, too old, or its account not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn token_owner(
        &self,
        hash: &[u8; 32],
        purposes: &[TokenPurpose],
    ) -> Result<Option<TokenOwner>, Refusal> {
        let found = sqlx::query!(
            "select account.id, account.user_name, account.first_name, account.last_name,
                 account.email, account.has_second_factor, reseller.company
             from one_time_token as token
             join account on account.reseller_id = token.reseller_id and account.id = token.account_id
             join reseller on reseller.id = account.reseller_id
             where token.hash = $1 and token.purpose = any($2)
                 and token.used_at is null and token.expires_at > now() and account.active",
            hash.as_slice(),
            &words(purposes) as _
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found.map(|row| TokenOwner {
            account: AccountId::from_uuid(row.id),
            user_name: row.user_name,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
            company: row.company,
            has_second_factor: row.has_second_factor,
        }))
    }

    /// Uses up the link and sets the password, as [`Db::set_password`] does, in one transaction.
    /// `false`: the link is not valid (any more), nothing happened.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn redeem_token(
        &self,
        hash: &[u8; 32],
        purposes: &[TokenPurpose],
        password_hash: &str,
    ) -> Result<bool, Refusal> {
        let purposes = words(purposes);
        let (auth, hash, password_hash) = (self.auth.clone(), *hash, password_hash.to_owned());
        finish(async move {
            let mut tx = auth.begin().await?;
            // Two at once: the second one waits here and then finds the link used.
            let account = sqlx::query_scalar!(
                "update one_time_token as token set used_at = now()
                 from account
                 where token.hash = $1 and token.purpose = any($2)
                     and token.used_at is null and token.expires_at > now()
                     and account.reseller_id = token.reseller_id and account.id = token.account_id
                     and account.active
                 returning account.id",
                hash.as_slice(),
                &purposes as _
            )
            .fetch_optional(&mut *tx)
            .await?;
            let Some(account) = account.map(AccountId::from_uuid) else {
                return Ok(false);
            };
            let actor = Actor::Account(account);
            let reseller = store_password(&mut tx, actor, account, &password_hash).await?;
            commit_counted(tx, reseller).await?;
            Ok(true)
        })
        .await
    }
}

fn words(purposes: &[TokenPurpose]) -> Vec<&'static str> {
    purposes.iter().map(|purpose| purpose.word()).collect()
}
