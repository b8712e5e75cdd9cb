//! `/verwaltung/protokoll`, and the history on a customer's page.

mod api;
mod entry_view;
mod filters;
mod history;
mod log_page;

pub use api::*;
pub(crate) use history::History;
pub use log_page::LogPageView;
