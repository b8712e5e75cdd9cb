//! The button that asks the browser for a passkey.

use leptos::prelude::*;

use crate::locale::texts;

/// Changes with each version of the program, because browsers keep it for a day.
const SCRIPT: &str = concat!("/passkeys.js?v=", env!("CARGO_PKG_VERSION"));

/// What is asked of the browser, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asking {
    /// A new passkey, for the form around the button.
    New,
    /// To prove who one is, within a form that needs it.
    Proof,
    /// After the password.
    Factor,
    /// In place of name and password.
    SignIn,
}

/// Sends the form around it with the answer of a passkey in a hidden field. A small script does that
/// (`public/passkeys.js`), which shows the button where the browser can do it: without it, and before it,
/// there is the sentence that says what is missing.
#[component]
pub(crate) fn PasskeyButton(asking: Asking, label: &'static str) -> impl IntoView {
    let words = texts().passkeys();
    let is_new = asking == Asking::New;
    view! {
        <div
            class="passkey"
            data-passkey=if is_new { "create" } else { "get" }
            data-ask=address(asking)
            data-purpose=if is_new { "hinzufuegen" } else { "bestaetigen" }
            data-cancelled=words.cancelled
            data-failed=words.failed
            data-known=words.known_here
        >
            <input type="hidden" name=field(asking) value="" />
            <button
                type=if is_new { "submit" } else { "button" }
                class=if is_new || asking == Asking::Factor { "primary" } else { "" }
                hidden=true
            >
                {label}
            </button>
            <p class="note" data-passkey-none="" hidden=asking == Asking::SignIn>
                {words.no_support}
            </p>
            <p role="status" class="note"></p>
            <script type="module" src=SCRIPT></script>
        </div>
    }
}

/// Who says what the passkey is to sign.
fn address(asking: Asking) -> &'static str {
    match asking {
        Asking::New | Asking::Proof => "/konto/passkey",
        Asking::Factor => "/anmelden/code/passkey",
        Asking::SignIn => "/anmelden/passkey/aufgabe",
    }
}

/// The hidden field: a form can need a proof and be about a passkey itself.
fn field(asking: Asking) -> &'static str {
    match asking {
        Asking::New => "antwort",
        Asking::Proof => "bestaetigung-passkey",
        Asking::Factor | Asking::SignIn => "passkey",
    }
}
