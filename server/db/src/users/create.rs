//! A new user of a customer.

use domain::{
    principal::Desk,
    refusal::Refusal,
    user::NewUser,
    user_form::UserForm,
    values::{AccountId, CustomerId},
};
use uuid::Uuid;

use super::{Invitation, one::hold};
use crate::{Db, error::Failure, tenant::TenantTx};

/// The id that the browser made lets a form that is sent twice create one user.
pub(super) async fn create(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
    new: &NewUser,
    invitation: Invitation,
) -> Result<(), Failure> {
    let Err(failure) = store(db, desk, customer, id, new, invitation).await else {
        return Ok(());
    };
    if failure.constraint() == Some("customer_account_customer_fkey") {
        return Err(Refusal::NotFound.into());
    }
    let there = async {
        let mut tx = TenantTx::begin(db, desk).await?;
        let user = hold(&mut tx, customer, id).await?;
        Ok(user.record == UserForm::from(new))
    };
    unless_the_same(there, failure).await
}

/// Why an account was not stored; nothing where it was, by the same form sent twice at the same moment.
/// `there`: whether an account of this id holds what the form says.
pub(crate) async fn unless_the_same(
    there: impl Future<Output = Result<bool, Failure>>,
    failure: Failure,
) -> Result<(), Failure> {
    match failure.constraint() {
        // An id that somebody else's account has: nobody makes it by chance.
        Some("account_id_key") => Err(Refusal::NotFound.into()),
        Some("account_user_name_key") if there.await.unwrap_or(false) => Ok(()),
        _ => Err(failure),
    }
}

async fn store(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
    new: &NewUser,
    invitation: Invitation,
) -> Result<(), Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    insert(&mut tx, customer, id, new).await?;
    let user = hold(&mut tx, customer, id).await?;
    if !user.has_password {
        user.invite(&mut tx, invitation).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Account, link and audit entry; nothing where there is an account with this id.
async fn insert(
    tx: &mut TenantTx,
    customer: CustomerId,
    id: AccountId,
    new: &NewUser,
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    sqlx::query!(
        "with stored as (
             insert into account (reseller_id, id, user_name, first_name, last_name, email, role)
             values ($1, $2, $3, $4, $5, $6, 'portal')
             on conflict on constraint account_pkey do nothing
             returning id, user_name, first_name, last_name, email, active
         ), linked as (
             insert into customer_account (reseller_id, customer_id, account_id)
             select $1, $7, id from stored
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         select $1, $8, $9, $10, 'account.created', id,
             account_record(user_name, first_name, last_name, email, active, customer_reference($1, $7))
         from stored",
        tx.reseller(),
        id.uuid(),
        new.user_name.as_str(),
        new.first_name.as_str(),
        new.last_name.as_str(),
        new.email.as_str(),
        customer.uuid(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
