//! Forms that the browser sends itself, so that the program works without WebAssembly too. Each
//! answers with a redirect, or with its page again, holding what was typed and why it was not taken.

mod confirm;
mod customers;
pub mod domains;
mod email_link;
pub mod fields;
mod own_account;
mod passkey_options;
mod password;
mod preferences;
pub mod products;
mod profile;
mod proposals;
mod second_factor;
mod sign_in;
mod sign_in_code;
pub mod staff;
pub mod users;

pub use confirm::{PAGE as CONFIRM_PAGE, confirm};
pub use customers::{create, delete, update};
pub use email_link::confirm_email;
pub use own_account::{change_email, change_password, end_sessions};
pub use passkey_options::{factor_passkey_options, own_passkey_options, sign_in_passkey_options};
pub use password::set_password;
pub use preferences::{set_language, set_theme};
pub use profile::save_profile;
pub use proposals::{decide, propose};
pub use second_factor::{
    PAGE as FACTOR_PAGE, add_passkey, begin_factor, confirm_factor, enrolling, factor_page,
    remove_factor, remove_passkey, renew_codes,
};
pub use sign_in::{sign_in, sign_in_passkey, sign_out};
pub use sign_in_code::{PAGE as CODE_PAGE, sign_in_code, ways};
