//! English.

#[path = "en/account.rs"]
pub(super) mod account;
#[path = "en/contact.rs"]
pub(super) mod contact;
#[path = "en/domains.rs"]
pub(super) mod domains;
#[path = "en/jump.rs"]
mod jump;
#[path = "en/lists.rs"]
mod lists;
#[path = "en/log.rs"]
pub(super) mod log;
#[cfg(feature = "ssr")]
#[path = "en/mail.rs"]
pub(super) mod mail;
#[path = "en/passkeys.rs"]
pub(super) mod passkeys;
#[path = "en/portal.rs"]
pub(super) mod portal;
#[path = "en/products.rs"]
pub(super) mod products;
#[path = "en/profile.rs"]
pub(super) mod profile;
#[path = "en/second_factor.rs"]
pub(super) mod second_factor;
#[path = "en/staff.rs"]
pub(super) mod staff;
#[path = "en/start.rs"]
pub(super) mod start;
#[path = "en/users.rs"]
pub(super) mod users;

use chrono::Datelike;
use domain::{
    customer::ProductKind, customer_form::Field, password::PasswordError, portal::AddressForm,
    values::ValueError,
};

use super::{
    Deletion, Detail, Form, Frame, General, Language, List, Problem, SignIn, Texts, countries,
    grouped, reasons,
};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

pub static TEXTS: Texts = Texts {
    language: Language::English,
    address_form: AddressForm::Du,
    general: General {
        product: "MKM",
        cancel: "Cancel",
        delete: "Delete",
        save: "Save",
        close: "Close",
        back: "Back",
        retry: "Try again",
        loading: "Loading …",
        saving: "Saving …",
        active: "active",
        inactive: "inactive",
        none: "–",
        count: |count| grouped(count, ','),
        day: |day| {
            format!(
                "{} {} {}",
                day.day(),
                MONTHS[day.month0() as usize],
                day.year()
            )
        },
        required_note: "* Required fields",
    },
    frame: Frame {
        main_menu: "Main menu",
        menu: "Menu",
        skip: "Skip to content",
        group_general: "General",
        group_own: "Own data",
        group_reseller: "Reseller",
        group_administration: "Administration",
        module: "MKM",
        customers: "Customers",
        proposals: "Proposals",
        account: "Account",
        group_products: "Product administration",
        all_products: "Products",
        group_domains: "Domain administration",
        all_domains: "Domains",
        start: "Start",
        contact: "Contact",
        own_data: "Own data",
        log: "Audit log",
        staff: "Staff",
        signed_in_as: |name, number| format!("{name} · customer number {number}"),
        sign_out: "Sign out",
        language: "Language",
        language_name: |language| match language {
            Language::German => "German",
            Language::English => "English",
        },
        theme: "Appearance",
        light: "Light",
        dark: "Dark",
        demo_notice: "Demo: all data is made up.",
        status: "Messages",
    },
    lists: &lists::LISTS,
    list: List {
        title: "MKM – Customers",
        overview: "Overview",
        new_customer: "Add a customer",
        search: "Filter customers",
        search_placeholder: "Number, name or company",
        apply: "Filter",
        table: "Customers",
        number: "Customer number",
        last_name: "Last name",
        first_name: "First name",
        company: "Company",
        products: "Products",
        actions: "Actions",
        filter_of: |column| format!("Filter {column}"),
        products_any: "all",
        products_with: "with",
        products_without: "without",
        details_of: |number| format!("Details: {number}"),
        delete_of: |number| format!("Delete: {number}"),
        range: |first, last, matched, total| {
            let range = format!(
                "{}–{} of {} {}",
                grouped(first, ','),
                grouped(last, ','),
                grouped(matched, ','),
                if matched == 1 {
                    "customer"
                } else {
                    "customers"
                },
            );
            if matched == total {
                range
            } else {
                format!("{range} (filtered from {})", grouped(total, ','))
            }
        },
        nothing_found: "No customers found.",
        clear_filters: "Clear filters",
        welcome: "Welcome to MKM",
        welcome_text: "Your end customers with their domains and products will stand here. Add the first one, or have a list of customers imported.",
        pages: "Pages",
        page: |page| format!("Page {page}"),
        previous_page: "Previous page",
        next_page: "Next page",
        rows_per_page: "Rows per page",
        created: |number| format!("Customer {number} was added."),
        deleted: |number, domains| match domains {
            0 => format!("Customer {number} was deleted."),
            1 => format!("Customer {number} was deleted. 1 domain is free again."),
            _ => format!("Customer {number} was deleted. {domains} domains are free again."),
        },
    },
    detail: Detail {
        title: "Customer information",
        tabs: "Customer details",
        tab_customer: "Customer",
        tab_domains: "Domains",
        tab_products: "Products",
        tab_users: "Users",
        general: "General",
        contact: "Contact",
        company: "Company",
        name: "Last name, first name",
        street: "Street, no.",
        place: "Postal code, city",
        country: "Country",
        phone: "Telephone",
        mobile: "Mobile",
        email: "E-mail",
        website: "Website",
        edit: "Edit",
        saved: |number| format!("Customer {number} was saved."),
        contract: "Contract",
        domain: "Domain",
        domain_state: "Domain state",
        status: "Status",
        registrar: "Registrar",
        verification: "Verification",
        zone: "Zone",
        transfer_lock: "Transfer lock",
        renewal: "Renewal mode",
        ok: "ok",
        missing: "missing",
        failed: "failed",
        unknown: "unknown",
        on: "on",
        off: "off",
        pending: |day| {
            day.map_or_else(
                || "pending".to_owned(),
                |day| format!("pending until {day}"),
            )
        },
        as_of: |day| format!("as of {day}"),
        no_domains: "No domains are assigned to this customer.",
        kind: "Type",
        product_kind: |kind, provider| match kind {
            ProductKind::Provider => format!("{provider} product"),
            ProductKind::Reseller => "Reseller product".to_owned(),
        },
        product_name: "Name",
        reference: "Article / contract",
        since: "since",
        no_products: "No products are assigned to this customer.",
        user_name: "User name",
        first_name: "First name",
        last_name: "Last name",
        disabled: "disabled",
        no_users: "This customer has no users.",
    },
    problem: Problem {
        not_found_title: "Not found",
        not_found: "This page does not exist, or it does not belong to your customer number.",
        forbidden_title: "No access",
        forbidden: "Your account does not have the right to do this.",
        own_account: "Nobody can take away the own right or access. Please ask somebody else who may manage.",
        signed_out: "Your session has ended. Sign in in a new window and try again here: what you typed stays.",
        sign_in_again: "Sign in in a new window",
        proof_needed: "You signed in a while ago. First confirm with your password that it is you.",
        confirm_now: "Confirm now",
        factor_needed: "Your account must have a two-factor sign-in.",
        set_up_factor: "To the two-factor sign-in",
        unavailable: "The database does not answer right now. Nothing is lost: please try again in a few seconds.",
        internal: |incident| {
            format!(
                "That did not work, and the fault is ours. Please tell the support the incident number {incident}."
            )
        },
        unreachable: "The server cannot be reached. Please check your connection and try again: what you typed stays.",
        changed: "Somebody else has changed this meanwhile. What you typed is still here; reload the page to see what is stored now.",
        outdated: "The portal was renewed meanwhile. Please reload the page.",
        reload: "Reload the page",
        to_customers: "To the customer list",
        title: "That did not work",
    },
    jump: &jump::WORDS,
};

pub const SIGN_IN: SignIn = SignIn {
    title: "Sign in",
    intro: "Mein Kunden Menü: your end customers, their domains and products.",
    user_name: "User name",
    password: "Password",
    submit: "Sign in",
    wrong: "User name or password is wrong.",
    throttled: |seconds| {
        if seconds <= 90 {
            format!("Too many failed attempts. Please try again in {seconds} seconds.")
        } else {
            let minutes = seconds.div_ceil(60);
            format!("Too many failed attempts. Please try again in {minutes} minutes.")
        }
    },
    unavailable: "Signing in is not possible right now. Please try again in a few seconds.",
    password_stored: "Your password is stored. You can sign in now.",
    new_title: "Set a password",
    new_intro: "At least 15 characters. A sentence of several words is easy to remember and hard to guess.",
    new_password: "New password",
    repeat: "Repeat password",
    new_submit: "Store password",
    differ: "The two passwords are not the same.",
    link_gone: "This link was used already or has expired. Please ask for a new one.",
};

pub const FORM: Form = Form {
    title: "Add a customer",
    general: "General",
    contact: "Contact",
    label: |field| match field {
        Field::Number => "Customer number",
        Field::Company => "Company",
        Field::LastName => "Last name",
        Field::FirstName => "First name",
        Field::Street => "Address",
        Field::PostalCode => "Postal code",
        Field::City => "City",
        Field::Country => "Country",
        Field::Phone => "Telephone",
        Field::Mobile => "Mobile",
        Field::Email => "E-mail",
        Field::Website => "Website",
    },
    submit: "Add",
    next_number: "Next free number",
    doubles: "This customer may exist already:",
    faulty: "Please check the marked fields.",
    draft_kept: "What you typed before is still here.",
    conflict: "Somebody else changed this customer meanwhile. What you typed is still in the fields; where it differs, what is stored now stands below. “Save” overwrites it.",
    stored_now: |value| {
        if value.is_empty() {
            "Stored now: (empty)".to_owned()
        } else {
            format!("Stored now: {value}")
        }
    },
};

pub const DELETION: Deletion = Deletion {
    title: "Delete customer",
    button: "Delete customer",
    question: |number, name| format!("Customer {number} ({name}) will be deleted."),
    freed_domains: |domains| match domains {
        0 => "No domains are assigned to it.".to_owned(),
        1 => "1 domain becomes free again.".to_owned(),
        _ => format!("{domains} domains become free again."),
    },
    no_way_back: "This cannot be undone.",
    blocked: "Deleting is not possible:",
    provider_products: |count, provider| {
        format!(
            "{count} {provider} {}",
            if count == 1 { "product" } else { "products" }
        )
    },
    reseller_products: |count| {
        format!(
            "{count} reseller {}",
            if count == 1 { "product" } else { "products" }
        )
    },
    users: |count| format!("{count} {}", if count == 1 { "user" } else { "users" }),
    reasons: |blocks, provider| reasons(&DELETION, blocks, provider),
    blocked_by: |blocks, provider| {
        format!(
            "Deleting is not possible: {}.",
            reasons(&DELETION, blocks, provider)
        )
    },
};

pub fn value_error(error: ValueError) -> String {
    match error {
        ValueError::Required => "Please fill in this field.".to_owned(),
        ValueError::TooLong { max } => format!("At most {} characters.", grouped(max, ',')),
        ValueError::ForbiddenCharacter => {
            "The text holds an invisible or control character that is not allowed here.".to_owned()
        }
        ValueError::NotAnEmail => {
            "This is not an e-mail address, e.g. name@example.com.".to_owned()
        }
        ValueError::NotAPhoneNumber => {
            "This is not a telephone number, e.g. 030 901820 or +49 30 901820.".to_owned()
        }
        ValueError::NotAWebsite => "This is not a web address, e.g. www.example.com.".to_owned(),
        ValueError::NotAPostalCode { country } if country.code() == "DE" => {
            "A German postal code has 5 digits.".to_owned()
        }
        ValueError::NotAPostalCode { country } => {
            format!(
                "This is not a postal code of {}.",
                countries::english(country)
            )
        }
        ValueError::NotACountry => "Please choose a country from the list.".to_owned(),
        ValueError::Taken => "This customer number is taken already.".to_owned(),
        ValueError::NotADomainName => "This is not a domain name, e.g. example.com.".to_owned(),
        ValueError::PublicSuffix => {
            "Domains are registered below this ending; it is no domain itself.".to_owned()
        }
        ValueError::UnknownSuffix => {
            "This ending does not exist. Please check the spelling.".to_owned()
        }
        ValueError::DomainTaken => "You have this domain already.".to_owned(),
        ValueError::UserNameTaken => "This user name is taken.".to_owned(),
        ValueError::NotADay => "This is not a date, e.g. 2026-12-31.".to_owned(),
        ValueError::NoSuchReseller => "There is no reseller of this number.".to_owned(),
        ValueError::NoSuchArticle => "There is no article of this number.".to_owned(),
        ValueError::NotAStatus => "The status is aktiv or inaktiv.".to_owned(),
        ValueError::Repeated => "The same product stands further up in the file.".to_owned(),
        ValueError::NoSuchCustomer => "There is no customer with this number.".to_owned(),
        ValueError::NotAChoice => "Please choose a value from the list.".to_owned(),
        ValueError::NotBetween { max } => format!("Please enter a whole number from 1 to {max}."),
        ValueError::EndsInDigit => {
            "The prefix must not end in a digit: it could not be told from the number.".to_owned()
        }
    }
}

pub fn password_error(error: PasswordError) -> String {
    match error {
        PasswordError::TooShort => "The password is too short: at least 15 characters.".to_owned(),
        PasswordError::TooShortWithFactor => "The password is too short: at least 8 characters.".to_owned(),
        PasswordError::TooLong => "The password is too long: at most 128 characters.".to_owned(),
        PasswordError::Guessable => "This password is too easy to guess. Take several words that have nothing to do with you or MKM.".to_owned(),
    }
}
