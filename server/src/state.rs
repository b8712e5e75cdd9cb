//! What every handler may use.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use app::{Ports, Settings};
use db::Db;
use domain::support::Support;
use leptos::config::LeptosOptions;

use crate::{
    accounts::{Passkeys, Passwords},
    config::{PublicUrl, TrustedProxies},
    domain_names::PublicSuffixes,
    phone::NumberingPlans,
    site,
    users::InvitedAccounts,
};

/// Shared by all requests; a clone costs nothing.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

struct Shared {
    db: Db,
    ports: Ports,
    settings: Arc<Settings>,
    passwords: Passwords,
    passkeys: Passkeys,
    leptos: LeptosOptions,
    public_url: PublicUrl,
    proxies: TrustedProxies,
    stopping: AtomicBool,
}

/// What the state is made of.
pub struct Parts {
    pub db: Db,
    pub provider_name: String,
    pub support: Support,
    /// A mail server is configured.
    pub mails: bool,
    /// The data is the demo's.
    pub demo: bool,
    /// The built files.
    pub site: std::path::PathBuf,
    pub public_url: PublicUrl,
    pub proxies: TrustedProxies,
}

impl AppState {
    pub fn new(parts: Parts) -> Self {
        let accounts = InvitedAccounts::new(
            parts.db.clone(),
            parts.mails,
            parts.public_url.origin().to_owned(),
        );
        let passkeys = Passkeys::new(&parts.public_url, &parts.provider_name);
        let ports = Ports {
            lists: Arc::new(parts.db.clone()),
            customers: Arc::new(parts.db.clone()),
            phones: Arc::new(NumberingPlans),
            domains: Arc::new(parts.db.clone()),
            domain_names: Arc::new(PublicSuffixes),
            products: Arc::new(parts.db.clone()),
            audit_log: Arc::new(parts.db.clone()),
            overviews: Arc::new(parts.db.clone()),
            own_reseller: Arc::new(parts.db.clone()),
            search: Arc::new(parts.db.clone()),
            users: Arc::new(accounts.clone()),
            staff: Arc::new(accounts),
            others_sessions: Arc::new(parts.db.clone()),
            portal: Arc::new(parts.db.clone()),
            proposals: Arc::new(parts.db.clone()),
            own_accounts: Arc::new(parts.db.clone()),
        };
        Self(Arc::new(Shared {
            ports,
            db: parts.db,
            settings: Arc::new(Settings {
                provider_name: parts.provider_name,
                support: parts.support,
                mails: parts.mails,
                demo: parts.demo,
            }),
            passwords: Passwords::default(),
            passkeys,
            leptos: site::leptos_options(&parts.site),
            public_url: parts.public_url,
            proxies: parts.proxies,
            stopping: AtomicBool::new(false),
        }))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    pub fn settings(&self) -> &Arc<Settings> {
        &self.0.settings
    }

    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    pub fn passkeys(&self) -> &Passkeys {
        &self.0.passkeys
    }

    pub fn leptos(&self) -> &LeptosOptions {
        &self.0.leptos
    }

    pub fn public_url(&self) -> &PublicUrl {
        &self.0.public_url
    }

    pub fn proxies(&self) -> &TrustedProxies {
        &self.0.proxies
    }

    /// The program takes no new requests any more.
    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Relaxed)
    }

    /// From now on the program is not ready.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
    }
}
