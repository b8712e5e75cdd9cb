//! The server functions about domains: who may call them, for which reseller they ask.

use app::{
    domains::{
        assign_domains, create_domain, fetch_domain, fetch_domain_choices, remove_domain,
        update_domain,
    },
    error::ApiError,
};
use axum::http::StatusCode;
use domain::{
    domain_form::{DomainField, DomainForm},
    principal::Role,
    refusal::Refusal,
    rights::Right,
    values::{CustomerId, DomainId, Version},
};

use crate::support::Request;

fn form() -> DomainForm {
    DomainForm {
        domain: "müller.de".to_owned(),
        contract: "D-1".to_owned(),
        registrar: "INWX".to_owned(),
        ..DomainForm::default()
    }
}

/// Calls every server function and returns what each answered.
async fn call_all(request: &Request) -> Vec<Result<(), ApiError>> {
    let (id, version) = (DomainId::new(), Version(1));
    let customer = CustomerId::new();
    vec![
        request.run(fetch_domain(id)).await.map(drop),
        request.run(create_domain(id, None, form())).await.map(drop),
        request
            .run(update_domain(id, version, form()))
            .await
            .map(drop),
        request.run(remove_domain(id, version)).await.map(drop),
        request
            .run(assign_domains(Vec::new(), None))
            .await
            .map(drop),
        request
            .run(fetch_domain_choices(customer, String::new()))
            .await
            .map(drop),
    ]
}

#[tokio::test]
async fn who_may_not_gets_nothing_from_any_function() {
    for (role, refusal) in [
        (None, Refusal::SignedOut),
        (Some(Role::Portal), Refusal::Forbidden),
    ] {
        let request = Request::by(role);
        for answer in call_all(&request).await {
            assert_eq!(answer, Err(ApiError::Refused(refusal.clone())));
        }
        assert!(request.domains.asked_for.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn every_function_asks_for_the_reseller_of_the_session_and_no_other() {
    let request = Request::by(Some(Role::Staff(Right::Edit)));
    let functions = call_all(&request).await.len();
    let asked = request.domains.asked_for.lock().unwrap().clone();
    assert_eq!(asked, vec![request.reseller; functions]);
}

#[tokio::test]
async fn a_faulty_form_never_reaches_the_port() {
    let request = Request::by(Some(Role::Reseller));
    let empty = DomainForm::default();
    let created = create_domain(DomainId::new(), None, empty.clone());
    let created = request.run(created).await.map(drop);
    let saved = update_domain(DomainId::new(), Version(1), empty);
    let saved = request.run(saved).await.map(drop);
    for problem in [created.unwrap_err(), saved.unwrap_err()] {
        let ApiError::Refused(refusal) = problem else {
            panic!("{problem:?}");
        };
        let errors = refusal.errors().unwrap_or_default();
        assert_eq!(errors.first(), Some(DomainField::Domain));
    }
    assert_eq!(request.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(request.domains.asked_for.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_somebody_else_changed_is_a_conflict() {
    let request = Request::by(Some(Role::Reseller));
    let answer = request
        .run(remove_domain(DomainId::new(), Version(1)))
        .await;
    assert_eq!(answer, Err(ApiError::Refused(Refusal::Changed)));
    assert_eq!(request.status(), Some(StatusCode::CONFLICT));
}
