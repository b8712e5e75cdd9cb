//! Names of domains by Unicode's rules and the list of public suffixes.

use domain::{
    domain_form::PlausibleDomainNames,
    ports::DomainNames,
    values::{DomainName, ValueError},
};
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use psl::Type;

/// Reserved for examples (RFC 2606): nobody can have such a domain, so the demo's are all below it.
const FOR_EXAMPLES: &str = "example";

/// Writes names in ASCII form (IDNA 2008 as browsers do it, UTS 46) and knows below what names can
/// be registered (publicsuffix.org, its part of registries).
#[derive(Debug, Clone, Copy, Default)]
pub struct PublicSuffixes;

impl DomainNames for PublicSuffixes {
    fn parse(&self, typed: &str) -> Result<DomainName, ValueError> {
        // What the browser refuses the server refuses as well.
        PlausibleDomainNames.parse(typed)?;
        let name = ascii_form(typed.trim()).ok_or(ValueError::NotADomainName)?;
        let name = DomainName::from_ascii(&name)?;
        // What was typed in ASCII form is edited in Unicode form, and must be taken again as the same name: a
        // label can be the ASCII form of what looks like one itself.
        let shown = self.shown(name.as_str());
        PlausibleDomainNames.parse(&shown)?;
        if ascii_form(&shown).as_deref() != Some(name.as_str()) {
            return Err(ValueError::NotADomainName);
        }
        check_suffix(name.as_str())?;
        Ok(name)
    }

    fn shown(&self, name: &str) -> String {
        idna::domain_to_unicode(name).0
    }
}

/// Lower case, without the dot of the root.
fn ascii_form(typed: &str) -> Option<String> {
    let name = Uts46::new().to_ascii(
        typed.as_bytes(),
        AsciiDenyList::STD3,
        Hyphens::CheckFirstLast,
        DnsLength::VerifyAllowRootDot,
    );
    let name = name.ok()?;
    Some(name.strip_suffix('.').unwrap_or(&name).to_owned())
}

fn check_suffix(name: &str) -> Result<(), ValueError> {
    let suffix = psl::suffix(name.as_bytes()).ok_or(ValueError::UnknownSuffix)?;
    match suffix.typ() {
        // Below some names ("github.io") their owners register too: those are domains themselves.
        Some(Type::Icann) if suffix.as_bytes() == name.as_bytes() => Err(ValueError::PublicSuffix),
        Some(_) => Ok(()),
        None if name.ends_with(&format!(".{FOR_EXAMPLES}")) => Ok(()),
        None => Err(ValueError::UnknownSuffix),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn ascii(typed: &str) -> Result<String, ValueError> {
        PublicSuffixes
            .parse(typed)
            .map(|name| name.as_str().to_owned())
    }

    #[test]
    fn names_are_read_as_people_type_them() {
        for (typed, stored) in [
            ("mueller.de", "mueller.de"),
            (" Mueller.DE. ", "mueller.de"),
            ("müller.de", "xn--mller-kva.de"),
            ("MÜLLER.de", "xn--mller-kva.de"),
            ("mu\u{308}ller.de", "xn--mller-kva.de"),
            ("XN--MLLER-KVA.de", "xn--mller-kva.de"),
            ("straße.de", "xn--strae-oqa.de"),
            ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
            ("例え。jp", "xn--r8jz45g.jp"),
            ("shop.example.co.uk", "shop.example.co.uk"),
            ("ab--cd.de", "ab--cd.de"),
            ("1und1.de", "1und1.de"),
            ("github.io", "github.io"),
            ("müller-123456-1.example", "xn--mller-123456-1-gsb.example"),
        ] {
            assert_eq!(ascii(typed).as_deref(), Ok(stored), "{typed}");
        }
    }

    #[test]
    fn what_is_no_name_is_not_taken() {
        for typed in [
            "",
            "de",
            ".",
            "..",
            "a..de",
            ".de",
            "-a.de",
            "xn--xn--mdler--w-4tba.de",
            "a-.de",
            "a b.de",
            "a_b.de",
            "https://a.de",
            "a.de/b",
            "info@a.de",
            "a.de:80",
            "192.168.0.1",
            "a.1",
            "xn--a.de",
            // Tibetan signs behind a hyphen: could be shown, and not typed.
            "xn--mller--1kva.de",
            "xn--mller-kva\u{fc}.de",
            "a\u{202e}b.de",
            "*.de",
            "a,de",
        ] {
            assert_eq!(ascii(typed), Err(ValueError::NotADomainName), "{typed}");
        }
        let long = format!("{}.de", "a".repeat(64));
        assert_eq!(ascii(&long), Err(ValueError::NotADomainName));
        // 63 letters in Unicode, more in ASCII.
        let long = format!("{}.de", "ü".repeat(63));
        assert_eq!(ascii(&long), Err(ValueError::NotADomainName));
    }

    #[test]
    fn a_public_suffix_is_no_domain() {
        for typed in ["co.uk", "com.au", "gv.at", "foo.ck", "公司.cn"] {
            assert_eq!(ascii(typed), Err(ValueError::PublicSuffix), "{typed}");
        }
    }

    #[test]
    fn an_unknown_top_level_domain_is_refused() {
        for typed in [
            "mueller.dee",
            "mueller.local",
            "mueller.invalid",
            "a.zz",
            "mueller.beispiel",
        ] {
            assert_eq!(ascii(typed), Err(ValueError::UnknownSuffix), "{typed}");
        }
    }

    #[test]
    fn what_is_shown_is_read_as_the_same_name() {
        for stored in [
            "xn--mller-kva.de",
            "xn--strae-oqa.de",
            "xn--e1afmkfd.xn--p1ai",
            "a.de",
        ] {
            let shown = PublicSuffixes.shown(stored);
            assert_eq!(ascii(&shown).as_deref(), Ok(stored), "{shown}");
        }
        assert_eq!(PublicSuffixes.shown("xn--mller-kva.de"), "müller.de");
    }
}
