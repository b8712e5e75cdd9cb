//! Journeys over HTTP: the real router on a real port, and a real database of its own for each.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and says how much it did"
)]

mod access;
mod around;
mod cross_site;
mod customers;
mod domains;
mod headers;
mod importing;
mod importing_domains;
mod importing_many;
mod keeping;
mod limits;
mod list;
mod own_account;
mod passkeys;
mod portal;
mod products;
mod program;
mod proof;
mod proposals;
mod second_factor;
mod session_life;
mod side_by_side;
mod sign_in;
mod sign_in_work;
mod staff;
mod storm;
mod support;
mod users;
mod watching;
