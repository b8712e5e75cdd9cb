//! Passwords: hashing, checking, signing in, setting a new one; second factors; passkeys; and the own e-mail
//! address.

mod hashing;
mod own_email;
mod own_password;
mod passkeys;
mod proof;
mod rules;
mod second_factor;
mod sign_in;

pub use hashing::Passwords;
pub use own_email::request_own_email;
pub use own_password::{Typed, change_own_password};
pub use passkeys::*;
pub use proof::{Given, Proving};
pub use rules::check_new_password;
pub use second_factor::*;
pub use sign_in::{Recognized, SignInFailure, sign_in};
