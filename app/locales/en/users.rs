//! The tab Users, and the forgotten password.

use domain::{user::Invitation, user_form::UserField};

use crate::locale::Users;

pub(crate) static WORDS: Users = Users {
    new: "Add new user",
    edit: "Edit user",
    link: "Link existing user",
    label: |field| match field {
        UserField::UserName => "User name",
        UserField::FirstName => "First name",
        UserField::LastName => "Last name",
        UserField::Email => "E-mail",
    },
    submit: "Add",
    by_mail: "The user gets an e-mail with a link to choose a password.",
    by_link: "After adding you see, once, a link by which the user chooses a password. Pass it on yourself.",
    invitation: "Invitation",
    invitation_state: |state| match state {
        Invitation::NotSent => "not yet sent",
        Invitation::Sent => "sent",
        Invitation::LinkGiven => "link made",
        Invitation::Expired => "expired",
        Invitation::Undeliverable => "undeliverable",
        Invitation::Accepted => "accepted",
    },
    actions: "Actions",
    edit_of: |user| format!("Edit: {user}"),
    activate: "Activate",
    activate_of: |user| format!("Activate: {user}"),
    deactivate: "Deactivate",
    deactivate_of: |user| format!("Deactivate: {user}"),
    invite: "Send invitation again",
    new_link: "Make a new link",
    invite_of: |user| format!("Send invitation again: {user}"),
    invite_question: |user| {
        format!("Shall {user} get a new link? Older links will no longer be valid.")
    },
    delete_of: |user| format!("Delete: {user}"),
    delete: "Delete user",
    delete_question: |user| format!("Delete user {user} at this customer?"),
    account_goes: "The user belongs to no other customer: the account is deleted and its sessions end at once.",
    link_goes: |others| {
        if others == 1 {
            "The user belongs to another customer, too: only the link is removed, the account stays.".to_owned()
        } else {
            format!(
                "The user belongs to {others} other customers, too: only the link is removed, the account stays."
            )
        }
    },
    belongs_to: |customers| {
        format!("This user belongs to {customers} customers: the change counts for all of them.")
    },
    search: "Search users",
    search_submit: "Search",
    nobody_found: "No other users found.",
    more_by_search: |shown| {
        format!("The first {shown}. Search for a name or e-mail to find others.")
    },
    link_submit: "Link",
    pick_one: "Choose a user.",
    link_title: "Link for the user",
    pass_on: |user| {
        format!(
            "Pass this link on to {user}: it is valid for 24 hours, can be used once, and is not shown again."
        )
    },
    link_field: "Link",
    copy: "Copy link",
    copied: "Copied",
    created: |user| format!("User {user} was added."),
    saved: |user| format!("User {user} was saved."),
    activated: |user| format!("User {user} was activated."),
    deactivated: |user| {
        format!("User {user} was deactivated. The user's sessions and open links have ended.")
    },
    invited: |user| format!("The invitation to {user} is being sent again."),
    linked: |user| format!("User {user} was linked."),
    unlinked: |user| format!("User {user} is no longer linked."),
    deleted: |user| format!("User {user} was deleted."),
    open_invitations: "Open invitations",
    none_open: "There are no open invitations.",
    last_link: "Last link",
    forgotten: "Forgotten your password?",
    forgotten_title: "Forgotten password",
    forgotten_intro: "Enter your user name or your e-mail address. You get an e-mail with a link to choose a new password.",
    forgotten_name: "User name or e-mail",
    forgotten_submit: "Request link",
    forgotten_sent: "If there is such an account, an e-mail is on its way. Its link is valid for 30 minutes. Please look into your spam folder, too.",
    forgotten_throttled: |seconds| format!("Too many requests. Please wait {seconds} seconds."),
    forgotten_ask: "No e-mails can be sent from here. For a new password, ask whoever gave you the access, or:",
    to_sign_in: "To sign-in",
};
