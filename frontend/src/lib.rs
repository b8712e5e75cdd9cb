//! Starts MKM in the browser: takes over the page that the server rendered.

// Views are nested types: the compiler's default depth is too small for a whole page.
#![recursion_limit = "256"]

use app::App;
use leptos::{
    prelude::window,
    task::{Executor, spawn_local},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page when WebAssembly is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    // Refused where it is done already, which is as good.
    let _ = Executor::init_wasm_bindgen();
    spawn_local(async {
        let path = window().location().pathname().unwrap_or_default();
        if app::later::load(&path).await {
            leptos::mount::hydrate_body(App);
        }
    });
}
