//! The second factor of the own sign-in.

mod enrolment;
mod page;
mod recovery_codes;
mod removal;
mod section;

pub use page::FactorPageView;
pub(super) use section::FactorSection;
