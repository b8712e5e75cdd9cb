//! A second factor goes. Its owner gets a mail about it.

use domain::{
    principal::{Actor, OwnAccount},
    proof::FreshProof,
    refusal::Refusal,
    values::{AccountId, PasskeyId},
};
use uuid::Uuid;

use super::change::note;
use crate::{
    Db,
    error::Failure,
    outbox::{Mail, enqueue},
    pool::Tx,
    task::finish,
    tenant::commit_counted,
};

/// One of an account's factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneFactor {
    /// The app that makes codes.
    App,
    Passkey(PasskeyId),
}

/// What is known of an account whose factor is to go.
struct Holder {
    reseller: Uuid,
    has_factor: bool,
    /// Its reseller requires a factor of it.
    required: bool,
}

impl Db {
    /// From now on the password is enough again: app, passkeys and recovery codes are gone. Sign-ins that
    /// wait for a factor end. `false`: there was none.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: no such account; [`Refusal::FactorNeeded`]: its reseller requires it, and
    /// who asks is not the operator; [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn remove_factor(&self, actor: Actor, account: AccountId) -> Result<bool, Refusal> {
        let auth = self.auth.clone();
        finish(async move {
            let mut tx = auth.begin().await?;
            let holder = holder(&mut tx, account).await?;
            if holder.required && actor != Actor::Operator {
                return Err(Refusal::FactorNeeded.into());
            }
            forget(&mut tx, holder.reseller, account).await?;
            if holder.has_factor {
                ended(&mut tx, actor, account, &holder).await?;
            }
            commit_counted(tx, holder.reseller).await?;
            Ok(holder.has_factor)
        })
        .await
    }

    /// Removes one of the own factors. With the last one the password has to be enough again: `alone` says
    /// that it can be. `false`: there was no such factor.
    ///
    /// # Errors
    /// [`Refusal::FactorNeeded`]: it is the last one, and the reseller requires one; [`Refusal::Changed`]:
    /// it is the last one, and nobody said that the password is enough; [`Refusal::NotFound`],
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn remove_own_factor(
        &self,
        own: &OwnAccount,
        _: FreshProof,
        factor: OneFactor,
        alone: bool,
    ) -> Result<bool, Refusal> {
        let (auth, own) = (self.auth.clone(), *own);
        finish(async move {
            let mut tx = auth.begin().await?;
            let (actor, account) = (Actor::Account(own.account()), own.account());
            let holder = holder(&mut tx, account).await?;
            if !delete_one(&mut tx, &own, factor).await? {
                return Ok(false);
            }
            if has_factor(&mut tx, account).await? {
                noted_one(&mut tx, &own, factor).await?;
            } else if holder.required {
                return Err(Refusal::FactorNeeded.into());
            } else if holder.has_factor {
                if !alone {
                    return Err(Refusal::Changed.into());
                }
                forget(&mut tx, holder.reseller, account).await?;
                ended(&mut tx, actor, account, &holder).await?;
            }
            commit_counted(tx, holder.reseller).await?;
            Ok(true)
        })
        .await
    }
}

/// Nothing about the account's factors changes before the transaction ends.
async fn holder(tx: &mut Tx, account: AccountId) -> Result<Holder, Failure> {
    let found = sqlx::query!(
        r#"
        select account.reseller_id, account.has_second_factor,
            account.role = 'staff' and reseller.staff_second_factor as "required!"
        from account
        join reseller on reseller.id = account.reseller_id
        where account.id = $1
        for update of account
        "#,
        account.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    Ok(Holder {
        reseller: found.reseller_id,
        has_factor: found.has_second_factor,
        required: found.required,
    })
}

async fn has_factor(tx: &mut Tx, account: AccountId) -> Result<bool, Failure> {
    let has = sqlx::query_scalar!(
        "select has_second_factor from account where id = $1",
        account.uuid()
    );
    Ok(has.fetch_one(&mut **tx).await?)
}

async fn delete_one(tx: &mut Tx, own: &OwnAccount, factor: OneFactor) -> Result<bool, Failure> {
    let (reseller, account) = (own.reseller().uuid(), own.account().uuid());
    let deleted = match factor {
        OneFactor::App => {
            sqlx::query!(
                "delete from totp_factor
                 where reseller_id = $1 and account_id = $2 and confirmed_at is not null",
                reseller,
                account
            )
            .execute(&mut **tx)
            .await?
        }
        OneFactor::Passkey(id) => {
            sqlx::query!(
                "delete from passkey where reseller_id = $1 and account_id = $2 and id = $3",
                reseller,
                account,
                id.uuid()
            )
            .execute(&mut **tx)
            .await?
        }
    };
    Ok(deleted.rows_affected() == 1)
}

/// One is gone, and others are left.
async fn noted_one(tx: &mut Tx, own: &OwnAccount, factor: OneFactor) -> Result<(), Failure> {
    let (reseller, account) = (own.reseller().uuid(), own.account());
    let (kind, mail) = match factor {
        OneFactor::App => ("account.app_removed", Mail::app_removed(account)),
        OneFactor::Passkey(_) => ("account.passkey_removed", Mail::passkey_removed(account)),
    };
    note(tx, reseller, Actor::Account(account), account, kind).await?;
    enqueue(tx, reseller, mail).await
}

/// The last one is gone.
async fn ended(
    tx: &mut Tx,
    actor: Actor,
    account: AccountId,
    holder: &Holder,
) -> Result<(), Failure> {
    note(
        tx,
        holder.reseller,
        actor,
        account,
        "account.factor_removed",
    )
    .await?;
    enqueue(tx, holder.reseller, Mail::factor_removed(account)).await
}

/// Whatever there is of a factor; recovery codes go by themselves.
async fn forget(tx: &mut Tx, reseller: Uuid, account: AccountId) -> Result<(), Failure> {
    sqlx::query!(
        "with app as (
             delete from totp_factor where reseller_id = $1 and account_id = $2
         ), keys as (
             delete from passkey where reseller_id = $1 and account_id = $2
         )
         delete from session where account_id = $2 and awaits_factor",
        reseller,
        account.uuid()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
