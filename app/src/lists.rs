//! Lists: the page, its table, filters and pager, and the whole list in the browser. One
//! implementation for customers, domains and products; each describes itself by a [`ListView`].

mod api;
mod assign_dialog;
mod cells;
mod domains;
mod filters;
mod list_page;
mod new_row;
mod pager;
mod products;
mod release_dialog;
mod row;
mod selection;
mod showing;
mod state;
mod table;
mod toolbar;
mod view;
mod whole_list;

pub use api::{fetch_customer_choices, fetch_owned, fetch_page};
pub(crate) use domains::DOMAINS;
pub(crate) use list_page::{List, ListHead};
pub(crate) use new_row::{note_new_row, scroll_to_new_row};
pub(crate) use products::PRODUCTS;
pub(crate) use showing::Showing;
pub(crate) use state::{ListState, as_filtered};
pub(crate) use view::{ColumnView, ListView, Shown};
pub(crate) use whole_list::WholeList;
pub use whole_list::WholeLists;
