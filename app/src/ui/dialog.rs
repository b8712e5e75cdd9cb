//! A native `<dialog>`.

use leptos::{ev, html, prelude::*, reactive::send_wrapper_ext::SendOption, wasm_bindgen::JsCast};
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
        if let Some(dialog) = dialog.get()
            && !is_modal(&dialog)
        {
            let opener = document().active_element();
            dialog.close();
            // Refused only where the dialog was taken out of the document meanwhile.
            let _ = dialog.show_modal();
            let ends = SendOption::new_local(Some((dialog, opener)));
            on_cleanup(move || give_focus_back(&ends));
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

/// The browser does it only where a dialog is closed before it leaves the document. A modal one must
/// be closed: what stands behind it takes no focus.
fn give_focus_back(ends: &SendOption<(HtmlDialogElement, Option<Element>)>) {
    if let Some((dialog, opener)) = &**ends {
        dialog.close();
        if let Some(opener) = opener
            .as_ref()
            .and_then(|opener| opener.dyn_ref::<HtmlElement>())
        {
            // Refused only for an element that is gone.
            let _ = opener.focus();
        }
    }
}

fn is_modal(dialog: &HtmlDialogElement) -> bool {
    dialog.matches(":modal").unwrap_or(false)
}
