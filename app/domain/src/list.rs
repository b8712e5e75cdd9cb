//! Lists: what a URL asks for, and what comes of it. One implementation for customers, domains and
//! products, each described by a table ([`ListKind::description`]).
//!
//! The server answers a [`ListQuery`] by SQL, the browser by [`Columns::page`]; both order by the
//! same stored keys ([`crate::keys`]), so both show the same rows.

mod columns;
mod description;
mod page;
mod query;
mod row;

pub use columns::{Ahead, Columns, DecodeError, Decoding, Gathered};
pub use description::{By, Choice, Column, Description, Filter, Form, ListKind, Write};
pub use page::{ListPage, PageNumber, PageSize};
pub use query::{Direction, ListQuery, MAX_FILTER_CHARS};
pub use row::{Row, Value};
