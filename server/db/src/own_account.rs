//! The port [`OwnAccounts`]. Sessions are the sign-in's, so all of it runs as `mkm_auth`.

use async_trait::async_trait;
use domain::{
    own_account::{NewEmail, OwnSession, OwnSignIn},
    ports::OwnAccounts,
    principal::OwnAccount,
    refusal::Refusal,
    second_factor::OwnFactor,
    values::SessionId,
};
use uuid::Uuid;

use crate::{
    Db, customers::count, error::Failure, resellers::name_reseller, task::finish,
    tenant::commit_counted,
};

#[async_trait]
impl OwnAccounts for Db {
    async fn own_sign_in(&self, own: &OwnAccount) -> Result<OwnSignIn, Refusal> {
        Ok(own_sign_in(self, own).await?)
    }

    async fn end_session(&self, own: &OwnAccount, session: SessionId) -> Result<(), Refusal> {
        let (db, own) = (self.clone(), *own);
        finish(async move { end_sessions(&db, &own, Some(session)).await }).await
    }

    async fn end_other_sessions(&self, own: &OwnAccount) -> Result<(), Refusal> {
        let (db, own) = (self.clone(), *own);
        finish(async move { end_sessions(&db, &own, None).await }).await
    }
}

async fn own_sign_in(db: &Db, own: &OwnAccount) -> Result<OwnSignIn, Failure> {
    let rows = sqlx::query!(
        r#"
        select account.user_name, account.email, session.id as "session?",
            coalesce(session.data ->> 'browser', '') as "browser!",
            extract(epoch from now() - session.created_at)::integer / 60 as "begun?",
            extract(epoch from now() - session.last_seen_at)::integer / 60 as "last_seen?",
            coalesce(session.id_hash = $2, false) as "current!",
            asked.recipient as new_email, coalesce(asked.state = 'failed', false) as "undeliverable!",
            account.has_second_factor,
            (
                select count(*) from recovery_code as code
                where code.reseller_id = account.reseller_id and code.account_id = account.id
                    and code.used_at is null
            ) as "codes_left!"
        from account
        left join lateral (
            select recipient, state
            from outgoing_mail as mail
            where mail.reseller_id = account.reseller_id and mail.account_id = account.id and mail.kind = 'email'
            order by queued_at desc
            limit 1
        ) as asked on asked.recipient <> account.email and (
            asked.state <> 'sent' or exists (
                select from one_time_token as token
                where token.account_id = account.id and token.purpose = 'email'
                    and token.new_email = asked.recipient
                    and token.used_at is null and token.expires_at > now()
            )
        )
        left join session on session.account_id = account.id and session.idle_until > now()
            and not session.awaits_factor
        where account.id = $1 and account.active
        order by session.id_hash = $2 desc, session.last_seen_at desc
        "#,
        own.account().uuid(),
        own.session().map(<[u8; 32]>::as_slice)
    )
    .fetch_all(&mut *db.sign_in_connection().await?)
    .await?;
    let account = rows.first().ok_or(Refusal::SignedOut)?;
    Ok(OwnSignIn {
        user_name: account.user_name.clone(),
        email: account.email.clone(),
        new_email: account.new_email.clone().map(|address| NewEmail {
            address,
            undeliverable: account.undeliverable,
        }),
        second_factor: account.has_second_factor.then(|| OwnFactor {
            codes_left: u32::try_from(account.codes_left).unwrap_or(u32::MAX),
        }),
        sessions: rows
            .iter()
            .filter_map(|row| {
                Some(OwnSession {
                    id: SessionId::from_uuid(row.session?),
                    browser: row.browser.clone(),
                    begun: count(row.begun?),
                    last_seen: count(row.last_seen?),
                    current: row.current,
                })
            })
            .collect(),
    })
}

/// This one, or all but the one that asks.
async fn end_sessions(db: &Db, own: &OwnAccount, one: Option<SessionId>) -> Result<(), Failure> {
    let mut tx = db.auth.begin().await?;
    name_reseller(&mut tx, own.reseller().uuid()).await?;
    sqlx::query!(
        "with ended as (
             delete from session
             where account_id = $3
                 and case when $4::uuid is null then id_hash is distinct from $5 else id = $4 end
             returning id
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         select $1, $2, 'account', $3, 'account.sessions_ended', $3, jsonb_build_object('ended', count(*))
         from ended
         having count(*) > 0",
        own.reseller().uuid(),
        Uuid::now_v7(),
        own.account().uuid(),
        one.map(|session| session.uuid()),
        own.session().map(<[u8; 32]>::as_slice)
    )
    .execute(&mut *tx)
    .await?;
    commit_counted(tx, own.reseller().uuid()).await?;
    Ok(())
}
