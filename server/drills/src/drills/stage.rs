//! What several drills begin with.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    postgres::{Postgres, embedded_url},
    program::{Place, Program},
    report::Report,
    settings::Settings,
};

/// A PostgreSQL of its own with the tables of the program in it.
///
/// # Errors
/// PostgreSQL or the program does not start.
pub async fn postgres(settings: &Settings) -> Result<Postgres> {
    let roles = Place::new(settings)?.run(&["roles"]).await?;
    let postgres = Postgres::new(settings, &roles).await?;
    let place = Place::new(settings)?.with("DATABASE_URL", owner(&postgres));
    place.run(&["migrate"]).await?;
    Ok(postgres)
}

/// As the program signs in.
pub fn owner(postgres: &Postgres) -> String {
    postgres.url("mkm_owner", "mkm")
}

/// As who sees everything signs in.
pub fn superuser(postgres: &Postgres) -> String {
    postgres.url("postgres", "mkm")
}

/// The same for the PostgreSQL that a program runs itself.
///
/// # Errors
/// It runs none.
pub fn embedded_superuser(place: &Place) -> Result<String> {
    let (_, socket): (_, PathBuf) = place.embedded()?;
    Ok(embedded_url(&socket))
}

/// A program that runs its own PostgreSQL.
///
/// # Errors
/// It does not start.
pub async fn embedded(settings: &Settings) -> Result<(Place, Program)> {
    let place = Place::new(settings)?;
    let program = place.serve().await?;
    Ok((place, program))
}

/// No drill may find a fault of the program in its log.
pub fn no_panics(report: &mut Report, place: &Place) {
    let count = place.panics();
    report.promise(
        count == 0,
        format!("panics and internal errors in the log: {count}"),
    );
}
