//! A labelled field of a form with its message.
//!
//! The text lives in the document, not in a signal: what is typed before WebAssembly has arrived
//! stays, and nothing runs for a keystroke.

use leptos::prelude::*;

use crate::locale::texts;

/// Label above, message below; the control in the middle refers to the message by
/// `aria-describedby`.
#[component]
pub(crate) fn FieldFrame<V>(
    /// The control's `id`, and the start of the message's.
    name: &'static str,
    label: &'static str,
    required: bool,
    #[prop(into)] error: Signal<Option<String>>,
    /// More below the field, such as what is stored now.
    #[prop(into, default = Signal::from(None))]
    note: Signal<Option<String>>,
    children: TypedChildren<V>,
) -> impl IntoView
where
    V: IntoView + 'static,
{
    view! {
        <div class="field">
            <label for=name>
                {label} {required.then(|| view! { <span aria-hidden="true">" *"</span> })}
            </label>
            {children.into_inner()()}
            <p class="error" id=format!("{name}-meldung")>
                {move || error.get()}
            </p>
            {move || note.get().map(|note| view! { <p class="note">{note}</p> })}
        </div>
    }
}

/// A field of one line.
#[component]
pub(crate) fn TextField(
    name: &'static str,
    label: &'static str,
    #[prop(default = "text")] kind: &'static str,
    /// What it holds at first.
    #[prop(into, optional)]
    value: String,
    #[prop(default = "off")] autocomplete: &'static str,
    /// Which keyboard a phone shows, where the kind does not say it.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    #[prop(optional)] required: bool,
    #[prop(into, default = Signal::from(None))] error: Signal<Option<String>>,
    #[prop(into, default = Signal::from(None))] note: Signal<Option<String>>,
    /// Stands beside the field.
    #[prop(optional)]
    beside: ViewFn,
) -> impl IntoView {
    view! {
        <FieldFrame name label required error note>
            <div class="beside">
                <input
                    id=name
                    name=name
                    type=kind
                    value=value
                    autocomplete=autocomplete
                    inputmode=inputmode
                    aria-required=required.then_some("true")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=move || error.with(Option::is_some).then(|| format!("{name}-meldung"))
                />
                {beside.run()}
            </div>
        </FieldFrame>
    }
}

/// The note under required fields.
#[component]
pub(crate) fn RequiredNote() -> impl IntoView {
    view! { <p class="note">{texts().general.required_note}</p> }
}
