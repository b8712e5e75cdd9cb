//! Taking over the page that the server rendered, in more than one task: what a person does meanwhile is heard
//! between them.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod own_task;
#[cfg(feature = "hydrate")]
mod place;
#[cfg(feature = "hydrate")]
mod start;

#[cfg(feature = "hydrate")]
pub use start::hydrate;

/// All that is in an element. Where the browser takes over what the server rendered, it follows in a task of its
/// own, after what is around it.
pub(crate) fn in_own_task<V: IntoView + 'static>(
    content: impl FnOnce() -> V + Send + 'static,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let content = || own_task::OwnTask::of(content);
    content()
}

/// The browser is taking over what the server has rendered; false on later pages.
pub(crate) fn is_taking_over() -> bool {
    Owner::current_shared_context().is_some_and(|page| page.during_hydration())
}
