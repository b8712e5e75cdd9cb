//! From a mail that is due to a message that a mail server takes.

use app::locale::{Language, Letter, Mail};
use db::{DueMail, MailKind, Recipient};
use domain::principal::Role;
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use super::html::Content;

/// Who sends all mails.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The configured sender. Its name is used where the reseller itself gets a mail.
    pub from: Mailbox,
    /// The provider's name, where the sender has none.
    pub provider: String,
    /// The address in the browser, as links begin.
    pub origin: String,
}

/// A mail cannot be written to this address, or with these names.
#[derive(Debug, thiserror::Error)]
#[error("the mail cannot be composed: {0}")]
pub(super) struct NotComposed(String);

impl Envelope {
    /// The message; `secret` goes into its link.
    pub(super) fn message(
        &self,
        mail: &DueMail,
        secret: Option<&str>,
    ) -> Result<Message, NotComposed> {
        let to = &mail.to;
        let language = Language::from_code(Some(&to.language));
        let words = language.mail(is_formal(to));
        let letter = letter(words, mail.kind, to.role);
        let sender = self.sender(to);
        let address = secret.map(|secret| self.link(mail.kind, secret));
        let content = Content {
            language: language.code(),
            greeting: &(words.greeting)(&to.first_name, &to.last_name),
            text: &(letter.text)(sender),
            user_name: (words.user_name, &to.user_name),
            link: letter.button.zip(address.as_deref()),
            by_hand: words.by_hand,
            after: &(letter.after)(sender),
            closing: &(words.closing)(sender),
        };
        let failed = |error: &dyn std::error::Error| NotComposed(error.to_string());
        let email = to.email.parse().map_err(|error| failed(&error))?;
        let name = format!("{} {}", to.first_name, to.last_name);
        let mut builder = Message::builder()
            .from(Mailbox::new(
                Some(sender.to_owned()),
                self.from.email.clone(),
            ))
            .to(Mailbox::new(
                Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
                email,
            ))
            .subject((letter.subject)(sender))
            .message_id(Some(self.message_id(mail)))
            // No answer by a machine to what a machine wrote.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if knows_its_reseller(to.role)
            && let Ok(reseller) = to.reseller_email.parse()
        {
            builder = builder.reply_to(Mailbox::new(Some(to.company.clone()), reseller));
        }
        builder
            .multipart(MultiPart::alternative_plain_html(
                content.plain(),
                content.html(),
            ))
            .map_err(|error| failed(&error))
    }

    /// Whom the mail is from: end customers and staff know their reseller, resellers the provider.
    fn sender<'a>(&'a self, to: &'a Recipient) -> &'a str {
        if knows_its_reseller(to.role) {
            return &to.company;
        }
        self.from.name.as_deref().unwrap_or(&self.provider)
    }

    fn link(&self, kind: MailKind, secret: &str) -> String {
        let page = match kind {
            MailKind::Invitation | MailKind::Reset => "passwort",
            MailKind::ConfirmEmail
            | MailKind::EmailChanged
            | MailKind::FactorAdded
            | MailKind::FactorRemoved
            | MailKind::AppRemoved
            | MailKind::PasskeyAdded
            | MailKind::PasskeyRemoved => "email",
        };
        format!("{}/{page}/{secret}", self.origin)
    }

    /// The same for every attempt: a mail server that has it already knows it again.
    fn message_id(&self, mail: &DueMail) -> String {
        format!(
            "<{}.{}@{}>",
            mail.id,
            mail.asked(),
            self.from.email.domain()
        )
    }
}

/// Resellers are addressed by "du" everywhere; their end customers as the reseller wants it.
fn is_formal(to: &Recipient) -> bool {
    to.role == Role::Portal && to.formal
}

fn knows_its_reseller(role: Role) -> bool {
    match role {
        Role::Portal | Role::Staff(_) => true,
        Role::Reseller => false,
    }
}

fn letter(words: &Mail, kind: MailKind, to: Role) -> &Letter {
    match kind {
        MailKind::Invitation if matches!(to, Role::Staff(_)) => &words.staff_invitation,
        MailKind::Invitation => &words.invitation,
        MailKind::Reset => &words.reset,
        MailKind::ConfirmEmail => &words.confirm_email,
        MailKind::EmailChanged => &words.email_changed,
        MailKind::FactorAdded => &words.factor_added,
        MailKind::FactorRemoved => &words.factor_removed,
        MailKind::AppRemoved => &words.app_removed,
        MailKind::PasskeyAdded => &words.passkey_added,
        MailKind::PasskeyRemoved => &words.passkey_removed,
    }
}
