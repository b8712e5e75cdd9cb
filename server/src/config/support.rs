//! Whom resellers ask for help.

use domain::{
    country::Country,
    ports::PhoneNumbers,
    support::Support,
    values::{EmailAddress, Website},
};

use crate::{cli::Options, phone::NumberingPlans, stop::Stop};

impl Options {
    /// The provider's support, as far as it is configured.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn support(&self) -> Result<Support, Stop> {
        Ok(Support {
            email: checked(
                "MKM_SUPPORT_EMAIL",
                self.support_email.as_deref(),
                email,
                "keine E-Mail-Adresse, z. B. support@example.org",
            )?,
            phone: checked(
                "MKM_SUPPORT_PHONE",
                self.support_phone.as_deref(),
                phone,
                "keine Telefonnummer, z. B. +49 30 901820",
            )?,
            url: checked(
                "MKM_SUPPORT_URL",
                self.support_url.as_deref(),
                url,
                "keine Webadresse, z. B. https://hilfe.example.org",
            )?,
        })
    }
}

/// Nothing given is nothing configured; anything else must be right.
fn checked(
    setting: &'static str,
    given: Option<&str>,
    read: fn(&str) -> Option<String>,
    wrong: &str,
) -> Result<Option<String>, Stop> {
    match given.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => read(text)
            .map(Some)
            .ok_or_else(|| Stop::setting(setting, format!("„{text}“ ist {wrong}"))),
    }
}

fn email(text: &str) -> Option<String> {
    let email = EmailAddress::parse(text).ok()?;
    Some(email.as_str().to_owned())
}

/// As people read it.
fn phone(text: &str) -> Option<String> {
    let number = NumberingPlans.parse(text, Country::GERMANY)?;
    Some(NumberingPlans.readable(number.as_str()))
}

fn url(text: &str) -> Option<String> {
    let address = Website::parse(text).ok()?;
    Some(address.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    fn support(arguments: &[&str]) -> Result<Support, Stop> {
        let command = ["mkm", "serve"].iter().chain(arguments);
        Cli::try_parse_from(command).unwrap().options.support()
    }

    #[test]
    fn what_is_configured_is_kept_as_people_read_it() {
        let given = [
            "--support-email",
            "hilfe@example.org",
            "--support-phone",
            "030 901820",
            "--support-url",
            "hilfe.example.org",
        ];
        assert_eq!(
            support(&given).unwrap(),
            Support {
                email: Some("hilfe@example.org".to_owned()),
                phone: Some("+49 30 901820".to_owned()),
                url: Some("https://hilfe.example.org".to_owned()),
            }
        );
    }

    #[test]
    fn nothing_is_configured_by_an_empty_text() {
        assert!(support(&["--support-email", " "]).unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_refused_and_named() {
        for (flag, value, setting) in [
            ("--support-email", "kein", "MKM_SUPPORT_EMAIL"),
            ("--support-phone", "0800 BLUMEN", "MKM_SUPPORT_PHONE"),
            ("--support-url", "javascript:alert(1)", "MKM_SUPPORT_URL"),
        ] {
            let stop = support(&[flag, value]).unwrap_err();
            assert!(stop.to_string().contains(setting), "{stop}");
        }
    }
}
