//! The port [`OwnReseller`].

use async_trait::async_trait;
use domain::{
    ports::OwnReseller,
    principal::Desk,
    proof::FreshProof,
    refusal::Refusal,
    reseller_form::{NewProfile, ResellerForm, ResellerProfile},
    rights::{EditReseller, May},
    values::{Line, PhoneNumber, PostalCode, Version, Website},
};
use uuid::Uuid;

use crate::{Db, customers::next_number_within, error::Failure, task::finish, tenant::TenantTx};

#[async_trait]
impl OwnReseller for Db {
    async fn profile(&self, desk: &Desk) -> Result<ResellerProfile, Refusal> {
        Ok(profile(self, desk).await?)
    }

    async fn save(
        &self,
        desk: &May<EditReseller>,
        proof: Option<FreshProof>,
        version: Version,
        new: NewProfile,
    ) -> Result<ResellerProfile, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { save(&db, &desk, proof, version, &new).await }).await
    }
}

async fn profile(db: &Db, desk: &Desk) -> Result<ResellerProfile, Failure> {
    let mut tx = TenantTx::snapshot(db, desk).await?;
    let profile = read(&mut tx).await?;
    tx.commit().await?;
    Ok(profile)
}

async fn read(tx: &mut TenantTx) -> Result<ResellerProfile, Failure> {
    let row = sqlx::query!(
        "select number, company, email, street, postal_code, city, country, phone, website, language,
             address_form, number_prefix, number_digits, number_next, staff_second_factor, version
         from reseller
         where id = $1",
        tx.reseller()
    )
    .fetch_one(&mut **tx)
    .await?;
    let next_number = next_number_within(tx).await?;
    Ok(ResellerProfile {
        number: row.number,
        version: Version(row.version),
        form: ResellerForm {
            company: row.company,
            street: row.street,
            postal_code: row.postal_code,
            city: row.city,
            country: row.country,
            phone: row.phone,
            email: row.email,
            website: row.website,
            language: row.language,
            address_form: row.address_form,
            number_prefix: row.number_prefix,
            number_digits: row.number_digits.to_string(),
            number_next: row
                .number_next
                .map(|next| next.to_string())
                .unwrap_or_default(),
            staff_factor: factor_choice(row.staff_second_factor),
        },
        next_number: next_number.as_str().to_owned(),
    })
}

async fn save(
    db: &Db,
    desk: &Desk,
    proof: Option<FreshProof>,
    version: Version,
    new: &NewProfile,
) -> Result<ResellerProfile, Failure> {
    let mut tx = TenantTx::begin(db, desk).await?;
    if proof.is_none() && !new.staff_factor && factor_is_required(&mut tx).await? {
        return Err(Refusal::ProofNeeded.into());
    }
    let changed = replace(&mut tx, version, new).await?;
    let now = read(&mut tx).await?;
    tx.commit().await?;
    // The same edit sent again, because the first answer was lost, is no conflict.
    if changed || now.form == form_of(new) {
        Ok(now)
    } else {
        Err(Refusal::Changed.into())
    }
}

/// Whether staff needs a second factor; nobody changes it before the transaction ends.
async fn factor_is_required(tx: &mut TenantTx) -> Result<bool, Failure> {
    let required = sqlx::query_scalar!(
        "select staff_second_factor from reseller where id = $1 for update",
        tx.reseller()
    );
    Ok(required.fetch_one(&mut **tx).await?)
}

/// Returns whether the reseller had the version.
async fn replace(tx: &mut TenantTx, version: Version, new: &NewProfile) -> Result<bool, Failure> {
    let form = form_of(new);
    let (actor, actor_account) = tx.actor();
    let changed = sqlx::query!(
        r#"
        with before as (
            select id, reseller_record(reseller) as record
            from reseller
            where id = $1 and version = $2
            for update
        ), changed as (
            update reseller
            set company = $3, email = $4, street = $5, postal_code = $6, city = $7, country = $8,
                phone = $9, website = $10, language = $11, address_form = $12, number_prefix = $13,
                number_digits = $14, number_next = $15, staff_second_factor = $19,
                version = reseller.version + 1, updated_at = now()
            from before
            where reseller.id = before.id
            returning before.record as before, reseller_record(reseller) as after
        )
        insert into audit_entry (reseller_id, id, actor, actor_account, kind, object_id, before, after)
        select $1, $16, $17, $18, 'reseller.changed', $1, before, after
        from changed
        "#,
        tx.reseller(),
        version.0,
        form.company,
        form.email,
        form.street,
        form.postal_code,
        form.city,
        form.country,
        form.phone,
        form.website,
        form.language,
        form.address_form,
        form.number_prefix,
        i32::try_from(new.scheme.digits()).unwrap_or(1),
        new.number_next.and_then(|next| i64::try_from(next).ok()),
        Uuid::now_v7(),
        actor,
        actor_account,
        new.staff_factor
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// The text of what is stored.
fn form_of(new: &NewProfile) -> ResellerForm {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    ResellerForm {
        company: new.company.as_str().to_owned(),
        street: text(new.street.as_ref().map(Line::as_str)),
        postal_code: text(new.postal_code.as_ref().map(PostalCode::as_str)),
        city: text(new.city.as_ref().map(Line::as_str)),
        country: new.country.code().to_owned(),
        phone: text(new.phone.as_ref().map(PhoneNumber::as_str)),
        email: new.email.as_str().to_owned(),
        website: text(new.website.as_ref().map(Website::as_str)),
        language: new.language.to_owned(),
        address_form: new.address_form.to_owned(),
        number_prefix: new.scheme.prefix().to_owned(),
        number_digits: new.scheme.digits().to_string(),
        number_next: new
            .number_next
            .map(|next| next.to_string())
            .unwrap_or_default(),
        staff_factor: factor_choice(new.staff_factor),
    }
}

/// The choice in the form.
fn factor_choice(required: bool) -> String {
    let choice = if required { "required" } else { "optional" };
    choice.to_owned()
}
