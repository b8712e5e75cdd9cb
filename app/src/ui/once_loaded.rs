//! What is shown of a value once it is there.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos::tachys::reactive_graph::OwnedView;

use crate::wire::FromServer;

/// Waits for the value, and makes the content once. `<Transition>` would do as well, but makes its content
/// three times (to find what is still loading in it, to see that nothing is, and to write it), which is half
/// of the time that a page with a table takes. Pages are sent whole ([`leptos_router::SsrMode::Async`]), so
/// nothing has to be shown meanwhile.
#[cfg(feature = "ssr")]
pub(crate) fn once_loaded<T>(
    value: FromServer<T>,
    content: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    Suspend::new(async move {
        value.await;
        // It is written after this has ended, and asks for its contexts then.
        OwnedView::new(content())
    })
    .into_any()
}

/// Shows that it is loading; what was there stays until the next value has come. `<Transition>` would do that
/// as well, and is much code for browsers to load.
#[cfg(not(feature = "ssr"))]
pub(crate) fn once_loaded<T>(
    value: FromServer<T>,
    content: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let is_loaded = Memo::new(move |_| value.with(Option::is_some));
    let mut content = Some(content);
    let shown = move || match content.take_if(|_| is_loaded.get()) {
        Some(content) => content(),
        None => view! { <super::Loading /> }.into_any(),
    };
    shown.into_any()
}
