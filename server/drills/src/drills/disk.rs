//! The disk of the database is full.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::stage;
use crate::{
    browser::Browser,
    program::Place,
    report::Report,
    settings::Settings,
    writers::{TOLD, Writers},
};

/// As small as a PostgreSQL and its log of changes can be.
const SIZE: &str = "size=160m,mode=755";

/// Everything works within this after there is space again: a crashed PostgreSQL starts with all changes
/// that it has not written yet.
const BACK_WITHIN: Duration = Duration::from_secs(60);

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let mut report = Report::begin("disk", "the disk of the database is full");
    let place = Place::new(settings)?;
    let disk = match Disk::mount(place.data()) {
        Ok(disk) => disk,
        Err(error) => {
            report.not_run(format!("no disk of its own can be mounted: {error:#}"));
            return Ok(report);
        }
    };
    let outcome = on(&disk, &place, &mut report, settings).await;
    // PostgreSQL has to leave the disk first.
    drop(place);
    drop(disk);
    outcome.map(|()| report)
}

async fn on(disk: &Disk, place: &Place, report: &mut Report, settings: &Settings) -> Result<()> {
    let program = place.serve().await?;
    let writers = Writers::start(place.address()).await?;
    let mut browser = Browser::new(place.address())?;
    browser.sign_in("demo").await?;
    for round in 0..settings.pick(1, 3) {
        writers.go_on(BACK_WITHIN).await?;
        disk.fill()?;
        report.say(format!("round {}: not a byte is left", round + 1));
        is_said(report, &writers, &browser, settings.pick(6, 20)).await?;
        disk.make_space()?;
        let began = Instant::now();
        writers.go_on(BACK_WITHIN.saturating_mul(4)).await?;
        report.within(
            "customers are stored again after",
            began.elapsed(),
            BACK_WITHIN,
        );
    }
    report.promise(program.pid().is_ok(), "the program was not restarted");
    writers
        .settle(report, &stage::embedded_superuser(place)?)
        .await?;
    is_whole(report, place).await?;
    let panics = fs::read_to_string(place.log())?.matches("panicked").count();
    report.promise(panics == 0, format!("panics in the log: {panics}"));
    Ok(())
}

/// While the disk is full, whoever writes is told, and whoever reads gets a page or is told.
async fn is_said(
    report: &mut Report,
    writers: &Writers,
    browser: &Browser,
    lasts: u64,
) -> Result<()> {
    let since = Instant::now();
    let (mut answers, mut unclear) = (0, Vec::new());
    writers.ledger.take_said();
    while since.elapsed() < Duration::from_secs(lasts) {
        for path in ["/mkm/kunden", "/healthz"] {
            let answer = browser.get(path).await?;
            answers += 1;
            let is_said = answer.status == 503 && answer.text.contains("Datenbank");
            if answer.status != 200 && !is_said {
                unclear.push(format!("{path}: {}", answer.status));
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    unclear.sort();
    unclear.dedup();
    let said = writers.ledger.take_said();
    unclear.extend(said.keys().filter(|said| *said != TOLD).cloned());
    report.say(format!(
        "{answers} pages; customers were refused with {said:?}"
    ));
    report.promise(
        !said.is_empty(),
        "the disk was so full that nothing could be stored",
    );
    let text = format!("answers that were not clear: {unclear:?}");
    report.promise(unclear.is_empty(), text);
    Ok(())
}

/// PostgreSQL reads every page of every table, with its checksum.
async fn is_whole(report: &mut Report, place: &Place) -> Result<()> {
    use sqlx::{Connection, PgConnection};
    let mut superuser = PgConnection::connect(&stage::embedded_superuser(place)?).await?;
    let extension = sqlx::raw_sql("create extension if not exists amcheck");
    if let Err(error) = extension.execute(&mut superuser).await {
        report.not_run(format!(
            "indexes are not compared with their tables: {error}"
        ));
        return Ok(());
    }
    let checked: i64 = sqlx::query_scalar(
        "select count(*) from pg_class as index
         join pg_am on pg_am.oid = index.relam and pg_am.amname = 'btree'
         cross join lateral (select bt_index_check(index.oid::regclass, true)) as checked
         where index.relkind = 'i' and index.relpersistence = 'p'",
    )
    .fetch_one(&mut superuser)
    .await?;
    report.promise(
        checked > 20,
        format!("{checked} indexes agree with their tables"),
    );
    Ok(())
}

/// A small disk in memory. Dropped, it is unmounted.
struct Disk(PathBuf);

impl Disk {
    fn mount(folder: PathBuf) -> Result<Self> {
        fs::create_dir(&folder)?;
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", SIZE, "tmpfs"])
            .arg(&folder);
        run(mount)?;
        Ok(Self(folder))
    }

    fn rubbish(&self) -> PathBuf {
        self.0.join("rubbish")
    }

    fn fill(&self) -> Result<()> {
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.rubbish())?;
        let block = vec![0; 64 * 1024];
        while file.write_all(&block).is_ok() {}
        Ok(())
    }

    fn make_space(&self) -> Result<()> {
        Ok(fs::remove_file(self.rubbish())?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Others may still look at it; it goes with the last of them.
        let _ = run(unmount(&self.0));
        // Where it was mounted could not be removed before.
        let _ = self.0.parent().map(fs::remove_dir_all);
    }
}

fn unmount(folder: &Path) -> Command {
    let mut unmount = Command::new("umount");
    unmount.arg("--lazy").arg(folder);
    unmount
}

fn run(mut command: Command) -> Result<()> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    output.status.success().then_some(()).context(said)
}
