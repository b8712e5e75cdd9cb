//! Where somebody else is signed in. Sessions are the sign-in's, so all of it runs as `mkm_auth`, and
//! each statement names the reseller itself.

use async_trait::async_trait;
use domain::{
    ports::OthersSessions,
    principal::Desk,
    refusal::Refusal,
    rights::{EndSessionsOfOthers, May},
    staff::{AccountSessions, OthersSession, of_somebody_else},
    values::{AccountId, SessionId},
};
use uuid::Uuid;

use crate::{
    Db,
    customers::count,
    error::Failure,
    resellers::name_reseller,
    task::finish,
    tenant::{actor_columns, commit_counted},
};

#[async_trait]
impl OthersSessions for Db {
    async fn sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        account: AccountId,
    ) -> Result<AccountSessions, Refusal> {
        Ok(sessions(self, desk, account).await?)
    }

    async fn end_sessions_of_account(
        &self,
        desk: &May<EndSessionsOfOthers>,
        account: AccountId,
    ) -> Result<String, Refusal> {
        of_somebody_else(desk, account)?;
        let (db, desk) = (self.clone(), *desk);
        finish(async move { end(&db, &desk, account).await }).await
    }
}

async fn sessions(db: &Db, desk: &Desk, account: AccountId) -> Result<AccountSessions, Failure> {
    let rows = sqlx::query!(
        r#"
        select account.user_name, session.id as "session?",
            coalesce(session.data ->> 'browser', '') as "browser!",
            extract(epoch from now() - session.created_at)::integer / 60 as "begun?",
            extract(epoch from now() - session.last_seen_at)::integer / 60 as "last_seen?"
        from account
        left join session on session.reseller_id = account.reseller_id
            and session.account_id = account.id and session.idle_until > now()
            and not session.awaits_factor
        where account.reseller_id = $1 and account.id = $2 and account.role in ('staff', 'portal')
        order by session.last_seen_at desc
        "#,
        desk.reseller().uuid(),
        account.uuid()
    )
    .fetch_all(&mut *db.sign_in_connection().await?)
    .await?;
    let user_name = rows.first().ok_or(Refusal::NotFound)?.user_name.clone();
    let sessions = rows.into_iter().filter_map(|row| {
        Some(OthersSession {
            id: SessionId::from_uuid(row.session?),
            browser: row.browser,
            begun: count(row.begun?),
            last_seen: count(row.last_seen?),
        })
    });
    Ok(AccountSessions {
        user_name,
        sessions: sessions.collect(),
    })
}

async fn end(db: &Db, desk: &Desk, account: AccountId) -> Result<String, Failure> {
    let reseller = desk.reseller().uuid();
    let mut tx = db.auth.begin().await?;
    name_reseller(&mut tx, reseller).await?;
    let user_name = sqlx::query_scalar!(
        "select user_name from account where reseller_id = $1 and id = $2 and role in ('staff', 'portal')",
        reseller,
        account.uuid()
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Refusal::NotFound)?;
    let (actor, actor_account) = actor_columns(desk.actor());
    sqlx::query!(
        "with ended as (
             delete from session where reseller_id = $1 and account_id = $2 returning id
         )
         insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, after)
         select $1, $3, $4, $5, 'account.sessions_ended', $2, jsonb_build_object('ended', count(*))
         from ended
         having count(*) > 0",
        reseller,
        account.uuid(),
        Uuid::now_v7(),
        actor,
        actor_account
    )
    .execute(&mut *tx)
    .await?;
    commit_counted(tx, reseller).await?;
    Ok(user_name)
}
