//! An app on somebody's telephone, and what its owner does with it.

use sqlx::PgPool;
use totp_rs::{Builder, Secret, Totp};

use super::client::{Answer, Client};

pub const PAGE: &str = "/konto/zwei-faktor";

/// An app that knows the secret of one account.
pub struct App {
    totp: Totp,
    /// The code that it was set up with.
    pub used: String,
}

impl App {
    /// Scans what the page shows.
    pub fn scanning(page: &Answer) -> Self {
        let html = page.text();
        let key = html
            .split("<code>")
            .nth(1)
            .and_then(|rest| rest.split('<').next())
            .expect("a key");
        let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
        Self {
            totp: Builder::new().with_secret(secret).build().unwrap(),
            used: String::new(),
        }
    }

    /// What it shows now.
    pub fn code(&self) -> String {
        let now = u64::try_from(chrono::Utc::now().timestamp()).unwrap();
        self.totp.generate(now).to_string()
    }

    /// What it never shows now, nor a moment earlier or later.
    pub fn wrong_code(&self) -> String {
        let now = u64::try_from(chrono::Utc::now().timestamp()).unwrap();
        let right: Vec<_> = (0..5)
            .map(|step| self.totp.generate(now - 60 + 30 * step).to_string())
            .collect();
        (0..10)
            .map(|digit| digit.to_string().repeat(6))
            .find(|code| !right.contains(code))
            .unwrap()
    }
}

/// Sets a factor up; the app, and the recovery codes.
pub async fn set_up(client: &mut Client) -> (App, Vec<String>) {
    client.post(PAGE, &[]).await.leads_to(PAGE);
    let mut app = App::scanning(&client.get(PAGE).await);
    let path = format!("{PAGE}/bestaetigen");
    app.used = app.code();
    let shown = client.post(&path, &[("code", &app.used)]).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    client.keep(&shown);
    (app, codes_of(&shown))
}

/// The recovery codes of a page.
pub fn codes_of(page: &Answer) -> Vec<String> {
    let html = page.text();
    html.split("<code>")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .filter(|code| code.len() == 19)
        .map(str::to_owned)
        .collect()
}

/// As if half a minute had passed: the code that was just used would be another one.
pub async fn forget_used_codes(pool: &PgPool) {
    for sql in [
        "update totp_factor set last_step = 0",
        "delete from login_attempt",
    ] {
        sqlx::query(sql).execute(pool).await.unwrap();
    }
}
