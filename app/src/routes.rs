//! The application and its routes.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

use crate::{
    account::AccountPage,
    audit_log::LogPageView,
    contact_page::ContactPage,
    customers::{
        AssignDialog, AssignProductDialog, CreateCustomerDomain, CreateCustomerProduct,
        CreateDialog, CreateUser, CustomerByNumberPage, CustomerListPage, DeleteCustomerProduct,
        DeleteFromDetail, DeleteUser, DetailPage, Drafts, EditCustomerDomain, EditCustomerProduct,
        EditUser, EndCustomerProduct, InviteUser, LinkUser, ProposalsPage, ReleaseDomain,
        ReleaseProduct, RemoveCustomerDomain, TabCustomer, TabDomains, TabProducts, TabUsers,
    },
    domains::{CreateDomain, DomainChanges, DomainDrafts, DomainsPage, EditDomain, RemoveDomain},
    frame::{Frame, FrameState, Notices},
    jump::SearchPage,
    lists::WholeLists,
    not_found_page::NotFoundPage,
    own_reseller::ProfilePage,
    portal::{PortalChoicePage, PortalCustomerPage, ProposalPage},
    products::{
        CreateProduct, DeleteProduct, EditProduct, EndProduct, ProductChanges, ProductDrafts,
        ProductsPage,
    },
    sign_in_page::{ForgottenPage, NewPasswordPage, SignInPage},
    start_page::StartPage,
    submitted::provide_submitted,
    ui::at_once,
};

/// MKM. All pages are rendered whole before they are sent ([`SsrMode::Async`]): quicker here than
/// streaming, and no memory is lost when a browser hangs up half-way.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let frame = FrameState::provide();
    provide_submitted();
    provide_context(Notices::default());
    provide_context(WholeLists::default());
    provide_context(Drafts::default());
    provide_context(DomainChanges::default());
    provide_context(ProductChanges::default());
    provide_context(ProductDrafts::default());
    provide_context(DomainDrafts::default());
    let product = frame.language.texts().general.product;
    view! {
        <Title formatter=move |text: String| {
            if text.is_empty() { product.to_owned() } else { format!("{} · {product}", escaped(text)) }
        } />
        <Router>
            <Routes fallback=at_once(FramedNotFound)>
                <Route path=StaticSegment("anmelden") view=at_once(SignInPage) ssr=SsrMode::Async />
                <Route
                    path=StaticSegment("passwort-vergessen")
                    view=at_once(ForgottenPage)
                    ssr=SsrMode::Async
                />
                <Route
                    path=(StaticSegment("passwort"), ParamSegment("token"))
                    view=at_once(NewPasswordPage)
                    ssr=SsrMode::Async
                />
                <ParentRoute path=path!("") view=at_once(FramedPage) ssr=SsrMode::Async>
                    <Route path=path!("") view=at_once(StartPage) />
                    <Route path=path!("suche") view=at_once(SearchPage) />
                    <Route path=path!("kontakt") view=at_once(ContactPage) />
                    <Route path=path!("stammdaten") view=at_once(ProfilePage) />
                    <Route path=path!("verwaltung/protokoll") view=at_once(LogPageView) />
                    <Route path=path!("konto") view=at_once(AccountPage) />
                    <Route path=path!("mkm/vorschlaege") view=at_once(ProposalsPage) />
                    <Route path=path!("portal") view=at_once(PortalChoicePage) />
                    <Route path=path!("portal/konto") view=at_once(AccountPage) />
                    <Route path=path!("portal/:id") view=at_once(PortalCustomerPage) />
                    <Route path=path!("portal/:id/vorschlag") view=at_once(ProposalPage) />
                    <Route path=path!("k/:number") view=at_once(CustomerByNumberPage) />
                    <ParentRoute path=path!("domains") view=at_once(DomainsPage)>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=at_once(CreateDomain) />
                        <Route path=path!(":id") view=at_once(EditDomain) />
                        <Route path=path!(":id/entfernen") view=at_once(RemoveDomain) />
                    </ParentRoute>
                    <ParentRoute path=path!("produkte") view=at_once(ProductsPage)>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=at_once(CreateProduct) />
                        <Route path=path!(":id") view=at_once(EditProduct) />
                        <Route path=path!(":id/beenden") view=at_once(EndProduct) />
                        <Route path=path!(":id/loeschen") view=at_once(DeleteProduct) />
                    </ParentRoute>
                    <ParentRoute path=path!("mkm/kunden") view=at_once(CustomerListPage)>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=at_once(CreateDialog) />
                    </ParentRoute>
                    <ParentRoute path=path!("mkm/kunden/:id") view=at_once(DetailPage)>
                        <Route path=path!("") view=at_once(TabCustomer) />
                        <Route path=path!("loeschen") view=at_once(DeleteFromDetail) />
                        <ParentRoute path=path!("domains") view=at_once(TabDomains)>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=at_once(CreateCustomerDomain) />
                            <Route path=path!("zuordnen") view=at_once(AssignDialog) />
                            <Route path=path!(":domain") view=at_once(EditCustomerDomain) />
                            <Route path=path!(":domain/entfernen") view=at_once(RemoveCustomerDomain) />
                            <Route path=path!(":domain/loesen") view=at_once(ReleaseDomain) />
                        </ParentRoute>
                        <ParentRoute path=path!("benutzer") view=at_once(TabUsers)>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=at_once(CreateUser) />
                            <Route path=path!("verknuepfen") view=at_once(LinkUser) />
                            <Route path=path!(":user") view=at_once(EditUser) />
                            <Route path=path!(":user/einladen") view=at_once(InviteUser) />
                            <Route path=path!(":user/loeschen") view=at_once(DeleteUser) />
                        </ParentRoute>
                        <ParentRoute path=path!("produkte") view=at_once(TabProducts)>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=at_once(CreateCustomerProduct) />
                            <Route path=path!("zuordnen") view=at_once(AssignProductDialog) />
                            <Route path=path!(":product") view=at_once(EditCustomerProduct) />
                            <Route path=path!(":product/beenden") view=at_once(EndCustomerProduct) />
                            <Route path=path!(":product/loeschen") view=at_once(DeleteCustomerProduct) />
                            <Route path=path!(":product/loesen") view=at_once(ReleaseProduct) />
                        </ParentRoute>
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The server writes a title into the page as it is: what people typed must not end it.
#[cfg(feature = "ssr")]
fn escaped(text: String) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The browser sets it as text.
#[cfg(not(feature = "ssr"))]
fn escaped(text: String) -> String {
    text
}

/// The frame around the pages of somebody who is signed in.
#[component]
fn FramedPage() -> impl IntoView {
    view! {
        <Frame>
            <Outlet />
        </Frame>
    }
}

/// An unknown path.
#[component]
fn FramedNotFound() -> impl IntoView {
    view! {
        <Frame>
            <NotFoundPage />
        </Frame>
    }
}
