//! The list on its way to the browser.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{CustomerColumns, lines::Lines, names::Names, rows::Rows};

/// First byte of the encoded list; another number for every other form of what follows, and for
/// another folding, because the browser relies on the order that the server made.
const FORM: u8 = 1;

/// The bytes are not a list of this program version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a customer list")]
pub struct DecodeError;

/// The rows in the order of their numbers; each text is ended by a line break.
#[derive(Serialize, Deserialize)]
struct WireRows<'a> {
    numbers: Cow<'a, str>,
    names: [WireNames<'a>; 3],
    products: Cow<'a, [u32]>,
    users: Cow<'a, [u32]>,
}

/// Each text once, in the order of the folded texts, and which one each row has.
#[derive(Serialize, Deserialize)]
struct WireNames<'a> {
    different: Cow<'a, str>,
    codes: Cow<'a, [u32]>,
}

impl<'a> From<&'a Rows> for WireRows<'a> {
    fn from(rows: &'a Rows) -> Self {
        Self {
            numbers: Cow::Borrowed(rows.numbers.joined()),
            names: rows.names.each_ref().map(|names| WireNames {
                different: Cow::Borrowed(names.different().joined()),
                codes: Cow::Borrowed(names.codes()),
            }),
            products: Cow::Borrowed(&rows.products),
            users: Cow::Borrowed(&rows.users),
        }
    }
}

impl WireRows<'_> {
    /// `None` where the columns do not make whole rows.
    fn rows(self) -> Option<Rows> {
        let [last_names, first_names, companies] = self.names.map(WireNames::names);
        let rows = Rows {
            numbers: Lines::from_joined(self.numbers.into_owned())?,
            names: [last_names?, first_names?, companies?],
            products: self.products.into_owned(),
            users: self.users.into_owned(),
        };
        let is_whole = rows.numbers.len() == rows.len()
            && rows.names.iter().all(|names| names.len() == rows.len())
            && rows.users.len() == rows.len();
        is_whole.then_some(rows)
    }
}

impl WireNames<'_> {
    fn names(self) -> Option<Names> {
        let different = Lines::from_joined(self.different.into_owned())?;
        Names::from_parts(different, self.codes.into_owned())
    }
}

impl CustomerColumns {
    /// The form on the wire, to be compressed.
    pub fn encode(&self) -> Vec<u8> {
        // Writing plain fields into memory cannot fail; no list is the answer if it did.
        postcard::to_extend(&WireRows::from(&*self.rows), vec![FORM]).unwrap_or_default()
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let body = bytes.strip_prefix(&[FORM]).ok_or(DecodeError)?;
        match postcard::take_from_bytes::<WireRows<'_>>(body) {
            Ok((wire, [])) => wire.rows().map(Self::from).ok_or(DecodeError),
            _ => Err(DecodeError),
        }
    }
}

impl Serialize for CustomerColumns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WireRows::from(&*self.rows).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for CustomerColumns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = WireRows::deserialize(deserializer)?.rows();
        rows.map(Self::from).ok_or(D::Error::custom(DecodeError))
    }
}
