//! Accounts and their passwords, as far as signing in needs them.

use domain::{
    principal::{Actor, Role},
    refusal::Refusal,
    values::{AccountId, ResellerId},
};

use uuid::Uuid;

use crate::{
    Db,
    error::Failure,
    outbox::withdraw_confirmation,
    pool::Tx,
    resellers::name_reseller,
    stored,
    task::finish,
    tenant::{actor_columns, commit_counted},
};

/// What a password is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    pub account: AccountId,
    pub reseller: ResellerId,
    pub role: Role,
    /// Only an active account may sign in.
    pub active: bool,
    /// As a PHC string; `None` until the account has set a password.
    pub password_hash: Option<String>,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// A code is asked for after the password.
    pub has_second_factor: bool,
}

impl Db {
    /// The account of this user name, case ignored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn credentials(&self, user_name: &str) -> Result<Option<Credentials>, Refusal> {
        let found = sqlx::query!(
            "select id, reseller_id, role, staff_right, active, password_hash, user_name, first_name, last_name, email,
                 has_second_factor
             from account
             where user_name_key = lower($1)",
            user_name
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        let Some(row) = found else {
            return Ok(None);
        };
        Ok(Some(Credentials {
            account: AccountId::from_uuid(row.id),
            reseller: ResellerId::from_uuid(row.reseller_id),
            role: stored::role(&row.role, row.staff_right.as_deref())?,
            active: row.active,
            password_hash: row.password_hash,
            user_name: row.user_name,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
            has_second_factor: row.has_second_factor,
        }))
    }

    /// Replaces the hash of an unchanged password by a stronger one. Nothing happens where the
    /// stored hash is no longer `old`: the password was changed meanwhile.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn renew_password_hash(
        &self,
        account: AccountId,
        old: &str,
        new: &str,
    ) -> Result<(), Refusal> {
        sqlx::query!(
            "update account set password_hash = $3 where id = $1 and password_hash = $2",
            account.uuid(),
            old,
            new
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }

    /// Sets a password. In the same transaction all sessions of the account end, its open one-time
    /// links become void, and the audit log says who did it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn set_password(
        &self,
        actor: Actor,
        account: AccountId,
        password_hash: &str,
    ) -> Result<(), Refusal> {
        let (auth, password_hash) = (self.auth.clone(), password_hash.to_owned());
        finish(async move {
            let mut tx = auth.begin().await?;
            let reseller = store_password(&mut tx, actor, account, &password_hash).await?;
            commit_counted(tx, reseller).await?;
            Ok(())
        })
        .await
    }
}

/// Sets a password and ends whatever the old one opened. Returns the reseller of the account.
pub(crate) async fn store_password(
    tx: &mut Tx,
    actor: Actor,
    account: AccountId,
    password_hash: &str,
) -> Result<Uuid, Failure> {
    let reseller = sqlx::query_scalar!(
        "update account set password_hash = $2 where id = $1 returning reseller_id",
        account.uuid(),
        password_hash
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    name_reseller(tx, reseller).await?;
    // Whoever knew the old password may have asked for it.
    withdraw_confirmation(tx, reseller, account).await?;
    let (actor, actor_account) = actor_columns(actor);
    sqlx::query!(
        "with ended as (
             delete from session where account_id = $3
         ), voided as (
             update one_time_token set used_at = now() where account_id = $3 and used_at is null
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id)
         values ($1, $2, $4, $5, 'account.password_set', $3)",
        reseller,
        Uuid::now_v7(),
        account.uuid(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(reseller)
}
