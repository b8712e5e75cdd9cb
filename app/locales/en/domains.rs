//! Domains, in English.

use domain::{domain_form::DomainField, domain_state::Advice};

use super::{
    super::{Domains, RecordWords},
    TEXTS,
};

pub const DOMAINS: Domains = Domains {
    record: RecordWords {
        actions: "Actions",
        edit_of: |name| format!("Edit: {name}"),
        release_of: |name| format!("Unassign: {name}"),
        new: "New domain",
        edit: "Edit domain",
        release: "Unassign domain",
        assign: "Assign domain",
        add: "Add",
        assign_submit: "Assign",
        release_submit: "Unassign",
        belongs_to: |number, name| format!("Assigned to: {number} {name}"),
        belongs_to_nobody: "Not assigned to any customer.",
        will_belong_to: |number, name| format!("The domain will be assigned to {number} {name}."),
        moves_from: |number, name| {
            format!("belongs to {number} {name} now and will be taken from there")
        },
        is_free: "free",
        search: "Search domains",
        search_submit: "Search",
        nothing_to_assign: "There is no domain that could be assigned.",
        nothing_found: "No domains found.",
        more_by_search: |shown| {
            format!("These are the first {shown}; the search finds all of them.")
        },
        choose_one: "Please choose at least one domain.",
        release_question: |domain, owner| {
            format!("{domain} will no longer belong to {owner} and will be free again.")
        },
        moved_meanwhile: |domain, owner| match owner {
            Some((number, name)) => format!("{domain} belongs to {number} {name} meanwhile."),
            None => format!("{domain} no longer belongs to any customer."),
        },
        to_its_page: "To the domain",
        gone_meanwhile: "This domain no longer exists, or it does not belong to your customer number.",
        created: |name| format!("Domain {name} was created."),
        saved: |name| format!("Domain {name} was saved."),
        released: |name| format!("Domain {name} is free again."),
        assigned: |names| format!("Assigned: {names}."),
        moved_from: |name, number| format!("{name} (was {number})"),
        assigned_count: |count| match count {
            0 => "Everything was assigned already.".to_owned(),
            1 => "1 domain was assigned.".to_owned(),
            _ => format!("{count} domains were assigned."),
        },
    },
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!(
                "The holder must confirm the e-mail address by {}, or the domain will be switched off.",
                day(until)
            ),
            Advice::Verify { until: None } => {
                "The holder must confirm the e-mail address, or the domain will be switched off."
                    .to_owned()
            }
            Advice::VerificationOverdue { since } => format!(
                "The e-mail address should have been confirmed by {}: the holder must do so at once.",
                day(since)
            ),
            Advice::VerificationFailed => {
                "The verification failed: the holder's details must be corrected.".to_owned()
            }
            Advice::ZoneMissing => {
                "No name server answers for this domain: a zone must be created.".to_owned()
            }
            Advice::WillEnd => {
                "The domain ends with its term. To keep it, it must be set to AUTORENEW.".to_owned()
            }
            Advice::Unlocked => {
                "All is well. Without a transfer lock the domain is easier to move away, though."
                    .to_owned()
            }
            Advice::Well => "All is well.".to_owned(),
            Advice::PartlyUnknown => "What is known is well; the rest is not known.".to_owned(),
            Advice::Unknown => "Nothing is known about the state of this domain yet.".to_owned(),
        }
    },
    never_read: "never checked",
    label: |field| match field {
        DomainField::Domain => "Domain",
        DomainField::Contract => "Contract",
        DomainField::Registrar => "Registrar",
        DomainField::Status => "Status",
        DomainField::Verification => "Verification",
        DomainField::VerificationUntil => "Verification until",
        DomainField::Zone => "Zone",
        DomainField::TransferLock => "Transfer lock",
        DomainField::RenewalMode => "Renewal mode",
        DomainField::AsOf => "As of",
    },
    choice: |field, word| {
        match (field, word) {
            (_, "unknown") => "unknown",
            (DomainField::Status, "active") => "active",
            (DomainField::Status, "inactive") => "inactive",
            (DomainField::Verification, "pending") => "pending",
            (DomainField::Verification, "failed") => "failed",
            (DomainField::Zone, "missing") => "missing",
            (DomainField::TransferLock, "on") => "on",
            (DomainField::TransferLock, "off") => "off",
            (_, other) => other,
        }
        .to_owned()
    },
    state: "Domain state",
    name_note: "Accents in the domain are fine, such as café.fr",
    state_note: "As the registrar shows it. What you change is dated today; with a day of its own, all four values are as of that day.",
    registrar_said: |status| format!("Status at the registrar: {status}"),
    remove: "Remove domain",
    remove_submit: "Remove",
    remove_question: |domain| format!("{domain} will be removed from MKM."),
    remove_meaning: "Nothing changes at the registrar. In MKM it cannot be undone.",
    removed: |name| format!("Domain {name} was removed."),
};
