//! The list on its way to the browser.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{CustomerColumns, rows::Rows, text_column::TextColumn};

/// First byte of the encoded list; another number for every other form of what follows, or of the
/// order of the rows.
const FORM: u8 = 1;

/// The bytes are not a list of this program version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a customer list")]
pub struct DecodeError;

/// The rows in the order of their numbers; each text is ended by a line break.
#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    texts: [Cow<'a, str>; 4],
    products: Cow<'a, [u32]>,
    users: Cow<'a, [u32]>,
}

impl<'a> From<&'a Rows> for Wire<'a> {
    fn from(rows: &'a Rows) -> Self {
        Self {
            texts: rows.texts.each_ref().map(|c| Cow::Borrowed(c.joined())),
            products: Cow::Borrowed(&rows.products),
            users: Cow::Borrowed(&rows.users),
        }
    }
}

impl TryFrom<Wire<'_>> for Rows {
    type Error = DecodeError;

    fn try_from(wire: Wire<'_>) -> Result<Self, DecodeError> {
        let lengths = wire.texts.each_ref().map(|text| text.len());
        let texts = wire
            .texts
            .map(|text| TextColumn::from_joined(text.into_owned()));
        let rows = wire.products.len();
        let is_whole = wire.users.len() == rows
            && texts.iter().all(|column| column.len() == rows)
            && texts.each_ref().map(|column| column.joined().len()) == lengths;
        if !is_whole {
            return Err(DecodeError);
        }
        Ok(Self {
            texts,
            products: wire.products.into_owned(),
            users: wire.users.into_owned(),
        })
    }
}

impl CustomerColumns {
    /// The form on the wire, to be compressed.
    pub fn encode(&self) -> Vec<u8> {
        // Writing plain fields into memory cannot fail; no list is the answer if it did.
        postcard::to_extend(&Wire::from(&*self.rows), vec![FORM]).unwrap_or_default()
    }

    /// # Errors
    /// [`DecodeError`]
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let body = bytes.strip_prefix(&[FORM]).ok_or(DecodeError)?;
        match postcard::take_from_bytes::<Wire<'_>>(body) {
            Ok((wire, [])) => Rows::try_from(wire).map(Self::from),
            _ => Err(DecodeError),
        }
    }
}

impl Serialize for CustomerColumns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(&*self.rows).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for CustomerColumns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let rows = Rows::try_from(wire).map_err(D::Error::custom)?;
        Ok(Self::from(rows))
    }
}
