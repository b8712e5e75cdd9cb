//! Portal users: what can be asked of the server about them.

mod api;
mod invitations_page;
#[cfg(feature = "ssr")]
mod said;

pub use api::*;
pub use invitations_page::InvitationsPage;
#[cfg(feature = "ssr")]
pub(crate) use said::said_by_address;
