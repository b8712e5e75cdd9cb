//! Starts MKM in the browser: takes over the page that the server rendered.

// Views are nested types: the compiler's default depth is too small for a whole page.
#![recursion_limit = "256"]

use app::App;
use wasm_bindgen::prelude::wasm_bindgen;

/// Constants go into the file of the code that reads them only if they take no more room in all than before
/// they were parted: otherwise `wasm_split` leaves every one of them in the first file. Aligning the parts takes some
/// hundred bytes, and nobody reads these, so that they end up nowhere.
#[used]
static ROOM: [u8; 4096] = [1; 4096];

/// Called by the page when WebAssembly is loaded.
#[wasm_bindgen]
pub async fn hydrate() {
    let path = leptos::prelude::window().location().pathname();
    if app::later::load(&path.unwrap_or_default()).await {
        app::hydration::hydrate(App);
    }
}
