//! Over which page a dialog stands.

use domain::values::{CustomerId, ProductId};
use leptos_router::hooks::use_navigate;

use crate::lists::{as_filtered, in_place};

/// Where a dialog was opened, and where it leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The list of all products.
    List,
    /// The tab "Produkte" of this customer.
    Customer(CustomerId),
}

impl Place {
    /// The page below the dialog.
    pub(crate) fn page(self) -> String {
        match self {
            Self::List => "/produkte".to_owned(),
            Self::Customer(id) => format!("/mkm/kunden/{id}/produkte"),
        }
    }

    /// Where the dialog for a new product stands.
    pub(crate) fn new_product(self) -> String {
        format!("{}/neu", self.page())
    }

    /// Where the dialog that edits a product stands.
    pub(crate) fn edit(self, id: ProductId) -> String {
        format!("{}/{id}", self.page())
    }

    /// Where the question stands whether to delete it.
    pub(crate) fn delete(self, id: ProductId) -> String {
        format!("{}/{id}/loeschen", self.page())
    }

    /// Where the question stands whether to end it.
    pub(crate) fn end(self, id: ProductId) -> String {
        format!("{}/{id}/beenden", self.page())
    }

    /// Where the question stands whether to set it free.
    pub(crate) fn release(self, id: ProductId) -> String {
        format!("{}/{id}/loesen", self.page())
    }

    /// The customer whose page it is.
    pub(crate) fn customer(self) -> Option<CustomerId> {
        match self {
            Self::List => None,
            Self::Customer(id) => Some(id),
        }
    }

    /// The page below the dialog, filtered and sorted as it was.
    pub(crate) fn back(self) -> String {
        as_filtered(self.page())
    }

    /// Leads back to the page, where "back" does not open the dialog again.
    pub(crate) fn leave(self) -> impl Fn() + Clone + Send + Sync + 'static {
        let navigate = use_navigate();
        let back = self.back();
        move || navigate(&back, in_place())
    }
}
