//! `mkm status`

use db::{DatabaseFigures, MigrationFigures, SlowStatement};
use serde_json::{Value, json};

use crate::{
    config::DATABASE_URL,
    database::{Database, connect_sentence, refusal_sentence},
    stop::Stop,
    terminal,
};

/// Longest part of a statement that is shown.
const STATEMENT: usize = 120;

/// Prints what there is in the database, for people or for programs. Changes nothing, not even the tables of
/// an older program: of those it says only how old they are.
///
/// # Errors
/// [`Stop::Failed`]
pub async fn run(database: &Database, as_json: bool) -> Result<(), Stop> {
    let migrations = db::migration_figures(database.url())
        .await
        .map_err(|error| connect_sentence(&error, DATABASE_URL))?;
    let db = match database.connect_as_it_is().await {
        Ok(db) => db,
        Err(stop) => {
            terminal::say(&migration_line(migrations));
            return Err(stop);
        }
    };
    let figures = db
        .database_figures()
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    if as_json {
        terminal::say(&format!("{:#}", json(&figures, migrations)));
    } else {
        for line in lines(&figures, migrations) {
            terminal::say(&line);
        }
    }
    Ok(())
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The names stay: programs read them.
fn json(figures: &DatabaseFigures, migrations: MigrationFigures) -> Value {
    let slow = figures.slow.as_ref().map(|statements| {
        let of = |one: &SlowStatement| {
            json!({
                "statement": one.text, "calls": one.calls,
                "mean_ms": one.mean, "total_ms": one.total,
            })
        };
        statements.iter().map(of).collect::<Vec<_>>()
    });
    json!({
        "version": VERSION,
        "postgresql": figures.server,
        "database_bytes": figures.size,
        "migrations": { "applied": migrations.applied, "known": migrations.known },
        "resellers": figures.resellers,
        "accounts": {
            "reseller": figures.reseller_accounts,
            "staff": figures.staff_accounts,
            "portal": figures.portal_accounts,
            "inactive": figures.inactive_accounts,
        },
        "sessions": figures.sessions,
        "outbox": {
            "waiting": figures.outbox.waiting,
            "oldest_seconds": figures.outbox.oldest,
            "failed": figures.outbox.failed,
        },
        "slow_statements": slow,
    })
}

fn lines(figures: &DatabaseFigures, migrations: MigrationFigures) -> Vec<String> {
    let outbox = figures.outbox;
    let oldest = outbox.oldest.map_or_else(String::new, |seconds| {
        format!(", der älteste seit {:.0} s", seconds)
    });
    let mut lines = vec![
        format!("Version:      {VERSION}"),
        format!("PostgreSQL:   {}", figures.server),
        format!("Größe:        {} MiB", figures.size.div_ceil(1024 * 1024)),
        migration_line(migrations),
        format!("Reseller:     {}", figures.resellers),
        format!(
            "Konten:       {} Reseller, {} Mitarbeiter, {} Endkunden; {} davon deaktiviert",
            figures.reseller_accounts,
            figures.staff_accounts,
            figures.portal_accounts,
            figures.inactive_accounts
        ),
        format!("Sitzungen:    {}", figures.sessions),
        format!(
            "Mails:        {} wartend{oldest}; {} aufgegeben",
            outbox.waiting, outbox.failed
        ),
    ];
    match &figures.slow {
        None => lines
            .push("Abfragen:     unbekannt, pg_stat_statements ist nicht eingerichtet".to_owned()),
        Some(statements) => {
            lines.push("Langsamste Abfragen (im Mittel):".to_owned());
            lines.extend(statements.iter().map(line));
        }
    }
    lines
}

fn migration_line(migrations: MigrationFigures) -> String {
    let MigrationFigures { applied, known } = migrations;
    format!("Migrationen:  {applied} von {known}")
}

fn line(one: &SlowStatement) -> String {
    let text: String = one.text.chars().take(STATEMENT).collect();
    format!("  {:9.2} ms × {:>7}  {text}", one.mean, one.calls)
}

#[cfg(test)]
mod tests {
    use db::OutboxFigures;

    use super::*;

    const MIGRATIONS: MigrationFigures = MigrationFigures {
        applied: 17,
        known: 18,
    };

    fn figures() -> DatabaseFigures {
        DatabaseFigures {
            server: "15.18".to_owned(),
            size: 9 * 1024 * 1024,
            resellers: 2,
            reseller_accounts: 2,
            staff_accounts: 3,
            portal_accounts: 40,
            inactive_accounts: 1,
            sessions: 5,
            outbox: OutboxFigures {
                waiting: 4,
                oldest: Some(61.2),
                failed: 1,
            },
            slow: None,
        }
    }

    #[test]
    fn people_read_lines() {
        let shown = lines(&figures(), MIGRATIONS).join("\n");
        for part in [
            "Migrationen:  17 von 18",
            "2 Reseller, 3 Mitarbeiter, 40 Endkunden; 1 davon",
            "4 wartend, der älteste seit 61 s; 1 aufgegeben",
            "pg_stat_statements ist nicht eingerichtet",
        ] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        let slow = Some(vec![SlowStatement {
            text: "select 1".to_owned(),
            calls: 3,
            mean: 1.5,
            total: 4.5,
        }]);
        let shown = lines(&DatabaseFigures { slow, ..figures() }, MIGRATIONS).join("\n");
        assert!(shown.contains("1.50 ms"), "{shown}");
    }

    #[test]
    fn programs_read_names() {
        let value = json(&figures(), MIGRATIONS);
        assert_eq!(value["migrations"]["known"], 18);
        assert_eq!(value["accounts"]["portal"], 40);
        assert_eq!(value["outbox"]["failed"], 1);
        assert_eq!(value["slow_statements"], Value::Null);
    }
}
