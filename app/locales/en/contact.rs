//! `/kontakt`.

use crate::locale::Contact;

pub(crate) static WORDS: Contact = Contact {
    title: "Contact",
    subtitle: "Help & support",
    reach: |provider| format!("How to reach {provider}"),
    email: "E-mail",
    phone: "Phone",
    url: "Help page",
    nobody: |provider| {
        format!(
            "No address of the support is stored here yet. Please ask your contact at {provider}: you find it in your contract and on your invoices."
        )
    },
    have_ready: "What the support will ask you",
    own_number: |number| format!("Your customer number: {number}"),
    incident: "The incident number, if an error message named one.",
    blocked_title: "When a customer cannot be deleted",
    blocked_intro: "A customer can be deleted once nothing belongs to it any more:",
    blocked_products: |provider| {
        format!(
            "No {provider} product is assigned to it. Unassign it on its page under “Products”."
        )
    },
    blocked_reseller_products: "It has no reseller products. Delete or unassign them, under “Products” as well.",
    blocked_users: "It has no portal users. Delete them under “Users”.",
    blocked_else: "If that does not help, open the customer’s page: beside the reasons “Ask the support” leads here and fills in number and reasons.",
    ask: "Ask the support",
    message_title: |number| format!("Your question about customer {number}"),
    deletable: |number| {
        format!(
            "Customer {number} can be deleted: nothing belongs to it any more. You need no support for that."
        )
    },
    unknown_customer: |number| format!("There is no customer {number} (any more)."),
    message: "Message",
    write: "Write an e-mail",
    copy: "Copy the text",
    copied: "The text is copied.",
    subject: |question| {
        format!(
            "Customer {} cannot be deleted (reseller {})",
            question.number, question.reseller_number
        )
    },
    body: |question| {
        format!(
            "Hello,\n\nin MKM a customer cannot be deleted.\n\nCustomer: {} {}\nReasons: {}\nMy customer number: {}\n\nPlease tell me how to go on.\n\nKind regards\n{}\n",
            question.number,
            question.name,
            question.reasons,
            question.reseller_number,
            question.sender
        )
    },
};
