//! Verwaltung → Mitarbeiter: accounts of those who work for the reseller, and where others are signed in.

mod account_actions;
mod api;
mod form_dialogs;
mod one_staff;
mod questions;
#[cfg(feature = "ssr")]
mod said;
mod sessions;
mod staff_fields;
mod staff_page;

pub(crate) use account_actions::AccountActions;
pub use api::{fetch_sessions_of_account, fetch_staff};
pub use form_dialogs::{CreateStaff, EditStaff};
pub use questions::{DeleteStaff, InviteStaff};
#[cfg(feature = "ssr")]
pub(crate) use said::said_by_address;
pub(crate) use sessions::SessionsOf;
pub use sessions::StaffSessions;
pub use staff_page::StaffPage;

/// The unfinished form for a staff account.
pub(crate) type StaffDrafts = crate::ui::SentDrafts<domain::staff_form::StaffForm>;
