//! The threads that answer requests.

use std::io;

use tokio::runtime::{Builder, Runtime};

/// A page is rendered by deeply nested calls with large values: without optimization 6 MiB are too
/// few. Memory that is never touched costs nothing.
pub const STACK: usize = 16 * 1024 * 1024;

/// Starts the threads.
///
/// # Errors
/// The system gives none.
pub fn new() -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
}
