//! Whole lists that were read lately. A search looks into every row of a list: here they are folded, ordered and
//! at hand, and many times quicker than in the database. Nothing is older than the database: before each answer
//! it is asked for the version of the list, and what changes a list changes its version with it.

use std::{
    ops::RangeInclusive,
    sync::Arc,
    time::{Duration, Instant},
};

use domain::{
    list::{Columns, ListKind, ListPage, ListQuery},
    principal::Desk,
    values::{ListVersion, ResellerId},
};
use moka::{policy::EvictionPolicy, sync::Cache};
use tokio::sync::Semaphore;
use tracing::Instrument;

use super::{aside, whole};
use crate::{Db, error::Failure, tenant::TenantTx};

/// Shorter lists the database searches as quickly; longer ones take more memory than they are worth.
const ROWS: RangeInclusive<u32> = 200..=200_000;

/// All lists together; those that were not asked for the longest go first.
const KIBIBYTES: u64 = 64 * 1024;

/// What nobody asks for any more is forgotten.
const IDLE: Duration = Duration::from_secs(600);

/// Reading a list for the next search takes at most one part in so many of the time, however often it changes.
const SHARE: u32 = 20;

/// The lists of all resellers that are kept; a clone keeps the same.
#[derive(Debug, Clone)]
pub(crate) struct KeptLists {
    lists: Cache<Place, Kept>,
    /// Only one list at a time is read that nobody waits for.
    reading: Arc<Semaphore>,
    rows: RangeInclusive<u32>,
}

/// One list of one reseller.
type Place = (ResellerId, ListKind);

fn place(desk: &Desk, kind: ListKind) -> Place {
    (desk.reseller(), kind)
}

#[derive(Debug, Clone)]
struct Kept {
    version: ListVersion,
    columns: Arc<Columns>,
    /// Until then a newer version is not read in advance.
    good_until: Instant,
}

impl Default for KeptLists {
    fn default() -> Self {
        Self::of(ROWS)
    }
}

impl KeptLists {
    fn of(rows: RangeInclusive<u32>) -> Self {
        let weight =
            |_: &_, kept: &Kept| u32::try_from(kept.columns.bytes() / 1024).unwrap_or(u32::MAX);
        Self {
            lists: Cache::builder()
                .weigher(weight)
                .max_capacity(KIBIBYTES)
                .eviction_policy(EvictionPolicy::lru())
                .time_to_idle(IDLE)
                .build(),
            reading: Arc::new(Semaphore::new(1)),
            rows,
        }
    }

    /// The list of this version.
    pub(super) fn list(
        &self,
        desk: &Desk,
        kind: ListKind,
        version: ListVersion,
    ) -> Option<Arc<Columns>> {
        let kept = self.lists.get(&place(desk, kind))?;
        (kept.version == version).then_some(kept.columns)
    }

    /// Keeps a list that took so long to read.
    pub(super) fn keep(
        &self,
        desk: &Desk,
        kind: ListKind,
        version: ListVersion,
        columns: &Arc<Columns>,
        took: Duration,
    ) {
        let rows = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        if self.rows.contains(&rows) {
            let kept = Kept {
                version,
                columns: columns.clone(),
                good_until: Instant::now() + took * SHARE,
            };
            self.lists.insert(place(desk, kind), kept);
        }
    }

    /// Whether a list of so many rows may be read in advance now.
    fn may_read(&self, desk: &Desk, kind: ListKind, rows: u32) -> bool {
        let kept = self.lists.get(&place(desk, kind));
        self.rows.contains(&rows) && kept.is_none_or(|kept| kept.good_until < Instant::now())
    }
}

impl Db {
    /// Keeps lists of so many rows, instead of those for which it pays.
    #[must_use]
    pub fn keeping_lists_of(self, rows: RangeInclusive<u32>) -> Self {
        Self {
            kept: KeptLists::of(rows),
            ..self
        }
    }
}

/// The page, if its list is kept and has not changed since.
pub(super) async fn page(
    db: &Db,
    desk: &Desk,
    query: &ListQuery,
) -> Result<Option<ListPage>, Failure> {
    if !db.kept.lists.contains_key(&place(desk, query.kind)) {
        return Ok(None);
    }
    let mut tx = TenantTx::planned_once(db, desk).await?;
    let version = whole::version(&mut tx, query.kind).await?;
    tx.commit().await?;
    let Some(list) = db.kept.list(desk, query.kind, version) else {
        return Ok(None);
    };
    if list.is_at_hand(query) {
        return Ok(Some(list.page(query)));
    }
    let query = query.clone();
    aside(move || list.page(&query)).await.map(Some)
}

/// Reads a list of so many rows for whoever asks next, unless that is under way or was not long ago.
pub(super) fn read_ahead(db: &Db, desk: &Desk, kind: ListKind, rows: u32) {
    if !db.kept.may_read(desk, kind, rows) {
        return;
    }
    let Ok(permit) = db.kept.reading.clone().try_acquire_owned() else {
        return;
    };
    let (db, desk) = (db.clone(), *desk);
    let reading = async move {
        let _permit = permit;
        if let Err(fault) = whole::whole(&db, &desk, kind, None).await {
            tracing::debug!(?fault, "a list could not be read in advance");
        }
    };
    tokio::spawn(reading.in_current_span());
}
