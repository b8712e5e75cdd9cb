//! Failed sign-ins, kept in the database so that a restart forgives nobody. The numbers are decided
//! in [`crate::throttle_rule`].

mod code;
mod passkey;

use std::{net::IpAddr, time::Duration};

use domain::refusal::Refusal;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Db,
    error::Failure,
    pool::Tx,
    task::finish,
    throttle_rule::{self, Facts},
};

/// Whether a password may be checked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    Allowed,
    /// Not before this time has passed.
    Wait(Duration),
}

impl Db {
    /// Asks, before the password is checked, whether it may be. An allowed attempt counts for the
    /// address as a failure until [`Self::attempt_succeeded`]: many at once cannot slip through.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt(&self, address: IpAddr, user_name: &str) -> Result<Attempt, Refusal> {
        let (auth, who) = (self.auth.clone(), Who::new(address, user_name));
        finish(async move {
            let mut tx = auth.begin().await?;
            who.lock(&mut tx).await?;
            let decision = throttle_rule::decide(&who.facts(&mut tx).await?);
            if decision == Attempt::Allowed {
                who.note(&mut tx, "open").await?;
            }
            tx.commit().await?;
            Ok(decision)
        })
        .await
    }

    /// Asks whether something else that anybody may ask for may be done now, and counts it. What is
    /// counted for one `task` says nothing about another, nor about signing in.
    pub(crate) async fn attempt_request(
        &self,
        task: &str,
        address: IpAddr,
        name: &str,
    ) -> Result<Attempt, Refusal> {
        let (auth, who) = (self.auth.clone(), Who::asking(task, address, name));
        finish(async move {
            let mut tx = auth.begin().await?;
            who.lock(&mut tx).await?;
            let decision = throttle_rule::decide(&who.facts(&mut tx).await?);
            if decision == Attempt::Allowed {
                who.note(&mut tx, "failed").await?;
            }
            tx.commit().await?;
            Ok(decision)
        })
        .await
    }

    /// Notes that the password (or the name) was wrong.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_failed(&self, address: IpAddr, user_name: &str) -> Result<(), Refusal> {
        let (auth, who) = (self.auth.clone(), Who::new(address, user_name));
        finish(async move {
            let mut tx = auth.begin().await?;
            who.lock(&mut tx).await?;
            who.close_one(&mut tx).await?;
            who.note(&mut tx, "failed").await?;
            who.block_if_too_many_names(&mut tx).await?;
            tx.commit().await?;
            Ok(())
        })
        .await
    }

    /// Notes that the password was right: the name's failures are forgiven, at this address and for
    /// the name at every other one.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_succeeded(&self, address: IpAddr, user_name: &str) -> Result<(), Refusal> {
        let who = Who::new(address, user_name);
        sqlx::query!(
            "with forgotten as (
                 delete from login_attempt where address = $1 and name_hash = $2
             )
             update login_attempt set outcome = 'forgiven' where address <> $1 and name_hash = $2",
            who.address,
            who.name_hash.as_slice()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }
}

/// Who tries: from which address, under which name.
struct Who {
    address: String,
    name_hash: [u8; 32],
}

impl Who {
    fn new(address: IpAddr, user_name: &str) -> Self {
        Self {
            address: throttle_rule::address_key(address),
            name_hash: Sha256::digest(user_name.to_lowercase()).into(),
        }
    }

    fn asking(task: &str, address: IpAddr, name: &str) -> Self {
        Self {
            address: format!("{task} {}", throttle_rule::address_key(address)),
            name_hash: Sha256::digest(format!("{task} {}", name.to_lowercase())).into(),
        }
    }

    /// One attempt after the other, for the address and for the name.
    async fn lock(&self, tx: &mut Tx) -> Result<(), Failure> {
        sqlx::query!(
            "select pg_advisory_xact_lock(1, hashtext($1))",
            self.address
        )
        .fetch_one(&mut **tx)
        .await?;
        sqlx::query!(
            "select pg_advisory_xact_lock(2, hashtext(encode($1::bytea, 'hex')))",
            self.name_hash.as_slice()
        )
        .fetch_one(&mut **tx)
        .await?;
        self.bring_back(tx).await
    }

    /// Attempts of the future are what a clock that was set back leaves. They count as made now: as they
    /// stand, each would hold until the clock gets there, and its pause would begin only then.
    async fn bring_back(&self, tx: &mut Tx) -> Result<(), Failure> {
        sqlx::query!(
            "update login_attempt
             set at = clock_timestamp(), blocked_until = blocked_until - (at - clock_timestamp())
             where (address = $1 or name_hash = $2) and at > clock_timestamp()",
            self.address,
            self.name_hash.as_slice()
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    /// What the rule needs to know. A running attempt of more than 30 s is one that a program
    /// stopped in; it counts as failed.
    async fn facts(&self, tx: &mut Tx) -> Result<Facts, Failure> {
        let row = sqlx::query!(
            r#"
            with clock as (
                select clock_timestamp() as now
            ), here as (
                select extract(epoch from now - at)::float8 as age,
                    extract(epoch from blocked_until - now)::float8 as blocked_for
                from clock, login_attempt
                where address = $1 and at > now - interval '27 hours'
            ), named as (
                select extract(epoch from now - at)::float8 as age,
                    outcome = 'open' and at > now - interval '30 seconds' as running
                from clock, login_attempt
                where name_hash = $2 and outcome <> 'forgiven' and at > now - interval '1 day'
            )
            select
                coalesce((select array_agg(age) from here where age < 3600), '{}') as "address_ages!",
                coalesce((select max(blocked_for) from here), 0) as "blocked_for!",
                (select count(*) from named where not running)::integer as "name_failures!",
                (select count(*) from named where running)::integer as "name_running!",
                coalesce((select min(age) from named), 0) as "name_age!"
            "#,
            self.address,
            self.name_hash.as_slice()
        )
        .fetch_one(&mut **tx)
        .await?;
        Ok(Facts {
            address_ages: row.address_ages,
            blocked_for: row.blocked_for,
            name_failures: row.name_failures.try_into().unwrap_or(0),
            name_running: row.name_running.try_into().unwrap_or(0),
            name_age: row.name_age,
        })
    }

    async fn note(&self, tx: &mut Tx, outcome: &str) -> Result<(), Failure> {
        sqlx::query!(
            "insert into login_attempt (id, address, name_hash, outcome) values ($1, $2, $3, $4)",
            Uuid::now_v7(),
            self.address,
            self.name_hash.as_slice(),
            outcome
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    /// The oldest running attempt is over.
    async fn close_one(&self, tx: &mut Tx) -> Result<(), Failure> {
        sqlx::query!(
            "delete from login_attempt
             where id = (
                 select id from login_attempt
                 where address = $1 and name_hash = $2 and outcome = 'open'
                 order by at
                 limit 1
             )",
            self.address,
            self.name_hash.as_slice()
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    /// Somebody who tries many names does not look for the own password.
    async fn block_if_too_many_names(&self, tx: &mut Tx) -> Result<(), Failure> {
        sqlx::query!(
            "update login_attempt
             set blocked_until = clock_timestamp() + make_interval(hours => $3)
             where id = (
                 select id from login_attempt where address = $1 and name_hash = $2 order by at desc limit 1
             ) and $4 <= (
                 select count(distinct name_hash) from login_attempt
                 where address = $1 and outcome = 'failed'
                     and at > clock_timestamp() - make_interval(hours => $5)
             )",
            self.address,
            self.name_hash.as_slice(),
            throttle_rule::BLOCKED_HOURS,
            throttle_rule::NAMES_THAT_BLOCK,
            throttle_rule::NAMES_WITHIN_HOURS
        )
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}
