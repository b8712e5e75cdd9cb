//! Passkeys, in English.

use super::super::Passkeys;

pub const PASSKEYS: Passkeys = Passkeys {
    title: "Passkeys",
    intro: "A passkey is on your phone, your computer or a security key. You confirm it with your fingerprint, your face or a PIN. No foreign page can lure it from you.",
    times: |created, used| match used {
        Some(used) => format!("Added on {created}, last used on {used}"),
        None => format!("Added on {created}, never used yet"),
    },
    name: "Name of the passkey",
    name_note: "At most 50 characters, for example “Phone”. You recognize it by that later.",
    name_needed: "Please give the passkey a name of at most 50 characters.",
    add: "Add a passkey",
    added: "The passkey is added.",
    remove_one: |name| format!("Remove: {name}"),
    remove: "Remove the passkey",
    remove_note: "You cannot sign in with this passkey any more then.",
    removed: "The passkey is removed.",
    stays: "This is your last second factor, and your account must have one. So you cannot remove it.",
    full: "An account cannot have more than 10 passkeys. First remove one that you do not need any more.",
    again: "Please choose “Add a passkey” once more now.",
    late: "The passkey's answer came too late. Please try again.",
    wrong: "This passkey was not accepted. Try again, or take another way.",
    known: "This passkey is an account's already. Take another one.",
    cancelled: "Cancelled. You can try again at any time.",
    failed: "That did not work. Please try again.",
    known_here: "Your account has a passkey on this device already.",
    no_support: "Passkeys need a newer browser with JavaScript.",
    prove: "Confirm with a passkey",
    sign_in: "Sign in with a passkey",
    sign_in_title: "Use a passkey",
    use_passkey: "Use a passkey",
};
