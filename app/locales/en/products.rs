//! Products.

use domain::product_form::ProductField;

use super::super::{Products, RecordWords};

pub const PRODUCTS: Products = Products {
    record: RecordWords {
        actions: "Actions",
        edit_of: |name| format!("Edit: {name}"),
        release_of: |name| format!("Unassign: {name}"),
        new: "New reseller product",
        edit: "Edit product",
        release: "Unassign",
        assign: "Assign product",
        add: "Add",
        assign_submit: "Assign",
        release_submit: "Unassign",
        belongs_to: |number, name| format!("Assigned to: {number} {name}"),
        belongs_to_nobody: "Assigned to no customer.",
        will_belong_to: |number, name| format!("The product will be assigned to {number} {name}."),
        moves_from: |number, name| {
            format!("belongs to {number} {name} now and will be taken from there")
        },
        is_free: "free",
        search: "Search products",
        search_submit: "Search",
        nothing_to_assign: "There is no product that could be assigned.",
        nothing_found: "No products found.",
        more_by_search: |shown| format!("These are the first {shown}; the search finds all."),
        choose_one: "Please choose at least one product.",
        release_question: |name, owner| {
            format!("{name} will no longer belong to {owner} and be free again.")
        },
        moved_meanwhile: |name, owner| match owner {
            Some((number, last_name)) => format!("{name} belongs to {number} {last_name} by now."),
            None => format!("{name} belongs to no customer any more."),
        },
        to_its_page: "To the product",
        gone_meanwhile: "This product no longer exists, or it does not belong to your customer number.",
        created: |name| format!("Product {name} was created."),
        saved: |name| format!("Product {name} was saved."),
        released: |name| format!("Product {name} is free again."),
        assigned: |names| format!("Assigned: {names}."),
        moved_from: |name, number| format!("{name} (formerly {number})"),
        assigned_count: |count| match count {
            0 => "Everything was assigned already.".to_owned(),
            1 => "1 product was assigned.".to_owned(),
            _ => format!("{count} products were assigned."),
        },
    },
    label: |field| match field {
        ProductField::Name => "Name",
        ProductField::Contract => "Contract",
        ProductField::Since => "since",
        ProductField::Customer => "Customer number",
    },
    customer_note: "For which customer; empty: for none yet.",
    article: "Article",
    bought_note: |provider| {
        format!(
            "This product was ordered in the shop of {provider}. Only whom it is assigned to can be changed here."
        )
    },
    end_of: |name| format!("End: {name}"),
    resume_of: |name| format!("Resume: {name}"),
    delete_of: |name| format!("Delete: {name}"),
    delete: "Delete product",
    end: "End",
    end_title: "End product",
    resume: "Resume",
    ended_on: |day| format!("Ended on {day}."),
    end_question: |name| format!("{name} ends today. It stays here and becomes inactive."),
    resume_question: |name| format!("{name} becomes active again."),
    delete_question: |name| format!("{name} will be deleted."),
    delete_meaning: "This cannot be undone. If it only is to stop, end it.",
    ended: |name| format!("Product {name} was ended."),
    resumed: |name| format!("Product {name} is active again."),
    deleted: |name| format!("Product {name} was deleted."),
};
