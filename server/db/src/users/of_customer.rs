//! The users of one customer, as its page shows them.

use chrono::{DateTime, Utc};
use domain::{
    user::{Invitation, InvitationFacts, InvitationMail, UserRow},
    user_form::UserForm,
    values::{AccountId, CustomerId, Version},
};

use crate::{customers::count, error::Failure, tenant::TenantTx};

pub(crate) async fn of_customer(
    tx: &mut TenantTx,
    customer: CustomerId,
) -> Result<Vec<UserRow>, Failure> {
    let now = Utc::now();
    let rows = sqlx::query!(
        r#"
        select account.id, account.version, account.user_name, account.first_name, account.last_name,
            account.email, account.active, account.has_password, account.invited_at,
            mail.state as "mail_state?", mail.done_at as mail_done_at,
            (
                select count(*)
                from customer_account as others
                where others.reseller_id = account.reseller_id and others.account_id = account.id
            )::integer as "customers!"
        from customer_account as link
        join account on account.reseller_id = link.reseller_id and account.id = link.account_id
        left join lateral (
            select state, done_at
            from outgoing_mail
            where outgoing_mail.reseller_id = account.reseller_id
                and outgoing_mail.account_id = account.id and outgoing_mail.kind = 'invitation'
            order by queued_at desc
            limit 1
        ) as mail on true
        where link.customer_id = $1
        order by account.user_name_key
        "#,
        customer.uuid()
    )
    .map(|row| UserRow {
        id: AccountId::from_uuid(row.id),
        version: Version(row.version),
        record: UserForm {
            user_name: row.user_name,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
        },
        active: row.active,
        invitation: Invitation::at(
            now,
            InvitationFacts {
                has_password: row.has_password,
                invited_at: row.invited_at,
                mail: mail(row.mail_state.as_deref(), row.mail_done_at),
            },
        ),
        customers: count(row.customers),
    })
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows)
}

/// What became of the last mail, by its row.
pub(crate) fn mail(state: Option<&str>, done_at: Option<DateTime<Utc>>) -> Option<InvitationMail> {
    match (state?, done_at) {
        ("sent", Some(at)) => Some(InvitationMail::Sent(at)),
        ("failed", Some(at)) => Some(InvitationMail::Failed(at)),
        _ => Some(InvitationMail::Waiting),
    }
}
