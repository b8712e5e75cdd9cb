//! The address in the browser.

use url::{Host, Url};

/// The address that people type into the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    https: bool,
}

impl PublicUrl {
    /// Reads an address without path, `https`, or `http` on this machine: session cookies are
    /// `Secure`, which browsers take over plain HTTP only from there.
    ///
    /// # Errors
    /// The end of a sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|_| format!("„{text}“ ist keine Adresse."))?;
        let https = url.scheme() == "https";
        let local = url.scheme() == "http" && is_loopback(&url);
        if !https && !local {
            return Err(
                "Die Adresse muss mit https:// beginnen; http:// geht nur mit localhost."
                    .to_owned(),
            );
        }
        if url.path() != "/"
            || url.query().is_some()
            || url.fragment().is_some()
            || !url.username().is_empty()
        {
            return Err(
                "Die Adresse darf keinen Pfad haben, z. B. https://mkm.example.org".to_owned(),
            );
        }
        let origin = url.origin().ascii_serialization();
        Ok(Self { origin, https })
    }

    /// For a server that is reached on this machine only.
    pub fn localhost(port: u16) -> Self {
        let origin = match port {
            80 => "http://localhost".to_owned(),
            port => format!("http://localhost:{port}"),
        };
        Self {
            origin,
            https: false,
        }
    }

    /// As browsers send it: scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub fn is_https(&self) -> bool {
        self.https
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn a_public_address_is_https_or_on_this_machine() {
        for good in [
            "https://mkm.example.org",
            "https://mkm.example.org:8443/",
            "http://localhost:3000",
            "http://127.0.0.1:3000",
            "http://[::1]:3000",
        ] {
            assert!(PublicUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://mkm.example.org",
            "ftp://localhost",
            "mkm.example.org",
            "https://mkm.example.org/pfad",
            "https://a@mkm.example.org",
            "",
        ] {
            assert!(PublicUrl::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_origin_is_what_browsers_send() {
        assert_eq!(
            PublicUrl::parse("https://MKM.example.org:443/")
                .unwrap()
                .origin(),
            "https://mkm.example.org"
        );
        assert_eq!(PublicUrl::localhost(3000).origin(), "http://localhost:3000");
    }
}
