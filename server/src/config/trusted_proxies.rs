//! Proxies in front of the program.

use std::net::IpAddr;

use ipnet::IpNet;

/// Who may say for whom a request was forwarded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Addresses and networks (`10.0.0.0/8`), separated by commas.
    ///
    /// # Errors
    /// The end of a sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                part.parse::<IpNet>()
                    .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
                    .map_err(|_| format!("„{part}“ ist weder Adresse noch Netz."))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// An address that reached a dual-stack socket by IPv4 counts as the IPv4 address it is.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|net| net.contains(&address))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn proxies_are_addresses_and_networks() {
        let proxies = TrustedProxies::parse("10.0.0.0/8, 192.0.2.1,::1").unwrap();
        assert!(proxies.contains("10.1.2.3".parse().unwrap()));
        assert!(proxies.contains("::ffff:192.0.2.1".parse().unwrap()));
        assert!(!proxies.contains("192.0.2.2".parse().unwrap()));
        assert!(TrustedProxies::parse("proxy.example.org").is_err());
        assert!(!TrustedProxies::default().contains("127.0.0.1".parse().unwrap()));
    }
}
