//! A native `<dialog>`.

use std::cell::RefCell;

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// A modal dialog with its title as heading. It is on the screen as long as this component is; the
/// server renders it open, so that it can be used before and without WebAssembly.
#[component]
pub(crate) fn Dialog<V>(
    title: &'static str,
    /// A question that must be answered before anything else: `role="alertdialog"`.
    #[prop(optional)]
    alert: bool,
    /// Escape was pressed.
    #[prop(into)]
    on_close: Callback<()>,
    children: TypedChildren<V>,
) -> impl IntoView
where
    V: IntoView + 'static,
{
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            open(&dialog);
            on_cleanup(give_focus_back);
        }
    });
    let cancelled = move |event: ev::Event| {
        event.prevent_default();
        on_close.run(());
    };
    view! {
        <dialog
            open
            node_ref=dialog
            role=alert.then_some("alertdialog")
            aria-labelledby="dialog-titel"
            on:cancel=cancelled
        >
            <h2 id="dialog-titel">{title}</h2>
            {children.into_inner()()}
        </dialog>
    }
}

thread_local! {
    /// What had the focus before the first of the dialogs that follow one another.
    static OPENER: RefCell<Option<Opener>> = const { RefCell::new(None) };
}

struct Opener {
    element: HtmlElement,
    /// The row of a table that it stands in, which may be written anew meanwhile.
    row: Option<Element>,
}

impl Opener {
    fn of(element: HtmlElement) -> Self {
        let row = element.closest("tr").ok().flatten();
        Self { element, row }
    }

    /// Where it is gone, the first in its row.
    fn focus(&self) {
        let first = || {
            let first = self.row.as_ref()?.query_selector("a, button").ok()??;
            first.dyn_into::<HtmlElement>().ok()
        };
        let element = if self.element.is_connected() {
            Some(self.element.clone())
        } else {
            first()
        };
        if let Some(element) = element {
            // Refused only for an element that is gone.
            let _ = element.focus();
        }
    }
}

/// A dialog that follows another one may be given its element, which is open then.
fn open(dialog: &HtmlDialogElement) {
    if dialog.matches(":modal").unwrap_or(false) {
        return;
    }
    let focused = document().active_element();
    let opener = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok());
    if let Some(opener) = opener.filter(|opener| !opener.matches("body, dialog *").unwrap_or(true))
    {
        OPENER.set(Some(Opener::of(opener)));
    }
    dialog.close();
    // Refused only where the dialog was taken out of the document meanwhile.
    let _ = dialog.show_modal();
}

/// The browser does it only where a dialog is closed before it leaves the document. It is no business
/// of a dialog that another one follows: that is seen once it is drawn.
fn give_focus_back() {
    request_animation_frame(|| {
        let is_followed = document().query_selector("dialog:modal");
        if !matches!(is_followed, Ok(Some(_)))
            && let Some(opener) = OPENER.take()
        {
            opener.focus();
        }
    });
}
