//! Domains as records: creating, editing, assigning, removing; and how their state is shown.

mod state_view;

pub(crate) use state_view::DomainStateView;
