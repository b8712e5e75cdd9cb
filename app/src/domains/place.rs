//! Over which page a dialog stands.

use domain::values::{CustomerId, DomainId};
use leptos_router::hooks::use_navigate;

use crate::lists::{as_filtered, in_place};

/// Where a dialog was opened, and where it leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The list of all domains.
    List,
    /// The tab "Domains" of this customer.
    Customer(CustomerId),
}

impl Place {
    /// The page below the dialog.
    pub(crate) fn page(self) -> String {
        match self {
            Self::List => "/domains".to_owned(),
            Self::Customer(id) => format!("/mkm/kunden/{id}/domains"),
        }
    }

    /// Where the dialog for a new domain stands.
    pub(crate) fn new_domain(self) -> String {
        format!("{}/neu", self.page())
    }

    /// Where the dialog that edits a domain stands.
    pub(crate) fn edit(self, id: DomainId) -> String {
        format!("{}/{id}", self.page())
    }

    /// Where the question stands whether to remove it.
    pub(crate) fn remove(self, id: DomainId) -> String {
        format!("{}/{id}/entfernen", self.page())
    }

    /// Where the question stands whether to set it free.
    pub(crate) fn release(self, id: DomainId) -> String {
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
