//! How long a session lasts: the hours pass by changing its row.

use sqlx::{AssertSqlSafe, Executor, PgPool};

use crate::support::{TestServer, client::Client, statements};

/// Lets the time of every session pass, or asks about it.
async fn as_auth(pool: &PgPool, sql: &str) -> u64 {
    let mut auth = pool.begin().await.unwrap();
    auth.execute("set local role mkm_auth").await.unwrap();
    let done = auth.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    auth.commit().await.unwrap();
    done.rows_affected()
}

async fn is_signed_in(client: &Client) -> bool {
    let status = client.get("/kontakt").await.status;
    assert!(matches!(status, 200 | 303), "{status}");
    status == 200
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_session_lasts_30_minutes_idle_and_8_hours_at_most(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let as_promised = "update session set data = data
        where idle_until between now() + interval '29 minutes' and now() + interval '31 minutes'
            and expires_at between now() + interval '479 minutes' and now() + interval '481 minutes'";
    assert_eq!(as_auth(&pool, as_promised).await, 1);
    assert!(is_signed_in(&client).await);

    let other = server.reseller().await;
    as_auth(&pool, "update session set idle_until = now()").await;
    assert!(!is_signed_in(&client).await, "idle for too long");
    assert!(!is_signed_in(&other).await, "idle for too long");

    let busy = server.reseller().await;
    as_auth(
        &pool,
        "update session set expires_at = now(), idle_until = now()",
    )
    .await;
    assert!(!is_signed_in(&busy).await, "after eight hours");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn a_use_makes_a_session_last_longer_once_a_minute_and_never_beyond_its_end(pool: PgPool) {
    statements::watch();
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let touches = || {
        let asked = statements::take(&server.name);
        let updates = asked.iter().filter(|sql| {
            let sql = sql.to_lowercase();
            sql.contains("update session") || sql.contains("update \"session\"")
        });
        updates.count()
    };
    touches();
    for _ in 0..5 {
        assert!(is_signed_in(&client).await);
    }
    assert_eq!(touches(), 0, "used within a minute");

    let later = "update session set last_seen_at = now() - interval '61 seconds',
        idle_until = now() + interval '10 minutes', expires_at = now() + interval '20 minutes'";
    as_auth(&pool, later).await;
    for _ in 0..5 {
        assert!(is_signed_in(&client).await);
    }
    assert_eq!(touches(), 1, "used after more than a minute");
    let at_its_end = "update session set data = data
        where idle_until between now() + interval '19 minutes' and now() + interval '20 minutes'
            and idle_until <= expires_at";
    assert_eq!(as_auth(&pool, at_its_end).await, 1);
}
