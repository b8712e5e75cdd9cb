//! What MKM shows and what can be asked of it: components and server functions.
//!
//! The server hands a [`PageContext`] to every rendering and every server function; nothing else
//! of the server is visible here.

// Views are nested types: the compiler's default depth is too small for a whole page.
#![recursion_limit = "256"]

mod access;
pub mod account;
mod address;
#[cfg(feature = "ssr")]
mod assets;
pub mod audit_log;
#[cfg(feature = "ssr")]
pub mod caller;
mod contact_page;
pub mod customers;
pub mod domains;
pub mod error;
pub mod frame;
pub mod hydration;
pub mod jump;
pub mod later;
pub mod lists;
pub mod locale;
mod navigation;
mod not_found_page;
pub mod own_reseller;
pub mod portal;
pub mod products;
mod records;
mod routes;
#[cfg(feature = "ssr")]
mod shell;
mod sign_in_page;
pub mod staff;
pub mod start_page;
pub mod submitted;
mod ui;
pub mod users;
mod wire;

#[cfg(feature = "ssr")]
pub use caller::{PageContext, Ports, Settings};
pub use routes::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
