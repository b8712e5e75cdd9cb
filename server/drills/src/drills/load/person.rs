//! Somebody at work.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use uuid::Uuid;

use super::table::Table;
use crate::{
    browser::{Answer, Browser},
    writers::fields,
};

/// Two customers who stay, a domain that goes from one to the other, and one customer that comes and goes.
#[derive(Debug)]
pub struct Person {
    browser: Browser,
    homes: [Uuid; 2],
    domain: Uuid,
    /// Which of the two has the domain.
    owner: usize,
    own: Option<Own>,
    dice: u64,
}

#[derive(Debug, Clone)]
struct Own {
    id: Uuid,
    number: String,
    version: u32,
}

fn number(id: Uuid) -> String {
    format!("L-{}", id.simple()).chars().take(32).collect()
}

impl Person {
    /// Makes what stays.
    ///
    /// # Errors
    /// The program does not take it.
    pub async fn new(browser: Browser) -> Result<Self> {
        let homes = [Uuid::now_v7(), Uuid::now_v7()];
        for home in homes {
            let answer = browser
                .post("/mkm/kunden/neu", &fields(&home.to_string(), &number(home)))
                .await?;
            if answer.status != 303 {
                bail!("a customer was not created: {}", answer.status);
            }
        }
        let domain = Uuid::now_v7();
        let (id, name) = (domain.to_string(), format!("probe-{}.de", domain.simple()));
        let path = format!("/mkm/kunden/{}/domains/neu", homes[0]);
        let answer = browser.post(&path, &domain_fields(&id, &name)).await?;
        if answer.status != 303 {
            bail!("a domain was not created: {}", answer.status);
        }
        Ok(Self {
            browser,
            homes,
            domain,
            owner: 0,
            own: None,
            // The last eight bytes of the id are random.
            dice: domain.as_u64_pair().1,
        })
    }

    /// Works until this moment, and thinks between two actions.
    pub async fn work(mut self, table: Arc<Table>, until: Instant, think: Duration) -> Self {
        loop {
            let pause = think.mul_f64(f64::from(self.roll(2_000)) / 1_000.0);
            if Instant::now() + pause >= until {
                return self;
            }
            tokio::time::sleep(pause).await;
            self.act(&table).await;
        }
    }

    /// Below `sides`.
    fn roll(&mut self, sides: u32) -> u32 {
        // Knuth's multiplier: good enough for a choice.
        self.dice = self
            .dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.dice >> 33).unwrap_or_default();
        high % sides
    }

    async fn act(&mut self, table: &Table) {
        let choice = self.roll(100);
        let (action, answer) = match (choice, self.own.clone()) {
            (0..40, _) => ("list", self.browser.get("/mkm/kunden").await),
            (40..65, _) => ("open", self.open().await),
            (65..75, _) => ("assign", self.assign().await),
            (_, None) => ("create", self.create().await),
            (75..90, Some(own)) => ("edit", self.edit(own).await),
            (_, Some(own)) => ("delete", self.delete(own).await),
        };
        match answer {
            Ok(answer) if answer.status == expected(action) => table.took(action, answer.took),
            Ok(answer) => table.failed(action, &answer.status.to_string()),
            Err(error) => table.failed(action, &error.root_cause().to_string()),
        }
    }

    async fn open(&mut self) -> Result<Answer> {
        let home = self.homes[self.owner];
        self.browser.get(&format!("/mkm/kunden/{home}")).await
    }

    async fn assign(&mut self) -> Result<Answer> {
        let (from, to) = (self.homes[self.owner], self.homes[1 - self.owner]);
        let value = format!("{} {from}", self.domain);
        let path = format!("/mkm/kunden/{to}/domains/zuordnen");
        let answer = self.browser.post(&path, &[("domain", &value)]).await?;
        if answer.status == 303 {
            self.owner = 1 - self.owner;
        }
        Ok(answer)
    }

    async fn create(&mut self) -> Result<Answer> {
        let id = Uuid::now_v7();
        let number = number(id);
        let sent = id.to_string();
        let answer = self
            .browser
            .post("/mkm/kunden/neu", &fields(&sent, &number))
            .await?;
        if answer.status == 303 {
            let version = 1;
            self.own = Some(Own {
                id,
                number,
                version,
            });
        }
        Ok(answer)
    }

    async fn edit(&mut self, own: Own) -> Result<Answer> {
        let (id, version) = (own.id.to_string(), own.version.to_string());
        // A change each time: what stays the same need not be stored.
        let street = format!("Weg {}", own.version);
        let mut sent = fields(&id, &own.number).to_vec();
        sent.retain(|(name, _)| *name != "street");
        sent.extend([("version", version.as_str()), ("street", street.as_str())]);
        let answer = self
            .browser
            .post(&format!("/mkm/kunden/{id}"), &sent)
            .await?;
        if answer.status == 303 {
            let version = own.version + 1;
            self.own = Some(Own { version, ..own });
        }
        Ok(answer)
    }

    async fn delete(&mut self, own: Own) -> Result<Answer> {
        let path = format!("/mkm/kunden/{}/loeschen", own.id);
        let answer = self.browser.post(&path, &[]).await?;
        if answer.status == 303 {
            self.own = None;
        }
        Ok(answer)
    }
}

fn expected(action: &str) -> u16 {
    match action {
        "list" | "open" => 200,
        _ => 303,
    }
}

fn domain_fields<'a>(id: &'a str, name: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("id", id),
        ("domain", name),
        ("contract", "D-1"),
        ("registrar", "INWX"),
        ("status", "active"),
        ("transfer_lock", "on"),
        ("renewal_mode", "AUTORENEW"),
    ]
}
