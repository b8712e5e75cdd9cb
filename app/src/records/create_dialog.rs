//! The dialog for a new record, over the list or for one customer.

use domain::{domain_record::Owner, values::Id};
use leptos::{ev, prelude::*, task::spawn_local};

use super::{DraftsOf, Fields, Place, Record, changes::after_change};
use crate::{
    lists::note_new_row,
    locale::texts,
    submitted::submitted,
    ui::{
        CancelButton, CreateStart, Dialog, FormState, ProblemAlert,
        form_values::{self, form_of},
        warn_before_leaving,
    },
};

#[component]
pub(crate) fn CreateRecord<R: Record>(
    place: Place<R>,
    /// Whose it will be.
    owner: Option<Owner>,
    /// What the fields hold where nothing was typed before.
    fresh: R::Form,
    fields: Fields<R>,
) -> impl IntoView {
    let words = R::words();
    let drafts = DraftsOf::<R>::current();
    let declined = submitted().and_then(R::declined_new);
    let start = CreateStart::of(declined, drafts.new_one(), || (Id::new(), fresh));
    let state = FormState::<R::Form>::new(start.refusal);
    let (cancel, escape) = (place.leave(), place.leave());
    let done = after_change(place);
    let new_row = note_new_row();
    warn_before_leaving(move || drafts.any());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form_of(&event) else { return };
        let values: R::Form = form_values::read(&form);
        if state.sending.get_untracked() || !state.check(&values) {
            return;
        }
        let id = form_values::hidden(&form, "id").and_then(|id| id.parse().ok());
        let id = id.unwrap_or_else(Id::new);
        state.sending.set(true);
        let (done, new_row) = (done.clone(), new_row.clone());
        spawn_local(async move {
            match R::create(id, place.customer(), values).await {
                Ok(record) => {
                    drafts.set_new(None);
                    new_row(record.id().uuid().into());
                    done((words.created)(record.name()));
                }
                Err(problem) => state.decline(problem),
            }
        });
    };
    let typed = move |event: ev::Event| {
        drafts.set_new(form_of(&event).map(|form| form_values::read(&form)));
    };
    view! {
        <Dialog title=words.new on_close=move |()| escape()>
            <form
                method="post"
                action=place.new_one()
                novalidate
                on:submit=submit
                on:input=typed
                on:focusout=move |event| state.check_left_by(&event)
            >
                <input type="hidden" name="id" value=start.id.to_string() />
                {start.from_draft.then(|| view! { <p class="note">{texts().form().draft_kept}</p> })}
                {owner
                    .map(|owner| {
                        view! { <p>{(words.will_belong_to)(&owner.number, &owner.last_name)}</p> }
                    })}
                <ProblemAlert problem=state.problem />
                {fields(state, start.values, place)}
                <footer class="buttons">
                    <button class="primary" aria-disabled=move || state.sending.get().to_string()>
                        {words.add}
                    </button>
                    <CancelButton
                        href=place.back()
                        on_press=move |()| {
                            drafts.set_new(None);
                            cancel();
                        }
                    />
                </footer>
            </form>
        </Dialog>
    }
}
