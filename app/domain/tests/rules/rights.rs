use domain::{
    principal::{Actor, Desk, Principal, Role, SignedIn},
    refusal::Refusal,
    rights::{Action, EditCustomers, EditReseller, ManageStaff, May, Right},
    values::{AccountId, ResellerId},
};

const ROLES: [Role; 5] = [
    Role::Reseller,
    Role::Staff(Right::Manage),
    Role::Staff(Right::Edit),
    Role::Staff(Right::View),
    Role::Portal,
];

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
    for role in [Role::Reseller, Role::Staff(Right::View)] {
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
    for role in ROLES {
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
    for role in [Role::Reseller, Role::Staff(Right::View)] {
        let refused = signed_in(account, reseller, role).portal();
        assert_eq!(refused, Err(Refusal::Forbidden));
    }
}

#[test]
fn everybody_looks_after_the_own_sign_in_and_no_other() {
    let account = AccountId::new();
    for role in ROLES {
        let principal = signed_in(account, ResellerId::new(), role).in_session([7; 32]);
        assert_eq!(principal.own().account(), account);
        assert_eq!(principal.own().session(), Some(&[7; 32]));
    }
}

#[test]
fn a_proof_is_fresh_where_the_session_layer_says_so_and_nowhere_else() {
    for role in ROLES {
        let principal = signed_in(AccountId::new(), ResellerId::new(), role);
        assert_eq!(principal.fresh_proof().err(), Some(Refusal::ProofNeeded));
        #[expect(clippy::disallowed_methods, reason = "the test is the session layer")]
        let fresh = principal.with_fresh_proof();
        assert!(fresh.fresh_proof().is_ok());
    }
}

#[test]
fn who_needs_a_second_factor_first_may_do_nothing_at_any_desk() {
    for role in ROLES {
        let settled = signed_in(AccountId::new(), ResellerId::new(), role);
        assert!(settled.settled().is_ok());
        let needs = settled.without_needed_factor();
        assert_eq!(needs.settled(), Err(Refusal::FactorNeeded));
        assert_eq!(needs.desk().err(), Some(Refusal::FactorNeeded));
        assert_eq!(needs.portal().err(), Some(Refusal::FactorNeeded));
    }
}

#[test]
fn the_table_says_who_may_do_what() {
    use Action::*;
    // The reseller itself, Verwalten, Bearbeiten, Ansehen, an end customer.
    let table = [
        (OwnAccount, [true, true, true, true, true]),
        (UsePortal, [false, false, false, false, true]),
        (ViewDesk, [true, true, true, true, false]),
        (EditCustomers, [true, true, true, false, false]),
        (EditDomains, [true, true, true, false, false]),
        (EditProducts, [true, true, true, false, false]),
        (EditUsers, [true, true, true, false, false]),
        (DecideProposals, [true, true, true, false, false]),
        (EditReseller, [true, true, false, false, false]),
        (ManageStaff, [true, true, false, false, false]),
        (EndSessionsOfOthers, [true, true, false, false, false]),
    ];
    assert_eq!(table.map(|(action, _)| action), Action::ALL);
    for (action, allowed) in table {
        assert_eq!(ROLES.map(|role| role.may(action)), allowed, "{action:?}");
    }
}

#[test]
fn a_desk_gives_no_right_that_its_holder_does_not_have() {
    for role in ROLES {
        let Ok(desk) = signed_in(AccountId::new(), ResellerId::new(), role).desk() else {
            continue;
        };
        let edit: Result<May<EditCustomers>, _> = desk.may();
        assert_eq!(edit.is_ok(), role.may(Action::EditCustomers), "{role:?}");
        let manage: Result<May<ManageStaff>, _> = desk.may();
        assert_eq!(manage.is_ok(), role.may(Action::ManageStaff), "{role:?}");
        let refused = [edit.err(), manage.err()];
        assert!(
            refused
                .into_iter()
                .flatten()
                .all(|why| why == Refusal::Forbidden)
        );
    }
}

#[test]
fn a_right_is_one_at_the_desk_that_gave_it() {
    let (account, reseller) = (AccountId::new(), ResellerId::new());
    let desk = signed_in(account, reseller, Role::Staff(Right::Edit)).desk();
    let may: May<EditCustomers> = desk.unwrap().may().unwrap();
    assert_eq!(
        (may.reseller(), may.actor()),
        (reseller, Actor::Account(account))
    );
}

#[test]
fn the_operator_may_do_everything() {
    let may: Result<May<EditReseller>, _> = Desk::of_operator(ResellerId::new()).may();
    assert!(may.is_ok());
}

#[test]
fn a_right_is_written_as_the_word_that_it_is_read_from() {
    for right in Right::ALL {
        assert_eq!(Right::of_word(right.word()), Some(right));
    }
    assert_eq!(Right::of_word("admin"), None);
    assert!(Right::View < Right::Edit && Right::Edit < Right::Manage);
}
