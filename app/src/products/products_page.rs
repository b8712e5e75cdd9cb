//! `/produkte`: "Produktverwaltung", the page below the dialogs about single products.

use domain::principal::Role;
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::components::Outlet;

use super::place::Place;
use crate::{
    frame::FrameState,
    locale::texts,
    not_found_page::ForbiddenPage,
    ui::{Icon, Shape},
};

#[component]
pub fn ProductsPage() -> impl IntoView {
    let words = &texts().products;
    let signed_in = FrameState::current().signed_in;
    if signed_in.is_none_or(|who| who.role == Role::Portal) {
        return Either::Left(view! { <ForbiddenPage /> });
    }
    Either::Right(view! {
        <Title text=words.title />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
            </div>
            <a class="button primary" href=Place::List.new_product()>
                <Icon shape=Shape::Plus />
                <span>{words.new}</span>
            </a>
        </header>
        <Outlet />
    })
}
