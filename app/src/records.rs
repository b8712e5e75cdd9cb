//! What domains and products have in common: each is a record that a customer has, and another
//! customer or nobody could have instead.

mod assign_dialog;
mod changes;
mod choice_list;
mod create_dialog;
mod edit_form;
mod one_record;
mod owner_line;
mod place;
mod record;
mod release_dialog;
mod tab;

pub(crate) use assign_dialog::AssignRecords;
pub use changes::Changes;
pub(crate) use changes::after_change;
pub(crate) use create_dialog::CreateRecord;
pub(crate) use edit_form::EditRecord;
pub(crate) use one_record::OneRecord;
pub(crate) use owner_line::OwnerLine;
pub(crate) use place::Place;
pub(crate) use record::{Record, ShownChoice};
pub(crate) use release_dialog::ReleaseRecord;
pub(crate) use tab::TabActions;

use crate::ui::Drafts;
use domain::values::Id;

/// Unfinished forms for a kind of records.
pub(crate) type DraftsOf<R> = Drafts<<R as Record>::Form, Id<<R as Record>::Kind>>;

/// Shows the fields of a form, and what stands in them at first.
pub(crate) type Fields<R> = fn(
    crate::ui::FormState<<R as Record>::Form>,
    <R as Record>::Form,
    Place<R>,
) -> leptos::prelude::AnyView;
