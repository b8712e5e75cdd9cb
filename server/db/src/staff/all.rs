//! All staff accounts of a reseller.

use chrono::Utc;
use domain::{
    principal::{Actor, Desk},
    staff::StaffRow,
    staff_form::StaffForm,
    user::{Invitation, InvitationFacts},
    user_form::UserForm,
    values::{AccountId, Version},
};

use crate::{Db, audit_log::moment, error::Failure, stored, tenant::TenantTx, users::mail};

pub(super) async fn all(db: &Db, desk: &Desk) -> Result<Vec<StaffRow>, Failure> {
    let now = Utc::now();
    let mut tx = TenantTx::begin(db, desk).await?;
    let rows = sqlx::query!(
        r#"
        select account.id, account.version, account.user_name, account.first_name, account.last_name,
            account.email, account.active, account.has_password, account.invited_at,
            account.staff_right as "staff_right!",
            account.last_signed_in_at at time zone 'Europe/Berlin' as last_sign_in,
            mail.state as "mail_state?", mail.done_at as mail_done_at
        from account
        left join lateral (
            select state, done_at
            from outgoing_mail
            where outgoing_mail.reseller_id = account.reseller_id
                and outgoing_mail.account_id = account.id and outgoing_mail.kind = 'invitation'
            order by queued_at desc
            limit 1
        ) as mail on true
        where account.reseller_id = $1 and account.role = 'staff'
        order by account.user_name_key
        "#,
        tx.reseller()
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|row| {
            let id = AccountId::from_uuid(row.id);
            let facts = InvitationFacts {
                has_password: row.has_password,
                invited_at: row.invited_at,
                mail: mail(row.mail_state.as_deref(), row.mail_done_at),
            };
            Ok(StaffRow {
                id,
                version: Version(row.version),
                right: stored::staff_right(&row.staff_right)?,
                record: StaffForm {
                    person: UserForm {
                        user_name: row.user_name,
                        first_name: row.first_name,
                        last_name: row.last_name,
                        email: row.email,
                    },
                    right: row.staff_right,
                },
                active: row.active,
                invitation: Invitation::at(now, facts),
                last_sign_in: row.last_sign_in.map(moment),
                own: desk.actor() == Actor::Account(id),
            })
        })
        .collect()
}
