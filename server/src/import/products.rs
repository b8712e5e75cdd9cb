//! What resellers bought in the provider's shop.

use chrono::NaiveDate;
use db::{Purchase, PurchaseFaults};
use domain::{
    domain_form::parse_day,
    values::{CustomerNumber, Line, ValueError},
};

use super::{CellFaults, Column, Fault, Read, Row};

/// What a file of products says of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductColumn {
    Reseller,
    Article,
    Contract,
    Since,
    Status,
    Customer,
}

impl Column for ProductColumn {
    const ALL: &'static [Self] = &[
        Self::Reseller,
        Self::Article,
        Self::Contract,
        Self::Since,
        Self::Status,
        Self::Customer,
    ];
    const THINGS: &'static str = "Produkte";

    fn title(self) -> &'static str {
        match self {
            Self::Reseller => "Reseller",
            Self::Article => "Artikelnummer",
            Self::Contract => "Vertrag",
            Self::Since => "seit",
            Self::Status => "Status",
            Self::Customer => "Kundennummer",
        }
    }

    fn is_required(self) -> bool {
        !matches!(self, Self::Status | Self::Customer)
    }
}

/// Reads all products of a file.
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read(bytes: &[u8]) -> Result<Vec<Read<Purchase>>, Vec<Fault>> {
    super::read(bytes, read_row)
}

/// What to say of those that cannot be stored, in the order of the file.
pub fn not_stored(read: &[Read<Purchase>], faults: &PurchaseFaults) -> Vec<Fault> {
    use ProductColumn::{Article, Contract, Customer, Reseller};
    let kinds = [
        (
            &faults.no_such_reseller,
            Reseller,
            ValueError::NoSuchReseller,
        ),
        (&faults.no_such_article, Article, ValueError::NoSuchArticle),
        (&faults.repeated, Contract, ValueError::Repeated),
        (
            &faults.no_such_customer,
            Customer,
            ValueError::NoSuchCustomer,
        ),
    ];
    let mut places: Vec<_> = kinds
        .into_iter()
        .flat_map(|(places, column, error)| places.iter().map(move |place| (*place, column, error)))
        .collect();
    places.sort_by_key(|(place, ..)| *place);
    places
        .into_iter()
        .filter_map(|(place, column, error)| Some(read.get(place)?.fault(column, error)))
        .collect()
}

/// One row, cell by cell: each faulty one is named.
fn read_row(row: &Row<'_, ProductColumn>) -> Result<Purchase, CellFaults<ProductColumn>> {
    let mut faults = Vec::new();
    let reseller = checked(row, ProductColumn::Reseller, &mut faults, Line::parse);
    let article = checked(row, ProductColumn::Article, &mut faults, Line::parse);
    let contract = checked(row, ProductColumn::Contract, &mut faults, Line::parse);
    let since = checked(row, ProductColumn::Since, &mut faults, day);
    let active = checked(row, ProductColumn::Status, &mut faults, status);
    let customer = checked(row, ProductColumn::Customer, &mut faults, customer);
    match (reseller, article, contract, since, active, customer) {
        (
            Some(reseller),
            Some(article),
            Some(contract),
            Some(since),
            Some(active),
            Some(customer),
        ) => Ok(Purchase {
            reseller,
            article,
            contract,
            since,
            active,
            customer,
        }),
        _ => Err(faults),
    }
}

fn checked<T>(
    row: &Row<'_, ProductColumn>,
    column: ProductColumn,
    faults: &mut CellFaults<ProductColumn>,
    parse: impl Fn(&str) -> Result<T, ValueError>,
) -> Option<T> {
    parse(row.cell(column))
        .map_err(|error| faults.push((column, error)))
        .ok()
}

fn day(cell: &str) -> Result<NaiveDate, ValueError> {
    if cell.is_empty() {
        return Err(ValueError::Required);
    }
    parse_day(cell)
}

/// An empty cell is active.
fn status(cell: &str) -> Result<bool, ValueError> {
    match cell.to_lowercase().as_str() {
        "" | "aktiv" | "active" => Ok(true),
        "inaktiv" | "inactive" => Ok(false),
        _ => Err(ValueError::NotAStatus),
    }
}

fn customer(cell: &str) -> Result<Option<CustomerNumber>, ValueError> {
    if cell.is_empty() {
        return Ok(None);
    }
    CustomerNumber::parse(cell).map(Some)
}
