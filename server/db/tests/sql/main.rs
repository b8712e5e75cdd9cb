//! The SQL against a real PostgreSQL, as the role of an installation, with two resellers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and says how much it did"
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
mod german_time;
mod import;
mod isolation;
mod kept_lists;
mod list;
mod list_of_records;
mod list_state;
mod migrating;
mod model;
mod numbers;
mod one_time_tokens;
mod outbox;
mod own_account;
mod own_email;
mod passkeys;
mod plans;
mod portal;
mod products;
mod proposals;
mod races;
mod resellers;
mod second_factor;
mod sessions;
mod staff;
mod stage;
mod throttle;
mod users;
mod verifying;
