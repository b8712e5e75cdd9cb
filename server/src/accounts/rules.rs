//! What a new password must be.

use domain::password::{PasswordError, check_length};
use zxcvbn::{Score, zxcvbn};

/// What people here take first, and what the English dictionaries of zxcvbn do not know.
const COMMON: &[&str] = &[
    "mkm",
    "mein",
    "kunden",
    "menü",
    "menue",
    "kunde",
    "kundenmenü",
    "kundenmenue",
    "kundenverwaltung",
    "verwaltung",
    "reseller",
    "portal",
    "hosting",
    "passwort",
    "kennwort",
    "geheim",
    "geheimnis",
    "willkommen",
    "anmeldung",
    "hallo",
    "hallowelt",
    "benutzer",
    "schatz",
    "sommer",
    "winter",
    "herbst",
    "frühling",
    "fruehling",
    "montag",
    "sonntag",
    "januar",
    "dezember",
    "deutschland",
    "berlin",
    "münchen",
    "muenchen",
    "hamburg",
    "fussball",
    "fußball",
    "qwertz",
    "qwertzuiop",
    "asdfghjkl",
    "yxcvbnm",
    "qwertzuiopü",
    "asdfghjklöä",
    "123456789012345",
    "abcdefghijklmno",
];

/// Checks length (a second factor beside it makes up for some of it) and how easily a program guesses the
/// password, knowing what belongs to its owner (names, e-mail, company, provider).
///
/// # Errors
/// [`PasswordError`]
pub fn check_new_password(
    password: &str,
    has_second_factor: bool,
    owner: &[&str],
) -> Result<(), PasswordError> {
    check_length(password, has_second_factor)?;
    let words: Vec<&str> = owner
        .iter()
        .flat_map(|text| std::iter::once(*text).chain(text.split(|c: char| !c.is_alphanumeric())))
        .filter(|word| word.chars().count() >= 3)
        .chain(COMMON.iter().copied())
        .collect();
    // Eight characters of pure chance are no more than a two.
    let least = if has_second_factor {
        Score::Two
    } else {
        Score::Three
    };
    if zxcvbn(password, &words).score() < least {
        return Err(PasswordError::Guessable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: &[&str] = &[
        "anton.huber",
        "Anton",
        "Huber",
        "anton@huber-hosting.de",
        "Huber Hosting GmbH",
        "FISINGER.de",
    ];

    #[test]
    fn a_long_password_that_nobody_guesses_is_taken() {
        for good in [
            "correct horse battery staple!",
            "drei blaue Elefanten tanzen",
            "x9$kQ2!vLp0@zRt7",
            "ÄÖÜ mit vierzehn Ziegen",
        ] {
            assert_eq!(check_new_password(good, false, OWNER), Ok(()), "{good}");
        }
    }

    #[test]
    fn length_is_15_to_128_characters() {
        assert_eq!(
            check_new_password("x9$kQ2!vLp0@zR", false, OWNER),
            Err(PasswordError::TooShort)
        );
        assert_eq!(
            check_new_password(&"x9$kQ2!v".repeat(17), false, OWNER),
            Err(PasswordError::TooLong)
        );
    }

    #[test]
    fn a_guessable_password_is_not_taken() {
        for bad in [
            "passwordpassword",
            "123456789012345",
            "aaaaaaaaaaaaaaaaaaa",
            "Passwort123456789",
            "qwertzuiopasdfgh",
            "kundenverwaltung",
            "Kundenverwaltung1",
            "anton.huber12345",
            "huberhuberhuber",
            "fisinger.defisinger.de",
            "WillkommenWillkommen",
        ] {
            assert_eq!(
                check_new_password(bad, false, OWNER),
                Err(PasswordError::Guessable),
                "{bad}"
            );
        }
    }

    #[test]
    fn with_a_second_factor_a_shorter_one_is_taken_but_no_guessable_one() {
        for good in ["x9$kQ2!v", "Ziegen und 7 Tassen"] {
            assert_eq!(check_new_password(good, true, OWNER), Ok(()), "{good}");
        }
        for bad in ["passwort1", "huber2024", "12345678"] {
            assert_eq!(
                check_new_password(bad, true, OWNER),
                Err(PasswordError::Guessable),
                "{bad}"
            );
        }
    }
}
