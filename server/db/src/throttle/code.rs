//! Failed codes of a second factor: whoever gets that far has the password, so they are counted on their
//! own, and forgiven only by a right code.

use std::net::IpAddr;

use domain::{refusal::Refusal, values::AccountId};

use super::{Attempt, Who};
use crate::{Db, error::Failure, task::finish, throttle_rule};

impl Db {
    /// Asks, before a code is checked, whether it may be. An allowed one counts as a failure until
    /// [`Self::code_was_right`]: many at once cannot slip through.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn attempt_code(
        &self,
        address: IpAddr,
        account: AccountId,
    ) -> Result<Attempt, Refusal> {
        let (auth, who) = (self.auth.clone(), asking(address, account));
        finish(async move {
            let mut tx = auth.begin().await?;
            who.lock(&mut tx).await?;
            let decision = throttle_rule::decide_code(&who.facts(&mut tx).await?);
            if decision == Attempt::Allowed {
                who.note(&mut tx, "failed").await?;
            }
            tx.commit().await?;
            Ok(decision)
        })
        .await
    }

    /// Forgives the account its wrong codes.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn code_was_right(&self, address: IpAddr, account: AccountId) -> Result<(), Refusal> {
        let who = asking(address, account);
        sqlx::query!(
            "delete from login_attempt where name_hash = $1",
            who.name_hash.as_slice()
        )
        .execute(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(())
    }
}

fn asking(address: IpAddr, account: AccountId) -> Who {
    Who::asking("code", address, &account.to_string())
}
