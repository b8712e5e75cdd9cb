//! Who bought what: one transaction that works for one reseller after the other.

use std::collections::{BTreeMap, BTreeSet};

use domain::{principal::Desk, values::ResellerId};

use super::{Imported, Purchase, PurchaseFaults, reseller_part};
use crate::{Db, error::Failure, pool::Tx, tenant::TenantTx};

/// A purchase and its place in what was given.
pub(super) type Placed<'a> = (usize, &'a Purchase);

pub(super) async fn import(
    db: &Db,
    purchases: &[Purchase],
) -> Result<Result<Imported, PurchaseFaults>, Failure> {
    let mut tx = db.tenants.begin().await?;
    let resellers = resellers(&mut tx, purchases).await?;
    let articles = articles(&mut tx, purchases).await?;
    let mut faults = PurchaseFaults {
        no_such_article: places(purchases, |purchase| {
            !articles.contains_key(purchase.article.as_str())
        }),
        repeated: repeated(purchases),
        ..PurchaseFaults::default()
    };
    let (parts, strangers) = by_reseller(purchases, &resellers);
    faults.no_such_reseller = strangers;
    let mut done = Imported::default();
    for (reseller, part) in parts {
        let desk = Desk::of_operator(reseller);
        let mut tenant = TenantTx::adopt(tx, &desk).await?;
        tenant.take_time().await?;
        let customers = reseller_part::customers(&mut tenant, &part).await?;
        let unknown = reseller_part::unknown(&part, &customers);
        // Once anything is wrong, the rest is only looked at.
        if unknown.is_empty() && faults.is_empty() {
            let stored = reseller_part::store(&mut tenant, &part, &customers, &articles).await?;
            done.created += stored.created;
            done.changed += stored.changed;
            done.unchanged += stored.unchanged;
        }
        faults.no_such_customer.extend(unknown);
        tx = tenant.hand_back().await?;
    }
    if !faults.is_empty() {
        faults.no_such_customer.sort_unstable();
        return Ok(Err(faults));
    }
    tx.commit().await?;
    Ok(Ok(done))
}

fn places(purchases: &[Purchase], is_faulty: impl Fn(&Purchase) -> bool) -> Vec<usize> {
    purchases
        .iter()
        .enumerate()
        .filter(|(_, purchase)| is_faulty(purchase))
        .map(|(place, _)| place)
        .collect()
}

fn repeated(purchases: &[Purchase]) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    purchases
        .iter()
        .enumerate()
        .filter(|(_, purchase)| {
            !seen.insert((
                purchase.reseller.as_str().to_lowercase(),
                purchase.article.as_str(),
                purchase.contract.as_str(),
            ))
        })
        .map(|(place, _)| place)
        .collect()
}

/// The purchases of each reseller, and the places of those whose reseller is not there.
fn by_reseller<'a>(
    purchases: &'a [Purchase],
    resellers: &BTreeMap<String, ResellerId>,
) -> (BTreeMap<ResellerId, Vec<Placed<'a>>>, Vec<usize>) {
    let mut parts: BTreeMap<ResellerId, Vec<Placed<'a>>> = BTreeMap::new();
    let mut strangers = Vec::new();
    for (place, purchase) in purchases.iter().enumerate() {
        match resellers.get(purchase.reseller.as_str()) {
            Some(reseller) => parts.entry(*reseller).or_default().push((place, purchase)),
            None => strangers.push(place),
        }
    }
    (parts, strangers)
}

/// Those that are named, by their numbers as they are named. Sign-in's role finds any reseller.
async fn resellers(
    tx: &mut Tx,
    purchases: &[Purchase],
) -> Result<BTreeMap<String, ResellerId>, Failure> {
    let named: BTreeSet<&str> = purchases
        .iter()
        .map(|purchase| purchase.reseller.as_str())
        .collect();
    let named: Vec<String> = named.into_iter().map(str::to_owned).collect();
    sqlx::raw_sql("set local role mkm_auth")
        .execute(&mut **tx)
        .await?;
    let found = sqlx::query!(
        r#"
        select given.number as "number!", reseller.id
        from unnest($1::text[]) as given (number)
        join reseller on lower(reseller.number) = lower(given.number)
        "#,
        &named
    )
    .fetch_all(&mut **tx)
    .await?;
    sqlx::raw_sql("set local role mkm_app")
        .execute(&mut **tx)
        .await?;
    Ok(found
        .into_iter()
        .map(|row| (row.number, ResellerId::from_uuid(row.id)))
        .collect())
}

/// The names of the articles that are named, by their numbers.
async fn articles(
    tx: &mut Tx,
    purchases: &[Purchase],
) -> Result<BTreeMap<String, String>, Failure> {
    let named: BTreeSet<&str> = purchases
        .iter()
        .map(|purchase| purchase.article.as_str())
        .collect();
    let named: Vec<String> = named.into_iter().map(str::to_owned).collect();
    let found = sqlx::query!(
        "select number, name from shop_article where number = any($1)",
        &named
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(found
        .into_iter()
        .map(|row| (row.number, row.name))
        .collect())
}
