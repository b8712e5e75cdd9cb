//! Portal users: what can be asked of the server about them.

mod api;
mod said;

pub use api::*;
pub(crate) use said::said_by_address;
