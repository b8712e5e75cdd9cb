//! How values get from the server into the browser: as postcard, not as JSON. Its decoders are a
//! fraction of the size, and every visitor downloads them.

use codee::binary::PostcardCodec;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// A value that the server fetches while it renders, and the browser finds in the page.
pub(crate) type FromServer<T> = Resource<T, PostcardCodec>;

/// A value that the server knows at once, and the browser finds in the page.
pub(crate) type OfPage<T> = SharedValue<T, PostcardCodec>;

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
