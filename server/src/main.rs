//! `mkm`: reads the command line and does what it says.

// A page is one deeply nested type, and its rendering is laid out here.
#![recursion_limit = "512"]

use std::process::ExitCode;

use clap::Parser;
use server::{cli::Cli, commands, runtime, terminal};

/// A page is thousands of small values that live for a millisecond: with the system's allocator they were a
/// quarter of its time. It asks for no huge pages, as little as the rest of the program (`runtime`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            terminal::complain(&format!("Das Programm kann nicht starten: {error}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            terminal::complain(&stop.to_string());
            ExitCode::from(stop.exit_code())
        }
    }
}
