//! Domains as records: creating, editing, removing; and how their state is shown.

mod api;
mod create_dialog;
mod domains_page;
mod edit_dialog;
mod fields;
mod record;
mod remove_dialog;
#[cfg(feature = "ssr")]
mod said;
mod state_view;

pub use api::*;
pub use create_dialog::CreateDomain;
pub(crate) use create_dialog::CreateDomainDialog;
pub use domains_page::DomainsPage;
pub use edit_dialog::EditDomain;
pub(crate) use edit_dialog::EditDomainDialog;
pub use record::DomainChanges;
pub(crate) use record::{DomainDrafts, Place};
pub use remove_dialog::RemoveDomain;
pub(crate) use remove_dialog::RemoveDomainDialog;
#[cfg(feature = "ssr")]
pub(crate) use said::said_by_address;
pub(crate) use state_view::{DomainFlags, DomainStateView};
