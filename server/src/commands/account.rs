//! `mkm account set-password`, `mkm account set-email`, `mkm account reset-second-factor`

use std::io::{self, BufRead, IsTerminal};

use db::{Credentials, Db};
use domain::{password::PasswordError, principal::Actor, values::EmailAddress};

use crate::{
    accounts::{Passwords, check_new_password},
    database::refusal_sentence,
    stop::Stop,
    terminal,
};

/// Sets a password that is typed twice, or that the first line of standard input holds. All sessions
/// of the account end.
///
/// # Errors
/// [`Stop::Failed`]
pub async fn set_password(db: &Db, user_name: &str, provider: &str) -> Result<(), Stop> {
    let account = find(db, user_name).await?;
    let password = tokio::task::spawn_blocking(ask)
        .await
        .map_err(|error| Stop::failed(error.to_string()))?
        .map_err(|error| Stop::failed(format!("Das Passwort ist nicht lesbar: {error}")))?
        .ok_or_else(|| Stop::failed("Die beiden Passwörter sind verschieden."))?;
    check(&password, &account, provider)?;
    let hash = Passwords::default().hash(password).await;
    let hash = hash.map_err(|refusal| refusal_sentence(&refusal))?;
    db.set_password(Actor::Operator, account.account, &hash)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    terminal::say(&format!(
        "Das Passwort von „{}“ ist gesetzt, alle Sitzungen sind beendet.",
        account.user_name
    ));
    Ok(())
}

/// Sets the address without asking it. Links that went to the old one become void.
///
/// # Errors
/// [`Stop::Failed`]
pub async fn set_email(db: &Db, user_name: &str, email: &str) -> Result<(), Stop> {
    let account = find(db, user_name).await?;
    let new = EmailAddress::parse(email)
        .map_err(|_| Stop::failed(format!("--email: „{email}“ ist keine E-Mail-Adresse.")))?;
    db.set_email(account.account, new)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    terminal::say(&format!(
        "Die E-Mail-Adresse von „{}“ ist geändert.",
        account.user_name
    ));
    Ok(())
}

/// Removes the second factor of somebody who has lost it. The account gets a mail about it.
///
/// # Errors
/// [`Stop::Failed`]
pub async fn reset_second_factor(db: &Db, user_name: &str) -> Result<(), Stop> {
    let account = find(db, user_name).await?;
    let removed = db
        .remove_factor(Actor::Operator, account.account)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    let name = &account.user_name;
    terminal::say(&if removed {
        format!(
            "Der zweite Faktor von „{name}“ ist entfernt. Das Passwort kann kürzer als 15 Zeichen sein: Im Zweifel gehört ein neues dazu."
        )
    } else {
        format!("„{name}“ hat keinen zweiten Faktor.")
    });
    Ok(())
}

async fn find(db: &Db, user_name: &str) -> Result<Credentials, Stop> {
    let found = db
        .credentials(user_name)
        .await
        .map_err(|refusal| refusal_sentence(&refusal))?;
    found.ok_or_else(|| Stop::failed(format!("--user: Es gibt keinen Benutzer „{user_name}“.")))
}

/// `None`: typed twice, and differently.
fn ask() -> io::Result<Option<String>> {
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        return Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()));
    }
    let password = rpassword::prompt_password("Neues Passwort: ")?;
    let repeated = rpassword::prompt_password("Noch einmal: ")?;
    Ok((password == repeated).then_some(password))
}

fn check(password: &str, account: &Credentials, provider: &str) -> Result<(), Stop> {
    let known = [
        account.user_name.as_str(),
        &account.first_name,
        &account.last_name,
        &account.email,
        provider,
    ];
    check_new_password(password, account.has_second_factor, &known).map_err(
        |error: PasswordError| {
            let sentence = app::locale::Language::German.texts().password_error(error);
            Stop::failed(sentence)
        },
    )
}
