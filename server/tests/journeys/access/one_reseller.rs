//! What a request asks the database names one reseller: so all of it can be answered where that reseller's
//! rows are, however many places there are.

use std::collections::BTreeSet;

use domain::values::ResellerId;
use sqlx::PgPool;

use super::{forms::FORMS, functions::rows, pages::PAGES, scene::Scene};
use crate::support::{people, statements};

/// Tables that row-level security keeps from nobody who signs people in: a statement about them has to say
/// itself whose rows it is about.
const OF_SIGN_IN: &[&str] = &[
    " session",
    " one_time_token",
    " totp_factor",
    " passkey",
    " recovery_code",
];

/// How it says that: the reseller, one account, or the key of one row. A new one must be argued for here.
const NAMED: &[&str] = &[
    "reseller_id = $",
    "account.id = $1",
    "account_id = $1",
    "where id = $1",
    "id_hash = $1",
    "credential_id = $1",
    "user_name_key = lower($1)",
];

/// Failed attempts belong to an address and a name, not to a reseller.
const OF_NOBODY: &[&str] = &["login_attempt", "pg_advisory_xact_lock("];

/// What a request asked.
struct Asked {
    /// The resellers that its transactions are for: row-level security shows them nothing else.
    resellers: BTreeSet<String>,
    statements: Vec<String>,
}

impl Asked {
    fn of(statements: Vec<String>) -> Self {
        let reseller = |statement: &String| {
            let (_, setting) = statement.split_once("set local app.reseller_id = '")?;
            Some(setting.split_once('\'')?.0.to_owned())
        };
        Self {
            resellers: statements.iter().filter_map(reseller).collect(),
            statements,
        }
    }

    fn names_only(&self, reseller: ResellerId, what: &str) {
        let mine = BTreeSet::from([reseller.to_string()]);
        assert!(
            self.resellers.is_subset(&mine),
            "{what}: {:?}",
            self.resellers
        );
        for statement in self
            .statements
            .iter()
            .filter(|statement| !is_frame(statement))
        {
            let is_named = NAMED
                .iter()
                .chain(OF_NOBODY)
                .any(|key| statement.contains(key));
            let is_guarded =
                self.resellers == mine && !OF_SIGN_IN.iter().any(|table| statement.contains(table));
            assert!(
                is_named || is_guarded,
                "{what}: {statement}\nof {:#?}",
                self.statements
            );
        }
    }
}

/// What takes and gives back a connection, and what begins and ends a transaction.
fn is_frame(statement: &str) -> bool {
    let word = statement.split([' ', ';']).next().unwrap_or_default();
    ["", "begin", "commit", "rollback", "set"].contains(&&*word.to_lowercase())
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn every_statement_of_a_request_names_one_reseller(pool: PgPool) {
    statements::watch();
    let scene = Scene::new(&pool).await;
    let reseller = people::desk(&scene.server.db, "100001").await.reseller();
    let name = scene.server.name.clone();
    statements::take(&name);
    let mut transactions = 0;
    let mut look = |what: &str| {
        let asked = Asked::of(statements::take_whole(&name));
        asked.names_only(reseller, what);
        transactions += asked.resellers.len();
    };
    for (role, client) in &scene.ours {
        for (pattern, _) in PAGES {
            client.get(&scene.real.fill(pattern)).await;
            look(&format!("{pattern} for {role:?}"));
        }
        for (path, _, arguments, _) in rows(scene.real) {
            client.call(path, &arguments).await;
            look(&format!("{path} for {role:?}"));
        }
    }
    for (pattern, _) in FORMS {
        scene.reseller().post(&scene.real.fill(pattern), &[]).await;
        look(&format!("POST {pattern}"));
    }
    assert!(transactions > 100, "{transactions}");
}
