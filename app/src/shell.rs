//! The document around the application.

use axum::http::request::Parts;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{
    App,
    assets::Assets,
    caller::{frame_state, submitted},
};

/// The HTML document of every page. Browsers read its icon anew at each change of the address, so it is a picture: a
/// drawing would be a document of its own each time.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let frame = frame_state();
    let assets = Assets::of(&options);
    view! {
        <!DOCTYPE html>
        <html lang=frame.language.code() data-theme=frame.theme.map(|theme| theme.name())>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=assets.style.clone() />
                <link rel="icon" href="/favicon.png" type="image/png" />
                <StartInBrowser assets />
                <AutoReload options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Loads WebAssembly and hydrates. Leptos' own component writes the nonce into `crossorigin` of its
/// preload links, so that nothing preloaded is used. What is loaded is compiled once the first frame is on the
/// screen, for both use the same cores (a page that nobody sees has no frame), and takes the page over in a task
/// of its own.
#[component]
fn StartInBrowser(assets: &'static Assets) -> impl IntoView {
    let start = format!(
        "{}const start = () => import('{}').then(m => m.default({{module_or_path: '{}'}}).then(() => setTimeout(m.hydrate))); \
         document.hidden || !PerformanceObserver.supportedEntryTypes.includes('paint') ? start() : \
         new PerformanceObserver((_, paint) => {{ paint.disconnect(); setTimeout(start); }}).observe({{type: 'paint', buffered: true}});",
        own_address(),
        assets.script,
        assets.wasm
    );
    view! {
        <link rel="modulepreload" href=assets.script.as_str() crossorigin="" nonce=use_nonce() />
        <link
            rel="preload"
            href=assets.wasm.as_str()
            r#as="fetch"
            r#type="application/wasm"
            crossorigin=""
        />
        <script type="module" nonce=use_nonce()>
            {start}
        </script>
    }
}

/// The page that answers a form stands at the form's address. The router in the browser would not
/// find it there, and a reload would send the form again.
fn own_address() -> String {
    let page = use_context::<Parts>().filter(|_| submitted().is_some());
    let Some(address) = page.as_ref().and_then(|page| page.uri.path_and_query()) else {
        return String::new();
    };
    // An address is ASCII without "<", so that a Rust literal is one of JavaScript, too.
    let address = address.as_str();
    format!("history.replaceState(history.state, '', {address:?});")
}
