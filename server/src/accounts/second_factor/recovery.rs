//! Codes on paper, for the day on which the telephone is gone.

use domain::second_factor::{RECOVERY_CHARS, RECOVERY_CODES, grouped};

use crate::secret;

/// 32 characters of which none looks like another: no 0, 1, 8, 9.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// New codes: as their owner reads them, and as they are stored.
#[derive(Debug)]
pub struct NewCodes {
    pub shown: Vec<String>,
    pub hashes: Vec<[u8; 32]>,
}

/// Makes [`RECOVERY_CODES`] of them.
///
/// # Errors
/// The system has no random source.
pub fn new_codes() -> Result<NewCodes, getrandom::Error> {
    let plain = (0..RECOVERY_CODES)
        .map(|_| new_code())
        .collect::<Result<Vec<_>, _>>()?;
    Ok(NewCodes {
        hashes: plain.iter().map(|code| hash(code)).collect(),
        shown: plain.iter().map(|code| grouped(code, '-')).collect(),
    })
}

/// What is stored of a code, which has no hyphens. 80 bits of chance need no salt and no slow hash.
pub fn hash(code: &str) -> [u8; 32] {
    secret::hash(code.as_bytes())
}

fn new_code() -> Result<String, getrandom::Error> {
    let mut bytes = [0; RECOVERY_CHARS];
    getrandom::fill(&mut bytes)?;
    // 256 is a multiple of 32: each character is as likely.
    let chars = bytes.iter().map(|byte| ALPHABET[usize::from(byte % 32)]);
    Ok(chars.map(char::from).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use domain::second_factor::recovery_code;

    use super::*;

    #[test]
    fn ten_different_codes_are_read_as_they_are_shown() {
        let codes = new_codes().unwrap();
        assert_eq!((codes.shown.len(), codes.hashes.len()), (10, 10));
        for (shown, stored) in codes.shown.iter().zip(&codes.hashes) {
            assert_eq!(hash(&recovery_code(shown).unwrap()), *stored, "{shown}");
        }
        let mut different = codes.hashes.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), 10);
    }
}
