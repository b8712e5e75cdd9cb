//! A native `<dialog>`.

use leptos::{ev, html, prelude::*};

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
            dialog.close();
            // Refused only where the dialog was taken out of the document meanwhile.
            let _ = dialog.show_modal();
        }
    });
    // Only a dialog that is closed gives the focus back to what opened it.
    on_cleanup(move || {
        if let Some(Some(dialog)) = dialog.try_get_untracked() {
            dialog.close();
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

fn is_modal(dialog: &web_sys::HtmlDialogElement) -> bool {
    dialog.matches(":modal").unwrap_or(false)
}
