//! The portal's functions, and those about the own sign-in.

use app::{
    account::fetch_own_sign_in,
    customers::fetch_proposals,
    error::ApiError,
    portal::{fetch_own_customer, fetch_own_customers},
};
use axum::http::StatusCode;
use domain::{principal::Role, refusal::Refusal, rights::Right, values::CustomerId};

use crate::support::Request;

async fn call_portal(request: &Request) -> [Result<(), ApiError>; 2] {
    [
        request.run(fetch_own_customers()).await.map(drop),
        request
            .run(fetch_own_customer(CustomerId::new()))
            .await
            .map(drop),
    ]
}

fn refused<T>(refusal: Refusal) -> Result<T, ApiError> {
    Err(ApiError::Refused(refusal))
}

#[tokio::test]
async fn the_portal_is_closed_to_everybody_but_portal_accounts() {
    for (role, refusal, status) in [
        (None, Refusal::SignedOut, StatusCode::UNAUTHORIZED),
        (
            Some(Role::Reseller),
            Refusal::Forbidden,
            StatusCode::FORBIDDEN,
        ),
        (
            Some(Role::Staff(Right::Edit)),
            Refusal::Forbidden,
            StatusCode::FORBIDDEN,
        ),
    ] {
        let request = Request::by(role);
        for answer in call_portal(&request).await {
            assert_eq!(answer, refused(refusal.clone()));
        }
        assert_eq!(request.status(), Some(status));
        assert!(request.desk.asked_for.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_portal_account_asks_for_the_reseller_of_its_session() {
    let request = Request::by(Some(Role::Portal));
    let [all, one] = call_portal(&request).await;
    assert_eq!(all, Ok(()));
    assert_eq!(one, refused(Refusal::NotFound));
    let asked = request.desk.asked_for.lock().unwrap().clone();
    assert_eq!(asked, [request.reseller; 2]);
}

#[tokio::test]
async fn everybody_who_is_signed_in_sees_the_own_sign_in() {
    for role in [Role::Reseller, Role::Staff(Right::Edit), Role::Portal] {
        let request = Request::by(Some(role));
        let own = request.run(fetch_own_sign_in()).await.unwrap();
        assert_eq!(own.user_name, "erika");
    }
    let nobody = Request::by(None);
    let answer = nobody.run(fetch_own_sign_in()).await;
    assert_eq!(answer, refused(Refusal::SignedOut));
    assert_eq!(nobody.status(), Some(StatusCode::UNAUTHORIZED));
}

#[tokio::test]
async fn proposals_are_for_the_reseller_to_see() {
    for (role, refusal) in [
        (None, Refusal::SignedOut),
        (Some(Role::Portal), Refusal::Forbidden),
    ] {
        let request = Request::by(role);
        let answer = request.run(fetch_proposals(CustomerId::new())).await;
        assert_eq!(answer, refused(refusal));
    }
    let request = Request::by(Some(Role::Staff(Right::Edit)));
    let answer = request.run(fetch_proposals(CustomerId::new())).await;
    assert_eq!(answer, Ok(vec![]));
}
