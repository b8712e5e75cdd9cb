//! E-mail addresses, telephone numbers, web addresses, names of domains.

use domain::{
    country::Country,
    domain_form::PlausibleDomainNames,
    ports::{DomainNames, PhoneNumbers},
    values::{DomainName, EmailAddress, PhoneNumber, Website},
};
use server::{config::PublicUrl, domain_names::PublicSuffixes, phone::NumberingPlans};

use crate::{is_line, text};

/// An address that is taken has one sign, a domain with a dot, at most 254 characters, and nothing that
/// could begin another header or another address of a mail.
pub fn email(bytes: &[u8]) {
    let Ok(address) = EmailAddress::parse(&text(bytes)) else {
        return;
    };
    let address = address.as_str();
    assert!(is_line(address, 254), "{address:?}");
    let parts: Vec<_> = address.split('@').collect();
    assert_eq!(parts.len(), 2, "{address:?}");
    assert!(
        !parts[0].is_empty() && parts[1].contains('.'),
        "{address:?}"
    );
    assert!(
        !address.contains([' ', ',', ';', '<', '>', '"', '\\']),
        "{address:?}"
    );
    assert_eq!(
        EmailAddress::parse(address)
            .as_ref()
            .map(EmailAddress::as_str),
        Ok(address)
    );
}

/// A number that is taken is E.164, and so is what is shown of it. The first byte chooses the country.
pub fn phone(bytes: &[u8]) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let country = Country::ALL[usize::from(*first) % Country::ALL.len()];
    let typed = text(rest);
    if let Some(number) = NumberingPlans.parse(&typed, country) {
        let number = number.as_str();
        assert!(PhoneNumber::from_e164(number).is_ok(), "{number}");
        assert!(number.len() <= 16, "{number}");
        let shown = NumberingPlans.readable(number);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits(&shown), digits(number), "{number} as {shown}");
    }
    // What is stored is shown, even if nobody could have typed it.
    NumberingPlans.readable(&typed);
}

/// A web address that is taken is http or https, without a name or a password in it, and leads nowhere
/// else when it is read again.
pub fn url(bytes: &[u8]) {
    let typed = text(bytes);
    // An operator's setting, read by other rules.
    let _ = PublicUrl::parse(&typed);
    let Ok(address) = Website::parse(&typed) else {
        return;
    };
    let address = address.as_str();
    assert!(is_line(address, 2_048), "{address:?}");
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_plain = host.is_some_and(|host| host.contains('.') && !host.contains(['@', '\\', '%']));
    assert!(is_plain, "{address:?}");
    assert!(!address.contains(['<', '>', '"', ' ']), "{address:?}");
    assert_eq!(
        Website::parse(address).as_ref().map(Website::as_str),
        Ok(address)
    );
}

/// A name that the server takes is in ASCII form, the browser takes it too, and what is shown of it is
/// the same name.
pub fn domain(bytes: &[u8]) {
    let typed = text(bytes);
    let plausible = PlausibleDomainNames.parse(&typed);
    // What is stored is shown, even if nobody could have typed it.
    PublicSuffixes.shown(&typed);
    let Ok(name) = PublicSuffixes.parse(&typed) else {
        return;
    };
    assert!(plausible.is_ok(), "{typed:?}");
    let ascii = name.as_str();
    assert!(ascii.is_ascii() && ascii.len() <= 253, "{ascii:?}");
    assert_eq!(DomainName::from_ascii(ascii).as_ref(), Ok(&name));
    let shown = PublicSuffixes.shown(ascii);
    assert_eq!(PublicSuffixes.parse(&shown), Ok(name.clone()), "{shown:?}");
}
