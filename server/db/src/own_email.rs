//! A new e-mail address of one's own. It counts when the link that went there is used.

mod replace;

use domain::{
    principal::{Actor, OwnAccount},
    refusal::Refusal,
    values::{AccountId, EmailAddress},
};

use self::replace::{replace, tell};
use crate::{
    Db,
    error::Failure,
    outbox::{Mail, enqueue},
    pool::Tx,
    task::finish,
    tenant::commit_counted,
};

/// Most links that an account has sent to new addresses in an hour: they go to strangers, perhaps.
const LINKS_AN_HOUR: i64 = 5;

/// What an open link changes, for the page that asks for the confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailChange {
    pub user_name: String,
    pub new: String,
}

impl Db {
    /// Writes a mail with a link to the new address down; links that went elsewhere become void.
    /// `false`: several were asked for lately, nothing happened.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn request_email(
        &self,
        own: &OwnAccount,
        new: EmailAddress,
    ) -> Result<bool, Refusal> {
        let (auth, own) = (self.auth.clone(), *own);
        finish(async move {
            let mut tx = auth.begin().await?;
            let asked = forget_others(&mut tx, own.account()).await?;
            if asked >= LINKS_AN_HOUR {
                return Ok(false);
            }
            let mail = Mail::confirm_email(own.account(), &new);
            enqueue(&mut tx, own.reseller().uuid(), mail).await?;
            tx.commit().await?;
            Ok(true)
        })
        .await
    }

    /// What the link changes; `None` where it is unknown, used, too old, or its account not active.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn email_link(&self, hash: &[u8; 32]) -> Result<Option<EmailChange>, Refusal> {
        let found = sqlx::query_as!(
            EmailChange,
            r#"
            select account.user_name, token.new_email as "new!"
            from one_time_token as token
            join account on account.reseller_id = token.reseller_id and account.id = token.account_id
            where token.hash = $1 and token.purpose = 'email'
                and token.used_at is null and token.expires_at > now() and account.active
            "#,
            hash.as_slice()
        )
        .fetch_optional(&mut *self.sign_in_connection().await?)
        .await
        .map_err(Failure::from)?;
        Ok(found)
    }

    /// Uses up the link: from now on its address is the account's, and the old one is told. Returns
    /// whose it is; `None`: the link is not valid (any more), nothing happened.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn confirm_email(&self, hash: &[u8; 32]) -> Result<Option<AccountId>, Refusal> {
        let (auth, hash) = (self.auth.clone(), *hash);
        finish(async move {
            let mut tx = auth.begin().await?;
            let Some(link) = use_up(&mut tx, &hash).await? else {
                return Ok(None);
            };
            let (account, new) = link;
            let replaced = replace(&mut tx, Actor::Account(account), account, &new).await?;
            tell(&mut tx, account, &replaced).await?;
            commit_counted(tx, replaced.reseller).await?;
            Ok(Some(account))
        })
        .await
    }

    /// Sets the address without a link, for an operator who knows whose it is.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Unavailable`], [`Refusal::Internal`]
    pub async fn set_email(&self, account: AccountId, new: EmailAddress) -> Result<(), Refusal> {
        let auth = self.auth.clone();
        finish(async move {
            let mut tx = auth.begin().await?;
            let replaced = replace(&mut tx, Actor::Operator, account, new.as_str()).await?;
            commit_counted(tx, replaced.reseller).await?;
            Ok(())
        })
        .await
    }
}

/// Links to other new addresses are void. Returns how many mails with one there were lately; the
/// account is held, so that two requests at once count one another.
async fn forget_others(tx: &mut Tx, account: AccountId) -> Result<i64, Failure> {
    sqlx::query!(
        "select id from account where id = $1 for update",
        account.uuid()
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(Refusal::SignedOut)?;
    sqlx::query!(
        "update one_time_token set used_at = now()
         where account_id = $1 and purpose = 'email' and used_at is null",
        account.uuid()
    )
    .execute(&mut **tx)
    .await?;
    let asked = sqlx::query_scalar!(
        r#"
        select count(*) as "asked!"
        from account
        join outgoing_mail as mail on mail.reseller_id = account.reseller_id and mail.account_id = account.id
        where account.id = $1 and mail.kind = 'email' and mail.queued_at > now() - interval '1 hour'
        "#,
        account.uuid()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(asked)
}

/// Whose link it was, and the address that it confirms. Two at once: the second one waits for the
/// account, and then finds the link used.
async fn use_up(tx: &mut Tx, hash: &[u8; 32]) -> Result<Option<(AccountId, String)>, Failure> {
    let holder = sqlx::query_scalar!(
        "select account.id
         from one_time_token as token
         join account on account.reseller_id = token.reseller_id and account.id = token.account_id
         where token.hash = $1 and account.active
         for update of account",
        hash.as_slice()
    )
    .fetch_optional(&mut **tx)
    .await?;
    let new = sqlx::query_scalar!(
        r#"
        update one_time_token set used_at = now()
        where hash = $1 and account_id = $2 and purpose = 'email' and used_at is null and expires_at > now()
        returning new_email as "new!"
        "#,
        hash.as_slice(),
        holder
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(holder.map(AccountId::from_uuid).zip(new))
}
