//! The second factor of a sign-in: a code after the password, or a passkey.

use serde::{Deserialize, Serialize};

use crate::{audit_log::Moment, values::PasskeyId};

/// Digits of a code that an app shows.
pub const CODE_DIGITS: usize = 6;

/// How many recovery codes an account gets at once.
pub const RECOVERY_CODES: usize = 10;

/// Characters of a recovery code, without the hyphens between them: 80 bits.
pub const RECOVERY_CHARS: usize = 16;

/// For so many minutes after the password the code is waited for.
pub const HALF_SIGNED_IN_MINUTES: i64 = 5;

/// For so many minutes a passkey's answer is waited for.
pub const PASSKEY_MINUTES: i32 = 5;

/// Most passkeys of an account.
pub const PASSKEYS: usize = 10;

/// Most characters of a passkey's name.
pub const PASSKEY_NAME_CHARS: usize = 50;

/// An account's second factor, as its owner sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFactor {
    /// Recovery codes that were not used yet.
    pub codes_left: u32,
}

/// A passkey, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPasskey {
    pub id: PasskeyId,
    /// What its owner called it.
    pub name: String,
    /// In German time.
    pub created: Moment,
    /// In German time; `None` where it was never used.
    pub last_used: Option<Moment>,
}

/// What a passkey is called: 1 to [`PASSKEY_NAME_CHARS`] characters without spaces around them. `None`
/// where it is no name.
pub fn passkey_name(typed: &str) -> Option<String> {
    let name = typed.trim();
    let is_name = !name.is_empty()
        && name.chars().count() <= PASSKEY_NAME_CHARS
        && !name.chars().any(char::is_control);
    is_name.then(|| name.to_owned())
}

/// The code that somebody read from an app: six digits, in groups or not. `None` where it is none, which
/// is no attempt to guess one.
pub fn code(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let is_code = digits.len() == CODE_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    is_code.then_some(digits)
}

/// The recovery code that somebody read from paper, as it is hashed: 16 letters (a to z) and digits (2 to
/// 7) without hyphens. `None` where it is none.
pub fn recovery_code(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let is_code = plain.len() == RECOVERY_CHARS
        && plain
            .bytes()
            .all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b));
    is_code.then_some(plain)
}

/// In groups of four, as people read it and type it.
pub fn grouped(text: &str, between: char) -> String {
    let mut grouped = String::with_capacity(text.len() + text.len() / 4);
    for (place, c) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push(between);
        }
        grouped.push(c);
    }
    grouped
}
