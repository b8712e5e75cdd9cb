//! The application and its routes.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

use crate::{
    customers::{
        CreateDialog, CustomerByNumberPage, CustomerListPage, DeleteFromDetail, DetailPage, Drafts,
        TabCustomer, TabDomains, TabProducts, TabUsers, WholeList,
    },
    frame::{Frame, FrameState, Notices},
    not_found_page::{ForbiddenPage, NotFoundPage},
    sign_in_page::{NewPasswordPage, SignInPage},
    submitted::provide_submitted,
};

/// MKM. All pages are rendered whole before they are sent ([`SsrMode::Async`]): quicker here than
/// streaming, and no memory is lost when a browser hangs up half-way.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let frame = FrameState::provide();
    provide_submitted();
    provide_context(Notices::default());
    provide_context(WholeList::default());
    provide_context(Drafts::default());
    let product = frame.language.texts().general.product;
    view! {
        <Title formatter=move |text: String| {
            if text.is_empty() { product.to_owned() } else { format!("{text} · {product}") }
        } />
        <Router>
            <Routes fallback=|| view! { <Frame><NotFoundPage /></Frame> }>
                <Route path=StaticSegment("anmelden") view=SignInPage ssr=SsrMode::Async />
                <Route
                    path=(StaticSegment("passwort"), ParamSegment("token"))
                    view=NewPasswordPage
                    ssr=SsrMode::Async
                />
                <ParentRoute path=path!("") view=|| view! { <Frame><Outlet /></Frame> } ssr=SsrMode::Async>
                    <Route path=path!("") view=ForbiddenPage />
                    <Route path=path!("k/:number") view=CustomerByNumberPage />
                    <ParentRoute path=path!("mkm/kunden") view=CustomerListPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=CreateDialog />
                    </ParentRoute>
                    <ParentRoute path=path!("mkm/kunden/:id") view=DetailPage>
                        <Route path=path!("") view=TabCustomer />
                        <Route path=path!("loeschen") view=DeleteFromDetail />
                        <Route path=path!("domains") view=TabDomains />
                        <Route path=path!("produkte") view=TabProducts />
                        <Route path=path!("benutzer") view=TabUsers />
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}
