//! A new migration file must rebuild the crate: `sqlx::migrate!` sees only those that it embedded.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
