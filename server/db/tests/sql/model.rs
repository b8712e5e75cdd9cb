//! Two resellers at once on a pool of two connections, whose requests are dropped at random: each sees
//! what it did, all of it, and nothing else.

mod random;
mod real;
mod step;
mod world;

use std::time::{Duration, Instant};

use db::{Connections, Db};
use domain::{list::ListQuery, ports::Lists};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::stage::{Stage, dropped_after};
use random::Random;
use real::Real;
use step::{Ids, Step, next};
use world::{Outcome, World};

/// Of each of the two.
const STEPS: u32 = 5_000;
const STEPS_BETWEEN_LOOKS: u32 = 200;

/// How often what happened.
#[derive(Debug, Default)]
struct Counted {
    done: u32,
    refused: u32,
    dropped_changes: u32,
    dropped_reads: u32,
}

/// One reseller at work.
struct Worker {
    real: Real,
    ids: Ids,
    tag: &'static str,
    random: Random,
    world: World,
    counted: Counted,
}

impl Worker {
    async fn work(&mut self) {
        for number in 1..=STEPS {
            self.drop_a_read().await;
            self.step().await;
            if number % STEPS_BETWEEN_LOOKS == 0 {
                self.look().await;
            }
        }
    }

    /// Time enough for nothing, for a part of it, or for all of it.
    fn patience(&mut self) -> Duration {
        Duration::from_micros(self.random.below(40) * 50)
    }

    /// Leaves connections in every state for whoever takes them next.
    async fn drop_a_read(&mut self) {
        if self.random.below(3) > 0 {
            return;
        }
        let (polls, query) = (self.random.below(8), ListQuery::default());
        let read = self.real.db.page(&self.real.desk, &query);
        self.counted.dropped_reads += u32::from(dropped_after(polls, read).await.is_none());
    }

    async fn step(&mut self) {
        let step = next(&mut self.random, &self.ids, &self.world, self.tag);
        let before = self.world.clone();
        let expected = self.world.apply(&step);
        // What changes nothing is waited for: it could run late, when it does change something.
        if self.world == before || self.random.below(4) > 0 {
            assert_eq!(
                self.real.run(&step).await,
                expected,
                "{step:?} in {before:?}"
            );
            match expected {
                Outcome::Done => self.counted.done += 1,
                _ => self.counted.refused += 1,
            }
            return;
        }
        let patience = self.patience();
        match tokio::time::timeout(patience, self.real.run(&step)).await {
            Ok(outcome) => assert_eq!(outcome, expected, "{step:?} in {before:?}"),
            Err(_) => {
                self.counted.dropped_changes += 1;
                self.until_seen(&step).await;
            }
        }
    }

    /// A change is finished although nobody waits for it; the steps go on from there.
    async fn until_seen(&self, step: &Step) {
        let since = Instant::now();
        while !self.is_seen(step).await {
            assert!(
                since.elapsed() < Duration::from_secs(10),
                "{step:?} was dropped and is not seen in {:?}",
                self.world
            );
        }
    }

    async fn is_seen(&self, step: &Step) -> bool {
        match step {
            Step::CreateCustomer { id, .. }
            | Step::UpdateCustomer { id, .. }
            | Step::DeleteCustomer { id } => {
                let seen = self.real.customer(*id).await.map(|(customer, _)| customer);
                seen.as_ref() == self.world.customers.get(id)
            }
            Step::CreateProduct { id, .. }
            | Step::AssignProduct { id, .. }
            | Step::DeleteProduct { id, .. } => {
                self.real.product(*id).await.as_ref() == self.world.products.get(id)
            }
            Step::CreateDomain { id, .. }
            | Step::AssignDomain { id, .. }
            | Step::RemoveDomain { id, .. } => {
                self.real.domain(*id).await.as_ref() == self.world.domains.get(id)
            }
            Step::CreateUser { id, customer }
            | Step::LinkUser { id, customer }
            | Step::RemoveUser { id, customer } => {
                let seen = self.real.customer(*customer).await;
                let users = seen.map(|(_, users)| users).unwrap_or_default();
                let of = self.world.users.get(id);
                users.contains(id) == of.is_some_and(|of| of.contains(customer))
            }
        }
    }

    async fn look(&self) {
        assert_eq!(self.real.see(&self.ids).await, self.world);
        let (numbers, domains, products) = self.real.lists().await;
        let mut expected: Vec<_> = self.world.customers.values().map(|c| &c.number).collect();
        expected.sort_unstable();
        assert_eq!(numbers.iter().collect::<Vec<_>>(), expected);
        let sizes = (self.world.domains.len(), self.world.products.len());
        assert_eq!((domains as usize, products as usize), sizes);
        let strange = |name: &String| !name.starts_with(self.tag);
        assert!(!self.world.customers.values().any(|c| strange(&c.last_name)));
        assert!(!self.world.products.values().any(|p| strange(&p.name)));
    }
}

#[sqlx::test(migrator = "db::MIGRATOR")]
async fn ten_thousand_steps_of_two_resellers_with_dropped_requests_show_each_its_own(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) {
    let stage = Stage::new(options.clone()).await;
    let two = Connections {
        tenants: 2,
        auth: 1,
    };
    let db = Db::connect_with_at_most(options.clone(), two)
        .await
        .unwrap();
    let seed = uuid::Uuid::now_v7().as_u64_pair().1;
    eprintln!("seed {seed}");
    let worker = |desk, reseller: u64, tag| Worker {
        real: Real {
            db: db.clone(),
            desk,
        },
        ids: Ids::of(u128::from(reseller)),
        tag,
        random: Random(seed ^ reseller),
        world: World::default(),
        counted: Counted::default(),
    };
    let (mut mine, mut theirs) = (
        worker(stage.mine, 1, "Mein"),
        worker(stage.theirs, 2, "Dein"),
    );
    let began = Instant::now();
    tokio::join!(mine.work(), theirs.work());
    eprintln!(
        "{} steps in {:?}: {:?}, {:?}",
        2 * STEPS,
        began.elapsed(),
        mine.counted,
        theirs.counted
    );
    for counted in [&mine.counted, &theirs.counted] {
        assert!(counted.done > 1_000 && counted.refused > 500, "{counted:?}");
        assert!(
            counted.dropped_changes > 100 && counted.dropped_reads > 300,
            "{counted:?}"
        );
    }
    let owner = pool.connect_with(options).await.unwrap();
    let connections: i64 = sqlx::query_scalar(
        "select count(*) from pg_stat_activity
         where datname = current_database() and application_name = 'mkm'
             and state like 'idle in transaction%'",
    )
    .fetch_one(&owner)
    .await
    .unwrap();
    assert_eq!(connections, 0);
}
