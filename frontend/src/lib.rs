//! Starts MKM in the browser: takes over the page that the server rendered.

// Views are nested types: the compiler's default depth is too small for a whole page.
#![recursion_limit = "256"]

use app::App;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page when WebAssembly is loaded.
#[wasm_bindgen]
pub async fn hydrate() {
    let path = leptos::prelude::window().location().pathname();
    if app::later::load(&path.unwrap_or_default()).await {
        leptos::mount::hydrate_body(App);
    }
}
