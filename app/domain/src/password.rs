//! What a new password must be, as far as that can be said without a dictionary.

use serde::{Deserialize, Serialize};

/// Fewest characters of a password that stands alone (OWASP ASVS 5.0, 6.2.1 recommends 15).
pub const MIN_CHARS: usize = 15;

/// Fewest characters of a password that a second factor stands beside.
pub const MIN_CHARS_WITH_FACTOR: usize = 8;

/// Most characters; longer ones only cost time to hash.
pub const MAX_CHARS: usize = 128;

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PasswordError {
    #[error("shorter than {MIN_CHARS} characters")]
    TooShort,
    /// Although there is a second factor.
    #[error("shorter than {MIN_CHARS_WITH_FACTOR} characters")]
    TooShortWithFactor,
    #[error("longer than {MAX_CHARS} characters")]
    TooLong,
    /// In the list of the most used ones, close to the user's or the product's name, or guessed
    /// easily by a program.
    #[error("easily guessed")]
    Guessable,
}

/// Checks that a password has [`MIN_CHARS`] (with a second factor [`MIN_CHARS_WITH_FACTOR`]) to [`MAX_CHARS`]
/// characters (Unicode scalar values, not bytes), spaces included. Nothing is trimmed or changed: a password is what was typed.
///
/// # Errors
/// [`PasswordError::TooShort`], [`PasswordError::TooShortWithFactor`], [`PasswordError::TooLong`]
pub fn check_length(password: &str, has_second_factor: bool) -> Result<(), PasswordError> {
    match password.chars().take(MAX_CHARS + 1).count() {
        ..MIN_CHARS_WITH_FACTOR if has_second_factor => Err(PasswordError::TooShortWithFactor),
        ..MIN_CHARS if !has_second_factor => Err(PasswordError::TooShort),
        ..=MAX_CHARS => Ok(()),
        _ => Err(PasswordError::TooLong),
    }
}
