//! The server functions about products: who may call them, for which reseller they ask.

use app::{
    error::ApiError,
    products::{
        assign_products, create_product, delete_product, end_product, fetch_product,
        fetch_product_choices, update_product,
    },
};
use axum::http::StatusCode;
use domain::{
    principal::Role,
    product_form::{ProductField, ProductForm},
    refusal::Refusal,
    rights::Right,
    values::{CustomerId, ProductId, Version},
};

use crate::support::Request;

fn form() -> ProductForm {
    ProductForm {
        name: "Webhosting".to_owned(),
        since: "2024-01-31".to_owned(),
        ..ProductForm::default()
    }
}

/// Calls every server function and returns what each answered.
async fn call_all(request: &Request) -> Vec<Result<(), ApiError>> {
    let (id, version) = (ProductId::new(), Version(1));
    let created = request.run(create_product(id, None, form())).await;
    let updated = request.run(update_product(id, version, form())).await;
    let choices = fetch_product_choices(CustomerId::new(), String::new());
    vec![
        request.run(fetch_product(id)).await.map(drop),
        created.map(drop),
        updated.map(drop),
        request.run(end_product(id, version, true)).await.map(drop),
        request.run(delete_product(id, version)).await.map(drop),
        request
            .run(assign_products(Vec::new(), None))
            .await
            .map(drop),
        request.run(choices).await.map(drop),
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
        assert!(request.products.asked_for.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn every_function_asks_for_the_reseller_of_the_session_and_no_other() {
    let request = Request::by(Some(Role::Staff(Right::Edit)));
    let answers = call_all(&request).await;
    for answer in &answers {
        assert_eq!(*answer, Err(ApiError::Refused(Refusal::Changed)));
    }
    assert_eq!(request.status(), Some(StatusCode::CONFLICT));
    let asked = request.products.asked_for.lock().unwrap().clone();
    assert_eq!(asked, vec![request.reseller; answers.len()]);
}

#[tokio::test]
async fn a_faulty_form_never_reaches_the_port() {
    let request = Request::by(Some(Role::Reseller));
    let empty = ProductForm::default;
    let created = create_product(ProductId::new(), None, empty());
    let created = request.run(created).await.map(drop);
    let saved = update_product(ProductId::new(), Version(1), empty());
    let saved = request.run(saved).await.map(drop);
    for problem in [created.unwrap_err(), saved.unwrap_err()] {
        let ApiError::Refused(refusal) = problem else {
            panic!("{problem:?}");
        };
        let errors = refusal.errors().unwrap_or_default();
        assert_eq!(errors.first(), Some(ProductField::Name));
    }
    assert_eq!(request.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(request.products.asked_for.lock().unwrap().is_empty());
}
