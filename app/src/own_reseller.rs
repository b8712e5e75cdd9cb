//! `/stammdaten`: what the reseller says of itself, and how its customers' numbers go on.

mod api;
mod fields;
mod profile_page;
mod start;

pub use api::*;
pub use profile_page::ProfilePage;
