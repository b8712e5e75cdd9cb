//! The list on its way to the browser.

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{Columns, data::Data, lines::Lines, names::Names, rows::Rows};
use crate::list::{Form, ListKind};

/// The bytes are not a list of this kind and program version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a list")]
pub struct DecodeError;

impl Columns {
    /// The form on the wire, to be compressed: the rows in the order of the list, column by column.
    /// Each text is ended by a line break; of names each different one stands there once, in their
    /// order, followed by which one each row has.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![self.kind.description().form];
        for column in &self.rows.columns {
            bytes = match column {
                Data::Lines(lines) => pushed(bytes, lines.joined()),
                Data::Names(names) => {
                    let bytes = pushed(bytes, names.different().joined());
                    pushed(bytes, names.codes())
                }
                Data::Counts(counts) => pushed(bytes, counts.as_slice()),
                Data::Ids(ids) => {
                    let joined: Vec<u8> = ids.iter().flat_map(Uuid::as_bytes).copied().collect();
                    pushed(bytes, joined.as_slice())
                }
            };
        }
        bytes
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn decode(kind: ListKind, bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut decoding = Decoding::of(kind, bytes)?;
        while decoding.read_column()? {}
        decoding.into_columns()
    }
}

/// [`Columns::decode`] column by column: who has something else to do meanwhile does it in between.
#[derive(Debug)]
pub struct Decoding<'a> {
    kind: ListKind,
    body: &'a [u8],
    read: Vec<Data>,
}

impl<'a> Decoding<'a> {
    /// None of the columns yet.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn of(kind: ListKind, bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let description = kind.description();
        let body = bytes.strip_prefix(&[description.form]);
        Ok(Self {
            kind,
            body: body.ok_or(DecodeError)?,
            read: Vec::with_capacity(description.columns.len()),
        })
    }

    /// Reads one more column; false if there was none left.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn read_column(&mut self) -> Result<bool, DecodeError> {
        let Some(column) = self.kind.description().columns.get(self.read.len()) else {
            return Ok(false);
        };
        let read = data(column.form, &mut self.body).ok_or(DecodeError)?;
        self.read.push(read);
        Ok(true)
    }

    /// The list, once all columns were read.
    ///
    /// # Errors
    /// [`DecodeError`], also where a column was not read.
    pub fn into_columns(self) -> Result<Columns, DecodeError> {
        let rows = Rows { columns: self.read };
        let is_whole = rows.columns.len() == self.kind.description().columns.len()
            && rows.columns.iter().all(|column| column.len() == rows.len());
        if is_whole && self.body.is_empty() {
            Ok(Columns::of(self.kind, rows))
        } else {
            Err(DecodeError)
        }
    }
}

/// Writing plain values into memory cannot fail; no list is the answer if it did.
fn pushed<T: Serialize + ?Sized>(bytes: Vec<u8>, value: &T) -> Vec<u8> {
    postcard::to_extend(value, bytes).unwrap_or_default()
}

fn taken<T: DeserializeOwned>(body: &mut &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(body).ok()?;
    *body = rest;
    Some(value)
}

/// `None` where the next bytes are no such column.
fn data(form: Form, body: &mut &[u8]) -> Option<Data> {
    Some(match form {
        Form::Lines => Data::Lines(Lines::from_joined(taken(body)?)?),
        Form::Names => {
            let different = Lines::from_joined(taken(body)?)?;
            Data::Names(Names::from_parts(different, taken(body)?)?)
        }
        Form::Counts => Data::Counts(taken(body)?),
        Form::Ids => {
            let joined: Vec<u8> = taken(body)?;
            let ids = joined.chunks(16).map(Uuid::from_slice);
            Data::Ids(ids.collect::<Result<_, _>>().ok()?)
        }
    })
}
