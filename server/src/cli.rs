//! The command line.

mod import;

pub use import::Import;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// MKM (Mein Kunden Menü): die Kundenverwaltung für Reseller.
#[derive(Debug, Parser)]
#[command(name = "mkm", version)]
pub struct Cli {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Command,
}

/// Settings, by flag or environment, as they were given; [`crate::config`] checks them.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// PostgreSQL, z. B. postgres://mkm_owner@host/mkm. Ohne Angabe betreibt mkm ein eigenes
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,
    /// Eine Kopie dieser Datenbank (Streaming Replication), aus der Listen und Suchen gelesen werden
    #[arg(
        long,
        env = "MKM_READ_DATABASE_URL",
        hide_env_values = true,
        global = true
    )]
    pub read_database_url: Option<String>,
    /// Anmeldung für backup, restore und verify, die jede Zeile lesen, z. B. postgres://mkm_backup@host/mkm
    #[arg(long, env = "MKM_BACKUP_URL", hide_env_values = true, global = true)]
    pub backup_url: Option<String>,
    /// Wo das eigene PostgreSQL seine Daten hat
    #[arg(long, env = "MKM_DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,
    /// Adresse und Port, an denen mkm Anfragen annimmt
    #[arg(
        long,
        env = "MKM_LISTEN",
        default_value = "127.0.0.1:3000",
        global = true
    )]
    pub listen: String,
    /// Adresse und Port (allein: auf diesem Rechner), an denen Prometheus unter /metrics Messwerte holt
    #[arg(long, env = "MKM_METRICS_ADDRESS", global = true)]
    pub metrics_address: Option<String>,
    /// Adresse im Browser: https://…, oder http:// mit localhost [Vorgabe: http://localhost:Port]
    #[arg(long, env = "MKM_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
    /// Name des Anbieters, dessen Produkte verkauft werden
    #[arg(
        long,
        env = "MKM_PROVIDER_NAME",
        default_value = "FISINGER.de",
        global = true
    )]
    pub provider_name: String,
    /// E-Mail-Adresse des Supports, an den sich Reseller wenden
    #[arg(long, env = "MKM_SUPPORT_EMAIL", global = true)]
    pub support_email: Option<String>,
    /// Telefonnummer des Supports
    #[arg(long, env = "MKM_SUPPORT_PHONE", global = true)]
    pub support_phone: Option<String>,
    /// Hilfeseite des Supports: https://…
    #[arg(long, env = "MKM_SUPPORT_URL", global = true)]
    pub support_url: Option<String>,
    /// Mailserver, z. B. smtps://benutzer:passwort@mail.example.org. Ohne Angabe gibst du Links selbst weiter
    #[arg(long, env = "MKM_SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<String>,
    /// Absender der Mails, z. B. Kundenportal <portal@example.org>
    #[arg(long, env = "MKM_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,
    /// Ordner mit den gebauten Dateien für den Browser [Vorgabe: neben dem Programm]
    #[arg(long, env = "MKM_SITE_DIR", global = true)]
    pub site_dir: Option<PathBuf>,
    /// Was protokolliert wird, z. B. info oder server=debug,info
    #[arg(long, env = "MKM_LOG", default_value = "info", global = true)]
    pub log: String,
    /// Wie protokolliert wird: text oder json
    #[arg(long, env = "MKM_LOG_FORMAT", default_value = "text", global = true)]
    pub log_format: String,
    /// Adressen oder Netze, deren X-Forwarded-For gilt, durch Komma getrennt
    #[arg(long, env = "MKM_TRUSTED_PROXIES", global = true)]
    pub trusted_proxies: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Stellt MKM im Browser bereit
    Serve(Serve),
    /// Bringt die Tabellen der Datenbank auf den Stand des Programms
    Migrate,
    /// Reseller verwalten
    #[command(subcommand)]
    Reseller(Reseller),
    /// Benutzerkonten verwalten
    #[command(subcommand)]
    Account(Account),
    /// Daten einlesen
    #[command(subcommand)]
    Import(Import),
    /// Sichert die Datenbank in eine Datei
    Backup {
        /// Die neue Datei
        file: PathBuf,
    },
    /// Stellt eine Sicherung in einer leeren Datenbank wieder her und prüft sie
    Restore {
        /// Die Datei, die backup geschrieben hat
        file: PathBuf,
    },
    /// Prüft, ob Tabellen und Zeilen so sind, wie das Programm sie geschrieben hat
    Verify,
    /// Zeigt Version, Migrationen, Konten, Sitzungen, Mails, langsame Abfragen und Größe der Datenbank
    Status {
        /// Als JSON
        #[arg(long)]
        json: bool,
    },
    /// Gibt die SQL-Anweisungen aus, die einmal je PostgreSQL die Rollen anlegen
    Roles,
}

#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// Legt beim ersten Mal Beispieldaten an, mit der Anmeldung demo
    #[arg(long)]
    pub demo: bool,
    /// Wie viele Beispielkunden jeder Reseller bekommt
    #[arg(long, default_value_t = 250, requires = "demo", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub demo_customers: u32,
}

#[derive(Debug, Subcommand)]
pub enum Reseller {
    /// Legt einen Reseller an und gibt den Link aus, mit dem er sein Passwort setzt
    Add(AddReseller),
}

#[derive(Debug, Clone, Args)]
pub struct AddReseller {
    /// Kundennummer des Resellers beim Anbieter
    #[arg(long)]
    pub number: String,
    /// Firma
    #[arg(long)]
    pub company: String,
    /// Benutzername der ersten Anmeldung
    #[arg(long)]
    pub user: String,
    /// E-Mail-Adresse
    #[arg(long)]
    pub email: String,
    /// Vorname
    #[arg(long, default_value = "")]
    pub first_name: String,
    /// Nachname
    #[arg(long, default_value = "")]
    pub last_name: String,
}

#[derive(Debug, Subcommand)]
pub enum Account {
    /// Setzt ein Passwort, das am Terminal oder in der ersten Zeile der Standardeingabe steht
    SetPassword {
        /// Benutzername
        #[arg(long)]
        user: String,
    },
    /// Setzt die E-Mail-Adresse eines Kontos, ohne dass ein Link sie bestätigt
    SetEmail {
        /// Benutzername
        #[arg(long)]
        user: String,
        /// Neue E-Mail-Adresse
        #[arg(long)]
        email: String,
    },
    /// Entfernt den zweiten Faktor eines Kontos: Zum Anmelden genügt wieder das Passwort
    ResetSecondFactor {
        /// Benutzername
        #[arg(long)]
        user: String,
    },
}
