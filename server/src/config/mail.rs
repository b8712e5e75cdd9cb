//! The mail server.

use lettre::message::Mailbox;
use percent_encoding::percent_decode_str;
use url::Url;

use crate::{cli::Options, stop::Stop};

/// The mail server, and in whose name mails are sent.
#[derive(Debug, Clone)]
pub struct MailConfig {
    pub server: SmtpServer,
    pub from: Mailbox,
}

/// How the mail server is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    /// User name and password.
    pub credentials: Option<(String, String)>,
}

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// TLS before the first word (`smtps://`).
    FromTheStart,
    /// TLS after the first words; without it nothing is sent.
    StartTls,
    /// None: for a server on this machine, or in a network of one's own.
    None,
}

impl std::fmt::Debug for SmtpServer {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpServer")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &self.encryption)
            .finish_non_exhaustive()
    }
}

impl Options {
    /// The mail server; `None` where none is set.
    ///
    /// # Errors
    /// [`Stop::Configuration`]
    pub fn mail(&self) -> Result<Option<MailConfig>, Stop> {
        let given = |text: &Option<String>| {
            let text = text.as_deref().unwrap_or_default().trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        match (given(&self.smtp_url), given(&self.mail_from)) {
            (None, None) => Ok(None),
            (Some(_), None) => Err(Stop::setting(
                "MKM_MAIL_FROM",
                "Der Absender fehlt, z. B. Kundenportal <portal@example.org>",
            )),
            (None, Some(_)) => Err(Stop::setting(
                "MKM_SMTP_URL",
                "Zum Absender fehlt der Mailserver, z. B. smtps://benutzer:passwort@mail.example.org",
            )),
            (Some(url), Some(from)) => Ok(Some(MailConfig {
                server: SmtpServer::parse(&url)
                    .map_err(|reason| Stop::setting("MKM_SMTP_URL", reason))?,
                from: sender(&from).map_err(|reason| Stop::setting("MKM_MAIL_FROM", reason))?,
            })),
        }
    }
}

fn sender(text: &str) -> Result<Mailbox, &'static str> {
    text.parse::<Mailbox>()
        .ok()
        .filter(|from| from.email.domain().contains('.') || from.email.domain() == "localhost")
        .ok_or("Das ist keine E-Mail-Adresse, z. B. Kundenportal <portal@example.org>")
}

impl SmtpServer {
    /// Reads `smtp://` or `smtps://`, with user name and password if the server wants them.
    ///
    /// # Errors
    /// The end of a sentence that says what is wrong. Never the text itself: it may hold a password.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const EXAMPLE: &str = "Die Adresse muss aussehen wie smtps://benutzer:passwort@mail.example.org oder smtp://mail.example.org:587";
        let url = Url::parse(text).map_err(|_| EXAMPLE)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or(EXAMPLE)?.to_owned();
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(EXAMPLE);
        }
        let is_here = is_this_machine(&host);
        let encryption = match (url.scheme(), url.query()) {
            ("smtps", None) => Encryption::FromTheStart,
            ("smtp", Some("tls=none")) => Encryption::None,
            ("smtp", Some("tls=starttls")) => Encryption::StartTls,
            ("smtp", None) if is_here => Encryption::None,
            ("smtp", None) => Encryption::StartTls,
            _ => return Err(EXAMPLE),
        };
        let credentials = credentials(&url)?;
        if credentials.is_some() && encryption == Encryption::None && !is_here {
            return Err(
                "Das Passwort ginge unverschlüsselt durchs Netz: Nimm smtps:// oder lass tls=none weg.",
            );
        }
        let usual = match encryption {
            Encryption::FromTheStart => 465,
            Encryption::StartTls => 587,
            Encryption::None => 25,
        };
        Ok(Self {
            // An IPv6 address stands in brackets only in a URL.
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(usual),
            encryption,
            credentials,
        })
    }
}

fn is_this_machine(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn credentials(url: &Url) -> Result<Option<(String, String)>, &'static str> {
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8();
        text.map(|text| text.into_owned())
            .map_err(|_| "Benutzername und Passwort sind nicht lesbar: Sonderzeichen gehören als %xx hinein.")
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => {
            Ok(Some((decoded(user)?, decoded(password)?)))
        }
        _ => Err("Benutzername und Passwort gehören zusammen."),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    fn server(text: &str) -> (String, u16, Encryption) {
        let server = SmtpServer::parse(text).unwrap();
        (server.host, server.port, server.encryption)
    }

    #[test]
    fn mails_are_encrypted_unless_the_server_is_on_this_machine_or_somebody_says_so() {
        for (text, host, port, encryption) in [
            (
                "smtps://mail.example.org",
                "mail.example.org",
                465,
                Encryption::FromTheStart,
            ),
            (
                "smtps://mail.example.org:4650/",
                "mail.example.org",
                4650,
                Encryption::FromTheStart,
            ),
            (
                "smtp://mail.example.org",
                "mail.example.org",
                587,
                Encryption::StartTls,
            ),
            ("smtp://localhost:1025", "localhost", 1025, Encryption::None),
            ("smtp://127.0.0.1", "127.0.0.1", 25, Encryption::None),
            ("smtp://[::1]:2525", "::1", 2525, Encryption::None),
            (
                "smtp://127.0.0.1?tls=starttls",
                "127.0.0.1",
                587,
                Encryption::StartTls,
            ),
            (
                "smtp://relay.example.org?tls=none",
                "relay.example.org",
                25,
                Encryption::None,
            ),
        ] {
            assert_eq!(server(text), (host.to_owned(), port, encryption), "{text}");
        }
    }

    #[test]
    fn user_name_and_password_are_decoded_and_never_printed() {
        let server =
            SmtpServer::parse("smtps://ich%40example.org:ge%3Aheim@mail.example.org").unwrap();
        let expected = ("ich@example.org".to_owned(), "ge:heim".to_owned());
        assert_eq!(server.credentials, Some(expected));
        assert!(!format!("{server:?}").contains("heim"));
    }

    #[test]
    fn what_is_wrong_is_refused_and_never_repeated() {
        for text in [
            "mail.example.org",
            "http://mail.example.org",
            "smtp://",
            "smtps://mail.example.org/pfad",
            "smtp://mail.example.org?tls=vielleicht",
            "smtps://nur-name@mail.example.org",
            "smtp://ich:geheim@relay.example.org?tls=none",
        ] {
            let reason = SmtpServer::parse(text).unwrap_err();
            assert!(
                !reason.contains("geheim@") && !reason.contains("nur-name"),
                "{reason}"
            );
        }
    }

    fn mail(given: &[&str]) -> Result<Option<MailConfig>, Stop> {
        let arguments = ["mkm", "serve"].iter().chain(given);
        Cli::parse_from(arguments).options.mail()
    }

    #[test]
    fn server_and_sender_belong_together() {
        assert!(mail(&[]).unwrap().is_none());
        let url = ["--smtp-url", "smtp://localhost"];
        let from = ["--mail-from", "Portal <portal@example.org>"];
        let both = mail(&[url, from].concat()).unwrap().unwrap();
        assert_eq!(both.from.to_string(), "Portal <portal@example.org>");
        for (given, setting) in [
            (url.to_vec(), "MKM_MAIL_FROM"),
            (from.to_vec(), "MKM_SMTP_URL"),
            ([url, ["--mail-from", "niemand"]].concat(), "MKM_MAIL_FROM"),
            ([["--smtp-url", "unsinn"], from].concat(), "MKM_SMTP_URL"),
        ] {
            let stop = mail(&given).unwrap_err().to_string();
            assert!(stop.starts_with(setting), "{stop}");
        }
    }
}
