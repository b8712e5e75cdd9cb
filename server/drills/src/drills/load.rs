//! Hundreds of people at work, for a long time.

mod person;
mod table;

use std::{
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::Args;
use tokio::task::JoinSet;

use super::stage;
use crate::{
    browser::Browser,
    program::{Place, Program},
    report::Report,
    settings::Settings,
    statistics::slope,
};
use person::Person;
use table::Table;

/// How many, how long, how fast.
#[derive(Debug, Clone, Args)]
pub struct Load {
    /// People who are signed in.
    #[arg(long, env = "MKM_LOAD_PEOPLE", default_value_t = 500)]
    pub people: usize,
    /// Seconds in which they work as fast as they think.
    #[arg(long, env = "MKM_LOAD_BUSY", default_value_t = 120)]
    pub busy: u64,
    /// Seconds afterwards in which they do a fifth of that.
    #[arg(long, env = "MKM_LOAD_STEADY", default_value_t = 1_800)]
    pub steady: u64,
    /// Seconds that each thinks between two actions, on average.
    #[arg(long, env = "MKM_LOAD_THINK", default_value_t = 1.0)]
    pub think: f64,
}

/// Less says nothing about an hour.
const JUDGED_FROM: Duration = Duration::from_secs(600);

/// So much of its memory the program may grow in an hour, by the line through the measurements.
const GROWTH: f64 = 0.05;

const SAMPLES_EVERY: Duration = Duration::from_secs(2);

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings, load: &Load) -> Result<Report> {
    let mut report = Report::begin("load", "people list, open, create, edit, assign and delete");
    let place = Place::new(settings)?
        .with_customers(500)
        .with("MKM_LOG", "warn");
    let program = place.serve().await?;
    report.say(format!(
        "{} people sign in, one after the other",
        load.people
    ));
    let browsers = signed_in(&place, load.people).await?;
    let before = program.memory()?;
    let people = prepared(browsers).await?;
    let think = Duration::from_secs_f64(load.think);
    let busy = Duration::from_secs(load.busy);
    let people = phase(&mut report, &program, people, (busy, think), "busy")
        .await?
        .0;
    let after = program.memory()?;
    report.say(format!(
        "memory: {} MiB before, {} MiB after",
        before / 1024,
        after / 1024
    ));
    let steady = Duration::from_secs(load.steady);
    let slow = think.saturating_mul(5);
    let (_, samples) = phase(&mut report, &program, people, (steady, slow), "a fifth").await?;
    memory_is_flat(&mut report, steady, &samples);
    stage::no_panics(&mut report, &place);
    Ok(report)
}

/// Of several accounts, each from an address of its own: as people do, one attempt at a time.
async fn signed_in(place: &Place, count: usize) -> Result<Vec<Browser>> {
    let mut lanes = JoinSet::new();
    for (lane, user) in ["demo", "mitarbeiter"].into_iter().enumerate() {
        let program = place.address();
        let address = IpAddr::from([127, 0, 0, u8::try_from(lane + 2)?]);
        let share = (count + lane) / 2;
        lanes.spawn(async move {
            let mut browsers = Vec::new();
            for _ in 0..share {
                let mut browser = Browser::at(program, address)?;
                browser.sign_in(user).await?;
                browsers.push(browser);
            }
            anyhow::Ok(browsers)
        });
    }
    let mut all = Vec::new();
    while let Some(browsers) = lanes.join_next().await {
        all.extend(browsers??);
    }
    Ok(all)
}

async fn prepared(browsers: Vec<Browser>) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for browser in browsers {
        people.push(Person::new(browser).await?);
    }
    Ok(people)
}

/// Minutes since the beginning, and MiB.
type Samples = Vec<(f64, f64)>;

/// Everybody works for a time. They come back, with what they have.
async fn phase(
    report: &mut Report,
    program: &Program,
    people: Vec<Person>,
    (lasts, think): (Duration, Duration),
    name: &str,
) -> Result<(Vec<Person>, Samples)> {
    let table = Arc::new(Table::default());
    let began = Instant::now();
    let mut tasks = JoinSet::new();
    for person in people {
        tasks.spawn(person.work(table.clone(), began + lasts, think));
    }
    let mut samples = Samples::new();
    while began.elapsed() < lasts {
        tokio::time::sleep(SAMPLES_EVERY.min(lasts)).await;
        let minutes = began.elapsed().as_secs_f64() / 60.0;
        samples.push((minutes, program.memory()? as f64 / 1024.0));
    }
    let mut people = Vec::new();
    while let Some(person) = tasks.join_next().await {
        people.push(person?);
    }
    table.say(report, name, began.elapsed());
    Ok((people, samples))
}

/// After the first third, in which caches fill.
fn memory_is_flat(report: &mut Report, lasted: Duration, samples: &[(f64, f64)]) {
    let later = samples.get(samples.len() / 3..).unwrap_or_default();
    let an_hour = slope(later) * 60.0;
    let now = later.last().map_or(0.0, |(_, mib)| *mib);
    let text = format!("memory: {now:.0} MiB, {an_hour:+.1} MiB an hour by the line through it");
    if lasted < JUDGED_FROM {
        report.say(format!("{text}; NOT JUDGED, too short"));
    } else {
        report.promise(an_hour <= now * GROWTH, text);
    }
}
