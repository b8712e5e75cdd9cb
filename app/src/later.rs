//! Pages whose code the browser loads when they are opened.
//!
//! What is looked at all day (the list of customers) is in the first file; the rest is in a
//! file per group, named here. Views are hydrated at once ([`crate::ui::at_once`]), so the code of the
//! page that the server rendered is loaded before ([`load`]).

mod group;
mod pages;

pub use pages::load;
pub(crate) use pages::{
    CustomerPage, FirstPage, OwnPage, Page, PortalPage, RecordsPage, SignedOutPage, StaffPages,
    UsersPage, delete_from_list, follow_jump_box,
};
