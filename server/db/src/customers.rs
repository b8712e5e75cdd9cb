//! The port [`Customers`].

use async_trait::async_trait;
use domain::{
    customer::{CustomerDetail, CustomerRow, NewCustomer},
    customer_list::{ListPage, ListQuery},
    ports::{Customers, Deleted, DoubleProbe, ImportRefusal, WholeList},
    principal::Desk,
    refusal::Refusal,
    values::{CustomerId, CustomerNumber, ListVersion, Version},
};

use crate::Db;

#[async_trait]
impl Customers for Db {
    async fn page(&self, _desk: &Desk, _query: &ListQuery) -> Result<ListPage, Refusal> {
        todo!()
    }

    async fn whole(&self, _desk: &Desk, _known: Option<ListVersion>) -> Result<WholeList, Refusal> {
        todo!()
    }

    async fn find(&self, _desk: &Desk, _number: &str) -> Result<CustomerId, Refusal> {
        todo!()
    }

    async fn detail(&self, _desk: &Desk, _id: CustomerId) -> Result<CustomerDetail, Refusal> {
        todo!()
    }

    async fn create(
        &self,
        _desk: &Desk,
        _id: CustomerId,
        _new: NewCustomer,
    ) -> Result<CustomerRow, Refusal> {
        todo!()
    }

    async fn update(
        &self,
        _desk: &Desk,
        _id: CustomerId,
        _version: Version,
        _new: NewCustomer,
    ) -> Result<CustomerDetail, Refusal> {
        todo!()
    }

    async fn delete(&self, _desk: &Desk, _id: CustomerId) -> Result<Deleted, Refusal> {
        todo!()
    }

    async fn next_number(&self, _desk: &Desk) -> Result<CustomerNumber, Refusal> {
        todo!()
    }

    async fn likely_doubles(
        &self,
        _desk: &Desk,
        _probe: &DoubleProbe,
    ) -> Result<Vec<CustomerRow>, Refusal> {
        todo!()
    }

    async fn import(&self, _desk: &Desk, _new: &[NewCustomer]) -> Result<(), ImportRefusal> {
        todo!()
    }
}
