//! Editing a user, letting it in or not, inviting it again.

use domain::{
    principal::Desk,
    refusal::Refusal,
    user::NewUser,
    user_form::UserForm,
    values::{AccountId, CustomerId, Version},
};
use uuid::Uuid;

use super::{
    Invitation,
    one::{Held, hold, invite as invite_account},
};
use crate::{
    Db,
    error::Failure,
    outbox::{withdraw, withdraw_confirmation},
    tenant::TenantTx,
};

/// What an edit replaces.
pub(super) struct Edit<'a> {
    /// What the edit started from.
    pub(super) version: Version,
    pub(super) new: &'a NewUser,
    /// A mail server is configured.
    pub(super) mails: bool,
}

pub(super) async fn update(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
    edit: Edit<'_>,
) -> Result<(), Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let user = hold(&mut tx, customer, id).await?;
    let new = UserForm::from(edit.new);
    // The same edit sent again, because the first answer was lost, is no conflict.
    if user.record == new {
        return Ok(());
    }
    if user.version != edit.version.0 {
        return Err(Refusal::Changed.into());
    }
    replace(&mut tx, customer, &user, &new).await?;
    let has_moved = user.record.email != new.email;
    if has_moved && edit.mails {
        let waits = user.active && !user.has_password;
        follow_to_new_address(&mut tx, id, waits).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn replace(
    tx: &mut TenantTx,
    customer: CustomerId,
    user: &Held,
    new: &UserForm,
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    let before = &user.record;
    sqlx::query!(
        "with changed as (
             update account
             set user_name = $2, first_name = $3, last_name = $4, email = $5, version = version + 1
             where id = $1
             returning reseller_id, id, user_name, first_name, last_name, email, active
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
         select reseller_id, $6, $7, $8, 'account.changed', id,
             account_record($9, $10, $11, $12, active, customer_reference(reseller_id, $13)),
             account_record(user_name, first_name, last_name, email, active, customer_reference(reseller_id, $13))
         from changed",
        user.id.uuid(),
        new.user_name,
        new.first_name,
        new.last_name,
        new.email,
        Uuid::now_v7(),
        actor,
        actor_account,
        before.user_name,
        before.first_name,
        before.last_name,
        before.email,
        customer.uuid()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What went to the old address counts no longer. `waits`: for its first password, so it is invited again.
pub(crate) async fn follow_to_new_address(
    tx: &mut TenantTx,
    id: AccountId,
    waits: bool,
) -> Result<(), Failure> {
    sqlx::query!(r#"select end_links($1)::text as "ended""#, id.uuid())
        .fetch_one(&mut **tx)
        .await?;
    let reseller = tx.reseller();
    withdraw_confirmation(&mut *tx, reseller, id).await?;
    if waits {
        invite_account(tx, id, Invitation::ByMail).await?;
    }
    Ok(())
}

pub(super) async fn set_active(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
    active: bool,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let user = hold(&mut tx, customer, id).await?;
    if user.active != active {
        switch(&mut tx, customer, &user, active).await?;
        if !active {
            end_access(&mut tx, id).await?;
        }
        tx.commit().await?;
    }
    Ok(user.record.user_name)
}

async fn switch(
    tx: &mut TenantTx,
    customer: CustomerId,
    user: &Held,
    active: bool,
) -> Result<(), Failure> {
    let (actor, actor_account) = tx.actor();
    let kind = if active {
        "account.activated"
    } else {
        "account.deactivated"
    };
    sqlx::query!(
        "with changed as (
             update account set active = $2, version = version + 1
             where id = $1
             returning reseller_id, id, user_name, first_name, last_name, email
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
         select reseller_id, $3, $4, $5, $6, id,
             account_record(user_name, first_name, last_name, email, not $2, customer_reference(reseller_id, $7)),
             account_record(user_name, first_name, last_name, email, $2, customer_reference(reseller_id, $7))
         from changed",
        user.id.uuid(),
        active,
        Uuid::now_v7(),
        actor,
        actor_account,
        kind,
        customer.uuid()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Sessions, links, and mails that would bring new ones.
pub(crate) async fn end_access(tx: &mut TenantTx, id: AccountId) -> Result<(), Failure> {
    sqlx::query!(r#"select end_access($1)::text as "ended""#, id.uuid())
        .fetch_one(&mut **tx)
        .await?;
    let reseller = tx.reseller();
    withdraw(&mut *tx, reseller, id).await
}

pub(super) async fn invite(
    db: &Db,
    desk: &Desk,
    customer: CustomerId,
    id: AccountId,
    invitation: Invitation,
) -> Result<String, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    let user = hold(&mut tx, customer, id).await?;
    if user.has_password || !user.active {
        return Err(Refusal::Changed.into());
    }
    user.invite(&mut tx, invitation).await?;
    user.note(&mut tx, customer, "account.invited").await?;
    tx.commit().await?;
    Ok(user.record.user_name)
}
