//! Products as records: creating, editing, ending, assigning, deleting.

mod api;
mod changes;
mod create_dialog;
mod delete_dialog;
mod drafts;
mod edit_dialog;
mod end_dialog;
mod facts;
mod fields;
mod one_product;
mod place;
mod products_page;
mod said;

pub use api::*;
pub use changes::ProductChanges;
pub use create_dialog::CreateProduct;
pub(crate) use create_dialog::CreateProductDialog;
pub use delete_dialog::DeleteProduct;
pub(crate) use delete_dialog::DeleteProductDialog;
pub use drafts::ProductDrafts;
pub use edit_dialog::EditProduct;
pub(crate) use edit_dialog::EditProductDialog;
pub use end_dialog::EndProduct;
pub(crate) use end_dialog::EndProductDialog;
pub(crate) use one_product::OneProduct;
pub(crate) use place::Place;
pub use products_page::ProductsPage;
pub(crate) use said::said_by_address;
