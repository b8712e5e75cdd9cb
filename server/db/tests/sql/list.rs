//! One page by SQL and the same page by the browser's code are the same.

use std::sync::Arc;

use domain::{
    customer_list::{COMPANY, FIRST_NAME, LAST_NAME, NUMBER, PRODUCTS},
    list::{Columns, Direction, ListKind, ListQuery, PageNumber, PageSize},
    ports::{Customers, Lists},
    values::CustomerNumber,
};
use proptest::{
    collection::vec, prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    kept_lists::NONE,
    stage::{Stage, may, named},
};

/// Few words, so that many rows are equal in some column; among them whatever folds unusually.
const WORDS: &[&str] = &[
    "Müller",
    "Mueller",
    "Muller",
    "müller",
    "MÜLLER",
    "Groß",
    "Gross",
    "Weiß",
    "Zoë",
    "Zoe",
    "Ørsted",
    "Łukasz",
    "Öztürk",
    "O’Neil",
    "O'Neil",
    "Bauer",
    "Aue",
    "von der Aue",
    "A",
    "Z",
    "ß",
    "Ä",
    "100 %",
    "a_b",
    "back\\slash",
    "日本",
    "Ελένη",
    "Ivanovič",
    "İstanbul",
    "ﬁ",
    "e\u{301}",
];

const NUMBERS: &[&str] = &[
    "K-9", "K-10", "k-10a", "9", "09", "10", "0", "Ä-1", "A-1", "a 1", "1.000",
];

fn word() -> impl Strategy<Value = String> {
    select(WORDS).prop_map(str::to_owned)
}

pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word(),
        2 => (word(), word()).prop_map(|(one, other)| format!("{one} {other}")),
        1 => "[a-zäöüß][a-zäöüß -]{0,12}[a-z]",
    ]
}

fn company() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 2 => name()]
}

pub fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => select(NUMBERS).prop_map(str::to_owned),
        4 => "[KkÄ]?-?[0-9]{1,4}[a-c]?",
    ]
}

fn rows() -> impl Strategy<Value = Vec<(String, String, String, String, usize)>> {
    vec((number(), name(), name(), company(), 0..3_usize), 130..170)
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        3 => word(),
        2 => (word(), word()).prop_map(|(one, other)| format!("{one}  {other}")),
        3 => "[a-zäöü0-9-]{1,2}",
        1 => "[%_\\\\'\"\\n\\x00 ]{1,3}",
    ]
}

/// Any order, and filters of every kind; `choices` are the words of each filter that has some, and
/// the empty text stands for filters into which a text is typed.
pub fn queries(
    kind: ListKind,
    sorts: &'static [usize],
    choices: &'static [&'static [&'static str]],
) -> impl Strategy<Value = ListQuery> {
    let order = (
        select(sorts),
        select(&[Direction::Ascending, Direction::Descending]),
        prop_oneof![Just(0), Just(1), Just(2), Just(3), Just(u32::MAX)],
        select(&PageSize::ALL),
    );
    let filters: Vec<BoxedStrategy<String>> = choices
        .iter()
        .map(|words| {
            if words.is_empty() {
                typed().boxed()
            } else {
                prop_oneof![2 => Just(""), 1 => select(*words)]
                    .prop_map(str::to_owned)
                    .boxed()
            }
        })
        .collect();
    // Several filters at once hardly leave a row: mostly one, often none.
    let kept = 0..choices.len() + 4;
    (order, typed(), filters, kept).prop_map(
        move |((sort, direction, page, rows), search, filters, kept)| {
            let all = kept == choices.len() + 3;
            let keep = |place: usize, text: String| match kept == place || all {
                true => text,
                false => String::new(),
            };
            let is_choice = |place: usize| !choices[place].is_empty();
            let query = ListQuery {
                search: keep(choices.len(), search),
                direction,
                page: PageNumber(page),
                rows,
                filters: filters
                    .into_iter()
                    .enumerate()
                    .map(|(place, text)| match is_choice(place) {
                        true => text,
                        false => keep(place, text),
                    })
                    .collect(),
                ..ListQuery::of(kind)
            };
            query.ordered_by(sort)
        },
    )
}

fn query() -> impl Strategy<Value = ListQuery> {
    queries(
        ListKind::Customers,
        &[NUMBER, LAST_NAME, FIRST_NAME, COMPANY, PRODUCTS],
        &[&[], &[], &[], &[], &["mit", "ohne"]],
    )
}

async fn stored(stage: &Stage, runner: &mut TestRunner) -> Arc<Columns> {
    let mut new = Vec::new();
    let mut products = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for (number, last_name, first_name, company, count) in
        rows().new_tree(runner).unwrap().current()
    {
        let Ok(number) = CustomerNumber::parse(&number) else {
            continue;
        };
        if seen.insert(number.as_str().to_lowercase()) {
            new.push(named(number.as_str(), &last_name, &first_name, &company));
            products.push((number.as_str().to_owned(), count));
        }
    }
    stage.db.import(may(&stage.mine), &new).await.unwrap();
    let mut app = stage.as_app().await;
    for (number, count) in products {
        let id = stage.db.find(&stage.mine, &number).await.unwrap();
        for _ in 0..count {
            crate::stage::give_product(&mut app, &stage.mine, id, "reseller")
                .await
                .unwrap();
        }
    }
    stage.whole(ListKind::Customers).await
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn sql_and_the_browser_show_the_same_page(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let mut runner = TestRunner::default();
    let columns = stored(&stage, &mut runner).await;
    assert!(columns.len() > 100, "{}", columns.len());
    let sql = stage.db.clone().keeping_lists_of(NONE);
    let (mut narrowed, mut found) = (0, 0);
    for _ in 0..600 {
        let query = query().new_tree(&mut runner).unwrap().current();
        let by_sql = sql.page(&stage.mine, &query).await.unwrap();
        assert_eq!(by_sql, columns.page(&query), "{query:?}");
        narrowed += usize::from(!query.is_unfiltered());
        found += usize::from(!query.is_unfiltered() && by_sql.matched > 0);
    }
    // Otherwise the comparison would be one of empty pages.
    assert!(narrowed > 150 && found > 60, "{narrowed} {found}");
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn an_empty_list_has_one_empty_page(_: PgPoolOptions, options: PgConnectOptions) {
    let stage = Stage::new(options).await;
    let query = ListQuery::default().at_page(7);
    let page = stage.db.page(&stage.mine, &query).await.unwrap();
    let empty = Columns::from_rows(ListKind::Customers, []);
    assert_eq!(page, empty.page(&query));
    assert_eq!((page.page, page.rows.len()), (1, 0));
}
