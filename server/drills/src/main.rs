//! `drills`: see `docs/drills.md`.

use std::process::ExitCode;

use clap::Parser;
use drills::{
    drills::{Drill, run},
    settings::Settings,
};

#[derive(Debug, Parser)]
#[command(about = "Breaks what the program stands on, and looks what is lost.")]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    /// Without one: all.
    #[command(subcommand)]
    drill: Option<Drill>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let drill = cli.drill.unwrap_or(Drill::All);
    if run(&drill, &cli.settings).await {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
