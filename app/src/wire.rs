//! How values get from the server's HTML into the browser.
//!
//! Leptos' own JSON codec reads from a text, its server functions from bytes: two copies of every
//! decoder in WebAssembly. This one reads bytes too.

use codee::{Decoder, Encoder};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// JSON, read as server functions read it.
pub(crate) struct Json;

/// A value that the server fetches while it renders, and the browser finds in the page.
pub(crate) type FromServer<T> = Resource<T, Json>;

/// A value that the server knows at once, and the browser finds in the page.
pub(crate) type OfPage<T> = SharedValue<T, Json>;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}

/// Fetches again whenever `source` changes.
pub(crate) fn from_server<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> FromServer<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = T> + Send + 'static,
{
    FromServer::new_with_options(source, fetch, false)
}
