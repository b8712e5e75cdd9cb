//! Passwords: hashing, checking, signing in, setting a new one.

mod hashing;
mod rules;
mod sign_in;

pub use hashing::Passwords;
pub use rules::check_new_password;
pub use sign_in::{SignInFailure, sign_in};
