//! Figures about the running program for Prometheus; nothing of any reseller or account. Where nobody asked
//! for them (`MKM_METRICS_ADDRESS`), counting them does nothing.

mod names;
mod scrape;

pub use scrape::router;

use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::stop::Stop;

/// Upper ends of what times are sorted into, in seconds; a request ends after 15.
const SECONDS: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0,
];

/// What can come of a user name and a password.
const OUTCOMES: [&str; 4] = ["right", "wrong", "throttled", "unavailable"];

/// From now on figures are kept. Once in a process.
///
/// # Errors
/// [`Stop::Failed`]
pub fn start() -> Result<PrometheusHandle, Stop> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(names::REQUEST_SECONDS.to_owned()), &SECONDS)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|error| Stop::failed(format!("Messwerte gehen nicht: {error}")))?;
    names::describe();
    // From the start, or the first failure of each kind would be no increase.
    for outcome in OUTCOMES {
        counter!(names::SIGN_INS, "outcome" => outcome).increment(0);
    }
    Ok(handle)
}

/// A request that runs. Dropped, it does not any more, also where its client hung up.
#[derive(Debug)]
pub struct InFlight(());

impl InFlight {
    pub fn begin() -> Self {
        gauge!(names::REQUESTS_IN_FLIGHT).increment(1.0);
        Self(())
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        gauge!(names::REQUESTS_IN_FLIGHT).decrement(1.0);
    }
}

/// A request was answered. `route` is the pattern of the path, never the path: there is no end of those.
pub fn answered(method: &Method, route: &str, status: StatusCode, took: Duration) {
    let method = known(method);
    let class = match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    let route = route.to_owned();
    counter!(names::REQUESTS, "method" => method, "route" => route.clone(), "status" => class)
        .increment(1);
    histogram!(names::REQUEST_SECONDS, "method" => method, "route" => route)
        .record(took.as_secs_f64());
}

/// Somebody typed a user name and a password, and this came of it.
pub fn sign_in(outcome: &'static str) {
    counter!(names::SIGN_INS, "outcome" => outcome).increment(1);
}

/// Clients can make up methods, and each would be counted for itself.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
