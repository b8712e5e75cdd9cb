//! The question "Zuordnung lösen".

use domain::{ports::Owned, refusal::Refusal};
use leptos::{prelude::*, task::spawn_local};

use super::{
    assign_dialog::{OwnedRows, assign, look},
    state::ListState,
};
use crate::{
    error::ApiError,
    frame::Notices,
    locale::texts,
    ui::{CancelButton, Dialog, ProblemAlert},
};

#[component]
pub(super) fn ReleaseDialog(
    state: ListState,
    close: Callback<()>,
    done: Callback<()>,
) -> impl IntoView {
    let words = &texts().lists;
    let rows: OwnedRows = RwSignal::new(None);
    let problem = RwSignal::new(None::<ApiError>);
    let sending = RwSignal::new(false);
    let notices = Notices::current();
    Effect::new(move || look(state, rows));
    let owned = move || -> Option<Vec<Owned>> { rows.get()?.ok() };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(Ok(owned)) = rows.get_untracked() else {
            return;
        };
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        spawn_local(async move {
            match assign(state.view.kind, &owned, None).await {
                Ok(moved) => {
                    notices.say((texts().lists.released)(
                        u32::try_from(moved).unwrap_or(u32::MAX),
                    ));
                    done.run(());
                }
                Err(refused) => {
                    sending.set(false);
                    if refused == ApiError::Refused(Refusal::Changed) {
                        look(state, rows);
                    }
                    problem.set(Some(refused));
                }
            }
        });
    };
    let sentence = move || {
        owned().map(|rows| {
            let assigned = rows.iter().filter(|row| row.owner.is_some()).count();
            (words.release_question)(u32::try_from(assigned).unwrap_or(u32::MAX))
        })
    };
    let failed = Signal::derive(move || problem.get().or_else(|| rows.get()?.err()));
    view! {
        <Dialog title=words.release alert=true on_close=close>
            <form on:submit=submit>
                <p>{sentence}</p>
                <ProblemAlert problem=failed />
                <footer class="buttons">
                    <button class="primary" disabled=move || owned().is_none() || sending.get()>
                        {words.release_submit}
                    </button>
                    <CancelButton href=state.view.path.to_owned() on_press=close focused=true />
                </footer>
            </form>
        </Dialog>
    }
}
