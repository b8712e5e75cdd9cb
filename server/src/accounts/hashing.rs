//! Argon2id, away from the threads that answer requests, two at a time.

use std::{sync::Arc, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use domain::refusal::Refusal;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};
use uuid::Uuid;

/// KiB, passes and lanes of a new hash (OWASP's smallest recommendation for argon2id).
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// How many passwords are hashed at once: each takes a processor and [`MEMORY`].
const AT_ONCE: usize = 2;
/// How long a request waits for its turn.
const PATIENCE: Duration = Duration::from_secs(2);

/// Stands in where there is no such account, so that the answer takes as long. No password has it.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bWttLW5vYm9keS1zYWx0IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and checks passwords.
#[derive(Debug, Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

/// The right to hash now.
pub(super) struct Turn(OwnedSemaphorePermit);

/// Whether a password is the right one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Checked {
    Wrong,
    Right {
        /// A stronger hash of the same password, where the stored one is weaker than new ones are.
        renewed: Option<String>,
    },
}

impl Passwords {
    /// Waits for a turn.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`] where too many wait.
    pub(super) async fn turn(&self) -> Result<Turn, Refusal> {
        match timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Turn(permit)),
            _ => Err(Refusal::Unavailable),
        }
    }

    /// A PHC string of the password.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`] where too many wait, [`Refusal::Internal`].
    pub async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.turn().await?.run(move || hash(&password)).await?
    }
}

impl Turn {
    /// Compares with a PHC string; without one it works as long and says no.
    pub(super) async fn check(
        self,
        password: String,
        stored: Option<String>,
    ) -> Result<Checked, Refusal> {
        self.run(move || check(&password, stored.as_deref()))
            .await?
    }

    /// Runs on a thread where it stops nobody, and keeps the turn until it is done even if the
    /// request is gone.
    pub(super) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(self.0);
            done
        })
        .await
        .map_err(internal)
    }
}

fn hash(password: &str) -> Result<String, Refusal> {
    argon2()?
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(internal)
}

fn check(password: &str, stored: Option<&str>) -> Result<Checked, Refusal> {
    let hashed = PasswordHash::new(stored.unwrap_or(NOBODYS)).map_err(internal)?;
    // The work is that of the stored hash: its own parameters.
    let right = argon2()?
        .verify_password(password.as_bytes(), &hashed)
        .is_ok();
    if !right || stored.is_none() {
        return Ok(Checked::Wrong);
    }
    let renewed = if is_weak(&hashed) {
        Some(hash(password)?)
    } else {
        None
    };
    Ok(Checked::Right { renewed })
}

fn argon2() -> Result<Argon2<'static>, Refusal> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn is_weak(hash: &PasswordHash) -> bool {
    let current = Params::try_from(hash).is_ok_and(|params| {
        params.m_cost() >= MEMORY && params.t_cost() >= PASSES && params.p_cost() >= LANES
    });
    !current
        || hash.algorithm != Algorithm::Argon2id.ident()
        || hash.version != Some(Version::V0x13.into())
}

/// Logged under the id that the person sees.
fn internal(error: impl std::fmt::Display) -> Refusal {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, %error, "a password could not be hashed");
    Refusal::Internal(incident)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn a_hash_is_argon2id_with_the_promised_cost_and_its_own_salt() {
        let (one, other) = (
            hash("ein langes Passwort").unwrap(),
            hash("ein langes Passwort").unwrap(),
        );
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, other);
    }

    #[test]
    fn only_the_right_password_is_right() {
        let stored = hash("ein langes Passwort").unwrap();
        assert_eq!(
            check("ein langes Passwort", Some(&stored)).unwrap(),
            Checked::Right { renewed: None }
        );
        assert_eq!(
            check("ein anderes Passwort", Some(&stored)).unwrap(),
            Checked::Wrong
        );
        assert_eq!(check("", Some(&stored)).unwrap(), Checked::Wrong);
    }

    #[test]
    fn nobody_has_a_password() {
        assert_eq!(check("", None).unwrap(), Checked::Wrong);
        assert!(
            !is_weak(&PasswordHash::new(NOBODYS).unwrap()),
            "the stand-in costs as much as a real one"
        );
    }

    /// Processor time of this thread, which other work on the machine does not lengthen.
    fn processor_time(work: impl FnOnce()) -> Duration {
        let clock = nix::time::ClockId::CLOCK_THREAD_CPUTIME_ID;
        let before = Duration::from(clock.now().unwrap());
        work();
        Duration::from(clock.now().unwrap()) - before
    }

    #[test]
    fn nobodys_password_takes_as_long_as_somebodys() {
        let stored = hash("ein langes Passwort").unwrap();
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..31 {
            for (times, stored) in times.iter_mut().zip([Some(stored.as_str()), None]) {
                times.push(processor_time(|| {
                    assert_eq!(check("falsch", stored).unwrap(), Checked::Wrong);
                }));
            }
        }
        let [somebodys, nobodys] = times.map(|mut times| {
            times.sort_unstable();
            times[times.len() / 2].as_secs_f64()
        });
        let ratio = nobodys / somebodys;
        assert!(
            (0.9..1.1).contains(&ratio),
            "{nobodys} s instead of {somebodys} s"
        );
    }

    #[test]
    fn a_weaker_hash_is_renewed() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8 * 1024, 1, 1, None).unwrap(),
        );
        let stored = weak
            .hash_password(b"ein langes Passwort")
            .unwrap()
            .to_string();
        let Checked::Right {
            renewed: Some(renewed),
        } = check("ein langes Passwort", Some(&stored)).unwrap()
        else {
            unreachable!("the hash was renewed");
        };
        assert_eq!(
            check("ein langes Passwort", Some(&renewed)).unwrap(),
            Checked::Right { renewed: None }
        );
    }

    #[tokio::test]
    async fn who_waits_too_long_for_a_turn_is_told_so() {
        let passwords = Passwords::default();
        let turns = [
            passwords.turn().await.unwrap(),
            passwords.turn().await.unwrap(),
        ];
        assert_eq!(passwords.turn().await.err(), Some(Refusal::Unavailable));
        drop(turns);
        assert!(passwords.turn().await.is_ok());
    }
}
