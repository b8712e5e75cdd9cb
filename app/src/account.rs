//! The own sign-in, for everybody who has one: e-mail address, password and sessions. Plain forms; nothing here needs
//! WebAssembly.

mod account_page;
mod api;
mod confirm_email_page;
mod confirm_page;
mod email_form;
mod passkey_button;
mod password_form;
mod proof_field;
mod second_factor;
mod session_list;

pub use account_page::{AccountPage, OwnSecurity};
pub use api::*;
pub use confirm_email_page::ConfirmEmailPage;
pub use confirm_page::ConfirmPage;
pub(crate) use passkey_button::{Asking, PasskeyButton};
pub use proof_field::ProofField;
pub use second_factor::FactorPageView;
