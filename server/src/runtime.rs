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
    keep_to_small_pages();
    Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
}

/// Where Linux hands out huge pages unasked, the program would need half as much memory again, and answer no
/// sooner. A system that does not know the setting has none to hand out.
fn keep_to_small_pages() {
    #[cfg(target_os = "linux")]
    let _ = nix::sys::prctl::set_thp_disable(true);
}
