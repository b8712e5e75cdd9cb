//! Telephone numbers by the numbering plans of the world.

use domain::{
    country::Country, customer_form::PlausiblePhoneNumbers, ports::PhoneNumbers,
    values::PhoneNumber,
};
use phonenumber::{Mode, country::Id};

/// Knows every country's plan (data of Google's libphonenumber).
#[derive(Debug, Clone, Copy, Default)]
pub struct NumberingPlans;

impl PhoneNumbers for NumberingPlans {
    fn parse(&self, typed: &str, country: Country) -> Option<PhoneNumber> {
        // What the browser refuses the server refuses as well: vanity letters, extensions.
        PlausiblePhoneNumbers.parse(typed, country)?;
        let typed = plain(typed);
        // With a country code the number's own plan counts, or its zeros would go by another's.
        let plan = if typed.starts_with('+') {
            None
        } else {
            plan_of(country)
        };
        let number = phonenumber::parse(plan, typed).ok()?;
        if !number.is_valid() {
            return None;
        }
        PhoneNumber::from_e164(&number.format().mode(Mode::E164).to_string()).ok()
    }

    fn readable(&self, e164: &str) -> String {
        phonenumber::parse(None, e164).map_or_else(
            |_| e164.to_owned(),
            |number| number.format().mode(Mode::International).to_string(),
        )
    }
}

/// The plans' name of a country; theirs has every country of ours, which a test holds.
fn plan_of(country: Country) -> Option<Id> {
    country.code().parse().ok()
}

/// Digits, with a plus in front where a country code is meant. `+49 (0)30 …` names the trunk zero,
/// which is not dialled then and which the plans would read as part of the number.
fn plain(typed: &str) -> String {
    let typed = typed.trim();
    let signed = typed.trim_start_matches('(').starts_with('+');
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if signed || typed.starts_with("00") {
        let dialled = digits(&typed.replacen("(0)", "", 1));
        let number = if signed {
            dialled.as_str()
        } else {
            dialled.trim_start_matches("00")
        };
        format!("+{number}")
    } else {
        digits(typed)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn e164(typed: &str, country: &str) -> Option<String> {
        let number = NumberingPlans.parse(typed, country.parse().unwrap());
        number.map(|number| number.as_str().to_owned())
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for typed in [
            "030 901820",
            "030/901820",
            "+49 30 901820",
            "+49 (0)30 901820",
            "0049 30 901820",
            "(030) 90 18 20",
            "030-901820",
            " 030\u{a0}901820 ",
            "(+49) 30 901820",
        ] {
            assert_eq!(e164(typed, "DE").as_deref(), Some("+4930901820"), "{typed}");
        }
    }

    #[test]
    fn a_number_without_country_code_belongs_to_the_country() {
        assert_eq!(e164("0664 1234567", "AT").as_deref(), Some("+436641234567"));
        assert_eq!(e164("044 668 18 00", "CH").as_deref(), Some("+41446681800"));
        assert_eq!(e164("06 698 12345", "IT").as_deref(), Some("+390669812345"));
        assert_eq!(
            e164("(212) 555-0123", "US").as_deref(),
            Some("+12125550123")
        );
        assert_eq!(
            e164("+41 44 668 18 00", "DE").as_deref(),
            Some("+41446681800")
        );
    }

    #[test]
    fn what_is_no_number_is_not_taken() {
        for typed in [
            "",
            "12",
            "abc",
            "0800 FLOWERS",
            "+49",
            "030 901820 ext. 5",
            "++4930901820",
            "000000000",
            "+999 123456789",
        ] {
            assert_eq!(e164(typed, "DE"), None, "{typed}");
        }
    }

    #[test]
    fn stored_numbers_are_readable() {
        assert_eq!(NumberingPlans.readable("+4930901820"), "+49 30 901820");
        assert_eq!(NumberingPlans.readable("kein"), "kein");
    }

    #[test]
    fn what_is_shown_is_read_as_the_same_number() {
        for stored in [
            "+4930901820",
            "+436641234567",
            "+41446681800",
            "+390669812345",
            "+12125550123",
        ] {
            let shown = NumberingPlans.readable(stored);
            assert_eq!(e164(&shown, "DE").as_deref(), Some(stored), "{shown}");
        }
    }

    #[test]
    fn every_country_has_a_plan() {
        for country in Country::ALL {
            assert!(plan_of(*country).is_some(), "{country}");
        }
    }
}
