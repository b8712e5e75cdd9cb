//! The functions about staff, and about the sessions of others.

use app::{
    error::ApiError,
    staff::{fetch_sessions_of_account, fetch_staff},
};
use domain::{principal::Role, refusal::Refusal, rights::Right, values::AccountId};

use crate::support::Request;

async fn call_all(request: &Request) -> [Result<(), ApiError>; 2] {
    [
        request.run(fetch_staff()).await.map(drop),
        request
            .run(fetch_sessions_of_account(AccountId::new()))
            .await
            .map(drop),
    ]
}

#[tokio::test]
async fn who_may_not_manage_reaches_no_port() {
    for (role, refusal) in [
        (None, Refusal::SignedOut),
        (Some(Role::Portal), Refusal::Forbidden),
        (Some(Role::Staff(Right::View)), Refusal::Forbidden),
        (Some(Role::Staff(Right::Edit)), Refusal::Forbidden),
    ] {
        let request = Request::by(role);
        for answer in call_all(&request).await {
            assert_eq!(answer, Err(ApiError::Refused(refusal.clone())), "{role:?}");
        }
        assert!(request.desk.asked_for.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn who_may_manage_asks_for_the_reseller_of_the_session() {
    for role in [Role::Reseller, Role::Staff(Right::Manage)] {
        let request = Request::by(Some(role));
        assert_eq!(call_all(&request).await, [Ok(()), Ok(())], "{role:?}");
        let asked = request.desk.asked_for.lock().unwrap().clone();
        assert_eq!(asked, [request.reseller; 2]);
    }
}
