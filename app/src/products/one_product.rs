//! A dialog about one product: fetched anew, because another window may have changed it.

use domain::{product_record::ProductRecord, refusal::Refusal, values::ProductId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{api::fetch_product, place::Place};
use crate::{
    error::ApiError,
    locale::texts,
    ui::{CancelButton, Dialog, Loading, ProblemAlert},
    wire::from_server,
};

/// Shows the dialog's content once the product is here; or why it cannot be had.
#[component]
pub(crate) fn OneProduct(
    place: Place,
    title: &'static str,
    #[prop(optional)] alert: bool,
    /// Escape was pressed.
    #[prop(into)]
    on_close: Callback<()>,
    render: fn(ProductRecord, Place) -> AnyView,
) -> impl IntoView {
    let parameter = match place {
        Place::List => "id",
        Place::Customer(_) => "product",
    };
    let asked = use_params_map().with_untracked(|params| params.get(parameter));
    let record = from_server(
        move || asked.clone().unwrap_or_default(),
        |id| async move {
            match id.parse::<ProductId>() {
                Ok(id) => fetch_product(id).await,
                Err(_) => Err(Refusal::NotFound.into()),
            }
        },
    );
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
fn is_elsewhere(record: &ProductRecord, place: Place) -> bool {
    match place {
        Place::List => false,
        Place::Customer(id) => record.owner.as_ref().map(|owner| owner.id) != Some(id),
    }
}

#[component]
fn MovedMeanwhile(record: ProductRecord, place: Place, on_close: Callback<()>) -> impl IntoView {
    let words = &texts().products;
    let owner = record
        .owner
        .as_ref()
        .map(|owner| (owner.number.as_str(), owner.last_name.as_str()));
    let sentence = (words.moved_meanwhile)(&record.record.name, owner);
    view! {
        <div role="alert" class="alert">
            <p>{sentence}</p>
            <a href=Place::List.edit(record.id)>{words.to_its_page}</a>
        </div>
        <footer class="buttons">
            <CancelButton href=place.back() on_press=on_close />
        </footer>
    }
}

#[component]
fn NotHad(problem: ApiError, place: Place, on_close: Callback<()>) -> impl IntoView {
    let content = match problem {
        ApiError::Refused(Refusal::NotFound) => {
            view! { <p class="alert">{texts().products.gone_meanwhile}</p> }.into_any()
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
