//! Lists, in English.

use domain::domain_state::Advice;

use super::{
    super::{ListWords, Lists, grouped},
    TEXTS,
};

pub const LISTS: Lists = Lists {
    domains: ListWords {
        title: "Domains",
        overview: "All domains",
        new_entry: "Add a domain",
        search: "Filter domains",
        search_placeholder: "Domain, contract, registrar or customer",
        table: "Domains",
        range: |first, last, matched, total| {
            range(
                first,
                last,
                matched,
                total,
                if matched == 1 { "domain" } else { "domains" },
            )
        },
        nothing_found: "No domains found.",
        welcome: "No domains yet",
        welcome_text: "All domains will stand here, with their state and the customer they are assigned to. Add the first one, or have a list of domains imported.",
    },
    products: ListWords {
        title: "Products",
        overview: "All products",
        new_entry: "Add a product",
        search: "Filter products",
        search_placeholder: "Name, article, contract or customer",
        table: "Products",
        range: |first, last, matched, total| {
            range(
                first,
                last,
                matched,
                total,
                if matched == 1 { "product" } else { "products" },
            )
        },
        nothing_found: "No products found.",
        welcome: "No products yet",
        welcome_text: "The products from the shop and your own will stand here, with the customer they are assigned to.",
    },
    customer: "Customer",
    assignment: "Assignment",
    unassigned: "not assigned",
    assigned: "assigned",
    needs_action: "needs action",
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!("verify by {}", day(until)),
            Advice::Verify { until: None } => "verify".to_owned(),
            Advice::VerificationOverdue { since } => {
                format!("verification overdue since {}", day(since))
            }
            Advice::VerificationFailed => "verification failed".to_owned(),
            Advice::ZoneMissing => "zone missing".to_owned(),
            Advice::WillEnd => "ends with its term".to_owned(),
            Advice::Unlocked => "ok, no transfer lock".to_owned(),
            Advice::Well => "ok".to_owned(),
            Advice::PartlyUnknown => "partly unknown".to_owned(),
            Advice::Unknown => "unknown".to_owned(),
        }
    },
    edit_of: |name| format!("Edit: {name}"),
    select: |name| format!("Select: {name}"),
    select_all: "Select all on this page",
    selection: "Selection",
    selected: |amount| format!("{} selected", grouped(amount, ',')),
    most_selected: " (no more at once)",
    clear_selection: "Clear selection",
    assign: "Assign to a customer",
    assign_submit: "Assign",
    release: "Remove from customer",
    release_submit: "Remove",
    release_question: |assigned| match assigned {
        0 => "None of them is assigned to a customer.".to_owned(),
        1 => "1 entry will belong to no customer any more.".to_owned(),
        _ => format!("{assigned} entries will belong to no customer any more."),
    },
    pick_search: "Search customers",
    pick_placeholder: "Number, name or company",
    nobody_found: "No customers found.",
    will_belong_to: |amount, number, name| match amount {
        1 => format!("1 entry will be assigned to {number} {name}."),
        _ => format!("{amount} entries will be assigned to {number} {name}."),
    },
    change_owner: "This changes the customer:",
    taken_from: |what, number, name| format!("{what} belongs to {number} {name} until now"),
    and_more: |more| format!("and {more} more"),
    assigned_to: |moved, number| match moved {
        0 => "All of it was assigned already.".to_owned(),
        1 => format!("1 entry was assigned to customer {number}."),
        _ => format!("{moved} entries were assigned to customer {number}."),
    },
    released: |moved| match moved {
        0 => "Nothing was assigned.".to_owned(),
        1 => "1 entry is free again.".to_owned(),
        _ => format!("{moved} entries are free again."),
    },
};

fn range(first: u32, last: u32, matched: u32, total: u32, noun: &str) -> String {
    let range = format!(
        "{}–{} of {} {noun}",
        grouped(first, ','),
        grouped(last, ','),
        grouped(matched, ',')
    );
    if matched == total {
        range
    } else {
        format!("{range} (filtered from {})", grouped(total, ','))
    }
}
