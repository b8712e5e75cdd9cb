//! The log, on standard error.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt};

use crate::{cli::Options, stop::Stop};

/// PostgreSQL notes at each start that tables and roles are there already.
const QUIETER: &str = "sqlx::postgres::notice=warn";

/// Starts logging as configured.
///
/// # Errors
/// [`Stop::Configuration`]
pub fn start(options: &Options) -> Result<(), Stop> {
    let filter = EnvFilter::try_new(format!("{QUIETER},{}", options.log)).map_err(|_| {
        Stop::setting(
            "MKM_LOG",
            "Das ist kein Filter, z. B. info oder server=debug,info",
        )
    })?;
    let coloured = std::io::stderr().is_terminal();
    let lines = fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(coloured);
    // Started twice in one process (tests) the first one stays.
    let _ = match options.log_format.as_str() {
        "text" => lines.compact().try_init(),
        "json" => lines.json().flatten_event(true).try_init(),
        _ => return Err(Stop::setting("MKM_LOG_FORMAT", "text oder json")),
    };
    Ok(())
}
