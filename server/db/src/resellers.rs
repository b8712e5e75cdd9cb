//! Resellers: the tenants.

use domain::{
    refusal::Refusal,
    values::{AccountId, ResellerId},
};

use domain::principal::Actor;
use uuid::Uuid;

use crate::{
    Db,
    error::{Failure, internal},
    pool::Tx,
    tenant::{actor_columns, commit_counted},
};

/// A reseller and its first account, which has no password yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReseller {
    /// Its own customer number at the provider: 1 to 32 characters, unique with case ignored.
    pub number: String,
    /// 1 to 100 characters.
    pub company: String,
    /// Of the account: 1 to 100 characters, unique over all resellers with case ignored.
    pub user_name: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    pub email: String,
}

/// Why no reseller was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddResellerError {
    #[error("another reseller has this number")]
    NumberTaken,
    #[error("another account has this user name")]
    UserNameTaken,
    /// The named column holds what it must not (empty, too long, a control character).
    #[error("{0} is empty, too long or holds a forbidden character")]
    Invalid(&'static str),
    #[error(transparent)]
    Refused(Refusal),
}

impl Db {
    /// Stores a reseller and its first account, with an audit entry.
    ///
    /// # Errors
    /// [`AddResellerError`]
    pub async fn add_reseller(
        &self,
        new: NewReseller,
    ) -> Result<(ResellerId, AccountId), AddResellerError> {
        let auth = self.auth.clone();
        let stored = tokio::spawn(async move {
            let mut tx = auth.begin().await?;
            let ids = store_reseller(&mut tx, &new).await?;
            commit_counted(tx, ids.0.uuid()).await?;
            Ok(ids)
        });
        match stored.await {
            Ok(outcome) => outcome.map_err(add_error),
            Err(fault) => Err(AddResellerError::Refused(internal(&fault))),
        }
    }

    /// The reseller with this number, case ignored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn reseller_by_number(&self, number: &str) -> Result<Option<ResellerId>, Refusal> {
        let id = sqlx::query_scalar!(
            "select id from reseller where lower(number) = lower($1)",
            number.trim()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(id.map(ResellerId::from_uuid))
    }
}

/// Stores reseller, account and audit entry, as `mkm_auth`.
pub(crate) async fn store_reseller(
    tx: &mut Tx,
    new: &NewReseller,
) -> Result<(ResellerId, AccountId), Failure> {
    let (reseller, account) = (ResellerId::new(), AccountId::new());
    sqlx::query!(
        "insert into reseller (id, number, company, email) values ($1, $2, $3, $4)",
        reseller.uuid(),
        new.number.trim(),
        new.company.trim(),
        new.email.trim()
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into account (reseller_id, id, user_name, first_name, last_name, email, role)
         values ($1, $2, $3, $4, $5, $6, 'reseller')",
        reseller.uuid(),
        account.uuid(),
        new.user_name.trim(),
        new.first_name.trim(),
        new.last_name.trim(),
        new.email.trim()
    )
    .execute(&mut **tx)
    .await?;
    write_audit(tx, reseller, account, new).await?;
    Ok((reseller, account))
}

async fn write_audit(
    tx: &mut Tx,
    reseller: ResellerId,
    account: AccountId,
    new: &NewReseller,
) -> Result<(), Failure> {
    name_reseller(tx, reseller.uuid()).await?;
    let (actor, actor_account) = actor_columns(Actor::Operator);
    let after = serde_json::json!({
        "number": new.number.trim(),
        "company": new.company.trim(),
        "account": account,
        "user_name": new.user_name.trim(),
    });
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         values ($1, $2, $3, $4, 'reseller.created', $1, $5)",
        reseller.uuid(),
        Uuid::now_v7(),
        actor,
        actor_account,
        after
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Names the reseller whose audit log `mkm_auth` writes to in this transaction.
pub(crate) async fn name_reseller(tx: &mut Tx, reseller: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "select set_config('app.reseller_id', $1, true)",
        reseller.to_string()
    )
    .fetch_one(&mut **tx)
    .await
    .map(drop)
}

fn add_error(failure: Failure) -> AddResellerError {
    match failure.constraint() {
        Some("reseller_number_key") => AddResellerError::NumberTaken,
        Some("account_user_name_key") => AddResellerError::UserNameTaken,
        Some("reseller_number_check") => AddResellerError::Invalid("number"),
        Some("reseller_company_check") => AddResellerError::Invalid("company"),
        Some("account_user_name_check") => AddResellerError::Invalid("user name"),
        Some("account_first_name_check") => AddResellerError::Invalid("first name"),
        Some("account_last_name_check") => AddResellerError::Invalid("last name"),
        Some("reseller_email_check" | "account_email_check") => AddResellerError::Invalid("email"),
        _ => AddResellerError::Refused(failure.into()),
    }
}
