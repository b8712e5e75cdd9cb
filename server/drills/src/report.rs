//! What a drill says, and whether what was promised was kept.

#![allow(clippy::print_stdout, reason = "people read it while it runs")]

use std::time::Duration;

/// What one drill found.
#[derive(Debug)]
pub struct Report {
    name: &'static str,
    broken: Vec<String>,
    not_run: Option<String>,
}

impl Report {
    /// Says what the drill is about to do.
    pub fn begin(name: &'static str, what: &str) -> Self {
        println!("\n=== drill {name}: {what}");
        Self {
            name,
            broken: Vec::new(),
            not_run: None,
        }
    }

    /// A line of progress.
    pub fn say(&self, text: impl std::fmt::Display) {
        println!("    {text}");
    }

    /// A promise, kept or broken. Every one is said.
    pub fn promise(&mut self, kept: bool, text: impl std::fmt::Display) {
        println!("    {} {text}", if kept { "kept  " } else { "BROKEN" });
        if !kept {
            self.broken.push(text.to_string());
        }
    }

    /// Something took this long, and may take no longer.
    pub fn within(&mut self, what: &str, took: Duration, most: Duration) {
        let text = format!("{what}: {} (at most {})", seconds(took), seconds(most));
        self.promise(took <= most, text);
    }

    /// The drill, or a part of it, cannot be done on this machine, which is no fault of the program.
    pub fn not_run(&mut self, why: impl std::fmt::Display) {
        println!("    NOT RUN: {why}");
        self.not_run = Some(why.to_string());
    }

    /// The last line. What was broken, each with the name of the drill.
    pub fn end(self) -> Vec<String> {
        match (self.broken.as_slice(), self.not_run) {
            ([], None) => println!("=== drill {}: every promise was kept", self.name),
            ([], Some(why)) => println!("=== drill {}: NOT RUN in part ({why})", self.name),
            (broken, _) => {
                println!("=== drill {}: {} BROKEN", self.name, broken.len());
                for promise in broken {
                    println!("    - {promise}");
                }
            }
        }
        let named = |promise| format!("{}: {promise}", self.name);
        self.broken.into_iter().map(named).collect()
    }
}

/// The last lines of several drills, where something was broken: what it was does not scroll away.
pub fn sum_up(broken: &[String]) {
    if broken.is_empty() {
        return;
    }
    println!("\n=== {} BROKEN in all", broken.len());
    for promise in broken {
        println!("    - {promise}");
    }
}

/// `1.25 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
