//! Domains as records: creating, editing, assigning, removing; and how their state is shown.

mod api;
mod changes;
mod create_dialog;
mod domains_page;
mod drafts;
mod edit_dialog;
mod fields;
mod one_domain;
mod place;
mod remove_dialog;
mod said;
mod state_view;

pub use api::*;
pub use changes::DomainChanges;
pub use create_dialog::CreateDomain;
pub(crate) use create_dialog::CreateDomainDialog;
pub use domains_page::DomainsPage;
pub use drafts::DomainDrafts;
pub use edit_dialog::EditDomain;
pub(crate) use edit_dialog::EditDomainDialog;
pub(crate) use one_domain::OneDomain;
pub(crate) use place::Place;
pub use remove_dialog::RemoveDomain;
pub(crate) use remove_dialog::RemoveDomainDialog;
pub(crate) use said::said_by_address;
pub(crate) use state_view::{DomainFlags, DomainStateView};
