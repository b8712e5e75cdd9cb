//! What mails say.

use crate::locale::{Letter, Mail};

pub(crate) static WORDS: Mail = Mail {
    greeting: |first, last| {
        let name = format!("{first} {last}");
        format!("Hello {}", name.trim()).trim().to_owned() + ","
    },
    user_name: "Your user name",
    by_hand: "If the button does not work, open this address in your browser:",
    closing: |sender| format!("Kind regards\n{sender}"),
    invitation: Letter {
        subject: |sender| format!("Your access to the customer portal of {sender}"),
        text: |sender| {
            format!(
                "{sender} has set up access to the customer portal for you. Please choose your password first."
            )
        },
        button: Some("Choose a password"),
        after: |sender| {
            format!(
                "The link is valid for 24 hours and can be used once. If it has expired, ask {sender} for a new one. If you did not expect this e-mail, there is nothing you need to do."
            )
        },
    },
    staff_invitation: Letter {
        subject: |sender| format!("Your access as a member of staff of {sender}"),
        text: |sender| {
            format!(
                "{sender} has set up access to the customer administration for you. Please choose your password first."
            )
        },
        button: Some("Choose a password"),
        after: |sender| {
            format!(
                "The link is valid for 24 hours and can be used once. If it has expired, ask {sender} for a new one. If you did not expect this e-mail, there is nothing you need to do."
            )
        },
    },
    reset: Letter {
        subject: |sender| format!("New password for your access at {sender}"),
        text: |_| "A new password was requested for your access.".to_owned(),
        button: Some("Choose a new password"),
        after: |_| {
            "The link is valid for 30 minutes and can be used once. If this was not you, there is nothing you need to do: your password stays as it is."
                .to_owned()
        },
    },
    confirm_email: Letter {
        subject: |_| "Confirm your new e-mail address".to_owned(),
        text: |sender| {
            format!(
                "This is to become the new e-mail address of your access at {sender}. It counts as soon as you confirm it."
            )
        },
        button: Some("Confirm e-mail address"),
        after: |_| {
            "The link is valid for 24 hours and can be used once. If this was not you, there is nothing you need to do: the old address stays."
                .to_owned()
        },
    },
    email_changed: Letter {
        subject: |_| "Your e-mail address was changed".to_owned(),
        text: |sender| {
            format!(
                "Your access at {sender} has another e-mail address now. We will not write to this one any more."
            )
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
    factor_added: Letter {
        subject: |_| "Two-factor sign-in set up".to_owned(),
        text: |sender| {
            format!(
                "Your access at {sender} has a two-factor sign-in now: after the password a code is asked for."
            )
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
    factor_removed: Letter {
        subject: |_| "Two-factor sign-in removed".to_owned(),
        text: |sender| {
            format!(
                "The two-factor sign-in of your access at {sender} was removed: the password is enough again."
            )
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
    app_removed: Letter {
        subject: |_| "Authenticator app removed".to_owned(),
        text: |sender| {
            format!(
                "The authenticator app of your access at {sender} was removed. The other ways to sign in stay."
            )
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
    passkey_added: Letter {
        subject: |_| "Passkey added".to_owned(),
        text: |sender| {
            format!("Your access at {sender} has one more passkey now: it can be used to sign in.")
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
    passkey_removed: Letter {
        subject: |_| "Passkey removed".to_owned(),
        text: |sender| {
            format!(
                "A passkey of your access at {sender} was removed: it cannot be used to sign in any more."
            )
        },
        button: None,
        after: |sender| format!("If this was not you, please contact {sender} at once."),
    },
};
