//! Forms that the browser sends itself, so that the program works without WebAssembly too. Each
//! answers with a redirect, or with its page again, holding what was typed and why it was not taken.

mod customers;
pub mod domains;
mod fields;
mod password;
mod preferences;
mod profile;
mod sign_in;
pub mod users;

pub use customers::{create, delete, update};
pub use password::set_password;
pub use preferences::{set_language, set_theme};
pub use profile::save_profile;
pub use sign_in::{sign_in, sign_out};
