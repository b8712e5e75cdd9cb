//! What a sign-in costs: as much for a name that nobody has, and never more than the program can bear.

use std::time::{Duration, Instant};

use reqwest::Method;
use sqlx::{Executor, PgPool};
use tokio::task::JoinSet;

use crate::support::{
    TestServer,
    client::{Answer, Client},
    people, statements,
};

const ROUNDS: usize = 9;

/// What is said on a connection before anything is asked.
fn is_frame(statement: &str) -> bool {
    statement.starts_with("set role")
}

/// A wrong password, from an address that has not tried before, with nothing held against the name.
async fn attempt(server: &TestServer, pool: &PgPool, round: usize, name: &str) -> Answer {
    forget_attempts(pool).await;
    let request = server.stranger().request(Method::POST, "/anmelden");
    let request = request
        .header("x-forwarded-for", format!("192.0.2.{round}"))
        .header("content-type", "application/x-www-form-urlencoded");
    Answer::of(request.body(format!("benutzername={name}&passwort=falsch"))).await
}

async fn forget_attempts(pool: &PgPool) {
    let mut auth = pool.begin().await.unwrap();
    auth.execute("set local role mkm_auth; delete from login_attempt")
        .await
        .unwrap();
    auth.commit().await.unwrap();
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Names that fail for different reasons: a wrong password, nobody's, without a password yet, not active.
async fn failing_names(server: &TestServer) -> [&'static str; 4] {
    let desk = people::desk(&server.db, "100001").await;
    let may = desk.may().unwrap();
    let (customer, _) = people::customer(&server.db, "100001", false).await;
    for name in ["wartet", "gesperrt"] {
        let id = domain::values::AccountId::new();
        let new = domain::user::NewUser {
            user_name: domain::values::Line::parse(name).unwrap(),
            first_name: domain::values::Line::parse("Eva").unwrap(),
            last_name: domain::values::Line::parse("Öl").unwrap(),
            email: domain::values::EmailAddress::parse("eva@example.de").unwrap(),
        };
        let created = server
            .db
            .create_user(&may, customer, id, new, db::Invitation::ByMail);
        created.await.unwrap();
        if name == "gesperrt" {
            people::set_password(&server.db, name).await;
            let switched = server.db.set_user_active(&may, customer, id, false);
            switched.await.unwrap();
        }
    }
    ["demo", "niemand", "wartet", "gesperrt"]
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_unknown_name_causes_the_same_statements_and_the_same_answer_as_a_known_one(
    pool: PgPool,
) {
    statements::watch();
    let server = TestServer::with_demo(&pool, 12).await;
    let names = failing_names(&server).await;
    // What is prepared once on each connection is prepared before.
    for round in 0..6 {
        attempt(&server, &pool, 200 + round, "demo").await;
    }
    let mut asked: Vec<(&str, Vec<String>)> = Vec::new();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); names.len()];
    for round in 0..ROUNDS {
        for (place, name) in names.iter().enumerate() {
            statements::take(&server.name);
            let began = Instant::now();
            let answer = attempt(&server, &pool, round * names.len() + place, name).await;
            times[place].push(began.elapsed());
            assert_eq!(answer.status, 401, "{name}");
            let mut statements = statements::take(&server.name);
            statements.retain(|statement| !is_frame(statement));
            asked.push((name, statements));
        }
    }
    let (_, of_known) = &asked[0];
    assert!(of_known.len() >= 8, "{of_known:?}");
    for (name, statements) in &asked {
        assert_eq!(statements, of_known, "{name}");
    }
    // Shown and not judged: the machine may be busy. That hashing takes as long is held by a test of
    // the hashing, in processor time.
    let medians: Vec<_> = names.iter().zip(times.into_iter().map(median)).collect();
    eprintln!("median of {ROUNDS} failed sign-ins: {medians:?}");
}

/// More sign-ins at once than can be hashed within their patience, each by another name from another
/// address.
const CROWD: usize = 400;

async fn crowd_member(client: Client, number: usize) -> (usize, Answer) {
    let address = format!("198.51.{}.{}", number / 250, number % 250);
    let request = client
        .request(Method::POST, "/anmelden")
        .header("x-forwarded-for", address)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("benutzername=name{number}&passwort=falsch"));
    (number, Answer::of(request).await)
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn when_too_many_passwords_wait_to_be_hashed_a_sign_in_is_told_to_come_later(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.stranger();
    let began = Instant::now();
    let mut crowd = JoinSet::new();
    for number in 0..CROWD {
        crowd.spawn(crowd_member(client.clone(), number));
    }
    let page = server.stranger().get("/anmelden").await;
    assert_eq!(page.status, 200, "pages do not wait for passwords");
    let (mut checked, mut sent_away) = (0, Vec::new());
    while let Some(member) = crowd.join_next().await {
        let (number, answer) = member.unwrap();
        match answer.status {
            401 => checked += 1,
            503 => {
                assert!(!answer.header("retry-after").is_empty());
                sent_away.push(number);
            }
            other => panic!("{other}: {}", answer.text()),
        }
    }
    assert!(checked > 0 && !sent_away.is_empty(), "{checked} of {CROWD}");
    eprintln!(
        "{checked} of {CROWD} passwords checked in {:?}",
        began.elapsed()
    );
    // It was no failed attempt: the same name need not wait.
    let (_, again) = crowd_member(client, sent_away[0]).await;
    assert_eq!(again.status, 401, "{}", again.text());
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn the_database_holds_neither_passwords_nor_ids_of_sessions_nor_links(pool: PgPool) {
    let server = TestServer::with_demo(&pool, 0).await;
    let client = server.reseller().await;
    let id = client.cookie.clone().unwrap();
    let id = id.strip_prefix("__Host-mkm=").unwrap();
    assert!(id.len() >= 22, "128 bits: {id}");
    let token = server::secret::new_token().unwrap();
    let account = server
        .db
        .credentials("demo")
        .await
        .unwrap()
        .unwrap()
        .account;
    let hash = server::secret::hash(token.as_bytes());
    server
        .db
        .create_token(
            account,
            db::TokenPurpose::Invitation,
            &hash,
            Duration::from_secs(60),
        )
        .await
        .unwrap();
    let mut auth = pool.begin().await.unwrap();
    auth.execute("set local role mkm_auth").await.unwrap();
    let stored: Vec<String> = sqlx::query_scalar(
        "select session::text from session union all select one_time_token::text from one_time_token
         union all select account::text from account",
    )
    .fetch_all(&mut *auth)
    .await
    .unwrap();
    assert!(stored.len() >= 4, "{}", stored.len());
    let as_bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, id);
    let in_hex = as_bytes
        .unwrap()
        .iter()
        .fold(String::new(), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    for row in &stored {
        for secret in [id, &in_hex, &token, people::PASSWORD] {
            assert!(!row.contains(secret), "{row}");
        }
    }
}
