//! The start page.

use crate::locale::Start;

pub(crate) static WORDS: Start = Start {
    title: "Start",
    greeting: |name| format!("Hello {name}"),
    to_do: "What needs doing",
    stock: "What you have",
    customers: "Customers",
    domains: "Domains",
    products: "Products",
    unassigned_domains: "Domains without a customer",
    waiting_proposals: "Open proposals",
    open_invitations: "Invitations that nobody has accepted yet",
    domains_to_act_on: "Domains that need action",
    all_done: "There is nothing to do.",
    first_title: "The first steps",
    first_intro: "Everything is still empty here. This is the way to your first customers:",
    first_own: "Check your own data",
    first_own_text: "Your address, how your end customers are addressed, and how their numbers are made.",
    first_customer: "Create the first customer",
    first_customer_text: "Then you can give it domains, products and users.",
    first_import: "Have customers imported",
    first_import_text: "You have a list of customers already? Your provider can import it as a CSV file, and domains and products too: ask the support.",
};
