//! The application and its routes.

mod at;

use leptos::{either::Either, prelude::*};
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    hooks::use_location,
};

use at::at;

use crate::{
    access::is_refused,
    customers::{CustomerDrafts, CustomerListPage, UserDrafts},
    domains::{DomainChanges, DomainDrafts},
    frame::{Frame, FrameState, Notices},
    later::{
        CustomerPage, FirstPage, OwnPage, Page, PortalPage, RecordsPage, SignedOutPage, StaffPages,
        UsersPage,
    },
    lists::WholeLists,
    not_found_page::{ForbiddenPage, NotFoundPage},
    products::{ProductChanges, ProductDrafts},
    staff::StaffDrafts,
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
    provide_context(CustomerDrafts::default());
    provide_context(UserDrafts::default());
    provide_context(StaffDrafts::default());
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
            <Routes fallback=|| at_once(FramedNotFound())>
                <Route path=at("anmelden") view=page(SignedOutPage::SignInPage) ssr=SsrMode::Async />
                <Route path=at("anmelden/code") view=page(SignedOutPage::CodePage) ssr=SsrMode::Async />
                <Route
                    path=at("passwort-vergessen")
                    view=page(SignedOutPage::ForgottenPage)
                    ssr=SsrMode::Async
                />
                <Route
                    path=at("passwort/:token")
                    view=page(SignedOutPage::NewPasswordPage)
                    ssr=SsrMode::Async
                />
                <Route
                    path=at("email/:token")
                    view=page(SignedOutPage::ConfirmEmailPage)
                    ssr=SsrMode::Async
                />
                <ParentRoute path=at("") view=FRAMED ssr=SsrMode::Async>
                    <Route path=at("") view=page(FirstPage::StartPage) />
                    <Route path=at("suche") view=page(OwnPage::SearchPage) />
                    <Route path=at("kontakt") view=page(OwnPage::ContactPage) />
                    <Route path=at("stammdaten") view=page(OwnPage::ProfilePage) />
                    <Route path=at("verwaltung/protokoll") view=page(OwnPage::LogPageView) />
                    <ParentRoute path=at("verwaltung/mitarbeiter") view=page(StaffPages::StaffPage)>
                        <Route path=at("") view=NOTHING />
                        <Route path=at("neu") view=page(StaffPages::CreateStaff) />
                        <Route path=at(":id") view=page(StaffPages::EditStaff) />
                        <Route path=at(":id/einladen") view=page(StaffPages::InviteStaff) />
                        <Route path=at(":id/loeschen") view=page(StaffPages::DeleteStaff) />
                        <Route path=at(":id/sitzungen") view=page(StaffPages::StaffSessions) />
                    </ParentRoute>
                    <Route path=at("konto") view=page(OwnPage::AccountPage) />
                    <Route path=at("konto/zwei-faktor") view=page(OwnPage::FactorPageView) />
                    <Route path=at("konto/bestaetigen") view=page(OwnPage::ConfirmPage) />
                    <Route path=at("mkm/vorschlaege") view=page(OwnPage::ProposalsPage) />
                    <Route path=at("mkm/einladungen") view=page(OwnPage::InvitationsPage) />
                    <Route path=at("portal") view=page(PortalPage::PortalChoicePage) />
                    <Route path=at("portal/konto") view=page(OwnPage::AccountPage) />
                    <Route path=at("portal/:id") view=page(PortalPage::PortalCustomerPage) />
                    <Route path=at("portal/:id/vorschlag") view=page(PortalPage::ProposalPage) />
                    <Route path=at("k/:number") view=page(CustomerPage::CustomerByNumberPage) />
                    <ParentRoute path=at("domains") view=page(RecordsPage::DomainsPage)>
                        <Route path=at("") view=NOTHING />
                        <Route path=at("neu") view=page(RecordsPage::CreateDomain) />
                        <Route path=at(":id") view=page(RecordsPage::EditDomain) />
                        <Route path=at(":id/entfernen") view=page(RecordsPage::RemoveDomain) />
                    </ParentRoute>
                    <ParentRoute path=at("produkte") view=page(RecordsPage::ProductsPage)>
                        <Route path=at("") view=NOTHING />
                        <Route path=at("neu") view=page(RecordsPage::CreateProduct) />
                        <Route path=at(":id") view=page(RecordsPage::EditProduct) />
                        <Route path=at(":id/beenden") view=page(RecordsPage::EndProduct) />
                        <Route path=at(":id/loeschen") view=page(RecordsPage::DeleteProduct) />
                    </ParentRoute>
                    <ParentRoute path=at("mkm/kunden") view=LIST>
                        <Route path=at("") view=NOTHING />
                        <Route path=at("neu") view=page(CustomerPage::CreateDialog) />
                    </ParentRoute>
                    <ParentRoute path=at("mkm/kunden/:id") view=page(CustomerPage::DetailPage)>
                        <Route path=at("") view=page(CustomerPage::TabCustomer) />
                        <Route path=at("loeschen") view=page(CustomerPage::DeleteFromDetail) />
                        <ParentRoute path=at("domains") view=page(CustomerPage::TabDomains)>
                            <Route path=at("") view=NOTHING />
                            <Route path=at("neu") view=page(RecordsPage::CreateCustomerDomain) />
                            <Route path=at("zuordnen") view=page(RecordsPage::AssignDialog) />
                            <Route path=at(":domain") view=page(RecordsPage::EditCustomerDomain) />
                            <Route path=at(":domain/entfernen") view=page(RecordsPage::RemoveCustomerDomain) />
                            <Route path=at(":domain/loesen") view=page(RecordsPage::ReleaseDomain) />
                        </ParentRoute>
                        <ParentRoute path=at("benutzer") view=page(CustomerPage::TabUsers)>
                            <Route path=at("") view=NOTHING />
                            <Route path=at("neu") view=page(UsersPage::CreateUser) />
                            <Route path=at("verknuepfen") view=page(UsersPage::LinkUser) />
                            <Route path=at(":user") view=page(UsersPage::EditUser) />
                            <Route path=at(":user/einladen") view=page(UsersPage::InviteUser) />
                            <Route path=at(":user/loeschen") view=page(UsersPage::DeleteUser) />
                            <Route path=at(":user/sitzungen") view=page(UsersPage::UserSessions) />
                        </ParentRoute>
                        <ParentRoute path=at("produkte") view=page(CustomerPage::TabProducts)>
                            <Route path=at("") view=NOTHING />
                            <Route path=at("neu") view=page(RecordsPage::CreateCustomerProduct) />
                            <Route path=at("zuordnen") view=page(RecordsPage::AssignProductDialog) />
                            <Route path=at(":product") view=page(RecordsPage::EditCustomerProduct) />
                            <Route path=at(":product/beenden") view=page(RecordsPage::EndCustomerProduct) />
                            <Route path=at(":product/loeschen") view=page(RecordsPage::DeleteCustomerProduct) />
                            <Route path=at(":product/loesen") view=page(RecordsPage::ReleaseProduct) />
                        </ParentRoute>
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Under a page that is there without a dialog.
const NOTHING: Page = Page::Here(|| ().into_any());
const FRAMED: Page = Page::Here(|| at_once(FramedPage()).into_any());
const LIST: Page = Page::Here(|| at_once(CustomerListPage()).into_any());

fn page(page: impl Into<Page>) -> Page {
    page.into()
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

/// The frame around the pages of somebody who is signed in, and the one place that keeps a page from
/// whoever may not open it.
#[component]
fn FramedPage() -> impl IntoView {
    let path = use_location().pathname;
    let role = FrameState::current().signed_in.map(|who| who.role);
    let refused =
        Memo::new(move |_| role.is_some_and(|role| path.with(|path| is_refused(path, role))));
    view! {
        <Frame>
            // A page that may be opened is rendered once; what leads away from a refused one is a link.
            {if refused.get_untracked() {
                Either::Left(
                    view! {
                        <Show when=move || !refused.get() fallback=ForbiddenPage>
                            <Outlet />
                        </Show>
                    },
                )
            } else {
                Either::Right(view! { <Outlet /> })
            }}
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
