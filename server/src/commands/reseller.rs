//! `mkm reseller add`

use std::time::Duration;

use db::{AddResellerError, Db, NewReseller, TokenPurpose};

use crate::{
    cli::AddReseller, config::PublicUrl, database::refusal_sentence, secret, stop::Stop, terminal,
};

/// How long the link is valid.
const VALID: Duration = Duration::from_secs(24 * 60 * 60);

/// Stores the reseller and prints the link by which it sets its password.
///
/// # Errors
/// [`Stop::Failed`]
pub async fn add(db: &Db, new: AddReseller, public_url: &PublicUrl) -> Result<(), Stop> {
    let number = new.number.clone();
    let (_, account) = db
        .add_reseller(reseller(new))
        .await
        .map_err(|error| sentence(&error))?;
    let token = secret::new_token()
        .map_err(|error| Stop::failed(format!("Es gibt keinen Zufall: {error}")))?;
    db.create_token(
        account,
        TokenPurpose::Invitation,
        &secret::hash(token.as_bytes()),
        VALID,
    )
    .await
    .map_err(|refusal| refusal_sentence(&refusal))?;
    terminal::progress(&format!(
        "Reseller {number} wurde angelegt. Sein Passwort setzt er in den nächsten 24 Stunden hier:"
    ));
    terminal::say(&format!("{}/passwort/{token}", public_url.origin()));
    Ok(())
}

fn reseller(new: AddReseller) -> NewReseller {
    NewReseller {
        number: new.number,
        company: new.company,
        user_name: new.user,
        first_name: new.first_name,
        last_name: new.last_name,
        email: new.email,
    }
}

fn sentence(error: &AddResellerError) -> Stop {
    match error {
        AddResellerError::NumberTaken => {
            Stop::failed("--number: Diese Kundennummer hat schon ein anderer Reseller.")
        }
        AddResellerError::UserNameTaken => {
            Stop::failed("--user: Diesen Benutzernamen gibt es schon.")
        }
        AddResellerError::Invalid(column) => Stop::failed(format!(
            "{}: Der Wert ist leer, zu lang oder enthält verbotene Zeichen.",
            flag(column)
        )),
        AddResellerError::Refused(refusal) => refusal_sentence(refusal),
    }
}

/// The flag that fills a column.
fn flag(column: &str) -> String {
    match column {
        "user_name" => "--user".to_owned(),
        other => format!("--{}", other.replace('_', "-")),
    }
}
