//! Who may do what: decided here and nowhere else.
//!
//! [`Role::may`] is the table. What the server does on behalf of an account takes a proof that the table
//! allows it: a [`crate::principal::Desk`] for seeing, a [`May`] for changing.

mod deeds;
mod may;

pub use deeds::{
    DecideProposals, Deed, EditCustomers, EditDomains, EditProducts, EditReseller, EditUsers,
    EndSessionsOfOthers, ManageStaff,
};
pub use may::May;

use serde::{Deserialize, Serialize};

use crate::principal::Role;

/// What somebody who works for a reseller was given; each holds what the ones before it hold. Stored as
/// `account.staff_right`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Right {
    /// "Ansehen": sees everything at the desk.
    View,
    /// "Bearbeiten": also changes customers and what belongs to them.
    Edit,
    /// "Verwalten": also changes the reseller's own data and who works for it.
    Manage,
}

impl Right {
    /// The lowest first.
    pub const ALL: [Self; 3] = [Self::View, Self::Edit, Self::Manage];

    /// As forms and the database write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Edit => "edit",
            Self::Manage => "manage",
        }
    }

    /// The right of this word; `None` for any other text.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.word() == word)
    }
}

/// What can be done by somebody who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// To look after the own password, address and sessions.
    OwnAccount,
    /// To see what belongs to the own customers, and to propose corrections of it.
    UsePortal,
    /// To see customers, domains, products, users, proposals, the log and the reseller's own data.
    ViewDesk,
    /// To create, edit and delete customers.
    EditCustomers,
    /// To create, edit, assign and remove domains.
    EditDomains,
    /// To create, edit, assign, end and delete products.
    EditProducts,
    /// To create, invite, edit, deactivate, link and remove portal users.
    EditUsers,
    /// To accept or decline what portal users propose.
    DecideProposals,
    /// To change what the reseller says of itself.
    EditReseller,
    /// To create, invite, edit, deactivate and delete accounts of those who work for the reseller.
    ManageStaff,
    /// To end the sessions of staff and portal accounts.
    EndSessionsOfOthers,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 11] = [
        Self::OwnAccount,
        Self::UsePortal,
        Self::ViewDesk,
        Self::EditCustomers,
        Self::EditDomains,
        Self::EditProducts,
        Self::EditUsers,
        Self::DecideProposals,
        Self::EditReseller,
        Self::ManageStaff,
        Self::EndSessionsOfOthers,
    ];
}

impl Role {
    /// The table: whether an account of this role may do that.
    pub fn may(self, action: Action) -> bool {
        match action {
            Action::OwnAccount => true,
            Action::UsePortal => self == Self::Portal,
            Action::ViewDesk => self.has(Right::View),
            Action::EditCustomers
            | Action::EditDomains
            | Action::EditProducts
            | Action::EditUsers
            | Action::DecideProposals => self.has(Right::Edit),
            Action::EditReseller | Action::ManageStaff | Action::EndSessionsOfOthers => {
                self.has(Right::Manage)
            }
        }
    }

    /// The reseller itself has every right at its desk, an end customer none.
    fn has(self, needed: Right) -> bool {
        match self {
            Self::Reseller => true,
            Self::Staff(own) => own >= needed,
            Self::Portal => false,
        }
    }
}
