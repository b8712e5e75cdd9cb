//! Creating, editing, assigning, setting free and removing a domain.

pub(super) mod answer;
mod assigning;
mod records;

pub use assigning::{assign, release};
pub use records::{create, create_for, remove, remove_from, update, update_of};
