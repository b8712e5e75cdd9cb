//! Files with many rows.

use app::locale::Language;
use server::{
    domain_names::PublicSuffixes,
    import::{Fault, MOST_ROWS, Read, articles, customers, domains, products},
    phone::NumberingPlans,
};

/// Any file can be read as any table: either there are rows, or there are sentences that say why not.
pub fn csv(bytes: &[u8]) {
    is_told(customers::read(bytes, &NumberingPlans));
    is_told(domains::read(bytes, &PublicSuffixes));
    is_told(products::read(bytes));
    is_told(articles::read(bytes));
}

fn is_told<T>(read: Result<Vec<Read<T>>, Vec<Fault>>) {
    match read {
        Ok(rows) => {
            assert!((1..=MOST_ROWS).contains(&rows.len()));
            assert!(rows.iter().all(|row| row.line >= 2));
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            for fault in faults {
                assert!(!fault.sentence(Language::German).is_empty());
            }
        }
    }
}
