//! A dialog about one record: fetched anew, because another window may have changed it.

use domain::refusal::Refusal;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Place, Record};
use crate::{
    error::ApiError,
    ui::{CancelButton, Dialog, Loading, ProblemAlert},
    wire::from_server,
};

/// Shows the dialog's content once the record is here; or why it cannot be had.
#[component]
pub(crate) fn OneRecord<R: Record>(
    place: Place<R>,
    title: &'static str,
    #[prop(optional)] alert: bool,
    render: fn(R, Place<R>) -> AnyView,
) -> impl IntoView {
    let parameter = match place.customer() {
        None => "id",
        Some(_) => R::PARAMETER,
    };
    let asked = use_params_map().with_untracked(|params| params.get(parameter));
    let record = from_server(
        move || asked.clone().unwrap_or_default(),
        |id: String| async move {
            match id.parse() {
                Ok(id) => R::fetch(id).await,
                Err(_) => Err(Refusal::NotFound.into()),
            }
        },
    );
    let leave = place.leave();
    let on_close = Callback::new(move |()| leave());
    view! {
        <Dialog title alert on_close>
            <Transition fallback=Loading>
                {move || {
                    record
                        .get()
                        .map(|found| match found {
                            Ok(record) if is_elsewhere(&record, place) => {
                                view! { <MovedMeanwhile record place on_close /> }.into_any()
                            }
                            Ok(record) => render(record, place),
                            Err(problem) => view! { <NotHad problem place on_close /> }.into_any(),
                        })
                }}
            </Transition>
        </Dialog>
    }
}

/// Over a customer's page, what belongs to somebody else by now is not changed any more.
fn is_elsewhere<R: Record>(record: &R, place: Place<R>) -> bool {
    let owner = record.owner().map(|owner| owner.id);
    place.customer().is_some_and(|id| owner != Some(id))
}

#[component]
fn MovedMeanwhile<R: Record>(record: R, place: Place<R>, on_close: Callback<()>) -> impl IntoView {
    let words = R::words();
    let owner = record
        .owner()
        .map(|owner| (owner.number.as_str(), owner.last_name.as_str()));
    let sentence = (words.moved_meanwhile)(record.name(), owner);
    let its_page = Place::<R>::list().edit(record.id());
    view! {
        <div role="alert" class="alert">
            <p>{sentence}</p>
            <a href=its_page>{words.to_its_page}</a>
        </div>
        <footer class="buttons">
            <CancelButton href=place.back() on_press=on_close />
        </footer>
    }
}

#[component]
fn NotHad<R: Record>(problem: ApiError, place: Place<R>, on_close: Callback<()>) -> impl IntoView {
    let content = match problem {
        ApiError::Refused(Refusal::NotFound) => {
            view! { <p class="alert">{R::words().gone_meanwhile}</p> }.into_any()
        }
        problem => view! { <ProblemAlert problem=Some(problem) /> }.into_any(),
    };
    view! {
        {content}
        <footer class="buttons">
            <CancelButton href=place.back() on_press=on_close />
        </footer>
    }
}
