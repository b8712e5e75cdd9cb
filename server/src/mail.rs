//! Mails: what they look like, the way to the mail server, and who takes them there.

mod html;
mod letter;
mod post;
mod sender;

pub use letter::Envelope;
pub use post::{NotTaken, Post};
pub use sender::Sender;
