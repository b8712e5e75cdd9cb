//! The own sign-in, in English.

use super::super::Account;

pub const ACCOUNT: Account = Account {
    title: "Account",
    sign_in: "Sign-in",
    user_name: "User name",
    email: "E-mail",
    new_email: "New e-mail address",
    change_email: "Change e-mail address",
    email_note: "A link goes to the new address. It counts as soon as you confirm it there; until then the old one stays.",
    own_password: "Your password",
    ask_for_link: "Request a link",
    link_sent: "A link is on its way to the new address. It is valid for 24 hours. Please look in your spam folder, too.",
    unconfirmed: |email| format!("{email} is not confirmed yet."),
    undeliverable: |email| {
        format!("{email} takes no e-mail from us. Check the address and request a new link.")
    },
    same_email: "This is the e-mail address of this account already.",
    too_many_links: "Several links were requested within the last hour. Please try again later.",
    email_by_others: "No e-mails can be sent from here, so you cannot confirm a new address. Whoever gave you access can change it.",
    confirm_title: "Confirm e-mail address",
    confirm_question: |user, email| format!("Is {email} to become the e-mail address of {user}?"),
    confirm: "Confirm",
    confirm_gone: "This link was used already or has expired. The account's settings offer a new one.",
    email_changed: "The e-mail address is changed.",
    to_start: "To the start page",
    prove_title: "Confirm that it is you",
    prove_intro: "You signed in more than 10 minutes ago. Please confirm that it is you before your sign-in is changed.",
    prove_here: "You signed in more than 10 minutes ago. Please confirm that it is you.",
    proof_wrong: "The password is wrong.",
    password: "Change password",
    old_password: "Current password",
    change_password: "Change password",
    password_note: |least| {
        format!("At least {least} characters. You will be signed out in all other browsers.")
    },
    old_wrong: "The current password is wrong.",
    password_changed: "Your password is changed. All other sessions have ended.",
    sessions: "Signed in at",
    this_session: "this session",
    unknown_browser: "Unknown browser",
    used: |used, begun| format!("last used {}, signed in {}", ago(used), ago(begun)),
    end: "End",
    end_others: "End all others",
    sessions_ended: "The sessions have ended.",
};

fn ago(minutes: u32) -> String {
    match (minutes, minutes / 60) {
        (0, _) => "just now".to_owned(),
        (1, _) => "1 minute ago".to_owned(),
        (_, 0) => format!("{minutes} minutes ago"),
        (_, 1) => "1 hour ago".to_owned(),
        (_, hours) => format!("{hours} hours ago"),
    }
}
