//! The demo's customers: who they are.

use domain::{
    country::Country,
    customer::NewCustomer,
    values::{CustomerNumber, EmailAddress, Line, PhoneNumber, PostalCode, ValueError, Website},
};

use super::{random::Random, words};

/// The two customers of the handbook's screenshots.
pub(super) fn of_the_handbook() -> Result<[NewCustomer; 2], ValueError> {
    let huber = NewCustomer {
        number: CustomerNumber::parse("1234578")?,
        company: Some(Line::parse("Test")?),
        last_name: Line::parse("Huber")?,
        first_name: Line::parse("Anton")?,
        street: Line::parse("Sonnenstraße 12")?,
        postal_code: PostalCode::parse("80331", Country::GERMANY)?,
        city: Line::parse("München")?,
        country: Country::GERMANY,
        phone: PhoneNumber::from_e164("+498999998012")?,
        mobile: PhoneNumber::from_e164("+491713920012")?,
        email: EmailAddress::parse("anton.huber@example.de")?,
        website: None,
    };
    let mueller = NewCustomer {
        number: CustomerNumber::parse("123456")?,
        company: Some(Line::parse("Testkunde 1")?),
        last_name: Line::parse("Müller")?,
        first_name: Line::parse("Max")?,
        street: Line::parse("Hauptstraße 1")?,
        postal_code: PostalCode::parse("10115", Country::GERMANY)?,
        city: Line::parse("Berlin")?,
        country: Country::GERMANY,
        phone: PhoneNumber::from_e164("+493023125001")?,
        mobile: PhoneNumber::from_e164("+491713920001")?,
        email: EmailAddress::parse("max.mueller@example.de")?,
        website: Some(Website::parse("https://www.example.de")?),
    };
    Ok([huber, mueller])
}

/// The customer with this index among the generated ones.
pub(super) fn generated(index: u32, random: &mut Random) -> Result<NewCustomer, ValueError> {
    let first_name = random.one_of(words::FIRST_NAMES);
    let last_name = random.one_of(words::LAST_NAMES);
    let place = random.one_of(words::PLACES);
    let street = format!(
        "{} {}",
        random.one_of(words::STREETS),
        random.below(180) + 1
    );
    let mailbox = format!("{}.{}.{index}", slug(first_name), slug(last_name));
    let host = random.one_of(&["example.de", "example.com", "example.org"]);
    let website = random
        .percent(50)
        .then(|| Website::parse(&format!("https://www.{}-{index}.example", slug(last_name))));
    Ok(NewCustomer {
        number: CustomerNumber::parse(&number(index))?,
        company: company(last_name, random)
            .as_deref()
            .map(Line::parse)
            .transpose()?,
        last_name: Line::parse(last_name)?,
        first_name: Line::parse(first_name)?,
        street: Line::parse(&street)?,
        postal_code: PostalCode::parse(random.one_of(place.postal_codes), Country::GERMANY)?,
        city: Line::parse(place.city)?,
        country: Country::GERMANY,
        phone: PhoneNumber::from_e164(&format!("{}{:03}", place.phone_block, random.below(1_000)))?,
        mobile: PhoneNumber::from_e164(&format!(
            "{}{:02}",
            random.one_of(words::MOBILE_BLOCKS),
            random.below(100)
        ))?,
        email: EmailAddress::parse(&format!("{mailbox}@{host}"))?,
        website: website.transpose()?,
    })
}

/// From 20001 on; now and then with a letter, from K-9 on, so that natural order shows.
fn number(index: u32) -> String {
    if index % 25 == 24 {
        format!("K-{}", 9 + index / 25)
    } else {
        (20_001 + index).to_string()
    }
}

/// Three of five customers have a company.
fn company(last_name: &str, random: &mut Random) -> Option<String> {
    if !random.percent(60) {
        return None;
    }
    let trade = random.one_of(words::TRADES);
    let legal_form = random.one_of(words::LEGAL_FORMS);
    Some(match random.below(4) {
        0 => format!("{trade} {last_name}"),
        1 => format!("{last_name} {trade} {legal_form}"),
        2 => format!("{trade} {last_name} {legal_form}"),
        _ => {
            let partner = random.one_of(words::LAST_NAMES);
            format!("{last_name} & {partner} {legal_form}")
        }
    })
}

/// ASCII letters, digits and hyphens, as mailboxes and host names are written.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.to_lowercase().chars() {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'é' | 'ë' => slug.push('e'),
            'ş' => slug.push('s'),
            'ı' => slug.push('i'),
            'a'..='z' | '0'..='9' => slug.push(c),
            ' ' | '-' => slug.push('-'),
            _ => {}
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test stops at the first surprise"
    )]

    use super::*;

    #[test]
    fn every_generated_customer_passes_the_checks_of_the_form() {
        for index in 0..5_000 {
            generated(index, &mut Random::of(1, u64::from(index))).unwrap();
        }
    }

    #[test]
    fn the_customers_are_the_same_at_every_run() {
        let make = || generated(17, &mut Random::of(1, 17)).unwrap();
        assert_eq!(make(), make());
    }

    #[test]
    fn every_name_has_a_slug_of_ascii_letters() {
        for name in words::FIRST_NAMES.iter().chain(words::LAST_NAMES) {
            let slug = slug(name);
            assert!(!slug.is_empty(), "{name}");
            assert!(
                slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{slug}"
            );
        }
    }
}
