//! The SQL against a real PostgreSQL, as the role of an installation, with two resellers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod around;
mod audit;
mod cancellation;
mod catalogue;
mod change;
mod connect;
mod deletion;
mod demo;
mod domains;
mod import;
mod isolation;
mod list;
mod list_of_records;
mod list_state;
mod migrating;
mod numbers;
mod one_time_tokens;
mod outbox;
mod own_account;
mod own_email;
mod portal;
mod products;
mod proposals;
mod resellers;
mod sessions;
mod staff;
mod stage;
mod throttle;
mod users;
