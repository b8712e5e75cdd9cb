//! A second factor comes, or its recovery codes change. Its owner gets a mail about a new one.

use domain::{
    principal::{Actor, OwnAccount},
    proof::FreshProof,
    refusal::Refusal,
    values::AccountId,
};
use uuid::Uuid;

use super::{CodeHashes, SetUp, TotpSecret};
use crate::{
    Db,
    error::Failure,
    outbox::{Mail, enqueue},
    pool::Tx,
    resellers::name_reseller,
    task::finish,
    tenant::{actor_columns, commit_counted},
};

impl Db {
    /// Keeps a new secret until a code shows that the app has it; one that still waits is forgotten.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: there is a confirmed one already; [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn begin_totp(
        &self,
        own: &OwnAccount,
        _: FreshProof,
        secret: TotpSecret,
    ) -> Result<(), Refusal> {
        let kept = sqlx::query!(
            "insert into totp_factor (reseller_id, account_id, secret)
             select reseller_id, id, $2 from account where id = $1 and active
             on conflict on constraint totp_factor_pkey do update
             set secret = excluded.secret, created_at = now()
             where totp_factor.confirmed_at is null",
            own.account().uuid(),
            secret.as_slice()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        match kept.rows_affected() {
            0 => Err(Refusal::Changed),
            _ => Ok(()),
        }
    }

    /// From now on the app counts: a code of this time step has shown that it has the secret. The codes are
    /// kept where it is the account's first factor.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn confirm_totp(
        &self,
        own: &OwnAccount,
        _: FreshProof,
        (secret, step): (TotpSecret, i64),
        codes: CodeHashes,
    ) -> Result<SetUp, Refusal> {
        let (auth, own) = (self.auth.clone(), *own);
        finish(async move {
            let mut tx = auth.begin().await?;
            let is_first = !lock(&mut tx, own.account()).await?;
            let confirmed = sqlx::query!(
                "update totp_factor set confirmed_at = now(), last_step = $4
                 where reseller_id = $1 and account_id = $2 and secret = $3 and confirmed_at is null",
                own.reseller().uuid(),
                own.account().uuid(),
                secret.as_slice(),
                step
            )
            .execute(&mut *tx)
            .await?;
            if confirmed.rows_affected() == 0 {
                return Ok(SetUp::Nothing);
            }
            let actor = Actor::Account(own.account());
            if is_first {
                replace_codes(&mut tx, &own, &codes).await?;
            }
            note(&mut tx, own.reseller().uuid(), actor, own.account(), "account.factor_added").await?;
            enqueue(&mut tx, own.reseller().uuid(), Mail::factor_added(own.account())).await?;
            commit_counted(tx, own.reseller().uuid()).await?;
            Ok(SetUp::done(is_first))
        })
        .await
    }

    /// New recovery codes in place of all old ones.
    ///
    /// # Errors
    /// [`Refusal::Changed`]: there is no factor (any more); [`Refusal::Unavailable`],
    /// [`Refusal::Internal`]
    pub async fn renew_recovery_codes(
        &self,
        own: &OwnAccount,
        _: FreshProof,
        codes: CodeHashes,
    ) -> Result<(), Refusal> {
        let (auth, own) = (self.auth.clone(), *own);
        finish(async move {
            let mut tx = auth.begin().await?;
            let held = sqlx::query!(
                "select id from account where id = $1 and active and has_second_factor for update",
                own.account().uuid()
            );
            held.fetch_optional(&mut *tx)
                .await?
                .ok_or(Refusal::Changed)?;
            replace_codes(&mut tx, &own, &codes).await?;
            let (reseller, account) = (own.reseller().uuid(), own.account());
            let actor = Actor::Account(account);
            note(
                &mut tx,
                reseller,
                actor,
                account,
                "account.recovery_codes_renewed",
            )
            .await?;
            commit_counted(tx, reseller).await?;
            Ok(())
        })
        .await
    }
}

/// Whether the account has a factor already. Nothing about its factors changes before the transaction ends.
pub(super) async fn lock(tx: &mut Tx, account: AccountId) -> Result<bool, Failure> {
    let found = sqlx::query_scalar!(
        "select has_second_factor from account where id = $1 and active for no key update",
        account.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.ok_or(Refusal::SignedOut)?)
}

pub(super) async fn replace_codes(
    tx: &mut Tx,
    own: &OwnAccount,
    codes: &CodeHashes,
) -> Result<(), Failure> {
    let (reseller, account) = (own.reseller().uuid(), own.account().uuid());
    sqlx::query!(
        "delete from recovery_code where reseller_id = $1 and account_id = $2",
        reseller,
        account
    )
    .execute(&mut **tx)
    .await?;
    let codes: Vec<_> = codes.iter().map(|code| code.to_vec()).collect();
    sqlx::query!(
        "insert into recovery_code (reseller_id, account_id, hash)
         select $1, $2, hash from unnest($3::bytea[]) as hash",
        reseller,
        account,
        &codes
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An entry of the audit log about an account's factor, which never says more than its kind.
pub(super) async fn note(
    tx: &mut Tx,
    reseller: Uuid,
    actor: Actor,
    account: AccountId,
    kind: &str,
) -> Result<(), Failure> {
    name_reseller(tx, reseller).await?;
    let (actor, actor_account) = actor_columns(actor);
    sqlx::query!(
        "insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id)
         values ($1, $2, $3, $4, $5, $6)",
        reseller,
        Uuid::now_v7(),
        actor,
        actor_account,
        kind,
        account.uuid()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
