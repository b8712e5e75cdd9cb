//! What was pressed, for an element that hears what happens to everything in it.

use leptos::{ev, wasm_bindgen::JsCast};
use web_sys::Element;

/// The innermost element of that selector around what was pressed, or that itself.
pub(crate) fn pressed(event: &ev::MouseEvent, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}
