//! What the figures are called, and what they mean.

use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};

pub(super) const REQUESTS: &str = "mkm_requests_total";
pub(super) const REQUEST_SECONDS: &str = "mkm_request_seconds";
pub(super) const REQUESTS_IN_FLIGHT: &str = "mkm_requests_in_flight";
pub(super) const SIGN_INS: &str = "mkm_sign_ins_total";
pub(super) const POOL_CONNECTIONS: &str = "mkm_pool_connections";
pub(super) const POOL_CONNECTIONS_MAX: &str = "mkm_pool_connections_max";
pub(super) const POOL_REQUESTS: &str = "mkm_pool_requests_total";
pub(super) const POOL_WAIT_MICROSECONDS: &str = "mkm_pool_wait_microseconds_total";
pub(super) const DATABASE_UP: &str = "mkm_database_up";
pub(super) const OUTBOX: &str = "mkm_outbox_mails";
pub(super) const OUTBOX_OLDEST: &str = "mkm_outbox_oldest_seconds";
pub(super) const BUILD: &str = "mkm_build_info";
pub(super) const MEMORY: &str = "process_resident_memory_bytes";
pub(super) const START_TIME: &str = "process_start_time_seconds";

/// So that the answer explains itself.
pub(super) fn describe() {
    describe_counter!(
        REQUESTS,
        "Answered requests by method, route and status class."
    );
    describe_histogram!(
        REQUEST_SECONDS,
        Unit::Seconds,
        "Time from a request to its answer."
    );
    describe_gauge!(REQUESTS_IN_FLIGHT, "Requests that are being answered.");
    describe_counter!(
        SIGN_INS,
        "Typed user names and passwords by outcome: right, wrong, throttled, unavailable."
    );
    describe_gauge!(
        POOL_CONNECTIONS,
        "Connections to the database by pool and state."
    );
    describe_gauge!(
        POOL_CONNECTIONS_MAX,
        "How many connections a pool can have."
    );
    describe_counter!(POOL_REQUESTS, "How often a connection was asked for.");
    describe_counter!(
        POOL_WAIT_MICROSECONDS,
        "How long all requests for a connection waited together, in microseconds."
    );
    describe_gauge!(DATABASE_UP, "1 while the database answers, otherwise 0.");
    describe_gauge!(OUTBOX, "Mails by state: waiting, or failed (given up).");
    describe_gauge!(
        OUTBOX_OLDEST,
        Unit::Seconds,
        "For how long the oldest waiting mail has been asked for; 0 where none waits."
    );
    describe_gauge!(BUILD, "Always 1; the labels say which program runs.");
    describe_gauge!(MEMORY, Unit::Bytes, "Memory that the process has.");
    describe_gauge!(
        START_TIME,
        Unit::Seconds,
        "When the process began, since 1970."
    );
}
