//! `kill -9`.

use std::time::{Duration, Instant};

use anyhow::Result;
use nix::sys::signal::{Signal, kill};

use super::stage;
use crate::{
    program::{Place, Program},
    report::{Report, seconds},
    settings::Settings,
    statistics::percentile,
    writers::Writers,
};

/// How long something may take until customers are stored again, with the start of whatever was killed.
/// It is no promise, but a kill from which nothing returns is a fault.
const PATIENCE: Duration = Duration::from_secs(120);

/// Once PostgreSQL takes connections again, the program stores within this.
const BACK_WITHIN: Duration = Duration::from_secs(5);

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let mut report = Report::begin("kill", "kill -9, while customers are created");
    separate_postgres(&mut report, settings).await?;
    own_postgres(&mut report, settings).await?;
    the_program(&mut report, settings).await?;
    Ok(report)
}

fn rounds(settings: &Settings) -> u32 {
    settings.pick(2, 20)
}

/// Each kill at another moment.
async fn some_time(round: u32) {
    let time = 150 + (round * 379) % 900;
    tokio::time::sleep(Duration::from_millis(time.into())).await;
}

async fn separate_postgres(report: &mut Report, settings: &Settings) -> Result<()> {
    report.say(format!("PostgreSQL, {} times", rounds(settings)));
    let mut postgres = stage::postgres(settings).await?;
    let place = Place::new(settings)?.with("DATABASE_URL", stage::owner(&postgres));
    let _program = place.serve().await?;
    let writers = Writers::start(place.address()).await?;
    let mut times = Vec::new();
    for round in 0..rounds(settings) {
        writers.go_on(PATIENCE).await?;
        some_time(round).await;
        postgres.kill()?;
        postgres.start().await?;
        times.push(writers.go_on(PATIENCE).await?);
    }
    let worst = percentile(&mut times, 100);
    let most = settings.promised(BACK_WITHIN);
    report.within("longest return after that of PostgreSQL", worst, most);
    writers.settle(report, &stage::superuser(&postgres)).await?;
    stage::no_panics(report, &place);
    Ok(())
}

/// The program starts it again itself.
async fn own_postgres(report: &mut Report, settings: &Settings) -> Result<()> {
    report.say(format!(
        "the PostgreSQL that the program runs, {} times",
        rounds(settings)
    ));
    let (place, _program) = stage::embedded(settings).await?;
    let writers = Writers::start(place.address()).await?;
    let mut times = Vec::new();
    for round in 0..rounds(settings) {
        writers.go_on(PATIENCE).await?;
        some_time(round).await;
        kill(place.embedded()?.0, Signal::SIGKILL)?;
        times.push(writers.go_on(PATIENCE).await?);
    }
    said(report, &mut times);
    writers
        .settle(report, &stage::embedded_superuser(&place)?)
        .await?;
    stage::no_panics(report, &place);
    Ok(())
}

/// With its PostgreSQL, which it leaves behind and finds again.
async fn the_program(report: &mut Report, settings: &Settings) -> Result<()> {
    report.say(format!("the program, {} times", rounds(settings)));
    let (place, mut program) = stage::embedded(settings).await?;
    let writers = Writers::start(place.address()).await?;
    let mut times = Vec::new();
    for round in 0..rounds(settings) {
        writers.go_on(PATIENCE).await?;
        some_time(round).await;
        let began = Instant::now();
        program = killed_and_started(&place, program).await?;
        writers.go_on(PATIENCE).await?;
        times.push(began.elapsed());
    }
    said(report, &mut times);
    writers
        .settle(report, &stage::embedded_superuser(&place)?)
        .await?;
    stage::no_panics(report, &place);
    Ok(())
}

async fn killed_and_started(place: &Place, mut program: Program) -> Result<Program> {
    program.signal(Signal::SIGKILL)?;
    program.ended(PATIENCE).await?;
    place.serve().await
}

fn said(report: &mut Report, times: &mut [Duration]) {
    let (median, worst) = (percentile(times, 50), percentile(times, 100));
    report.say(format!(
        "customers are stored again after {} (median), {} (longest)",
        seconds(median),
        seconds(worst)
    ));
}
