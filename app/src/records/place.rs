//! Over which page a dialog stands.

use std::marker::PhantomData;

use domain::values::{CustomerId, Id};

use super::Record;
use crate::{
    lists::as_filtered,
    navigation::{in_place, navigator},
};

/// Where a dialog about a record was opened, and where it leads back to: the list of all of its
/// kind, or the tab of a customer.
pub(crate) struct Place<R> {
    customer: Option<CustomerId>,
    of: PhantomData<fn() -> R>,
}

impl<R> Clone for Place<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Place<R> {}

impl<R> PartialEq for Place<R> {
    fn eq(&self, other: &Self) -> bool {
        self.customer == other.customer
    }
}

impl<R: Record> Place<R> {
    /// Over the list.
    pub(crate) fn list() -> Self {
        Self {
            customer: None,
            of: PhantomData,
        }
    }

    /// Over the tab of this customer.
    pub(crate) fn of_customer(id: CustomerId) -> Self {
        Self {
            customer: Some(id),
            of: PhantomData,
        }
    }

    /// The customer whose page it is.
    pub(crate) fn customer(self) -> Option<CustomerId> {
        self.customer
    }

    /// The page below the dialog.
    pub(crate) fn page(self) -> String {
        match self.customer {
            None => R::LIST.to_owned(),
            Some(id) => format!("/mkm/kunden/{id}/{}", R::TAB),
        }
    }

    /// Where the dialog for a new one stands.
    pub(crate) fn new_one(self) -> String {
        format!("{}/neu", self.page())
    }

    /// Where the dialog stands that gives the customer what others have.
    pub(crate) fn assign(self) -> String {
        format!("{}/zuordnen", self.page())
    }

    /// Where the dialog that edits one stands.
    pub(crate) fn edit(self, id: Id<R::Kind>) -> String {
        format!("{}/{id}", self.page())
    }

    /// Where the question stands whether to set it free.
    pub(crate) fn release(self, id: Id<R::Kind>) -> String {
        self.question(id, "loesen")
    }

    /// Where another question about one stands.
    pub(crate) fn question(self, id: Id<R::Kind>, word: &str) -> String {
        format!("{}/{id}/{word}", self.page())
    }

    /// The page below the dialog, filtered and sorted as it was.
    pub(crate) fn back(self) -> String {
        as_filtered(self.page())
    }

    /// Leads back to the page, where "back" does not open the dialog again.
    pub(crate) fn leave(self) -> impl Fn() + Clone + Send + Sync + 'static {
        let navigate = navigator();
        let back = self.back();
        move || navigate(&back, in_place())
    }
}
