//! Taking over the page that the server rendered, in more than one task: what a person does meanwhile is heard
//! between them.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod later;
#[cfg(feature = "hydrate")]
mod start;

#[cfg(feature = "hydrate")]
pub use start::hydrate;

/// All that is in an element. Where the browser takes over what the server rendered, it follows in a task of its
/// own, after what is around it.
#[cfg(feature = "hydrate")]
pub(crate) fn later<V: IntoView + 'static>(
    content: impl FnOnce() -> V + Send + 'static,
) -> impl IntoView {
    later::Later::of(content)
}

/// All that is in an element. Where the browser takes over what the server rendered, it follows in a task of its
/// own, after what is around it.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn later<V: IntoView + 'static>(
    content: impl FnOnce() -> V + Send + 'static,
) -> impl IntoView {
    content()
}
