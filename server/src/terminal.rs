//! What the program says at the terminal. Results go to standard output, everything else to
//! standard error, so that results can be piped on.

use std::io::{self, Write};

/// A result: what was asked for.
pub fn say(text: &str) {
    write_line(&mut io::stdout().lock(), text);
}

/// What goes on, while something takes long.
pub fn progress(text: &str) {
    write_line(&mut io::stderr().lock(), text);
}

/// Why the program ends.
pub fn complain(text: &str) {
    write_line(&mut io::stderr().lock(), text);
}

/// A closed pipe is no reason to fail: nobody reads any more.
fn write_line(out: &mut impl Write, text: &str) {
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
