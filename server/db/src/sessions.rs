//! Sessions. The database knows only the SHA-256 of a session's id, so a copy of it opens none.
//!
//! `idle_until` is how long from now by the program's clock; the database adds it to its own, so that
//! nobody is signed out at once where the two clocks differ by more than that.

mod end;
mod half;

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::{
    portal::{AddressForm, Contact},
    principal::Role,
    proof::FRESH_MINUTES,
    refusal::Refusal,
    values::{AccountId, ResellerId},
};
use serde_json::Value;

use crate::{Db, error::Failure, stored};

/// Every request waits for its session, and the few connections for that must be free again soon where the
/// database went away without a word. A little longer than a request waits for a connection.
const LOADS_WITHIN: Duration = Duration::from_millis(3_200);

/// A session that is still valid.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSession {
    /// What the session layer keeps in it.
    pub data: Value,
    /// Who signed in; `None` before sign-in.
    pub account: Option<SessionAccount>,
    /// Whose password was right, while the second factor is still to come; nobody is signed in.
    pub half: Option<AccountId>,
    /// Whoever signed in has just proved to be that account.
    pub fresh: bool,
    /// When it was last touched.
    pub last_seen_at: DateTime<Utc>,
    /// It ends then unless it is touched.
    pub idle_until: DateTime<Utc>,
    /// It ends then in any case.
    pub expires_at: DateTime<Utc>,
}

/// The account of a session, as it is stored now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionAccount {
    pub account: AccountId,
    pub reseller: ResellerId,
    pub role: Role,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub reseller_number: String,
    /// How to reach the reseller.
    pub contact: Contact,
    /// Its reseller requires a second factor, and it has none yet.
    pub needs_factor: bool,
}

impl Db {
    /// Stores a new session; one with an account begins with a proof. `false`: there is one with this id already, nothing was stored.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn insert_session(
        &self,
        id_hash: &[u8; 32],
        account: Option<AccountId>,
        data: &Value,
        idle_until: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<bool, Refusal> {
        let stored = sqlx::query!(
            "insert into session (id_hash, reseller_id, account_id, data, idle_until, expires_at, proved_at)
             select $1, account.reseller_id, account.id, $3, least(now() + ($4::timestamptz - $6::timestamptz), $5), $5,
                 case when account.id is not null then now() end
             from (select) as one
             left join account on account.id = $2
             on conflict on constraint session_pkey do nothing",
            id_hash.as_slice(),
            account.map(|account| account.uuid()),
            data,
            idle_until,
            expires_at,
            Utc::now()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(stored.rows_affected() == 1)
    }

    /// The session, unless it has ended or its account may no longer sign in. One statement.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn load_session(&self, id_hash: &[u8; 32]) -> Result<Option<StoredSession>, Refusal> {
        tokio::time::timeout(LOADS_WITHIN, self.load(id_hash))
            .await
            .unwrap_or(Err(Refusal::Unavailable))
    }

    async fn load(&self, id_hash: &[u8; 32]) -> Result<Option<StoredSession>, Refusal> {
        let found = sqlx::query!(
            r#"
            select
                session.data, session.last_seen_at, session.idle_until, session.expires_at,
                coalesce(session.proved_at > now() - make_interval(mins => $2), false) as "fresh!",
                account.id as "account?", account.reseller_id as "reseller_id?",
                account.role as "role?", account.staff_right as "staff_right?", account.user_name as "user_name?",
                account.first_name as "first_name?", account.last_name as "last_name?",
                reseller.number as "reseller_number?", reseller.company as "company?",
                reseller.email as "reseller_email?", reseller.phone as "reseller_phone?",
                reseller.address_form as "address_form?", session.awaits_factor,
                coalesce(
                    account.role = 'staff' and reseller.staff_second_factor and not account.has_second_factor,
                    false
                ) as "needs_factor!"
            from session
            left join account
                on account.reseller_id = session.reseller_id and account.id = session.account_id
            left join reseller on reseller.id = account.reseller_id
            where session.id_hash = $1
                and session.idle_until > now()
                and (session.account_id is null or account.active)
            "#,
            id_hash.as_slice(),
            FRESH_MINUTES
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        let Some(row) = found else {
            return Ok(None);
        };
        let known = row.account.filter(|_| !row.awaits_factor);
        let account = match (known, row.reseller_id, row.role) {
            (Some(account), Some(reseller), Some(role)) => Some(SessionAccount {
                account: AccountId::from_uuid(account),
                reseller: ResellerId::from_uuid(reseller),
                role: stored::role(&role, row.staff_right.as_deref())?,
                user_name: row.user_name.unwrap_or_default(),
                first_name: row.first_name.unwrap_or_default(),
                last_name: row.last_name.unwrap_or_default(),
                reseller_number: row.reseller_number.unwrap_or_default(),
                contact: Contact {
                    company: row.company.unwrap_or_default(),
                    email: row.reseller_email.unwrap_or_default(),
                    phone: row.reseller_phone.unwrap_or_default(),
                    address_form: match row.address_form.as_deref() {
                        Some("sie") => AddressForm::Sie,
                        _ => AddressForm::Du,
                    },
                },
                needs_factor: row.needs_factor,
            }),
            _ => None,
        };
        Ok(Some(StoredSession {
            data: row.data,
            account,
            half: row
                .account
                .filter(|_| row.awaits_factor)
                .map(AccountId::from_uuid),
            fresh: row.fresh,
            last_seen_at: row.last_seen_at,
            idle_until: row.idle_until,
            expires_at: row.expires_at,
        }))
    }

    /// Replaces what the session holds; that proves nothing. `false`: it does not exist (any more), nothing was stored:
    /// a session that was ended meanwhile must not come back.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn save_session(
        &self,
        id_hash: &[u8; 32],
        account: Option<AccountId>,
        data: &Value,
        idle_until: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<bool, Refusal> {
        let stored = sqlx::query!(
            "update session
             set reseller_id = account.reseller_id, account_id = account.id, data = $3,
                 last_seen_at = now(), idle_until = least(now() + ($4::timestamptz - $6::timestamptz), $5),
                 expires_at = $5,
                 proved_at = case when session.account_id = account.id then session.proved_at end
             from (select) as one
             left join account on account.id = $2
             where session.id_hash = $1",
            id_hash.as_slice(),
            account.map(|account| account.uuid()),
            data,
            idle_until,
            expires_at,
            Utc::now()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(stored.rows_affected() == 1)
    }

    /// Notes that the session is in use: it stays valid until `idle_until`.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn touch_session(
        &self,
        id_hash: &[u8; 32],
        idle_until: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        sqlx::query!(
            "update session
             set last_seen_at = now(),
                 idle_until = least(now() + ($2::timestamptz - $3::timestamptz), expires_at)
             where id_hash = $1 and idle_until > now()",
            id_hash.as_slice(),
            idle_until,
            Utc::now()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }
}
