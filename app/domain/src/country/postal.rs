//! The shapes of postal codes, as the Universal Postal Union describes them country by country.

/// The shapes of a country's postal codes: in each, `9` stands for a digit, `a` for a letter, `x`
/// for either, and everything else for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostalPattern(&'static [&'static str]);

impl PostalPattern {
    /// The pattern of a country by its code; `None` where it has no postal codes or no one shape.
    pub(super) fn of(country: &str) -> Option<Self> {
        let shapes: &[&str] = match country {
            "FO" | "IS" => &["999"],
            "AL" | "AM" | "AT" | "AU" | "BE" | "BG" | "CH" | "CY" | "DK" | "GE" | "HU" | "LI"
            | "LU" | "MK" | "NO" | "NZ" | "SI" | "TN" | "ZA" => &["9999"],
            "BA" | "DE" | "EE" | "ES" | "FI" | "FR" | "HR" | "IT" | "KR" | "MA" | "MC" | "ME"
            | "MX" | "RS" | "SM" | "TH" | "TR" | "UA" | "VA" | "XK" => &["99999"],
            "BY" | "CN" | "IN" | "RO" | "RU" | "SG" => &["999999"],
            "CZ" | "GR" | "SE" | "SK" => &["999 99"],
            "AD" => &["AD999"],
            "AZ" => &["AZ 9999", "9999"],
            "BR" => &["99999-999"],
            "CA" => &["a9a 9a9"],
            "GB" => &[
                "a9 9aa", "a99 9aa", "aa9 9aa", "aa99 9aa", "a9a 9aa", "aa9a 9aa",
            ],
            "GG" => &["GY9 9aa", "GY99 9aa"],
            "GI" => &["GX11 1AA"],
            "IE" => &["a9x xxxx"],
            "IL" => &["9999999", "99999"],
            "IM" => &["IM9 9aa", "IM99 9aa"],
            "JE" => &["JE9 9aa"],
            "JP" => &["999-9999"],
            "LT" => &["LT-99999", "99999"],
            "LV" => &["LV-9999", "9999"],
            "MD" => &["MD-9999", "9999"],
            "MT" => &["aaa 9999"],
            "NL" => &["9999 aa"],
            "PL" => &["99-999"],
            "PT" => &["9999-999"],
            "US" => &["99999", "99999-9999"],
            _ => return None,
        };
        Some(Self(shapes))
    }

    /// Whether an upper-case text has one of the shapes, spaces and hyphens left out of account.
    pub fn matches(self, text: &str) -> bool {
        self.written(text).is_some()
    }

    /// An upper-case text with its spaces and hyphens where the country puts them; `None` where it
    /// has none of the shapes.
    pub fn written(self, text: &str) -> Option<String> {
        let given: Vec<char> = text.chars().filter(|c| !is_separator(*c)).collect();
        self.0.iter().find_map(|shape| fill(shape, &given))
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-')
}

/// The shape with the given characters in its places.
fn fill(shape: &str, given: &[char]) -> Option<String> {
    let mut given = given.iter().copied();
    let mut written = String::with_capacity(shape.len());
    for place in shape.chars() {
        let c = if is_separator(place) {
            place
        } else {
            given.next().filter(|c| fits(place, *c))?
        };
        written.push(c);
    }
    given.next().is_none().then_some(written)
}

fn fits(place: char, c: char) -> bool {
    match place {
        '9' => c.is_ascii_digit(),
        'a' => c.is_ascii_uppercase(),
        'x' => c.is_ascii_digit() || c.is_ascii_uppercase(),
        itself => c == itself,
    }
}
