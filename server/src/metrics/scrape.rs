//! The answer to whoever collects the figures.

use std::{
    fs,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use db::{Db, PoolFigures};
use metrics::{counter, gauge};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::time::timeout;

use super::names;

/// Prometheus gives up after 10 s, and the other figures are worth having without the database's.
const DATABASE_ANSWERS_WITHIN: Duration = Duration::from_secs(2);

#[derive(Clone)]
struct Scraped {
    handle: PrometheusHandle,
    db: Db,
}

/// `/metrics`, and nothing else. Has an address of its own: it is nobody's business in the browser.
pub fn router(handle: PrometheusHandle, db: Db) -> Router {
    gauge!(names::BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    gauge!(names::START_TIME).set(since_1970());
    Router::new()
        .route("/metrics", get(scrape))
        .with_state(Scraped { handle, db })
}

async fn scrape(State(scraped): State<Scraped>) -> impl IntoResponse {
    for pool in scraped.db.pools() {
        of_pool(&pool);
    }
    of_database(&scraped.db).await;
    if let Some(bytes) = resident_memory() {
        gauge!(names::MEMORY).set(bytes);
    }
    scraped.handle.run_upkeep();
    let format = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, format)], scraped.handle.render())
}

fn of_pool(pool: &PoolFigures) {
    let name = pool.name;
    let busy = pool.size.saturating_sub(pool.idle);
    gauge!(names::POOL_CONNECTIONS, "pool" => name, "state" => "idle").set(pool.idle);
    gauge!(names::POOL_CONNECTIONS, "pool" => name, "state" => "busy").set(busy);
    gauge!(names::POOL_CONNECTIONS_MAX, "pool" => name).set(pool.most);
    counter!(names::POOL_REQUESTS, "pool" => name).absolute(pool.asked);
    counter!(names::POOL_WAIT_MICROSECONDS, "pool" => name).absolute(pool.waited);
}

/// Where the database does not answer the old figures stay, and this says that they are old.
async fn of_database(db: &Db) {
    let outbox = timeout(DATABASE_ANSWERS_WITHIN, db.outbox_figures()).await;
    let Ok(Ok(outbox)) = outbox else {
        gauge!(names::DATABASE_UP).set(0.0);
        return;
    };
    gauge!(names::DATABASE_UP).set(1.0);
    gauge!(names::OUTBOX, "state" => "waiting").set(float(outbox.waiting));
    gauge!(names::OUTBOX, "state" => "failed").set(float(outbox.failed));
    gauge!(names::OUTBOX_OLDEST).set(outbox.oldest.unwrap_or(0.0));
}

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 mails")]
fn float(amount: u64) -> f64 {
    amount as f64
}

fn since_1970() -> f64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.unwrap_or_default().as_secs_f64()
}

/// `None` where the system does not say it (it is Linux that does).
fn resident_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024.0)
}
