use domain::{
    principal::{Actor, Desk, Principal, Role, SignedIn},
    refusal::Refusal,
    values::{AccountId, ResellerId},
};

#[allow(
    clippy::disallowed_methods,
    reason = "the test plays the session layer"
)]
fn signed_in(account: AccountId, reseller: ResellerId, role: Role) -> Principal {
    let shown = SignedIn {
        name: "Anna Beispiel".into(),
        reseller_number: "100001".into(),
        role,
    };
    Principal::new(account, reseller, shown)
}

#[test]
fn reseller_and_staff_sit_at_the_desk_of_their_reseller() {
    let (account, reseller) = (AccountId::new(), ResellerId::new());
    for role in [Role::Reseller, Role::Staff] {
        let desk = signed_in(account, reseller, role).desk().unwrap();
        assert_eq!(desk.reseller(), reseller);
        assert_eq!(desk.actor(), Actor::Account(account));
    }
}

#[test]
fn an_end_customer_has_no_desk() {
    let principal = signed_in(AccountId::new(), ResellerId::new(), Role::Portal);
    assert_eq!(principal.desk(), Err(Refusal::Forbidden));
}

#[test]
fn the_role_is_the_one_that_is_shown() {
    for role in [Role::Reseller, Role::Staff, Role::Portal] {
        let principal = signed_in(AccountId::new(), ResellerId::new(), role);
        assert_eq!(principal.role(), role);
        assert_eq!(principal.shown().role, role);
    }
}

#[test]
fn the_operator_works_in_the_operators_name() {
    let reseller = ResellerId::new();
    let desk = Desk::of_operator(reseller);
    assert_eq!(desk.reseller(), reseller);
    assert_eq!(desk.actor(), Actor::Operator);
}

#[test]
fn a_refusal_says_nothing_of_what_lies_below() {
    let incident = uuid::Uuid::now_v7();
    assert_eq!(
        Refusal::Internal(incident).to_string(),
        format!("internal, incident {incident}")
    );
}

#[test]
fn the_portal_is_for_end_customers_alone() {
    let (account, reseller) = (AccountId::new(), ResellerId::new());
    let portal = signed_in(account, reseller, Role::Portal).portal().unwrap();
    assert_eq!((portal.account(), portal.reseller()), (account, reseller));
    for role in [Role::Reseller, Role::Staff] {
        let refused = signed_in(account, reseller, role).portal();
        assert_eq!(refused, Err(Refusal::Forbidden));
    }
}

#[test]
fn everybody_looks_after_the_own_sign_in_and_no_other() {
    let account = AccountId::new();
    for role in [Role::Reseller, Role::Staff, Role::Portal] {
        let principal = signed_in(account, ResellerId::new(), role).in_session([7; 32]);
        assert_eq!(principal.own().account(), account);
        assert_eq!(principal.own().session(), Some(&[7; 32]));
    }
}

#[test]
fn a_proof_is_fresh_where_the_session_layer_says_so_and_nowhere_else() {
    for role in [Role::Reseller, Role::Staff, Role::Portal] {
        let principal = signed_in(AccountId::new(), ResellerId::new(), role);
        assert_eq!(principal.fresh_proof().err(), Some(Refusal::ProofNeeded));
        #[expect(clippy::disallowed_methods, reason = "the test is the session layer")]
        let fresh = principal.with_fresh_proof();
        assert!(fresh.fresh_proof().is_ok());
    }
}

#[test]
fn who_needs_a_second_factor_first_may_do_nothing_at_any_desk() {
    for role in [Role::Reseller, Role::Staff, Role::Portal] {
        let settled = signed_in(AccountId::new(), ResellerId::new(), role);
        assert!(settled.settled().is_ok());
        let needs = settled.without_needed_factor();
        assert_eq!(needs.settled(), Err(Refusal::FactorNeeded));
        assert_eq!(needs.desk().err(), Some(Refusal::FactorNeeded));
        assert_eq!(needs.portal().err(), Some(Refusal::FactorNeeded));
        assert!(needs.owner().is_err());
    }
}
