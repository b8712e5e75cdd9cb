//! The application and its routes.

use leptos::{either::Either, prelude::*};
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    hooks::use_location,
    path,
};

use crate::{
    access::is_refused,
    customers::{CustomerDrafts, CustomerListPage, UserDrafts},
    domains::{DomainChanges, DomainDrafts},
    frame::{Frame, FrameState, Notices},
    later::{
        CustomerPage, FirstPage, OwnPage, PortalPage, RecordsPage, SignedOutPage, StaffPages,
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
            <Routes fallback=at_once(FramedNotFound)>
                <Route path=StaticSegment("anmelden") view=SignedOutPage::SignInPage ssr=SsrMode::Async />
                <Route path=path!("anmelden/code") view=SignedOutPage::CodePage ssr=SsrMode::Async />
                <Route
                    path=StaticSegment("passwort-vergessen")
                    view=SignedOutPage::ForgottenPage
                    ssr=SsrMode::Async
                />
                <Route
                    path=(StaticSegment("passwort"), ParamSegment("token"))
                    view=SignedOutPage::NewPasswordPage
                    ssr=SsrMode::Async
                />
                <Route
                    path=(StaticSegment("email"), ParamSegment("token"))
                    view=SignedOutPage::ConfirmEmailPage
                    ssr=SsrMode::Async
                />
                <ParentRoute path=path!("") view=at_once(FramedPage) ssr=SsrMode::Async>
                    <Route path=path!("") view=FirstPage::StartPage />
                    <Route path=path!("suche") view=OwnPage::SearchPage />
                    <Route path=path!("kontakt") view=OwnPage::ContactPage />
                    <Route path=path!("stammdaten") view=OwnPage::ProfilePage />
                    <Route path=path!("verwaltung/protokoll") view=OwnPage::LogPageView />
                    <ParentRoute path=path!("verwaltung/mitarbeiter") view=StaffPages::StaffPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=StaffPages::CreateStaff />
                        <Route path=path!(":id") view=StaffPages::EditStaff />
                        <Route path=path!(":id/einladen") view=StaffPages::InviteStaff />
                        <Route path=path!(":id/loeschen") view=StaffPages::DeleteStaff />
                        <Route path=path!(":id/sitzungen") view=StaffPages::StaffSessions />
                    </ParentRoute>
                    <Route path=path!("konto") view=OwnPage::AccountPage />
                    <Route path=path!("konto/zwei-faktor") view=OwnPage::FactorPageView />
                    <Route path=path!("konto/bestaetigen") view=OwnPage::ConfirmPage />
                    <Route path=path!("mkm/vorschlaege") view=OwnPage::ProposalsPage />
                    <Route path=path!("mkm/einladungen") view=OwnPage::InvitationsPage />
                    <Route path=path!("portal") view=PortalPage::PortalChoicePage />
                    <Route path=path!("portal/konto") view=OwnPage::AccountPage />
                    <Route path=path!("portal/:id") view=PortalPage::PortalCustomerPage />
                    <Route path=path!("portal/:id/vorschlag") view=PortalPage::ProposalPage />
                    <Route path=path!("k/:number") view=CustomerPage::CustomerByNumberPage />
                    <ParentRoute path=path!("domains") view=RecordsPage::DomainsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=RecordsPage::CreateDomain />
                        <Route path=path!(":id") view=RecordsPage::EditDomain />
                        <Route path=path!(":id/entfernen") view=RecordsPage::RemoveDomain />
                    </ParentRoute>
                    <ParentRoute path=path!("produkte") view=RecordsPage::ProductsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=RecordsPage::CreateProduct />
                        <Route path=path!(":id") view=RecordsPage::EditProduct />
                        <Route path=path!(":id/beenden") view=RecordsPage::EndProduct />
                        <Route path=path!(":id/loeschen") view=RecordsPage::DeleteProduct />
                    </ParentRoute>
                    <ParentRoute path=path!("mkm/kunden") view=at_once(CustomerListPage)>
                        <Route path=path!("") view=|| () />
                        <Route path=path!("neu") view=CustomerPage::CreateDialog />
                    </ParentRoute>
                    <ParentRoute path=path!("mkm/kunden/:id") view=CustomerPage::DetailPage>
                        <Route path=path!("") view=CustomerPage::TabCustomer />
                        <Route path=path!("loeschen") view=CustomerPage::DeleteFromDetail />
                        <ParentRoute path=path!("domains") view=CustomerPage::TabDomains>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=RecordsPage::CreateCustomerDomain />
                            <Route path=path!("zuordnen") view=RecordsPage::AssignDialog />
                            <Route path=path!(":domain") view=RecordsPage::EditCustomerDomain />
                            <Route path=path!(":domain/entfernen") view=RecordsPage::RemoveCustomerDomain />
                            <Route path=path!(":domain/loesen") view=RecordsPage::ReleaseDomain />
                        </ParentRoute>
                        <ParentRoute path=path!("benutzer") view=CustomerPage::TabUsers>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=UsersPage::CreateUser />
                            <Route path=path!("verknuepfen") view=UsersPage::LinkUser />
                            <Route path=path!(":user") view=UsersPage::EditUser />
                            <Route path=path!(":user/einladen") view=UsersPage::InviteUser />
                            <Route path=path!(":user/loeschen") view=UsersPage::DeleteUser />
                            <Route path=path!(":user/sitzungen") view=UsersPage::UserSessions />
                        </ParentRoute>
                        <ParentRoute path=path!("produkte") view=CustomerPage::TabProducts>
                            <Route path=path!("") view=|| () />
                            <Route path=path!("neu") view=RecordsPage::CreateCustomerProduct />
                            <Route path=path!("zuordnen") view=RecordsPage::AssignProductDialog />
                            <Route path=path!(":product") view=RecordsPage::EditCustomerProduct />
                            <Route path=path!(":product/beenden") view=RecordsPage::EndCustomerProduct />
                            <Route path=path!(":product/loeschen") view=RecordsPage::DeleteCustomerProduct />
                            <Route path=path!(":product/loesen") view=RecordsPage::ReleaseProduct />
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
