//! Why the program ends before its work is done.

/// One sentence for the person at the terminal, and an exit code.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// A setting is wrong. The sentence names it.
    #[error("{0}")]
    Configuration(String),
    /// The work could not be done.
    #[error("{0}")]
    Failed(String),
    /// A signal ended it.
    #[error("Abgebrochen.")]
    Interrupted,
}

impl Stop {
    /// As shells know them: 2 for wrong use, 130 for an interrupt.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Configuration(_) => 2,
            Self::Interrupted => 130,
        }
    }

    /// The setting `name` is wrong; `reason` is the rest of the sentence.
    pub fn setting(name: &str, reason: impl std::fmt::Display) -> Self {
        Self::Configuration(format!("{name}: {reason}"))
    }

    /// The work failed for this reason.
    pub fn failed(reason: impl Into<String>) -> Self {
        Self::Failed(reason.into())
    }
}
