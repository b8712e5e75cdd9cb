//! `mkm serve`

use std::{net::SocketAddr, pin::pin};

use db::{Db, DemoOutcome};
use tokio::net::TcpListener;

use super::signal;
use crate::{
    accounts::Passwords,
    cli::{Options, Serve},
    config::{PublicUrl, ServeConfig},
    database::{Database, keep_clean, refusal_sentence},
    embedded_postgres::Sharing,
    listen, router,
    state::{AppState, Parts},
    stop::Stop,
    terminal,
};

const DEMO_USER: &str = "demo";
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
    // Before anything slow: a port in use is said at once.
    let listener = bind(config.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Stop::setting("MKM_LISTEN", error))?;
    let prepare = async {
        let database = Database::open(source, Sharing::Alone).await?;
        let db = database.connect().await?;
        if serve.demo {
            load_demo(&db, serve.demo_customers).await?;
        }
        Ok((database, db))
    };
    let mut signal = pin!(signal());
    let (database, db) = tokio::select! {
        prepared = prepare => prepared?,
        () = &mut signal => return Err(Stop::Interrupted),
    };
    let app = state(&config, address, db.clone(), serve.demo);
    welcome(&app, serve.demo);
    let stop = async {
        signal.await;
        app.stop();
    };
    tokio::select! {
        () = listen::serve(listener, router::router(app.clone()), stop) => {}
        () = keep_clean(db.clone()) => {}
    }
    db.close().await;
    drop(database);
    Ok(())
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::setting(
            "MKM_LISTEN",
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
    }
    terminal::say("Beenden mit Strg+C");
}
