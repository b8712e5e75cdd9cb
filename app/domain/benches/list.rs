//! What a list of 100,000 customers costs the browser, step by step: `cargo bench -p domain`. It runs
//! on this machine's processor, so it compares versions of the code, and not what a browser needs.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first surprise, and its macros write functions"
)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::{
    customer::CustomerRow,
    customer_list::COMPANY,
    list::{Columns, ListKind, ListQuery},
};

const CUSTOMERS: usize = 100_000;
const LAST_NAMES: [&str; 12] = [
    "Müller", "Schmidt", "Ahrens", "Bauer", "Özdemir", "Weiß", "Krüger", "Groß", "Jäger",
    "Mueller", "Voß", "Zöllner",
];
const FIRST_NAMES: [&str; 10] = [
    "Änne", "Björn", "Erika", "Günther", "Jan", "Käthe", "Lea", "Özlem", "Ute", "Wolfgang",
];
const TRADES: [&str; 8] = [
    "Bäckerei",
    "Fotostudio",
    "Gärtnerei",
    "Möbelhaus",
    "Praxis",
    "Schlosserei",
    "Steuerberatung",
    "Zweiradladen",
];

fn customers() -> Vec<CustomerRow> {
    let pick = |from: &[&str], place: usize| from[place % from.len()].to_owned();
    (0..CUSTOMERS)
        .map(|at| {
            // As many different names as a telephone book has: a few are frequent, most are not.
            let last_name = match at % 3 {
                0 => pick(&LAST_NAMES, at / 3),
                _ => format!("{}{}", pick(&LAST_NAMES, at / 7), at % 9_000),
            };
            CustomerRow {
                number: (20_000 + (at * 7_919) % CUSTOMERS).to_string(),
                company: match at % 5 {
                    0 => String::new(),
                    _ => format!("{} {last_name}", pick(&TRADES, at / 11)),
                },
                last_name,
                first_name: pick(&FIRST_NAMES, at / 13),
                products: u32::try_from(at % 6).unwrap(),
                users: u32::try_from(at % 3).unwrap(),
            }
        })
        .collect()
}

fn columns() -> Columns {
    Columns::from_rows(ListKind::Customers, customers().into_iter().map(Into::into))
}

fn searched(text: &str) -> ListQuery {
    ListQuery::from_query_string(ListKind::Customers, &format!("q={text}"))
}

fn steps(criterion: &mut Criterion) {
    let list = columns();
    let wire = list.encode();
    let by_company = ListQuery::of(ListKind::Customers).sorted_by(COMPANY);
    let decoded = || Columns::decode(ListKind::Customers, &wire).unwrap();
    let mut group = criterion.benchmark_group("100,000 customers");
    group.sample_size(10);
    group.bench_function("encode", |bencher| {
        bencher.iter(|| black_box(&list).encode())
    });
    group.bench_function("decode", |bencher| bencher.iter(decoded));
    group.bench_function("first page by company", |bencher| {
        bencher.iter_batched(
            decoded,
            |list| list.page(&by_company),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("first search", |bencher| {
        bencher.iter_batched(
            decoded,
            |list| list.page(&searched("bau")),
            BatchSize::LargeInput,
        );
    });
    list.page(&by_company);
    list.page(&searched("bau"));
    group.bench_function("next page by company", |bencher| {
        bencher.iter(|| list.page(black_box(&by_company)));
    });
    for text in ["b", "ba", "bau", "bauer foto"] {
        group.bench_function(format!("next search: {text}"), |bencher| {
            bencher.iter(|| list.page(black_box(&searched(text))));
        });
    }
    group.finish();
}

criterion_group!(benches, steps);
criterion_main!(benches);
