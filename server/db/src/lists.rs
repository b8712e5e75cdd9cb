//! The port [`Lists`]: the queries of each list in a file of its own.

mod choices;
mod customers;
mod customers_as_opened;
mod domains;
mod kept;
mod owned;
mod products;
mod whole;

pub(crate) use kept::KeptLists;

use async_trait::async_trait;
use domain::{
    list::{Gathered, ListKind, ListPage, ListQuery, Row},
    listed_customer::ListedCustomer,
    ports::{CustomerChoice, Lists, Owned, WholeList},
    principal::Desk,
    refusal::Refusal,
    values::{ListVersion, RecordId},
};

use futures_util::{Stream, TryStreamExt};

use crate::{
    Db,
    customers::count,
    error::{Failure, internal},
};

#[async_trait]
impl Lists for Db {
    async fn page(&self, desk: &Desk, query: &ListQuery) -> Result<ListPage, Refusal> {
        let page = self.read(desk, |db| async move {
            if let Some(page) = kept::page(&db, desk, query).await? {
                return Ok(page);
            }
            let page = match query.kind {
                ListKind::Customers if customers_as_opened::fits(query) => {
                    customers_as_opened::page(&db, desk, query).await
                }
                ListKind::Customers => customers::page(&db, desk, query).await,
                ListKind::Domains => domains::page(&db, desk, query).await,
                ListKind::Products => products::page(&db, desk, query).await,
            }?;
            kept::read_ahead(&db, desk, query.kind, page.total);
            Ok(page)
        });
        Ok(page.await?)
    }

    async fn whole(
        &self,
        desk: &Desk,
        kind: ListKind,
        known: Option<ListVersion>,
    ) -> Result<WholeList, Refusal> {
        let whole = self.read(desk, |db| async move {
            whole::whole(&db, desk, kind, known).await
        });
        Ok(whole.await?)
    }

    async fn owned(
        &self,
        desk: &Desk,
        kind: ListKind,
        ids: &[RecordId],
    ) -> Result<Vec<Owned>, Refusal> {
        let ids: Vec<_> = ids.iter().map(RecordId::uuid).collect();
        Ok(match kind {
            ListKind::Customers => Vec::new(),
            ListKind::Domains => owned::domains(self, desk, &ids).await?,
            ListKind::Products => owned::products(self, desk, &ids).await?,
        })
    }

    async fn customer_choices(
        &self,
        desk: &Desk,
        search: &str,
        most: u32,
    ) -> Result<Vec<CustomerChoice>, Refusal> {
        let found = self.read(desk, |db| async move {
            choices::customers(&db, desk, search, most).await
        });
        Ok(found.await?)
    }
}

/// The word of the column that orders the list.
fn sort_word(query: &ListQuery) -> &'static str {
    query.kind.description().columns[query.sort_column()]
        .sort
        .unwrap_or_default()
}

/// The word that was chosen in a filter; empty for none.
fn chosen(query: &ListQuery, filter: usize) -> &'static str {
    query.choice(filter).map_or("", |choice| choice.word)
}

/// `size` is what stands beside each row: total, matched, and the page's number.
fn page_of(rows: Vec<Row>, size: Option<(i32, i32, i32)>) -> ListPage {
    let (total, matched, page) = size.unwrap_or((0, 0, 1));
    ListPage {
        rows,
        matched: count(matched),
        total: count(total),
        page: count(page),
    }
}

/// Number, last name, first name and company of a customer of an outer join, as lists hold it: the
/// empty text where there is none.
fn customer_text([number, last_name, first_name, company]: [Option<&str>; 4]) -> String {
    let Some(number) = number else {
        return String::new();
    };
    ListedCustomer {
        number,
        last_name: last_name.unwrap_or_default(),
        first_name: first_name.unwrap_or_default(),
        company: company.unwrap_or_default(),
    }
    .text()
}

/// Takes rows apart as they come: all of them at once would take many times the memory of their list.
async fn gathered(
    kind: ListKind,
    rows: impl Stream<Item = sqlx::Result<Row>>,
) -> Result<Gathered, Failure> {
    let mut gathered = Gathered::of(kind);
    let mut rows = std::pin::pin!(rows);
    while let Some(row) = rows.try_next().await? {
        gathered.push(row);
    }
    Ok(gathered)
}

/// Does what takes some milliseconds, which is too long for a thread that others wait for.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|fault| internal(&fault).into())
}
