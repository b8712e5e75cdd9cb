//! A request as the server sets it up, with a port that notes who asked.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod around;
mod domains;
mod products;
mod staff;
mod users;

use std::sync::{Arc, Mutex};

use around::NotingDesk;
use domains::NotingDomains;
use products::NotingProducts;
use users::NotingUsers;

use app::{PageContext, Ports, Settings};
use async_trait::async_trait;
use axum::http::StatusCode;
use domain::{
    country::Country,
    customer::{CustomerDetail, CustomerRow, NewCustomer},
    customer_form::{CustomerForm, PlausiblePhoneNumbers},
    deletion::Facts,
    domain_form::PlausibleDomainNames,
    list::{ListKind, ListPage, ListQuery},
    ports::{
        CustomerChoice, Customers, Deleted, DoubleProbe, ImportRefusal, Lists, Owned, PhoneNumbers,
        WholeList,
    },
    principal::{Desk, Principal, Role, SignedIn},
    refusal::Refusal,
    rights::{EditCustomers, May},
    values::{
        AccountId, CustomerId, CustomerNumber, ListVersion, PhoneNumber, RecordId, ResellerId,
        Version,
    },
};
use leptos::{prelude::*, reactive::computed::ScopedFuture};
use leptos_axum::ResponseOptions;

/// Answers every call and notes the reseller for whom it was made.
#[derive(Default)]
pub struct NotingCustomers {
    pub asked_for: Mutex<Vec<ResellerId>>,
    /// What calls on one customer are declined with.
    pub refusal: Mutex<Option<Refusal>>,
}

impl NotingCustomers {
    fn note<T>(&self, desk: &Desk, answer: T) -> Result<T, Refusal> {
        self.asked_for.lock().unwrap().push(desk.reseller());
        match self.refusal.lock().unwrap().clone() {
            Some(refusal) => Err(refusal),
            None => Ok(answer),
        }
    }

    fn declined<T>(&self, desk: &Desk) -> Result<T, Refusal> {
        self.note(desk, ())?;
        Err(Refusal::NotFound)
    }
}

#[async_trait]
impl Lists for NotingCustomers {
    async fn page(&self, desk: &Desk, _: &ListQuery) -> Result<ListPage, Refusal> {
        self.note(desk, ListPage::default())
    }

    async fn whole(
        &self,
        desk: &Desk,
        _: ListKind,
        _: Option<ListVersion>,
    ) -> Result<WholeList, Refusal> {
        self.note(desk, WholeList::Unchanged)
    }

    async fn owned(&self, desk: &Desk, _: ListKind, _: &[RecordId]) -> Result<Vec<Owned>, Refusal> {
        self.note(desk, Vec::new())
    }

    async fn customer_choices(
        &self,
        desk: &Desk,
        _: &str,
        _: u32,
    ) -> Result<Vec<CustomerChoice>, Refusal> {
        self.note(desk, Vec::new())
    }
}

#[async_trait]
impl Customers for NotingCustomers {
    async fn find(&self, desk: &Desk, _: &str) -> Result<CustomerId, Refusal> {
        self.note(desk, CustomerId::new())
    }

    async fn detail(&self, desk: &Desk, _: CustomerId) -> Result<CustomerDetail, Refusal> {
        self.declined(desk)
    }

    async fn create(
        &self,
        desk: &May<EditCustomers>,
        _: CustomerId,
        new: NewCustomer,
    ) -> Result<CustomerRow, Refusal> {
        let row = CustomerRow {
            number: new.number.as_str().to_owned(),
            last_name: new.last_name.as_str().to_owned(),
            first_name: new.first_name.as_str().to_owned(),
            company: String::new(),
            products: 0,
            users: 0,
        };
        self.note(desk, row)
    }

    async fn update(
        &self,
        desk: &May<EditCustomers>,
        _: CustomerId,
        _: Version,
        _: NewCustomer,
    ) -> Result<CustomerDetail, Refusal> {
        self.declined(desk)
    }

    async fn delete(&self, desk: &May<EditCustomers>, _: CustomerId) -> Result<Deleted, Refusal> {
        let deleted = Deleted {
            number: "1".to_owned(),
            facts: Facts::default(),
        };
        self.note(desk, deleted)
    }

    async fn next_number(&self, desk: &Desk) -> Result<CustomerNumber, Refusal> {
        self.note(desk, CustomerNumber::parse("20001").unwrap())
    }

    async fn likely_doubles(
        &self,
        desk: &Desk,
        _: &DoubleProbe,
    ) -> Result<Vec<CustomerRow>, Refusal> {
        self.note(desk, Vec::new())
    }

    async fn import(
        &self,
        desk: &May<EditCustomers>,
        _: &[NewCustomer],
    ) -> Result<(), ImportRefusal> {
        self.note(desk, ()).map_err(ImportRefusal::Refused)
    }
}

struct AnyCountry;

impl PhoneNumbers for AnyCountry {
    fn parse(&self, typed: &str, country: Country) -> Option<PhoneNumber> {
        PlausiblePhoneNumbers.parse(typed, country)
    }

    fn readable(&self, e164: &str) -> String {
        e164.to_owned()
    }
}

/// A request by an account of this role, or by nobody.
pub struct Request {
    pub customers: Arc<NotingCustomers>,
    pub domains: Arc<NotingDomains>,
    pub products: Arc<NotingProducts>,
    /// Everything around the customers.
    pub desk: Arc<NotingDesk>,
    /// Portal users.
    pub users: Arc<NotingUsers>,
    pub reseller: ResellerId,
    role: Option<Role>,
    response: ResponseOptions,
}

impl Request {
    pub fn by(role: Option<Role>) -> Self {
        Self {
            customers: Arc::default(),
            domains: Arc::default(),
            products: Arc::default(),
            desk: Arc::default(),
            users: Arc::default(),
            reseller: ResellerId::new(),
            role,
            response: ResponseOptions::default(),
        }
    }

    /// Runs a server function inside the request.
    pub async fn run<T>(&self, call: impl Future<Output = T>) -> T {
        let owner = Owner::new();
        let call = owner.with(|| {
            provide_context(self.context());
            provide_context(self.response.clone());
            ScopedFuture::new(call)
        });
        call.await
    }

    /// The status code that the answer would have.
    pub fn status(&self) -> Option<StatusCode> {
        self.response.0.read().unwrap().status
    }

    fn context(&self) -> PageContext {
        PageContext {
            ports: Ports {
                lists: self.customers.clone(),
                customers: self.customers.clone(),
                phones: Arc::new(AnyCountry),
                domains: self.domains.clone(),
                products: self.products.clone(),
                domain_names: Arc::new(PlausibleDomainNames),
                audit_log: self.desk.clone(),
                overviews: self.desk.clone(),
                own_reseller: self.desk.clone(),
                search: self.desk.clone(),
                users: self.users.clone(),
                staff: self.desk.clone(),
                others_sessions: self.desk.clone(),
                portal: self.desk.clone(),
                proposals: self.desk.clone(),
                own_accounts: self.desk.clone(),
            },
            settings: Arc::new(Settings {
                provider_name: "FISINGER.de".to_owned(),
                support: Default::default(),
                mails: true,
                demo: false,
            }),
            principal: self.role.map(|role| self.principal(role)),
            language: None,
            theme: None,
            submitted: None,
            has_passkey: false,
        }
    }

    #[allow(clippy::disallowed_methods, reason = "stands in for the session layer")]
    fn principal(&self, role: Role) -> Principal {
        let shown = SignedIn {
            name: "Erika Muster".to_owned(),
            reseller_number: "100001".to_owned(),
            role,
        };
        Principal::new(AccountId::new(), self.reseller, shown)
    }
}

/// A form that everything accepts.
pub fn good_form() -> CustomerForm {
    CustomerForm {
        number: "4711".to_owned(),
        last_name: "Huber".to_owned(),
        first_name: "Anton".to_owned(),
        street: "Hauptstraße 1".to_owned(),
        postal_code: "10115".to_owned(),
        city: "Berlin".to_owned(),
        phone: "+49 30 901820".to_owned(),
        mobile: "+49 151 23456789".to_owned(),
        email: "anton@example.de".to_owned(),
        ..CustomerForm::default()
    }
}
