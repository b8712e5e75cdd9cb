//! Elements that HTML has which is written, and which no view knows.

use leptos::{
    ev,
    wasm_bindgen::{JsCast, JsValue},
};
use web_sys::{Element, NodeList};

/// The innermost element of that selector around what was pressed, or that itself.
pub(crate) fn pressed(event: &ev::MouseEvent, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}

/// What a query found that is of that kind; nothing where the selector was none.
pub(crate) fn elements<E: JsCast>(found: Result<NodeList, JsValue>) -> Vec<E> {
    let Ok(found) = found else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|place| found.item(place));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}
