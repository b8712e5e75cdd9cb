//! The server functions: who may call them, for which reseller they ask, which status they answer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod customers;
mod domains;
mod portal;
mod products;
mod staff;
mod support;
