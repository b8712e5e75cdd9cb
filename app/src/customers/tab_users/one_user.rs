//! The customer and the user that an address names.

use domain::{customer::CustomerDetail, refusal::Refusal, user::UserRow};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    customers::detail_page::DetailState,
    locale::texts,
    navigation::close_to,
    ui::{CancelButton, Dialog, ProblemAlert},
};

/// The customer as it was when the dialog was opened: a later change must not empty a form.
pub(super) fn customer() -> Memo<Option<CustomerDetail>> {
    let state = DetailState::current();
    Memo::new(move |known: Option<&Option<CustomerDetail>>| {
        known.cloned().flatten().or_else(|| state.get())
    })
}

/// Its page of users.
pub(super) fn page_of(detail: &CustomerDetail) -> String {
    format!("/mkm/kunden/{}/benutzer", detail.id)
}

/// Shows the dialog of the user that the address names, or says that it is not there.
#[component]
pub(super) fn OneUser(
    title: &'static str,
    #[prop(optional)] alert: bool,
    render: fn(UserRow, String) -> AnyView,
) -> impl IntoView {
    let asked = use_params_map().with_untracked(|params| params.get("user"));
    let customer = customer();
    move || {
        let detail = customer.get()?;
        let page = page_of(&detail);
        let found = detail
            .users
            .iter()
            .find(|user| asked.as_deref() == Some(&*user.id.to_string()));
        let content = match found {
            Some(user) => render(user.clone(), page.clone()),
            None => not_there(page.clone()).into_any(),
        };
        let close = close_to(page);
        Some(view! {
            <Dialog title alert on_close=close>
                {content}
            </Dialog>
        })
    }
}

fn not_there(page: String) -> impl IntoView {
    view! {
        <ProblemAlert problem=Some(Refusal::NotFound.into()) />
        <CancelButton href=page.clone() on_press=close_to(page) focused=true />
    }
}

/// What went wrong with a plain form, above it.
pub(super) fn declined(refusal: Option<Refusal>) -> impl IntoView {
    view! { <ProblemAlert problem=refusal.map(Into::into) /> }
}

/// "Abbrechen".
pub(super) fn cancel(page: String) -> impl IntoView {
    view! { <CancelButton href=page.clone() on_press=close_to(page) /> }
}

/// A link that is shown once, to be passed on.
#[component]
pub(crate) fn PassOn(user_name: String, link: String, page: String) -> impl IntoView {
    let words = texts().users();
    let copied = RwSignal::new(false);
    let text = link.clone();
    let copy = move |_| {
        // Refused only where the page is not on a secure address: then it is marked by hand.
        let _ = window().navigator().clipboard().write_text(&text);
        copied.set(true);
    };
    view! {
        <p>{(words.pass_on)(&user_name)}</p>
        <div class="field">
            <label for="link">{words.link_field}</label>
            <input id="link" class="one-time-link" readonly value=link autocomplete="off" />
        </div>
        <footer class="buttons">
            <button type="button" class="primary with-script" on:click=copy>
                {move || if copied.get() { words.copied } else { words.copy }}
            </button>
            <a class="button" href=page rel="external">
                {texts().general.close}
            </a>
        </footer>
    }
}
