//! What can be said of a domain's name without Unicode's tables and the list of public suffixes.

use crate::{
    ports::DomainNames,
    unicode::lower_case,
    values::{DomainName, ValueError},
};

/// What the browser knows of domain names: labels of letters, digits and inner hyphens with dots in
/// between. The server looks closer.
///
/// A name with other than ASCII letters gets a stand-in here: only the server can write it in ASCII.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlausibleDomainNames;

impl DomainNames for PlausibleDomainNames {
    fn parse(&self, typed: &str) -> Result<DomainName, ValueError> {
        let name = lower_case(typed.trim());
        // The dots of Chinese and Japanese keyboards separate labels too.
        let name = name.replace(['。', '．', '｡'], ".");
        let name = name.strip_suffix('.').unwrap_or(&name);
        if name.is_ascii() {
            return DomainName::from_ascii(name);
        }
        let stand_in: String = name
            .chars()
            .filter(|c| c.is_ascii() || !is_mark(*c))
            .map(|c| {
                if c.is_alphanumeric() && !c.is_ascii() {
                    'x'
                } else {
                    c
                }
            })
            .collect();
        DomainName::from_ascii(&stand_in)
    }

    fn shown(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// Signs that stand on or between letters in some scripts: the server knows which may stand where.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}
