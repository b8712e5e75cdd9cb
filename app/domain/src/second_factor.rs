//! The second factor of a sign-in: a code after the password.

use serde::{Deserialize, Serialize};

/// Digits of a code that an app shows.
pub const CODE_DIGITS: usize = 6;

/// How many recovery codes an account gets at once.
pub const RECOVERY_CODES: usize = 10;

/// Characters of a recovery code, without the hyphens between them: 80 bits.
pub const RECOVERY_CHARS: usize = 16;

/// For so many minutes after the password the code is waited for.
pub const HALF_SIGNED_IN_MINUTES: i64 = 5;

/// An account's second factor, as its owner sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFactor {
    /// Recovery codes that were not used yet.
    pub codes_left: u32,
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
