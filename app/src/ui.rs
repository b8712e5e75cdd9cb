//! Parts that know no feature.

mod dialog;
mod field;
mod icon;
mod problem;
mod unsaved;

pub(crate) use dialog::Dialog;
pub(crate) use field::{FieldFrame, RequiredNote, TextField};
pub(crate) use icon::{Icon, Shape};
pub(crate) use problem::{Loading, ProblemAlert, ProblemPage};
pub(crate) use unsaved::warn_before_leaving;
