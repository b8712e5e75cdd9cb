//! Which products are to be assigned.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{domain_record::Seen, values::ProductId};

/// A product that is to be assigned, and what the person who decided it had seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickedProduct {
    pub product: ProductId,
    pub seen: Seen,
}

/// As the value of a form's field: the product's id, and behind a space that of the customer who was
/// seen to have it, or `-` for nobody.
impl fmt::Display for PickedProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seen {
            Seen::Anybody => write!(f, "{}", self.product),
            Seen::Owner(None) => write!(f, "{} -", self.product),
            Seen::Owner(Some(owner)) => write!(f, "{} {owner}", self.product),
        }
    }
}

impl FromStr for PickedProduct {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (product, seen) = match text.split_once(' ') {
            None => (text, Seen::Anybody),
            Some((product, "-")) => (product, Seen::Owner(None)),
            Some((product, owner)) => (product, Seen::Owner(Some(owner.parse()?))),
        };
        Ok(Self {
            product: product.parse()?,
            seen,
        })
    }
}
