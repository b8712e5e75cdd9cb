//! The keys by which lists sort and search are stored beside the columns that they are made of.

use domain::keys::{SortKeys, domain_keys, product_keys};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Check, Fault, FaultKind, Finding};
use crate::domains::shown;

/// Rows at a time: a whole table can be larger than memory.
const ROWS: i64 = 5_000;

pub(super) async fn check(connection: &mut PgConnection) -> sqlx::Result<Finding> {
    let mut seen = Seen::default();
    while seen.go_on() {
        customers(connection, &mut seen).await?;
    }
    seen.restart();
    while seen.go_on() {
        domains(connection, &mut seen).await?;
    }
    seen.restart();
    while seen.go_on() {
        products(connection, &mut seen).await?;
    }
    Ok(Finding {
        check: Check::ListKeys,
        looked_at: seen.rows,
        faults: seen.faults,
    })
}

/// How far a table was read.
#[derive(Default)]
struct Seen {
    rows: u64,
    faults: Vec<Fault>,
    last: (Uuid, Uuid),
    ended: bool,
}

impl Seen {
    fn restart(&mut self) {
        self.last = (Uuid::nil(), Uuid::nil());
        self.ended = false;
    }

    /// Whether there may be more rows; what is read next decides it anew.
    fn go_on(&mut self) -> bool {
        !std::mem::replace(&mut self.ended, true)
    }

    fn row(&mut self, table: &str, reseller: Uuid, id: Uuid, right: bool) {
        self.rows += 1;
        self.last = (reseller, id);
        self.ended = false;
        if !right {
            let place = format!("{table} {reseller}/{id}");
            self.faults.push(Fault::new(FaultKind::ListKeyWrong, place));
        }
    }
}

async fn customers(connection: &mut PgConnection, seen: &mut Seen) -> sqlx::Result<()> {
    let rows = sqlx::query!(
        "select reseller_id, id, number, last_name, first_name, company,
             number_key, name_key, first_name_key, company_key, search_key
         from customer
         where (reseller_id, id) > ($1, $2)
         order by reseller_id, id
         limit $3",
        seen.last.0,
        seen.last.1,
        ROWS
    )
    .fetch_all(connection)
    .await?;
    for row in rows {
        let company = row.company.unwrap_or_default();
        let stored = SortKeys {
            number: row.number_key,
            last_name: row.name_key,
            first_name: row.first_name_key,
            company: row.company_key,
            search: row.search_key,
        };
        let made = SortKeys::of(&row.number, &row.last_name, &row.first_name, &company);
        seen.row("customer", row.reseller_id, row.id, stored == made);
    }
    Ok(())
}

async fn domains(connection: &mut PgConnection, seen: &mut Seen) -> sqlx::Result<()> {
    let rows = sqlx::query!(
        "select reseller_id, id, name, contract, registrar, name_key, search_key
         from domain
         where (reseller_id, id) > ($1, $2)
         order by reseller_id, id
         limit $3",
        seen.last.0,
        seen.last.1,
        ROWS
    )
    .fetch_all(connection)
    .await?;
    for row in rows {
        let made = domain_keys(&shown(&row.name), &row.contract, &row.registrar);
        let right = made.name == row.name_key && made.search == row.search_key;
        seen.row("domain", row.reseller_id, row.id, right);
    }
    Ok(())
}

async fn products(connection: &mut PgConnection, seen: &mut Seen) -> sqlx::Result<()> {
    let rows = sqlx::query!(
        "select reseller_id, id, name, shop_article, contract, name_key, search_key
         from product
         where (reseller_id, id) > ($1, $2)
         order by reseller_id, id
         limit $3",
        seen.last.0,
        seen.last.1,
        ROWS
    )
    .fetch_all(connection)
    .await?;
    for row in rows {
        let (article, contract) = (row.shop_article.as_deref(), row.contract.as_deref());
        let made = product_keys(&row.name, article, contract);
        let right = made.name == row.name_key && made.search == row.search_key;
        seen.row("product", row.reseller_id, row.id, right);
    }
    Ok(())
}
