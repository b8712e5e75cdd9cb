//! Invitations that nobody has accepted.

use chrono::Utc;
use domain::{
    principal::Desk,
    user::{Invitation, InvitationFacts, OpenInvitation},
    values::CustomerId,
};

use super::stored_user::mail;
use crate::{Db, error::Failure, tenant::TenantTx};

pub(super) async fn open(db: &Db, desk: &Desk, most: u32) -> Result<Vec<OpenInvitation>, Failure> {
    let now = Utc::now();
    let mut tx = TenantTx::begin(db, desk).await?;
    let rows = sqlx::query!(
        r#"
        select customer.id, customer.number, customer.name as "name!",
            account.user_name, account.email, account.invited_at,
            mail.state as "mail_state?", mail.done_at as mail_done_at
        from account
        join lateral (
            select customer.id, customer.number,
                coalesce(customer.company, customer.first_name || ' ' || customer.last_name) as name
            from customer_account as link
            join customer on customer.reseller_id = link.reseller_id and customer.id = link.customer_id
            where link.reseller_id = account.reseller_id and link.account_id = account.id
            order by customer.number_key, customer.number collate "C"
            limit 1
        ) as customer on true
        left join lateral (
            select state, done_at
            from outgoing_mail
            where outgoing_mail.reseller_id = account.reseller_id
                and outgoing_mail.account_id = account.id and outgoing_mail.kind = 'invitation'
            order by queued_at desc
            limit 1
        ) as mail on true
        where account.reseller_id = $1 and account.role = 'portal' and account.active
            and not account.has_password
        order by coalesce(account.invited_at, account.created_at), account.user_name_key
        limit $2
        "#,
        tx.reseller(),
        i64::from(most)
    )
    .map(|row| OpenInvitation {
        customer: CustomerId::from_uuid(row.id),
        number: row.number,
        name: row.name,
        user_name: row.user_name,
        email: row.email,
        state: Invitation::at(
            now,
            InvitationFacts {
                has_password: false,
                invited_at: row.invited_at,
                mail: mail(row.mail_state.as_deref(), row.mail_done_at),
            },
        ),
        invited_at: row.invited_at,
    })
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(rows)
}
