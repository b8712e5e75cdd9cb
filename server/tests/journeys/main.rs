//! Journeys over HTTP: the real router on a real port, and a real database of its own for each.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod access;
mod around;
mod customers;
mod domains;
mod headers;
mod importing;
mod importing_domains;
mod importing_many;
mod list;
mod own_account;
mod portal;
mod products;
mod program;
mod proposals;
mod side_by_side;
mod sign_in;
mod staff;
mod support;
mod users;
