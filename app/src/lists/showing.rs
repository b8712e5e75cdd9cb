//! What all rows of a page are shown with.

use chrono::NaiveDate;
use domain::list::ListQuery;
use leptos::prelude::*;

use super::state::ListState;
use crate::{
    address::today,
    frame::provider_name,
    locale::{Texts, texts},
};

/// Asked for once, and not by each row.
pub(crate) struct Showing {
    pub(crate) list: ListState,
    pub(crate) texts: &'static Texts,
    pub(crate) today: NaiveDate,
    pub(crate) provider: String,
    /// Where a dialog over the list leads back to.
    pub(crate) query: ListQuery,
}

impl Showing {
    pub(super) fn now(list: ListState) -> Self {
        Self {
            list,
            texts: texts(),
            today: today(),
            provider: provider_name(),
            query: list.query.get(),
        }
    }
}
