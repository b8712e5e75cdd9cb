//! Finding by the first letters: the jump box in the top bar, and `/suche` without WebAssembly.

mod api;
mod combobox;
mod destination;
mod jump_box;
mod options;
mod search_page;
mod shortcut;
mod state;

pub use api::*;
pub(crate) use combobox::follow;
pub(crate) use jump_box::JumpBox;
pub use search_page::SearchPage;
