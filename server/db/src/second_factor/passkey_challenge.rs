//! What a passkey is to sign. It is kept with the session that asked for it, and goes with it: so another
//! session's answer is none, and neither is one that comes twice.

use domain::{refusal::Refusal, second_factor::PASSKEY_MINUTES};
use serde_json::Value;

use crate::{Db, error::Failure};

/// What an answer is good for, and for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasskeyPurpose {
    /// A new passkey.
    Register,
    /// The second factor after the password.
    Factor,
    /// Proving once more who one is.
    Proof,
    /// Signing in with the passkey alone.
    SignIn,
}

impl PasskeyPurpose {
    fn word(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Factor => "factor",
            Self::Proof => "proof",
            Self::SignIn => "sign_in",
        }
    }
}

impl Db {
    /// Keeps what the next answer of this session is checked against, in place of what was kept before.
    /// `false`: there is no such session (any more).
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn keep_challenge(
        &self,
        session: &[u8; 32],
        purpose: PasskeyPurpose,
        state: &Value,
    ) -> Result<bool, Refusal> {
        let kept = sqlx::query!(
            "update session
             set passkey_purpose = $2, passkey_state = $3,
                 passkey_until = now() + make_interval(mins => $4)
             where id_hash = $1 and idle_until > now()",
            session.as_slice(),
            purpose.word(),
            state,
            PASSKEY_MINUTES
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(kept.rows_affected() == 1)
    }

    /// Takes it away, whatever the answer is worth: each is tried once. `None`: nothing was asked of this
    /// session for this purpose, or too long ago.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn take_challenge(
        &self,
        session: &[u8; 32],
        purpose: PasskeyPurpose,
    ) -> Result<Option<Value>, Refusal> {
        let taken = sqlx::query!(
            r#"
            with asked as (
                select id_hash, passkey_state, passkey_until > now() as in_time
                from session
                where id_hash = $1 and passkey_purpose = $2
                for update
            )
            update session
            set passkey_purpose = null, passkey_state = null, passkey_until = null
            from asked
            where session.id_hash = asked.id_hash
            returning asked.passkey_state as "state!", asked.in_time as "in_time!"
            "#,
            session.as_slice(),
            purpose.word()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(taken.filter(|asked| asked.in_time).map(|asked| asked.state))
    }
}
