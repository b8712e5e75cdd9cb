//! The account that an address names.

use domain::{refusal::Refusal, staff::StaffRow};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    error::ApiError,
    navigation::close_to,
    ui::{CancelButton, Dialog, ProblemAlert},
    wire::FromServer,
};

/// The page of all accounts.
pub(super) const PAGE: &str = "/verwaltung/mitarbeiter";

/// All accounts, as the page has them.
#[derive(Clone, Copy)]
pub(super) struct StaffState(pub FromServer<Result<Vec<StaffRow>, ApiError>>);

impl StaffState {
    /// As they were when the dialog was opened: a later change must not empty a form.
    fn once(self) -> Memo<Option<Vec<StaffRow>>> {
        Memo::new(move |known: Option<&Option<Vec<StaffRow>>>| {
            known.cloned().flatten().or_else(|| self.0.get()?.ok())
        })
    }
}

/// Shows the dialog of the account that the address names, or says that it is not there.
#[component]
pub(super) fn OneStaff(
    title: &'static str,
    #[prop(optional)] alert: bool,
    render: fn(StaffRow) -> AnyView,
) -> impl IntoView {
    let asked = use_params_map().with_untracked(|params| params.get("id"));
    let staff = expect_context::<StaffState>().once();
    move || {
        let rows = staff.get()?;
        let found = rows
            .into_iter()
            .find(|row| asked.as_deref() == Some(&*row.id.to_string()));
        let content = match found {
            Some(row) => render(row),
            None => not_there().into_any(),
        };
        Some(view! {
            <Dialog title alert on_close=leave()>
                {content}
            </Dialog>
        })
    }
}

fn not_there() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::caller::set_page_status(axum::http::StatusCode::NOT_FOUND);
    view! {
        <ProblemAlert problem=Some(Refusal::NotFound.into()) />
        <CancelButton href=PAGE.to_owned() on_press=leave() focused=true />
    }
}

/// "Abbrechen".
pub(super) fn cancel() -> impl IntoView {
    view! { <CancelButton href=PAGE.to_owned() on_press=leave() /> }
}

/// Back to the table.
pub(super) fn leave() -> Callback<()> {
    close_to(PAGE.to_owned())
}
