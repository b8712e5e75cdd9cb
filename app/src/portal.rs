//! What end customers see of themselves. Made for a phone, works without WebAssembly.

mod api;
mod choice_page;
mod customer_page;
mod domains;
mod products;
mod proposal_page;
mod proposal_state;

pub use api::*;
pub use choice_page::PortalChoicePage;
pub use customer_page::PortalCustomerPage;
pub use proposal_page::ProposalPage;
