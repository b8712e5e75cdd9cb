//! Countries of customers and what their postal codes look like.

mod postal;

pub use postal::PostalPattern;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::values::ValueError;

/// A country by its ISO 3166-1 alpha-2 code (and `XK`, which the European Union uses for Kosovo);
/// one of [`Country::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Country(&'static str);

/// Shorthand for the list below.
const fn of<const N: usize>(codes: [&'static str; N]) -> [Country; N] {
    let mut countries = [Country(""); N];
    let mut i = 0;
    while i < N {
        countries[i] = Country(codes[i]);
        i += 1;
    }
    countries
}

impl Country {
    /// What the form starts with.
    pub const GERMANY: Self = Self("DE");

    /// The countries that can be chosen, by code; Germany, Austria and Switzerland first.
    pub const ALL: &[Self] = &of([
        "DE", "AT", "CH", //
        "AD", "AE", "AL", "AM", "AU", "AZ", "BA", "BE", "BG", "BR", "BY", "CA", "CN", "CY", "CZ",
        "DK", "EE", "ES", "FI", "FO", "FR", "GB", "GE", "GG", "GI", "GR", "HK", "HR", "HU", "IE",
        "IL", "IM", "IN", "IS", "IT", "JE", "JP", "KR", "LI", "LT", "LU", "LV", "MA", "MC", "MD",
        "ME", "MK", "MT", "MX", "NL", "NO", "NZ", "PL", "PT", "RO", "RS", "RU", "SE", "SG", "SI",
        "SK", "SM", "TH", "TN", "TR", "UA", "US", "VA", "XK", "ZA",
    ]);

    /// ISO 3166-1 alpha-2, upper case.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The shape of the country's postal codes; `None` where any text of letters and digits will do.
    pub fn postal_pattern(self) -> Option<PostalPattern> {
        PostalPattern::of(self.0)
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
