//! What MKM shows and what can be asked of it: components and server functions.
//!
//! The server hands a [`PageContext`] to every rendering and every server function; nothing else
//! of the server is visible here.

#[cfg(feature = "ssr")]
pub mod caller;
pub mod submitted;
#[cfg(feature = "ssr")]
pub use caller::{PageContext, Ports, Settings};
