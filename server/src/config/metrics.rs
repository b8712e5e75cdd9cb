//! Where figures are given away.

use std::net::SocketAddr;

use crate::{cli::Options, stop::Stop};

impl Options {
    /// Where figures are given away, if at all: a port alone is on this machine, for they are for nobody else.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn metrics(&self) -> Result<Option<SocketAddr>, Stop> {
        let text = self.metrics_address.as_deref().unwrap_or_default().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let port = text.strip_prefix(':').unwrap_or(text).parse::<u16>();
        let address = match port {
            Ok(port) => Ok(SocketAddr::from(([127, 0, 0, 1], port))),
            Err(_) => text.parse(),
        };
        address.map(Some).map_err(|_| {
            let reason = format!("„{text}“ ist keine Adresse mit Port, z. B. 127.0.0.1:9464");
            Stop::setting("MKM_METRICS_ADDRESS", reason)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    fn metrics(given: &str) -> Result<Option<SocketAddr>, Stop> {
        let arguments = ["mkm", "serve", "--metrics-address", given];
        Cli::parse_from(arguments).options.metrics()
    }

    #[test]
    fn a_port_alone_is_on_this_machine() {
        for (given, address) in [
            ("9464", "127.0.0.1:9464"),
            (":9464", "127.0.0.1:9464"),
            ("10.0.0.1:9464", "10.0.0.1:9464"),
            ("[::1]:9464", "[::1]:9464"),
        ] {
            let found = metrics(given).unwrap().unwrap();
            assert_eq!(found.to_string(), address);
        }
        assert!(metrics("").unwrap().is_none());
    }

    #[test]
    fn what_is_no_address_is_named() {
        for given in ["hier", "localhost", "99999", "127.0.0.1"] {
            let stop = metrics(given).unwrap_err().to_string();
            assert!(stop.starts_with("MKM_METRICS_ADDRESS: "), "{stop}");
        }
    }
}
