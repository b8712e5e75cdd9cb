//! The pages of each group, and the functions that are cut out of the first file.

// The macro declares what the other file exports.
#![allow(unsafe_code)]

use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};
use leptos_router::ChooseView;
use web_sys::HtmlFormElement;

use super::group::Group;
use crate::{
    account::{AccountPage, ConfirmEmailPage, ConfirmPage, FactorPageView},
    audit_log::LogPageView,
    contact_page::ContactPage,
    customers::{
        AssignDialog, AssignProductDialog, CreateCustomerDomain, CreateCustomerProduct,
        CreateDialog, CreateUser, CustomerByNumberPage, DeleteCustomerProduct, DeleteFromDetail,
        DeleteFromList, DeleteUser, DetailPage, EditCustomerDomain, EditCustomerProduct, EditUser,
        EndCustomerProduct, InviteUser, LinkUser, ProposalsPage, ReleaseDomain, ReleaseProduct,
        RemoveCustomerDomain, TabCustomer, TabDomains, TabProducts, TabUsers, UserSessions,
    },
    domains::{CreateDomain, DomainsPage, EditDomain, RemoveDomain},
    error::ApiError,
    jump::{SearchPage, follow},
    lists::ListState,
    own_reseller::ProfilePage,
    portal::{PortalChoicePage, PortalCustomerPage, ProposalPage},
    products::{CreateProduct, DeleteProduct, EditProduct, EndProduct, ProductsPage},
    sign_in_page::{CodePage, ForgottenPage, NewPasswordPage, SignInPage},
    staff::{CreateStaff, DeleteStaff, EditStaff, InviteStaff, StaffPage, StaffSessions},
    start_page::StartPage,
    ui::ProblemPage,
    users::InvitationsPage,
};

/// Declares a group: its pages as an enum, and the function that is compiled into a file of its own.
macro_rules! group {
    ($pages:ident, $build:ident, $load:ident, $file:ident: $($page:ident),+ $(,)?) => {
        // A page is called like its component.
        #[allow(clippy::enum_variant_names)]
        #[derive(Debug, Clone, Copy)]
        pub(crate) enum $pages {
            $($page),+
        }

        #[wasm_split($file, wasm_split_path = leptos::wasm_split, preload($load), fallible)]
        fn $build(page: $pages) -> Result<AnyView, SplitLoaderError> {
            Ok(match page {
                $($pages::$page => $page().into_any()),+
            })
        }

        impl From<$pages> for Page {
            fn from(page: $pages) -> Self {
                Self::$pages(page)
            }
        }
    };
}

/// What a route shows. All routes have this one type: with one for each group the browser would load what the router
/// does with it for each of them.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page {
    /// Its code is in the first file.
    Here(fn() -> AnyView),
    CustomerPage(CustomerPage),
    FirstPage(FirstPage),
    SignedOutPage(SignedOutPage),
    RecordsPage(RecordsPage),
    UsersPage(UsersPage),
    StaffPages(StaffPages),
    PortalPage(PortalPage),
    OwnPage(OwnPage),
}

impl ChooseView for Page {
    async fn choose(self) -> AnyView {
        let built = match self {
            Self::Here(view) => Ok(view()),
            Self::CustomerPage(page) => customer_page(page).await,
            Self::FirstPage(page) => first_page(page).await,
            Self::SignedOutPage(page) => signed_out_page(page).await,
            Self::RecordsPage(page) => records_page(page).await,
            Self::UsersPage(page) => users_page(page).await,
            Self::StaffPages(page) => staff_pages(page).await,
            Self::PortalPage(page) => portal_page(page).await,
            Self::OwnPage(page) => own_page(page).await,
        };
        built.unwrap_or_else(|_| not_loaded())
    }

    async fn preload(&self) {
        let group = match self {
            Self::Here(_) => return,
            Self::CustomerPage(_) => Group::Customer,
            Self::FirstPage(_) => Group::Start,
            Self::SignedOutPage(_) => Group::SignedOut,
            Self::RecordsPage(_) => Group::Records,
            Self::UsersPage(_) => Group::Users,
            Self::StaffPages(_) => Group::Staff,
            Self::PortalPage(_) => Group::Portal,
            Self::OwnPage(_) => Group::Own,
        };
        // Said again by `choose`.
        let _ = load_group(group).await;
    }
}

group!(CustomerPage, customer_page, load_customer, customer:
    CreateDialog, CustomerByNumberPage, DetailPage, DeleteFromDetail, TabCustomer, TabDomains,
    TabProducts, TabUsers,
);
group!(FirstPage, first_page, load_start, start: StartPage);
group!(SignedOutPage, signed_out_page, load_signed_out, signed_out:
    SignInPage, CodePage, ForgottenPage, NewPasswordPage, ConfirmEmailPage,
);
group!(RecordsPage, records_page, load_records, records:
    DomainsPage, CreateDomain, EditDomain, RemoveDomain,
    ProductsPage, CreateProduct, EditProduct, EndProduct, DeleteProduct,
    CreateCustomerDomain, AssignDialog, EditCustomerDomain, RemoveCustomerDomain, ReleaseDomain,
    CreateCustomerProduct, AssignProductDialog, EditCustomerProduct, EndCustomerProduct,
    DeleteCustomerProduct, ReleaseProduct,
);
group!(UsersPage, users_page, load_users, users:
    CreateUser, LinkUser, EditUser, InviteUser, DeleteUser, UserSessions,
);
group!(StaffPages, staff_pages, load_staff, staff:
    StaffPage, CreateStaff, EditStaff, InviteStaff, DeleteStaff, StaffSessions,
);
group!(PortalPage, portal_page, load_portal, portal:
    PortalChoicePage, PortalCustomerPage, ProposalPage,
);
group!(OwnPage, own_page, load_own, own:
    SearchPage, ContactPage, ProfilePage, LogPageView, AccountPage, ConfirmPage, FactorPageView,
    ProposalsPage, InvitationsPage,
);

/// The question whether the customer of this number is to be deleted, over the list.
pub(crate) fn delete_from_list(number: String, state: ListState) -> impl IntoView {
    Suspend::new(async move {
        let question = deletion_question(number, state).await;
        question.unwrap_or_else(|_| not_loaded())
    })
}

#[wasm_split(customer, wasm_split_path = leptos::wasm_split, fallible)]
fn deletion_question(number: String, state: ListState) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <DeleteFromList number state /> }.into_any())
}

/// Makes a combobox of the jump box, as long as that owner has it.
#[wasm_split(jump, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn follow_jump_box(form: HtmlFormElement, owner: Owner) -> Result<(), SplitLoaderError> {
    follow(form, &owner);
    Ok(())
}

/// Loads the code of the page at `path`, which must be there before its hydration. False where the
/// file did not come: the page then stays as the server rendered it.
pub async fn load(path: &str) -> bool {
    for group in Group::of(path) {
        if load_group(*group).await.is_err() {
            return false;
        }
    }
    true
}

async fn load_group(group: Group) -> Result<(), SplitLoaderError> {
    match group {
        Group::Start => load_start().await,
        Group::Customer => load_customer().await,
        Group::SignedOut => load_signed_out().await,
        Group::Records => load_records().await,
        Group::Users => load_users().await,
        Group::Staff => load_staff().await,
        Group::Portal => load_portal().await,
        Group::Own => load_own().await,
    }
}

/// The file did not come: no network, or the program was renewed meanwhile.
fn not_loaded() -> AnyView {
    // The address is that of the page already: the server renders it, or says what is wrong.
    let reload = |()| drop(window().location().reload());
    view! { <ProblemPage problem=ApiError::Unreachable on_retry=reload /> }.into_any()
}
