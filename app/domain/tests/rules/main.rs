//! The rules of the domain, each held to its words and to random input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod arbitrary;
mod around;
mod assignment;
mod characters;
mod contact;
mod countries;
mod deletion;
mod domain_form;
mod domain_state;
mod fold;
mod form;
mod german_time;
mod ids;
mod list_columns;
mod list_filters;
mod list_kinds;
mod list_model;
mod list_url;
mod list_wire;
mod number_key;
mod password;
mod phones;
mod product_form;
mod proposal;
mod refusal;
mod rights;
mod second_factor;
mod staff;
mod text;
mod users;
mod website;
