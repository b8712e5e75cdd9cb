//! The passkeys of an account: which there are, and a new one.

use domain::{
    principal::{Actor, OwnAccount},
    proof::FreshProof,
    refusal::Refusal,
    second_factor::OwnPasskey,
    values::{AccountId, PasskeyId},
};
use serde_json::Value;

use super::{
    CodeHashes,
    change::{lock, note, replace_codes},
};
use crate::{
    Db,
    audit_log::moment,
    error::Failure,
    outbox::{Mail, enqueue},
    task::finish,
    tenant::commit_counted,
};

/// A passkey that an authenticator has made.
#[derive(Debug, Clone)]
pub struct NewPasskey {
    /// What the authenticator calls it.
    pub credential_id: Vec<u8>,
    /// What its signatures are checked against.
    pub credential: Value,
    /// What its owner calls it: 1 to 50 characters.
    pub name: String,
}

/// By what an account can show, after the password, that it is the one: recovery codes besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactorWays {
    pub app: bool,
    pub passkey: bool,
}

/// What became of a new passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasskeyAdded {
    /// It is the account's first factor: its recovery codes are kept.
    First,
    /// There was a factor already, whose recovery codes stay.
    Further,
    /// This one is known already, of this account or another one.
    Known,
    /// The account has as many as it may have.
    Full,
}

impl Db {
    /// The account's passkeys as its owner sees them, the oldest first.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn own_passkeys(&self, own: &OwnAccount) -> Result<Vec<OwnPasskey>, Refusal> {
        let rows = sqlx::query!(
            r#"
            select id, name, created_at at time zone 'Europe/Berlin' as "created!",
                last_used_at at time zone 'Europe/Berlin' as last_used
            from passkey
            where reseller_id = $1 and account_id = $2
            order by created_at, id
            "#,
            own.reseller().uuid(),
            own.account().uuid()
        )
        .fetch_all(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(rows
            .into_iter()
            .map(|row| OwnPasskey {
                id: PasskeyId::from_uuid(row.id),
                name: row.name,
                created: moment(row.created),
                last_used: row.last_used.map(moment),
            })
            .collect())
    }

    /// Which factors an account has; none where it is not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn factor_ways(&self, account: AccountId) -> Result<FactorWays, Refusal> {
        let found = sqlx::query!(
            r#"
            select
                exists (
                    select from totp_factor as app
                    where app.reseller_id = account.reseller_id and app.account_id = account.id
                        and app.confirmed_at is not null
                ) as "app!",
                exists (
                    select from passkey
                    where passkey.reseller_id = account.reseller_id and passkey.account_id = account.id
                ) as "passkey!"
            from account
            where account.id = $1 and account.active
            "#,
            account.uuid()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found.map_or_else(FactorWays::default, |row| FactorWays {
            app: row.app,
            passkey: row.passkey,
        }))
    }

    /// What signatures of the account's passkeys are checked against; none where it is not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn passkey_credentials(&self, account: AccountId) -> Result<Vec<Value>, Refusal> {
        let found = sqlx::query_scalar!(
            "select passkey.credential
             from account
             join passkey on passkey.reseller_id = account.reseller_id and passkey.account_id = account.id
             where account.id = $1 and account.active
             order by passkey.created_at, passkey.id",
            account.uuid()
        )
        .fetch_all(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found)
    }

    /// Keeps a new passkey, and the codes where it is the account's first factor.
    ///
    /// # Errors
    /// [`Refusal::SignedOut`]: the account is gone, or not active any more; [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn add_passkey(
        &self,
        own: &OwnAccount,
        _: FreshProof,
        new: NewPasskey,
        codes: CodeHashes,
    ) -> Result<PasskeyAdded, Refusal> {
        let (auth, own) = (self.auth.clone(), *own);
        finish(async move {
            let mut tx = auth.begin().await?;
            let is_first = !lock(&mut tx, own.account()).await?;
            let kept = sqlx::query!(
                "insert into passkey (reseller_id, account_id, id, credential_id, credential, name)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict on constraint passkey_credential_id_key do nothing",
                own.reseller().uuid(),
                own.account().uuid(),
                PasskeyId::new().uuid(),
                new.credential_id,
                new.credential,
                new.name
            )
            .execute(&mut *tx)
            .await
            .map_err(Failure::from);
            match kept {
                Ok(kept) if kept.rows_affected() == 0 => return Ok(PasskeyAdded::Known),
                Err(failure) if failure.constraint() == Some("passkey_limit") => {
                    return Ok(PasskeyAdded::Full);
                }
                kept => kept?,
            };
            if is_first {
                replace_codes(&mut tx, &own, &codes).await?;
            }
            let (reseller, account) = (own.reseller().uuid(), own.account());
            let actor = Actor::Account(account);
            note(&mut tx, reseller, actor, account, "account.passkey_added").await?;
            enqueue(&mut tx, reseller, Mail::passkey_added(account)).await?;
            commit_counted(tx, reseller).await?;
            Ok(if is_first {
                PasskeyAdded::First
            } else {
                PasskeyAdded::Further
            })
        })
        .await
    }
}
