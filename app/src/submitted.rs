//! What came of a form that the browser sent itself, without WebAssembly: the page is rendered
//! again with what was typed and why it was not taken.

mod factor;
mod problems;

pub use factor::*;
pub use problems::*;

#[cfg(feature = "ssr")]
use codee::Encoder;
use codee::{Decoder, binary::PostcardCodec};
use domain::{
    customer_form::CustomerForm,
    domain_form::DomainForm,
    domain_record::PickedDomain,
    product_form::ProductForm,
    product_record::PickedProduct,
    refusal::Refusal,
    reseller_form::ResellerForm,
    staff_form::StaffForm,
    user_form::UserForm,
    values::{AccountId, CustomerId, DomainId, ProductId, Version},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{hydration::is_taking_over, wire::OfPage};

/// A form that was sent and declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Submitted {
    SignIn {
        user_name: String,
        problem: SignInProblem,
    },
    NewPassword {
        problem: NewPasswordProblem,
    },
    CreateCustomer {
        /// Sent again with the form, so that a second try creates no second customer.
        id: CustomerId,
        form: CustomerForm,
        refusal: Refusal,
    },
    EditCustomer {
        version: Version,
        form: CustomerForm,
        refusal: Refusal,
    },
    CreateUser {
        /// Sent again with the form, as for a customer.
        id: AccountId,
        form: UserForm,
        refusal: Refusal,
    },
    EditUser {
        version: Version,
        form: UserForm,
        refusal: Refusal,
    },
    CreateStaff {
        /// Sent again with the form, as for a customer.
        id: AccountId,
        form: StaffForm,
        problem: ProvenProblem,
    },
    EditStaff {
        version: Version,
        form: StaffForm,
        problem: ProvenProblem,
    },
    /// Something was to be done with a staff account, by a button.
    StaffAction {
        refusal: Refusal,
    },
    /// Something was to be done with a user, by a button.
    UserAction {
        refusal: Refusal,
    },
    /// Done: here is the link to be passed on, once.
    UserLink {
        user_name: String,
        link: String,
    },
    /// A link for a new password was asked for.
    Forgotten {
        /// Not now: again after so many seconds.
        throttled: Option<u64>,
    },
    EditProfile {
        version: Version,
        form: ResellerForm,
        problem: ProvenProblem,
    },
    DeleteCustomer {
        refusal: Refusal,
    },
    CreateDomain {
        /// Sent again with the form, as for a customer.
        id: DomainId,
        form: DomainForm,
        refusal: Refusal,
    },
    EditDomain {
        version: Version,
        form: DomainForm,
        refusal: Refusal,
    },
    RemoveDomain {
        refusal: Refusal,
    },
    ReleaseDomain {
        refusal: Refusal,
    },
    CreateProduct {
        /// Sent again with the form, as for a customer.
        id: ProductId,
        form: ProductForm,
        refusal: Refusal,
    },
    EditProduct {
        version: Version,
        form: ProductForm,
        refusal: Refusal,
    },
    EndProduct {
        refusal: Refusal,
    },
    DeleteProduct {
        refusal: Refusal,
    },
    ReleaseProduct {
        refusal: Refusal,
    },
    AssignProducts {
        picked: Vec<PickedProduct>,
        /// `None`: none was picked.
        refusal: Option<Refusal>,
    },
    AssignDomains {
        picked: Vec<PickedDomain>,
        /// `None`: none was picked.
        refusal: Option<Refusal>,
    },
    Propose {
        form: CustomerForm,
        refusal: Refusal,
    },
    DecideProposal {
        refusal: Refusal,
    },
    OwnPassword {
        problem: OwnPasswordProblem,
    },
    OwnEmail {
        /// The address.
        typed: String,
        problem: OwnEmailProblem,
    },
    /// The second factor after the password is asked for.
    SignInCode {
        /// What was not taken.
        problem: Option<CodeProblem>,
        ways: FactorWays,
    },
    /// How the own second factor stands, and what came of a form about it.
    SecondFactor(FactorPage),
    /// Proving once more who one is.
    Confirm {
        problem: ProofProblem,
    },
    /// The link to a new address is open, or why it cannot be used.
    ConfirmEmail(ConfirmEmail),
}

/// Holds the form that the first page answers; empty where it answers none. It is
/// decoded by whoever asks for it: the code that knows every form is not loaded with a page that has none.
#[derive(Clone, Copy)]
pub struct FirstSubmitted(StoredValue<Vec<u8>>);

/// Hands what the server rendered on to the browser, once.
pub(crate) fn provide_submitted() {
    #[cfg(feature = "ssr")]
    let of_request = encoded_of_request;
    #[cfg(not(feature = "ssr"))]
    let of_request = Vec::new;
    let first = StoredValue::new(OfPage::new_with_encoding(of_request).into_inner());
    provide_context(FirstSubmitted(first));
}

#[cfg(feature = "ssr")]
fn encoded_of_request() -> Vec<u8> {
    let submitted = crate::caller::submitted();
    // Memory is all that it takes.
    let encoded = submitted.and_then(|submitted| PostcardCodec::encode(&submitted).ok());
    encoded.unwrap_or_default()
}

/// The form that this page answers, if it is the first page and answers one.
pub(crate) fn submitted() -> Option<Submitted> {
    if cfg!(feature = "hydrate") && !is_taking_over() {
        return None;
    }
    let encoded = use_context::<FirstSubmitted>()?.0.get_value();
    PostcardCodec::decode(&encoded).ok()
}
