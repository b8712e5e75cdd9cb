//! The customer list: what the URL asks for, and what comes of it.
//!
//! The server answers a [`ListQuery`] by SQL, the browser by [`CustomerColumns::page`]; both order
//! by the same stored keys ([`crate::keys`]), so both show the same rows.

mod columns;
mod page;
mod query;

pub use columns::{CustomerColumns, DecodeError};
pub use page::{ListPage, PageNumber, PageSize};
pub use query::{
    ColumnFilters, Direction, FoldedFilters, ListQuery, MAX_FILTER_CHARS, ProductFilter, SortColumn,
};
