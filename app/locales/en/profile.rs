//! `/stammdaten`.

use domain::reseller_form::Field;

use crate::locale::Profile;

pub(crate) static WORDS: Profile = Profile {
    title: "Own data",
    subtitle: |number| format!("Reseller {number}"),
    address: "Company and address",
    contact: "Contact",
    towards_customers: "Towards end customers",
    numbers: "Customer numbers",
    numbers_intro: "How “Next free number” makes the numbers of new customers: the prefix, then at least so many digits.",
    label: |field| match field {
        Field::Company => "Company",
        Field::Street => "Address",
        Field::PostalCode => "Postal code",
        Field::City => "City",
        Field::Country => "Country",
        Field::Phone => "Phone",
        Field::Email => "E-mail",
        Field::Website => "Website",
        Field::Language => "Language",
        Field::AddressForm => "Form of address",
        Field::NumberPrefix => "Prefix",
        Field::NumberDigits => "Digits",
        Field::NumberNext => "Next number",
        Field::StaffFactor => "Two-factor sign-in of staff",
    },
    staff: "Staff",
    factor_optional: "optional",
    factor_required: "required",
    factor_note: "Where it is required, staff set it up when they next sign in; before that they can do nothing else.",
    german: "German",
    english: "English",
    du: "informal (du)",
    sie: "formal (Sie)",
    next_empty: "Empty: one above the highest number in use.",
    next_is: |number| format!("The next new customer gets the number {number}."),
    saved: "Your data was saved.",
    changed: "Somebody else has changed this meanwhile. What you typed is still in the fields; where it differs, what is stored now stands below. “Save” overwrites it.",
    read_only: "Only whoever may manage can change this.",
};
