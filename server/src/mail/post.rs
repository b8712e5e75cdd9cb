//! The way to the mail server.

use std::time::Duration;

use db::Declined;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        Error as SmtpError,
        authentication::Credentials,
        client::{Tls, TlsParameters},
        extension::ClientId,
    },
};

use crate::config::{Encryption, SmtpServer};

/// Longest time for one answer of the mail server.
const ANSWER_TIME: Duration = Duration::from_secs(15);

/// Longest time for a mail; shorter than a sender may keep it.
const MAIL_TIME: Duration = Duration::from_secs(60);

/// Answers about our own sign-in there: the operator's to put right, and no reason to give up a mail.
const ABOUT_SIGN_IN: [u16; 4] = [530, 534, 535, 538];

/// A mail server. Each mail has a connection of its own.
#[derive(Debug, Clone)]
pub struct Post(AsyncSmtpTransport<Tokio1Executor>);

/// Why a mail was not taken.
#[derive(Debug, thiserror::Error)]
#[error("{cause}")]
pub struct NotTaken {
    pub declined: Declined,
    /// The answer's number.
    pub reply: Option<u16>,
    cause: String,
}

impl Post {
    /// For the configured server; `name` is how the program introduces itself there.
    ///
    /// # Errors
    /// The system's certificates cannot be read, or the server's name is none.
    pub fn new(server: &SmtpServer, name: String) -> Result<Self, SmtpError> {
        let parameters = || TlsParameters::new(server.host.clone());
        let tls = match server.encryption {
            Encryption::FromTheStart => Tls::Wrapper(parameters()?),
            Encryption::StartTls => Tls::Required(parameters()?),
            Encryption::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .hello_name(ClientId::Domain(name))
            .timeout(Some(ANSWER_TIME));
        if let Some((user, password)) = &server.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self(builder.build()))
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// [`NotTaken`]
    pub async fn send(&self, message: Message) -> Result<(), NotTaken> {
        match tokio::time::timeout(MAIL_TIME, self.0.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(not_taken(&error)),
            Err(_) => Err(NotTaken {
                declined: Declined::ForNow,
                reply: None,
                cause: "the mail server takes too long".to_owned(),
            }),
        }
    }
}

fn not_taken(error: &SmtpError) -> NotTaken {
    let reply = error.status().map(u16::from);
    let about_us = reply.is_some_and(|reply| ABOUT_SIGN_IN.contains(&reply));
    NotTaken {
        declined: if error.is_permanent() && !about_us {
            Declined::ForGood
        } else {
            Declined::ForNow
        },
        reply,
        // The server's words may hold the recipient's address: only the number is kept.
        cause: match reply {
            Some(reply) => format!("the mail server answers {reply}"),
            None => error.to_string(),
        },
    }
}
