//! The way to the database.

use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::task::JoinSet;

use super::stage;
use crate::{
    browser::{Answer, Browser},
    postgres,
    program::{Place, Program},
    proxy::{Proxy, Weather},
    report::Report,
    settings::Settings,
    writers::{Writers, fields},
};

/// Within this, whoever asks is told that the database does not answer.
const TOLD_WITHIN: Duration = Duration::from_millis(3_500);

/// Within this after the return of the database, everything works.
const BACK_WITHIN: Duration = Duration::from_secs(5);

/// In each sentence that says so.
const SENTENCE: &str = "gerade nicht";

const SLOW: Weather = Weather::Slow(Duration::from_millis(30));

/// # Errors
/// It could not be done.
pub async fn drill(settings: &Settings) -> Result<Report> {
    let mut report = Report::begin(
        "away",
        "the way to the database is cut, reset, stalled, slow",
    );
    let database = stage::postgres(settings).await?;
    let proxy = Proxy::to(database.port()).await?;
    let url = postgres::url("mkm_owner", "mkm", proxy.address.port());
    let place = Place::new(settings)?.with("DATABASE_URL", url);
    let program = place.serve().await?;
    let stage = Stage {
        settings,
        proxy,
        place,
        program,
    };
    let writers = Writers::start(stage.place.address()).await?;
    for (weather, name) in [
        (Weather::Cut, "cut"),
        (Weather::Reset, "reset"),
        (Weather::Stall, "stalled"),
        (Weather::Forget, "stalled, and forgotten afterwards"),
    ] {
        writers.go_on(Duration::from_secs(30)).await?;
        stage.away(&mut report, weather, name).await?;
    }
    stage.slow(&mut report).await?;
    writers
        .settle(&mut report, &stage::superuser(&database))
        .await?;
    stage::no_panics(&mut report, &stage.place);
    report.promise(stage.program.pid().is_ok(), "the program was not restarted");
    Ok(report)
}

struct Stage<'a> {
    settings: &'a Settings,
    proxy: Proxy,
    place: Place,
    program: Program,
}

impl Stage<'_> {
    async fn away(&self, report: &mut Report, weather: Weather, name: &str) -> Result<()> {
        let mut browser = Browser::new(self.place.address())?;
        browser.sign_in("demo").await?;
        report.say(format!("connections are {name}"));
        self.proxy.becomes(weather);
        let since = Instant::now();
        let mut worst = Duration::ZERO;
        let mut rounds = 0;
        while rounds == 0 || since.elapsed() < Duration::from_secs(self.settings.pick(1, 10)) {
            worst = worst.max(self.everybody_is_told(report, &browser).await?);
            rounds += 1;
        }
        report.within("slowest 503", worst, self.settings.promised(TOLD_WITHIN));
        self.proxy.becomes(Weather::Fair);
        self.everything_works_again(report, &browser).await
    }

    /// What is asked while the database is away. The time of the slowest answer.
    async fn everybody_is_told(&self, report: &mut Report, browser: &Browser) -> Result<Duration> {
        let stranger = Browser::new(self.place.address())?;
        let id = uuid::Uuid::now_v7().to_string();
        let form = fields(&id, "P-NIE");
        let sign_in = [("benutzername", "demo2"), ("passwort", "falsch")];
        let (list, create, again, sign_in, call, ready, alive, file) = tokio::try_join!(
            browser.get("/mkm/kunden"),
            browser.post("/mkm/kunden/neu", &form),
            browser.get("/domains"),
            stranger.post("/anmelden", &sign_in),
            browser.call("/api/kunden/naechste-nummer"),
            stranger.get("/readyz"),
            stranger.get("/healthz"),
            stranger.get("/favicon.png"),
        )?;
        let pages = [
            ("list", &list),
            ("form", &create),
            ("domains", &again),
            ("sign-in", &sign_in),
        ];
        for (name, page) in pages {
            if page.status != 503 || !page.text.contains(SENTENCE) {
                report.promise(
                    false,
                    format!("503 with a sentence: {name} is {}", page.status),
                );
            }
        }
        for (name, answer, status) in [
            ("a call", &call, 503),
            ("/readyz", &ready, 503),
            ("/healthz", &alive, 200),
            ("a file", &file, 200),
        ] {
            if answer.status != status {
                report.promise(
                    false,
                    format!("{name} is {} instead of {status}", answer.status),
                );
            }
        }
        Ok(slowest(&[list, create, again, sign_in, call]))
    }

    async fn everything_works_again(&self, report: &mut Report, browser: &Browser) -> Result<()> {
        let since = Instant::now();
        let most = self.settings.promised(BACK_WITHIN);
        while since.elapsed() < most.saturating_mul(4) && !works(browser).await? {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        report.within("everything works again after", since.elapsed(), most);
        Ok(())
    }

    /// A slow way is no reason to refuse anybody.
    async fn slow(&self, report: &mut Report) -> Result<()> {
        let mut browser = Browser::new(self.place.address())?;
        browser.sign_in("demo").await?;
        report.say("each packet takes 30 ms");
        self.proxy.becomes(SLOW);
        let mut refused = 0;
        let rounds = self.settings.pick(3, 20);
        for _ in 0..rounds {
            refused += u32::from(browser.get("/mkm/kunden").await?.status != 200);
        }
        report.promise(
            refused == 0,
            format!("{refused} of {rounds} pages were refused"),
        );
        self.proxy.becomes(Weather::Fair);
        Ok(())
    }
}

/// More pages at once than there are connections, and the program says itself that it is ready.
async fn works(browser: &Browser) -> Result<bool> {
    let mut pages = JoinSet::new();
    for number in 0..12 {
        let browser = browser.clone();
        let path = ["/mkm/kunden", "/domains", "/readyz"][number % 3];
        pages.spawn(async move { browser.get(path).await });
    }
    let mut all = true;
    while let Some(page) = pages.join_next().await {
        all &= page??.status == 200;
    }
    Ok(all)
}

fn slowest(answers: &[Answer]) -> Duration {
    answers
        .iter()
        .map(|answer| answer.took)
        .max()
        .unwrap_or_default()
}
