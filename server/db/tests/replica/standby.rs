//! The standby that `tools/with-postgres --replica` has started.

use std::{process::Command, time::Duration};

use sqlx::{ConnectOptions, PgConnection, postgres::PgConnectOptions};

pub struct Standby {
    folder: String,
    database: String,
}

impl Standby {
    /// Of the same database.
    pub fn of(primary: &PgConnectOptions) -> Self {
        Self {
            folder: setting("MKM_TEST_REPLICA"),
            database: primary.get_database().unwrap().to_owned(),
        }
    }

    pub fn url(&self) -> String {
        format!(
            "postgres://mkm_owner@localhost/{}?host={}",
            self.database, self.folder
        )
    }

    /// Waits until it has all that the primary has, and then lets it go no further.
    pub async fn hold_still(&self, primary: &PgConnectOptions) {
        self.follow().await;
        let mut there = primary.connect().await.unwrap();
        let position: String = sqlx::query_scalar("select pg_current_wal_insert_lsn()::text")
            .fetch_one(&mut there)
            .await
            .unwrap();
        let mut here = self.superuser().await;
        wait_for(
            &mut here,
            "select pg_last_wal_replay_lsn() >= $1::pg_lsn",
            &position,
        )
        .await;
        sqlx::raw_sql("select pg_wal_replay_pause()")
            .execute(&mut here)
            .await
            .unwrap();
        wait_for(
            &mut here,
            "select pg_get_wal_replay_pause_state() = $1",
            "paused",
        )
        .await;
    }

    /// Lets it go on.
    pub async fn follow(&self) {
        sqlx::raw_sql("select pg_wal_replay_resume()")
            .execute(&mut self.superuser().await)
            .await
            .unwrap();
    }

    pub fn stop(&self) {
        control("stop -m immediate");
    }

    pub fn start(&self) {
        control("start");
    }

    pub fn promote(&self) {
        control("promote");
    }

    async fn superuser(&self) -> PgConnection {
        PgConnectOptions::new()
            .host(&self.folder)
            .username("postgres")
            .database("postgres")
            .connect()
            .await
            .unwrap()
    }
}

fn setting(name: &str) -> String {
    std::env::var(name).expect("run this test by `tools/with-postgres --replica`")
}

/// Runs pg_ctl on the standby's cluster.
fn control(action: &str) {
    let command = format!("{} -w -s {action}", setting("MKM_TEST_REPLICA_CONTROL"));
    let status = Command::new("sh").arg("-c").arg(&command).status();
    assert!(status.unwrap().success(), "{command}");
}

async fn wait_for(here: &mut PgConnection, question: &'static str, argument: &str) {
    for _ in 0..600 {
        let yes: Option<bool> = sqlx::query_scalar(question)
            .bind(argument)
            .fetch_one(&mut *here)
            .await
            .unwrap();
        if yes == Some(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("in vain: {question} {argument}");
}
