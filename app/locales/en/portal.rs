//! The portal and what is proposed there, in English.

use domain::domain_state::Advice;

use super::{
    super::{Portal, PortalFrame, Proposals},
    TEXTS,
};

pub const FRAME: PortalFrame = PortalFrame {
    menu: "My data",
    account: "Account",
    contact: "Your contact",
    back: "To my data",
};

pub const PORTAL: Portal = Portal {
    choose: "Choose whose data you want to see.",
    no_customers: "No data are linked with your account yet. Please ask your contact.",
    number: |number| format!("Customer number {number}"),
    to_act_on: |count| match count {
        1 => "1 domain needs something to be done".to_owned(),
        _ => format!("{count} domains need something to be done"),
    },
    advice: |advice| {
        let day = TEXTS.general.day;
        match advice {
            Advice::Verify { until: Some(until) } => format!(
                "Please confirm your e-mail address by {}: the registrar has written to you. Otherwise the domain will be switched off.",
                day(until)
            ),
            Advice::Verify { until: None } => "Please confirm your e-mail address: the registrar has written to you. Otherwise the domain will be switched off.".to_owned(),
            Advice::VerificationOverdue { since } => format!(
                "The time to confirm your e-mail address was over on {}. Please confirm it at once or ask your contact.",
                day(since)
            ),
            Advice::VerificationFailed => "Your details as the holder were not accepted. Please check your data and propose a correction.".to_owned(),
            Advice::ZoneMissing => "Nothing can be reached under this domain at the moment. Please ask your contact.".to_owned(),
            Advice::WillEnd => "This domain ends with its term. If you want to keep it, please tell your contact.".to_owned(),
            Advice::Unlocked => "Nothing to do. The domain is not locked against being moved.".to_owned(),
            Advice::Well => "All is well.".to_owned(),
            Advice::PartlyUnknown => "What is known is well.".to_owned(),
            Advice::Unknown => "Nothing is known of its state yet.".to_owned(),
        }
    },
    state: "Details",
    no_domains: "No domains are assigned.",
    no_products: "No products are assigned.",
    since: |day| format!("since {day}"),
    propose: "Propose a correction",
    propose_intro: "Change what is no longer right. Your contact checks the proposal before it counts.",
    propose_submit: "Send proposal",
    sent: "Your proposal has been sent.",
    nothing_changed: "Your details are what is stored already: no proposal is waiting.",
    waiting: |day| format!("Your proposal of {day} is waiting for a decision:"),
    decided: |made, decided| format!("Your proposal of {made} was decided on {decided}:"),
    accepted: "accepted",
    declined: "declined",
};

pub const PROPOSALS: Proposals = Proposals {
    title: "Proposed correction",
    all: "Open proposals",
    from: "Proposed by",
    day: "On",
    none: "No proposal is waiting for a decision.",
    by: |who, day| format!("{who} proposed these changes on {day}."),
    field: "Field",
    today: "Today",
    proposed: "Proposal",
    accept: "Accept",
    accept_of: |field| format!("Accept {field}"),
    note: "What is not ticked is declined.",
    decide: "Save decision",
    decided: "The proposal is decided.",
    misfit: "Like this the details do not fit together, e.g. postal code and country. Accept fields that belong together at once.",
};
