//! Storing a new address, and telling the old one.

use domain::{
    principal::Actor,
    refusal::Refusal,
    values::{AccountId, EmailAddress},
};
use uuid::Uuid;

use crate::{
    error::Failure,
    outbox::{Mail, enqueue, withdraw_confirmation},
    pool::Tx,
    resellers::name_reseller,
    tenant::actor_columns,
};

/// An address that is the account's no longer.
pub(super) struct Replaced {
    pub(super) reseller: Uuid,
    old: String,
}

/// Stores the address, ends every link that an older one got, and notes who did it.
pub(super) async fn replace(
    tx: &mut Tx,
    actor: Actor,
    account: AccountId,
    new: &str,
) -> Result<Replaced, Failure> {
    let changed = sqlx::query!(
        r#"
        with old as (
            select id, email from account where id = $1 for update
        ), voided as (
            update one_time_token set used_at = now() where account_id = $1 and used_at is null
        )
        update account set email = $2, version = version + 1
        from old
        where account.id = old.id
        returning account.reseller_id, old.email as "old!"
        "#,
        account.uuid(),
        new
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    name_reseller(tx, changed.reseller_id).await?;
    withdraw_confirmation(tx, changed.reseller_id, account).await?;
    let (actor, actor_account) = actor_columns(actor);
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
         values ($1, $2, $3, $4, 'account.email_changed', $5,
             jsonb_build_object('email', $6::text), jsonb_build_object('email', $7::text))",
        changed.reseller_id,
        Uuid::now_v7(),
        actor,
        actor_account,
        account.uuid(),
        changed.old,
        new
    )
    .execute(&mut **tx)
    .await?;
    Ok(Replaced {
        reseller: changed.reseller_id,
        old: changed.old,
    })
}

/// The old address gets a mail. One that no mail program takes any more gets none.
pub(super) async fn tell(
    tx: &mut Tx,
    account: AccountId,
    replaced: &Replaced,
) -> Result<(), Failure> {
    match EmailAddress::parse(&replaced.old) {
        Ok(old) => enqueue(tx, replaced.reseller, Mail::email_changed(account, &old)).await,
        Err(_) => Ok(()),
    }
}
