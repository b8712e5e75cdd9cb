//! What MKM shows and what can be asked of it: components and server functions.
//!
//! The server hands a [`PageContext`] to every rendering and every server function; nothing else
//! of the server is visible here.

// Views are nested types: the compiler's default depth is too small for a whole page.
#![recursion_limit = "256"]

mod address;
#[cfg(feature = "ssr")]
mod assets;
#[cfg(feature = "ssr")]
pub mod caller;
pub mod customers;
pub mod domains;
pub mod error;
pub mod frame;
pub mod locale;
mod not_found_page;
mod routes;
#[cfg(feature = "ssr")]
mod shell;
mod sign_in_page;
pub mod submitted;
mod ui;
mod wire;

#[cfg(feature = "ssr")]
pub use caller::{PageContext, Ports, Settings};
pub use routes::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
