//! HTML written over older HTML of the same shape: only texts and attributes that differ are touched. What
//! stays keeps the focus, and the browser styles and lays out a fraction of what new elements would cost. A view
//! cannot do it: with erased types it takes every attribute away and sets it again, HTML included.

mod changes;
mod html;

use leptos::{prelude::*, wasm_bindgen::JsCast};
use maud::Markup;
use web_sys::{Element, Node};

use changes::{Change, What, changes};

/// Keeps the content of an element as that says, and gives what it begins with ([`keep_written`]).
pub(crate) fn written(
    content: impl Fn() -> Markup + Send + Sync + 'static,
    element: impl Fn() -> Option<Element> + 'static,
) -> String {
    keep_written(Memo::new(move |_| content().into_string()), element)
}

/// Keeps the content of an element as that HTML, as maud writes it, and gives what it begins with. What somebody
/// typed or ticked stays as it is, as with all attributes of fields.
pub(crate) fn keep_written(
    html: Memo<String>,
    element: impl Fn() -> Option<Element> + 'static,
) -> String {
    let first = html.get_untracked();
    // On the server nothing changes any more.
    if cfg!(feature = "hydrate") {
        follow(html, first.clone(), element);
    }
    first
}

fn follow(html: Memo<String>, first: String, element: impl Fn() -> Option<Element> + 'static) {
    Effect::new(move |before: Option<String>| {
        let before = before.unwrap_or_else(|| first.clone());
        let now = html.get();
        let Some(element) = element() else {
            return before;
        };
        write_over(&element, &before, &now);
        now
    });
}

fn write_over(element: &Element, before: &str, now: &str) {
    for Change { place, what } in changes(before, now) {
        if apply(element, &place, what).is_none() {
            // Something else has changed the document, a browser's extension perhaps.
            element.set_inner_html(now);
            return;
        }
    }
}

fn apply(element: &Element, place: &[usize], what: What<'_>) -> Option<()> {
    let node = node_at(element, place)?;
    match what {
        What::Text(text) => node.set_text_content(Some(&text)),
        What::Attribute(name, None) => as_element(&node).remove_attribute(name).ok()?,
        What::Attribute(name, Some(value)) => as_element(&node).set_attribute(name, &value).ok()?,
        What::Fewer(amount) => {
            for _ in 0..amount {
                node.remove_child(&node.last_child()?).ok()?;
            }
        }
        What::More(html) => as_element(&node)
            .insert_adjacent_html("beforeend", html)
            .ok()?,
        What::Content(html) => as_element(&node).set_inner_html(html),
    }
    Some(())
}

/// What stands there was written from the same HTML; to ask again costs a call for each change.
fn as_element(node: &Node) -> &Element {
    node.unchecked_ref()
}

fn node_at(element: &Element, place: &[usize]) -> Option<Node> {
    let mut node: Node = element.clone().into();
    for position in place {
        node = node.first_child()?;
        for _ in 0..*position {
            node = node.next_sibling()?;
        }
    }
    Some(node)
}
