//! Creating, editing, ending, assigning, setting free and deleting a product.

mod assigning;
mod changing;
mod records;

pub use assigning::{assign, release};
pub use changing::{delete, delete_from, end, end_of};
pub use records::{create, create_for, update, update_of};

use domain::values::Version;

use super::fields::Fields;

/// Where the products of a customer are shown, or of all of them.
fn page_of(customer: Option<&str>) -> String {
    match customer {
        Some(id) => format!("/mkm/kunden/{id}/produkte"),
        None => "/produkte".to_owned(),
    }
}

/// No version: nobody's edit starts there.
fn version(fields: &Fields) -> Version {
    Version(fields.get("version").parse().unwrap_or(0))
}
