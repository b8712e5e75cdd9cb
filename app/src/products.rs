//! Products as records: creating, editing, ending, deleting.

mod api;
mod create_dialog;
mod delete_dialog;
mod edit_dialog;
mod end_dialog;
mod facts;
mod fields;
mod products_page;
mod record;
#[cfg(feature = "ssr")]
mod said;

pub use api::*;
pub use create_dialog::CreateProduct;
pub(crate) use create_dialog::CreateProductDialog;
pub use delete_dialog::DeleteProduct;
pub(crate) use delete_dialog::DeleteProductDialog;
pub use edit_dialog::EditProduct;
pub(crate) use edit_dialog::EditProductDialog;
pub use end_dialog::EndProduct;
pub(crate) use end_dialog::EndProductDialog;
pub use products_page::ProductsPage;
pub use record::ProductChanges;
pub(crate) use record::{Place, ProductDrafts};
#[cfg(feature = "ssr")]
pub(crate) use said::said_by_address;
