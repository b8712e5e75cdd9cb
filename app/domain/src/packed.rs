//! A value in the bytes that it travels in.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A value in the bytes that it travels in, until somebody opens it. What only some pages ask for is handed on by all
/// others without their knowing how it is read, which browsers would have to download with each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Packed<T> {
    /// As postcard writes it.
    bytes: Vec<u8>,
    holds: PhantomData<T>,
}

impl<T: Serialize> Packed<T> {
    /// Packs a value.
    pub fn of(value: &T) -> Self {
        Self {
            // Memory is all that it takes.
            bytes: postcard::to_allocvec(value).unwrap_or_default(),
            holds: PhantomData,
        }
    }
}

impl<T: DeserializeOwned> Packed<T> {
    /// What was packed; `None` where the bytes are no such value.
    pub fn open(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }
}
