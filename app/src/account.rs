//! The own sign-in, for everybody who has one: password and sessions. Plain forms; nothing here needs
//! WebAssembly.

mod account_page;
mod api;
mod password_form;
mod session_list;

pub use account_page::{AccountPage, OwnSecurity};
pub use api::*;
