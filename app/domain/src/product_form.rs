//! The form that creates or edits a product of the reseller's own: raw text in, a checked product or
//! one error a field out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain_form::parse_day,
    form::{Form, FormField},
    product_record::NewProduct,
    refusal::Invalid,
    values::{CustomerNumber, Line, ValueError},
};

/// The faulty fields of the form.
pub type ProductErrors = crate::form::FieldErrors<ProductField>;

/// What was typed. The names are those of the HTML form's fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProductForm {
    pub name: String,
    /// May be empty.
    pub contract: String,
    /// 2026-12-31 or 31.12.2026
    pub since: String,
    /// Number of the customer it is created for; may be empty.
    pub customer: String,
}

/// A field of the form, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductField {
    Name,
    Contract,
    Since,
    Customer,
}

impl FormField for ProductField {
    const FIELDS: &'static [Self] = &[Self::Name, Self::Contract, Self::Since, Self::Customer];

    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Contract => "contract",
            Self::Since => "since",
            Self::Customer => "customer",
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Name | Self::Since)
    }

    fn invalid(errors: ProductErrors) -> Invalid {
        Invalid::Product(errors)
    }

    fn errors_in(invalid: Invalid) -> Option<ProductErrors> {
        match invalid {
            Invalid::Product(errors) => Some(errors),
            _ => None,
        }
    }
}

impl Form for ProductForm {
    type Field = ProductField;

    fn value(&self, field: ProductField) -> &str {
        match field {
            ProductField::Name => &self.name,
            ProductField::Contract => &self.contract,
            ProductField::Since => &self.since,
            ProductField::Customer => &self.customer,
        }
    }

    fn value_mut(&mut self, field: ProductField) -> &mut String {
        match field {
            ProductField::Name => &mut self.name,
            ProductField::Contract => &mut self.contract,
            ProductField::Since => &mut self.since,
            ProductField::Customer => &mut self.customer,
        }
    }

    fn error(&self, field: ProductField) -> Option<ValueError> {
        match field {
            ProductField::Name => self.checked_name().err(),
            ProductField::Contract => self.checked_contract().err(),
            ProductField::Since => self.checked_since().err(),
            ProductField::Customer => self.checked_customer().err(),
        }
    }
}

impl ProductForm {
    /// Checks every field.
    ///
    /// # Errors
    /// Every faulty field with its reason; never empty.
    pub fn validate(&self) -> Result<NewProduct, ProductErrors> {
        self.new_product().map_err(|_| self.errors())
    }

    fn new_product(&self) -> Result<NewProduct, ValueError> {
        Ok(NewProduct {
            name: self.checked_name()?,
            contract: self.checked_contract()?,
            since: self.checked_since()?,
            customer: self.checked_customer()?,
        })
    }

    fn checked_name(&self) -> Result<Line<200>, ValueError> {
        Line::parse(&self.name)
    }

    fn checked_contract(&self) -> Result<Option<Line<64>>, ValueError> {
        given(&self.contract).map(Line::parse).transpose()
    }

    fn checked_since(&self) -> Result<NaiveDate, ValueError> {
        let typed = given(&self.since).ok_or(ValueError::Required)?;
        parse_day(typed)
    }

    fn checked_customer(&self) -> Result<Option<CustomerNumber>, ValueError> {
        given(&self.customer).map(CustomerNumber::parse).transpose()
    }
}

fn given(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|text| !text.is_empty())
}
