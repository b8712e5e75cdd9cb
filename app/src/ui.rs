//! Parts that know no feature.

mod at_once;
mod dialog;
mod drafts;
mod elements;
mod field;
mod form_start;
mod form_state;
pub(crate) mod form_values;
mod icon;
mod link_button;
mod once_loaded;
mod problem;
mod question;
mod record_table;
mod sent_drafts;
mod sent_form;
mod unsaved;
mod write_over;

pub(crate) use at_once::at_once;
pub(crate) use dialog::Dialog;
pub(crate) use drafts::{Drafts, EditDraft};
pub(crate) use elements::{elements, pressed};
pub(crate) use field::{FieldFrame, RequiredNote, TextField};
pub(crate) use form_start::{CreateStart, Declined, EditStart};
pub(crate) use form_state::FormState;
pub(crate) use icon::{Icon, Shape, icon};
pub(crate) use link_button::{CancelButton, CloseButton, press_by_space};
pub(crate) use once_loaded::once_loaded;
pub(crate) use problem::{Loading, ProblemAlert, ProblemPage};
pub(crate) use question::Question;
pub(crate) use record_table::{Cell, RecordTable, active_cell, with_actions};
pub use sent_drafts::SentDrafts;
pub(crate) use sent_form::{SentForm, SentStart};
pub(crate) use unsaved::warn_before_leaving;
pub(crate) use write_over::{keep_written, written};
