//! The port [`Customers`]: each method beside its queries, in a file of its own.

mod batch;
mod change;
mod delete;
mod detail;
mod import;
mod next_number;
mod number;
mod stored_customer;

pub(crate) use batch::Batch;
pub(crate) use change::replace;
pub(crate) use next_number::next_number_within;
pub(crate) use number::ids_of_numbers;
pub(crate) use stored_customer::record;

use async_trait::async_trait;
use domain::{
    customer::{CustomerDetail, CustomerRow, NewCustomer},
    ports::{Customers, Deleted, DoubleProbe, ImportRefusal},
    principal::Desk,
    refusal::Refusal,
    rights::{EditCustomers, May},
    values::{CustomerId, CustomerNumber, Version},
};

use crate::{
    Db,
    task::{finish, finish_whenever},
};

#[async_trait]
impl Customers for Db {
    async fn find(&self, desk: &Desk, number: &str) -> Result<CustomerId, Refusal> {
        Ok(number::find(self, desk, number).await?)
    }

    async fn detail(&self, desk: &Desk, id: CustomerId) -> Result<CustomerDetail, Refusal> {
        Ok(detail::detail(self, desk, id).await?)
    }

    async fn create(
        &self,
        desk: &May<EditCustomers>,
        id: CustomerId,
        new: NewCustomer,
    ) -> Result<CustomerRow, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::create(&db, &desk, id, &new).await }).await
    }

    async fn update(
        &self,
        desk: &May<EditCustomers>,
        id: CustomerId,
        version: Version,
        new: NewCustomer,
    ) -> Result<CustomerDetail, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { change::update(&db, &desk, id, version, &new).await }).await
    }

    async fn delete(&self, desk: &May<EditCustomers>, id: CustomerId) -> Result<Deleted, Refusal> {
        let (db, desk) = (self.clone(), *desk);
        finish(async move { delete::delete(&db, &desk, id).await }).await
    }

    async fn next_number(&self, desk: &Desk) -> Result<CustomerNumber, Refusal> {
        Ok(next_number::next_number(self, desk).await?)
    }

    async fn likely_doubles(
        &self,
        desk: &Desk,
        probe: &DoubleProbe,
    ) -> Result<Vec<CustomerRow>, Refusal> {
        Ok(number::likely_doubles(self, desk, probe).await?)
    }

    async fn import(
        &self,
        desk: &May<EditCustomers>,
        new: &[NewCustomer],
    ) -> Result<(), ImportRefusal> {
        let (db, desk, new) = (self.clone(), *desk, new.to_vec());
        let outcome = finish_whenever(async move { import::import(&db, &desk, &new).await }).await;
        match outcome {
            Ok(taken) if taken.is_empty() => Ok(()),
            Ok(taken) => Err(ImportRefusal::NumbersTaken(taken)),
            Err(refusal) => Err(ImportRefusal::Refused(refusal)),
        }
    }
}

/// A count as the domain holds it; the tables have no negative ones.
pub(crate) fn count(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or(0)
}
