//! Countries of customers and what their postal codes look like.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::values::ValueError;

/// A country by its ISO 3166-1 alpha-2 code; one of [`Country::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Country(&'static str);

impl Country {
    pub const GERMANY: Self = Self("DE");

    /// The countries that can be chosen, by code; Germany, Austria and Switzerland first.
    pub const ALL: &[Self] = &[Self("DE"), Self("AT"), Self("CH")];

    /// ISO 3166-1 alpha-2, upper case.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The shape of the country's postal codes; `None` where any text of letters and digits will do.
    pub fn postal_pattern(self) -> Option<PostalPattern> {
        None
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl FromStr for Country {
    type Err = ValueError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|country| country.0 == code)
            .ok_or(ValueError::NotACountry)
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

/// The shape of a country's postal codes: in each, `9` stands for a digit, `A` for a letter, and
/// everything else for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostalPattern(&'static [&'static str]);

impl PostalPattern {
    /// Whether an upper-case text has one of the shapes.
    pub fn matches(self, text: &str) -> bool {
        todo!()
    }
}
