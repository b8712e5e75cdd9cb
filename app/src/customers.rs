//! MKM → Kunden: the list, creating, the detail page with its tabs, deleting.

mod api;
mod by_number_page;
mod create_dialog;
mod delete_dialog;
mod detail_page;
mod fields;
mod list_page;
mod over_tab;
mod picker;
mod proposals;
mod proposals_page;
mod tab_customer;
mod tab_domains;
mod tab_products;
mod tab_users;

pub use api::*;
pub use by_number_page::CustomerByNumberPage;
pub use create_dialog::CreateDialog;
pub use delete_dialog::DeleteFromDetail;
pub(crate) use delete_dialog::DeleteFromList;
pub use detail_page::DetailPage;
pub(crate) use fields::CustomerFields;
pub use list_page::CustomerListPage;
pub(crate) use picker::CustomerPicker;
pub use proposals_page::ProposalsPage;
pub(crate) use tab_customer::MasterColumns;
pub use tab_customer::TabCustomer;
pub use tab_domains::{
    AssignDialog, CreateCustomerDomain, EditCustomerDomain, ReleaseDomain, RemoveCustomerDomain,
    TabDomains,
};
pub use tab_products::{
    AssignProductDialog, CreateCustomerProduct, DeleteCustomerProduct, EditCustomerProduct,
    EndCustomerProduct, ReleaseProduct, TabProducts,
};
pub(crate) use tab_users::PassOn;
pub use tab_users::{
    CreateUser, DeleteUser, EditUser, InviteUser, LinkUser, TabUsers, UserSessions,
};

use domain::{customer_form::CustomerForm, user_form::UserForm, values::CustomerId};

/// Unfinished forms for customers.
pub(crate) type CustomerDrafts = crate::ui::Drafts<CustomerForm, CustomerId>;

/// The unfinished form for a portal user.
pub(crate) type UserDrafts = crate::ui::SentDrafts<UserForm>;
