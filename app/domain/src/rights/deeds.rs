//! The actions that change something, as types: a port names the one it takes a proof of.

use super::Action;

/// An action that changes something at a reseller's desk.
pub trait Deed {
    /// Its row in the table.
    const ACTION: Action;
}

/// [`Action::EditCustomers`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditCustomers {}

/// [`Action::EditDomains`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditDomains {}

/// [`Action::EditProducts`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditProducts {}

/// [`Action::EditUsers`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditUsers {}

/// [`Action::DecideProposals`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecideProposals {}

/// [`Action::EditReseller`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditReseller {}

/// [`Action::ManageStaff`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManageStaff {}

/// [`Action::EndSessionsOfOthers`]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndSessionsOfOthers {}

impl Deed for EditCustomers {
    const ACTION: Action = Action::EditCustomers;
}

impl Deed for EditDomains {
    const ACTION: Action = Action::EditDomains;
}

impl Deed for EditProducts {
    const ACTION: Action = Action::EditProducts;
}

impl Deed for EditUsers {
    const ACTION: Action = Action::EditUsers;
}

impl Deed for DecideProposals {
    const ACTION: Action = Action::DecideProposals;
}

impl Deed for EditReseller {
    const ACTION: Action = Action::EditReseller;
}

impl Deed for ManageStaff {
    const ACTION: Action = Action::ManageStaff;
}

impl Deed for EndSessionsOfOthers {
    const ACTION: Action = Action::EndSessionsOfOthers;
}
