//! Administration → Staff, and the sessions of others.

use domain::rights::Right;

use crate::locale::Staff;

pub(crate) static WORDS: Staff = Staff {
    title: "Staff",
    subtitle: "Who works with you, and what they may do.",
    new: "New staff account",
    edit: "Edit staff account",
    nobody: "Nobody works with you yet. Add accounts so that everybody signs in with their own name and password.",
    own: "(you)",
    name: "Name",
    right: "Right",
    right_name: |right| match right {
        Right::View => "View",
        Right::Edit => "Edit",
        Right::Manage => "Manage",
    },
    right_choice: |right| match right {
        Right::View => "View: sees everything, changes nothing",
        Right::Edit => "Edit: also changes customers, domains, products and users",
        Right::Manage => "Manage: also changes own data and staff",
    },
    own_right: "Your own right is changed by somebody else who may manage.",
    last_sign_in: "Last sign-in",
    never: "never",
    by_mail: "They get an e-mail with a link to choose a password.",
    by_link: "Once the account is there, you see a link to choose a password, one time only. Pass it on yourself.",
    link_title: "Link for the staff account",
    delete: "Delete staff account",
    delete_question: |user| format!("Delete the staff account {user}?"),
    account_goes: "The account is deleted, its sessions end at once. The log keeps the name.",
    sessions: "Sessions",
    sessions_of: |user| format!("Sessions: {user}"),
    sessions_count: |user, count| match count {
        0 => format!("{user} is not signed in anywhere."),
        1 => format!("{user} is signed in in one browser:"),
        count => format!("{user} is signed in in {count} browsers:"),
    },
    end_sessions: "End all sessions",
    created: |user| format!("Staff account {user} was created."),
    saved: |user| format!("Staff account {user} was saved."),
    activated: |user| format!("Staff account {user} was activated."),
    deactivated: |user| {
        format!("Staff account {user} was deactivated. Its sessions and open links have ended.")
    },
    invited: |user| format!("The invitation to {user} will be sent again."),
    deleted: |user| format!("Staff account {user} was deleted."),
    sessions_ended: |user| format!("All sessions of {user} have ended."),
};
