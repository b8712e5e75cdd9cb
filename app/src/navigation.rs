//! Leading to another page of the application.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// Leads to an address, once somebody presses or types something.
///
/// On the server, where nobody does, it leads nowhere: a page whose reader has hung up is made to its end
/// without the router around it, and asking for that would be a panic.
#[expect(clippy::disallowed_methods, reason = "in a browser there is a router")]
pub(crate) fn navigator() -> impl Fn(&str, NavigateOptions) + Clone + use<> {
    let navigate = cfg!(feature = "hydrate").then(use_navigate);
    move |path, options| {
        if let Some(navigate) = &navigate {
            navigate(path, options);
        }
    }
}

/// "Back" does not open the dialog again, and what lies below it stays where it is.
pub(crate) fn in_place() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        scroll: false,
        ..NavigateOptions::default()
    }
}

/// Closes a dialog that has an address of its own: leads back to the page below it.
pub(crate) fn close_to(page: String) -> Callback<()> {
    let navigate = navigator();
    Callback::new(move |()| navigate(&page, in_place()))
}
