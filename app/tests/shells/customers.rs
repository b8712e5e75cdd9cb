//! The server functions about customers and their lists.

use app::{
    customers::{
        create_customer, delete_customer, fetch_customer, fetch_customer_by_number, likely_doubles,
        next_number, update_customer,
    },
    error::ApiError,
    lists::{fetch_customer_choices, fetch_owned, fetch_page},
};
use axum::http::StatusCode;
use domain::{
    customer_form::{CustomerForm, Field},
    deletion::Blocks,
    list::{ListKind, ListQuery},
    ports::DoubleProbe,
    principal::Role,
    refusal::Refusal,
    rights::Right,
    values::{CustomerId, Version},
};

use crate::support::{Request, good_form};

/// Calls every server function and returns what each answered.
async fn call_all(request: &Request) -> Vec<(&'static str, Result<(), ApiError>)> {
    let id = CustomerId::new();
    let form = good_form();
    vec![
        (
            "seite",
            request
                .run(fetch_page(ListQuery::default()))
                .await
                .map(drop),
        ),
        (
            "besitz",
            request
                .run(fetch_owned(ListKind::Domains, vec![]))
                .await
                .map(drop),
        ),
        (
            "auswahl",
            request
                .run(fetch_customer_choices("Huber".to_owned()))
                .await
                .map(drop),
        ),
        ("detail", request.run(fetch_customer(id)).await.map(drop)),
        (
            "nummer",
            request
                .run(fetch_customer_by_number("1".to_owned()))
                .await
                .map(drop),
        ),
        (
            "anlegen",
            request
                .run(create_customer(id, form.clone()))
                .await
                .map(drop),
        ),
        (
            "speichern",
            request
                .run(update_customer(id, Version(1), form))
                .await
                .map(drop),
        ),
        ("loeschen", request.run(delete_customer(id)).await.map(drop)),
        ("naechste", request.run(next_number()).await.map(drop)),
        (
            "doppelte",
            request
                .run(likely_doubles(DoubleProbe::default()))
                .await
                .map(drop),
        ),
    ]
}

#[tokio::test]
async fn nobody_signed_in_gets_nothing_from_any_function() {
    let request = Request::by(None);
    for (function, answer) in call_all(&request).await {
        assert_eq!(
            answer,
            Err(ApiError::Refused(Refusal::SignedOut)),
            "{function}"
        );
    }
    assert_eq!(request.status(), Some(StatusCode::UNAUTHORIZED));
    assert!(request.customers.asked_for.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_portal_account_gets_nothing_from_any_function() {
    let request = Request::by(Some(Role::Portal));
    for (function, answer) in call_all(&request).await {
        assert_eq!(
            answer,
            Err(ApiError::Refused(Refusal::Forbidden)),
            "{function}"
        );
    }
    assert_eq!(request.status(), Some(StatusCode::FORBIDDEN));
    assert!(request.customers.asked_for.lock().unwrap().is_empty());
}

#[tokio::test]
async fn who_only_looks_reaches_no_port_that_changes_something() {
    let request = Request::by(Some(Role::Staff(Right::View)));
    let answers = call_all(&request).await;
    let refused = Err(ApiError::Refused(Refusal::Forbidden));
    let refused: Vec<_> = answers
        .iter()
        .filter_map(|(function, answer)| (*answer == refused).then_some(*function))
        .collect();
    assert_eq!(refused, ["anlegen", "speichern", "loeschen"]);
    let asked = request.customers.asked_for.lock().unwrap().len();
    // By its number a customer is looked up, and then got.
    assert_eq!(asked, answers.len() - refused.len() + 1);
}

#[tokio::test]
async fn every_function_asks_for_the_reseller_of_the_session_and_no_other() {
    let request = Request::by(Some(Role::Reseller));
    let functions = call_all(&request).await.len();
    let asked = request.customers.asked_for.lock().unwrap().clone();
    assert!(
        asked.len() >= functions,
        "{} calls of {functions} functions",
        asked.len()
    );
    assert!(asked.iter().all(|reseller| *reseller == request.reseller));
}

#[tokio::test]
async fn a_faulty_form_never_reaches_the_port() {
    let request = Request::by(Some(Role::Staff(Right::Edit)));
    let empty = CustomerForm::default();
    let created = request
        .run(create_customer(CustomerId::new(), empty.clone()))
        .await;
    let saved = request
        .run(update_customer(CustomerId::new(), Version(1), empty))
        .await;
    for problem in [created.unwrap_err(), saved.unwrap_err()] {
        let ApiError::Refused(refusal) = problem else {
            panic!("{problem:?}");
        };
        let errors = refusal.errors().unwrap_or_default();
        assert_eq!(errors.first(), Some(Field::Number));
    }
    assert_eq!(request.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(request.customers.asked_for.lock().unwrap().is_empty());
}

#[tokio::test]
async fn every_refusal_has_its_status() {
    let blocks = Blocks {
        provider_products: 1,
        reseller_products: 0,
        users: 0,
    };
    let table = [
        (Refusal::NotFound, StatusCode::NOT_FOUND),
        (Refusal::Blocked(blocks), StatusCode::CONFLICT),
        (Refusal::Unavailable, StatusCode::SERVICE_UNAVAILABLE),
        (
            Refusal::Internal(CustomerId::new().uuid()),
            StatusCode::INTERNAL_SERVER_ERROR,
        ),
    ];
    for (refusal, status) in table {
        let request = Request::by(Some(Role::Reseller));
        *request.customers.refusal.lock().unwrap() = Some(refusal.clone());
        let answer = request.run(delete_customer(CustomerId::new())).await;
        assert_eq!(answer.unwrap_err(), ApiError::Refused(refusal));
        assert_eq!(request.status(), Some(status));
    }
}
