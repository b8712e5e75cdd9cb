//! Codes of an app: TOTP with what every app knows (SHA-1, six digits, 30 s).

use totp_rs::{Builder, Totp, TotpError};

/// Shared with the app: 160 bits, as RFC 4226 recommends.
pub type Secret = [u8; 20];

/// A secret that nobody knows yet.
///
/// # Errors
/// The system has no random source.
pub fn new_secret() -> Result<Secret, getrandom::Error> {
    let mut secret = Secret::default();
    getrandom::fill(&mut secret)?;
    Ok(secret)
}

/// The time step whose code this is, at a time in seconds since 1970: the step of that time, or the one
/// before or after it, because clocks differ.
pub fn step_of(secret: &Secret, code: &str, time: u64) -> Option<u64> {
    totp(secret).check(code, time)
}

/// The secret as people type it into an app.
pub fn key(secret: &Secret) -> String {
    totp(secret).secret().to_base32()
}

/// What the image for the app says: whose code it is, and where.
///
/// # Errors
/// A name that no address can hold.
pub fn address(secret: &Secret, issuer: &str, user_name: &str) -> Result<String, TotpError> {
    // A colon separates the two.
    let plain = |name: &str| name.replace(':', " ");
    base(secret)
        .with_issuer(Some(plain(issuer)))
        .with_account_name(plain(user_name))
        .build()?
        .to_url()
}

fn base(secret: &Secret) -> Builder {
    Builder::new().with_secret(secret.to_vec())
}

/// The secret is long enough by its type, and the rest is the builder's own.
fn totp(secret: &Secret) -> Totp {
    base(secret).build_noncompliant()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    /// Of RFC 6238, appendix B.
    const RFC: &Secret = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step_of(RFC, code, time), Some(time / 30), "{time}");
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_and_one_step_late() {
        let code = "081804";
        let step = 1_111_111_109 / 30;
        for (steps, taken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let time = u64::try_from(1_111_111_109 + 30 * steps).unwrap();
            assert_eq!(step_of(RFC, code, time).is_some(), taken, "{steps}");
        }
        assert_eq!(step_of(RFC, code, 1_111_111_109 + 30), Some(step));
        assert_eq!(step_of(RFC, "081805", 1_111_111_109), None);
    }

    #[test]
    fn the_address_names_provider_and_account() {
        let address = address(RFC, "FISINGER.de: MKM", "anton huber").unwrap();
        assert!(address.starts_with("otpauth://totp/"), "{address}");
        assert!(
            address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
            "{address}"
        );
        assert!(address.contains("issuer=FISINGER.de"), "{address}");
        assert_eq!(key(RFC), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn secrets_differ() {
        assert_ne!(new_secret().unwrap(), new_secret().unwrap());
    }
}
