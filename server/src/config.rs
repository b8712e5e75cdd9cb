//! The checked configuration.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use ipnet::IpNet;
use url::{Host, Url};

use crate::{cli::Options, site, stop::Stop};

/// Where the rows are.
#[derive(Debug, Clone)]
pub enum DatabaseSource {
    /// A PostgreSQL that somebody runs.
    Url(String),
    /// One that the program runs itself, with its data here.
    Embedded(PathBuf),
}

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
        if !https && !(url.scheme() == "http" && is_loopback(&url)) {
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

/// What `mkm serve` needs to know besides the database.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    pub listen: SocketAddr,
    /// `None`: localhost, at the port that is listened on.
    pub public_url: Option<PublicUrl>,
    pub provider_name: String,
    pub site_dir: PathBuf,
    pub trusted_proxies: TrustedProxies,
}

impl Options {
    /// Which database to use.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn database_source(&self) -> Result<DatabaseSource, Stop> {
        match self.database_url.as_deref().map(str::trim) {
            None | Some("") => self.data_dir().map(DatabaseSource::Embedded),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(DatabaseSource::Url(url.to_owned()))
            }
            Some(_) => Err(Stop::setting(
                "DATABASE_URL",
                "Die Adresse muss mit postgres:// beginnen, z. B. postgres://mkm_owner@localhost/mkm",
            )),
        }
    }

    /// The address in the browser, where one is set.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn public_url(&self) -> Result<Option<PublicUrl>, Stop> {
        self.public_url
            .as_deref()
            .filter(|text| !text.is_empty())
            .map(PublicUrl::parse)
            .transpose()
            .map_err(|reason| Stop::setting("MKM_PUBLIC_URL", reason))
    }

    /// The address for links: the one in the browser, or this machine's.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn link_url(&self) -> Result<PublicUrl, Stop> {
        let port = self.listen()?.port();
        Ok(self
            .public_url()?
            .unwrap_or_else(|| PublicUrl::localhost(port)))
    }

    /// Address and port to listen on.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn listen(&self) -> Result<SocketAddr, Stop> {
        self.listen.parse().map_err(|_| {
            let reason = format!(
                "„{}“ ist keine Adresse mit Port, z. B. 127.0.0.1:3000",
                self.listen
            );
            Stop::setting("MKM_LISTEN", reason)
        })
    }

    /// Everything else that serving needs.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn serve_config(&self) -> Result<ServeConfig, Stop> {
        let provider_name = self.provider_name.trim().to_owned();
        if provider_name.is_empty() || provider_name.chars().any(char::is_control) {
            return Err(Stop::setting(
                "MKM_PROVIDER_NAME",
                "Der Name fehlt oder enthält Steuerzeichen.",
            ));
        }
        let proxies = self.trusted_proxies.as_deref().unwrap_or_default();
        Ok(ServeConfig {
            listen: self.listen()?,
            public_url: self.public_url()?,
            provider_name,
            site_dir: site::find(self.site_dir.as_deref())?,
            trusted_proxies: TrustedProxies::parse(proxies)
                .map_err(|reason| Stop::setting("MKM_TRUSTED_PROXIES", reason))?,
        })
    }

    /// Where the embedded PostgreSQL has its data: as set, or where this system keeps such data.
    fn data_dir(&self) -> Result<PathBuf, Stop> {
        if let Some(dir) = self
            .data_dir
            .clone()
            .filter(|dir| !dir.as_os_str().is_empty())
        {
            return std::path::absolute(&dir).map_err(|error| {
                Stop::setting("MKM_DATA_DIR", format!("{}: {error}", dir.display()))
            });
        }
        if nix::unistd::geteuid().is_root() {
            return Ok(PathBuf::from("/var/lib/mkm"));
        }
        let folder = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|dir| dir.is_absolute())
        };
        folder("XDG_DATA_HOME")
            .or_else(|| folder("HOME").map(|home| home.join(".local/share")))
            .map(|dir| dir.join("mkm"))
            .ok_or_else(|| {
                Stop::setting(
                    "MKM_DATA_DIR",
                    "Es gibt kein Home-Verzeichnis: gib einen Ordner für die Daten an.",
                )
            })
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
