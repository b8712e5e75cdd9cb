//! The second factor of the own sign-in.

mod app_section;
mod enrolment;
mod page;
mod passkeys;
mod recovery_codes;
mod removal;
mod section;

pub use page::FactorPageView;
pub(super) use section::FactorSection;
