//! `mkm serve`

use std::{net::SocketAddr, pin::pin, time::Duration};

use db::{Db, DemoOutcome};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{net::TcpListener, time::timeout};

use super::signal;
use crate::{
    accounts::Passwords,
    cli::{Options, Serve},
    config::{PublicUrl, ServeConfig},
    database::{Database, keep_clean, reading_from, refusal_sentence},
    embedded_postgres::Sharing,
    listen,
    mail::{Envelope, Post, Sender},
    metrics, router,
    state::{AppState, Parts},
    stop::Stop,
    terminal,
};

/// How long the end waits for a mail that is being sent.
const SETTLES_WITHIN: Duration = Duration::from_secs(20);

const DEMO_USER: &str = "demo";
const DEMO_PORTAL_USER: &str = "kunde";
const DEMO_EDITOR: &str = "mitarbeiter";
const DEMO_VIEWER: &str = "azubi";
const DEMO_PASSWORD: &str = "demo-kundenverwaltung";
/// The demo's first reseller: where it is, all of the demo is.
const DEMO_RESELLER: &str = "100001";

/// Serves until a signal ends it.
///
/// # Errors
/// [`Stop`]: why it could not begin.
pub async fn run(options: &Options, serve: &Serve) -> Result<(), Stop> {
    let config = options.serve_config()?;
    let source = options.database_source()?;
    let replica = options.replica()?;
    // Before anything slow: a port in use is said at once.
    let listener = bind(config.listen, "MKM_LISTEN").await?;
    let figures = Figures::begin(&config).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Stop::setting("MKM_LISTEN", error))?;
    let prepare = async {
        let database = Database::open(source, Sharing::Alone).await?;
        let db = database.connect().await?;
        let db = match &replica {
            Some(url) => reading_from(db, url)?,
            None => db,
        };
        if serve.demo {
            load_demo(&db, serve.demo_customers).await?;
        }
        Ok((database, db))
    };
    let mut signal = pin!(signal());
    let (mut database, db) = tokio::select! {
        prepared = prepare => prepared?,
        () = &mut signal => return Err(Stop::Interrupted),
    };
    let app = state(&config, address, db.clone(), serve.demo);
    let sender = sender(&config, &app)?;
    welcome(&app, serve.demo);
    let stop = async {
        signal.await;
        app.stop();
    };
    tokio::select! {
        () = listen::serve(listener, router::router(app.clone()), stop) => {}
        () = keep_clean(db.clone()) => {}
        () = database.keep_running() => {}
        () = send_mails(sender.as_ref()) => {}
        () = give_figures(figures, &db) => {}
    }
    if let Some(sender) = sender {
        // A mail that nobody knows the end of would be sent again.
        if timeout(SETTLES_WITHIN, sender.settle()).await.is_err() {
            tracing::warn!("a mail was not finished in time");
        }
    }
    db.close().await;
    drop(database);
    Ok(())
}

/// Who takes mails to the mail server, if there is one.
fn sender(config: &ServeConfig, app: &AppState) -> Result<Option<Sender>, Stop> {
    let Some(mail) = &config.mail else {
        return Ok(None);
    };
    let origin = app.public_url().origin().to_owned();
    let name = origin.split("//").last().unwrap_or_default();
    let name = name.split(':').next().unwrap_or_default().to_owned();
    let post = Post::new(&mail.server, name)
        .map_err(|error| Stop::setting("MKM_SMTP_URL", format!("TLS geht nicht: {error}")))?;
    let envelope = Envelope {
        from: mail.from.clone(),
        provider: config.provider_name.clone(),
        origin,
    };
    Ok(Some(Sender::new(app.db().clone(), post, envelope)))
}

/// Never ends; without a mail server nothing happens.
async fn send_mails(sender: Option<&Sender>) {
    match sender {
        Some(sender) => sender.run().await,
        None => std::future::pending().await,
    }
}

/// Where figures are given away, and what keeps them.
struct Figures {
    listener: TcpListener,
    handle: PrometheusHandle,
}

impl Figures {
    /// `None`: nobody wants any.
    async fn begin(config: &ServeConfig) -> Result<Option<Self>, Stop> {
        let Some(address) = config.metrics else {
            return Ok(None);
        };
        let listener = bind(address, "MKM_METRICS_ADDRESS").await?;
        let address = listener
            .local_addr()
            .map_err(|error| Stop::setting("MKM_METRICS_ADDRESS", error))?;
        tracing::info!(%address, "figures for Prometheus at /metrics");
        let handle = metrics::start()?;
        Ok(Some(Self { listener, handle }))
    }
}

/// Never ends.
async fn give_figures(figures: Option<Figures>, db: &Db) {
    if let Some(Figures { listener, handle }) = figures {
        let router = metrics::router(handle, db.clone());
        listen::serve(listener, router, std::future::pending()).await;
    }
    std::future::pending().await
}

async fn bind(address: SocketAddr, setting: &str) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::setting(
            setting,
            format!("{address} kann nicht benutzt werden: {error}"),
        )
    })
}

fn state(config: &ServeConfig, address: SocketAddr, db: Db, demo: bool) -> AppState {
    let localhost = || PublicUrl::localhost(address.port());
    AppState::new(Parts {
        db,
        provider_name: config.provider_name.clone(),
        support: config.support.clone(),
        mails: config.mail.is_some(),
        demo,
        site: config.site_dir.clone(),
        public_url: config.public_url.clone().unwrap_or_else(localhost),
        proxies: config.trusted_proxies.clone(),
    })
}

/// Once; the password is hashed only then.
async fn load_demo(db: &Db, customers: u32) -> Result<(), Stop> {
    let there = db
        .reseller_by_number(DEMO_RESELLER)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    if there.is_some() {
        return Ok(());
    }
    terminal::progress("Die Beispieldaten werden angelegt …");
    let hash = Passwords::default().hash(DEMO_PASSWORD.to_owned()).await;
    let hash = hash.map_err(|refusal| refusal_sentence(&refusal))?;
    match db.load_demo(&hash, customers, terminal::progress).await {
        Ok(DemoOutcome::Loaded | DemoOutcome::AlreadyThere) => Ok(()),
        Err(refusal) => Err(refusal_sentence(&refusal)),
    }
}

fn welcome(app: &AppState, demo: bool) {
    terminal::say(&format!("MKM läuft: {}", app.public_url().origin()));
    if demo {
        terminal::say(&format!(
            "Anmelden mit Benutzername {DEMO_USER} und Passwort {DEMO_PASSWORD}"
        ));
        terminal::say(&format!(
            "Als Mitarbeiter: Benutzername {DEMO_EDITOR} (bearbeitet) oder {DEMO_VIEWER} (sieht nur), dasselbe Passwort"
        ));
        terminal::say(&format!(
            "Als Endkunde im Portal: Benutzername {DEMO_PORTAL_USER}, dasselbe Passwort"
        ));
    }
    terminal::say("Beenden mit Strg+C");
}
