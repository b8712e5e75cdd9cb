use domain::{
    customer::CustomerRow,
    deletion::{Blocks, Deletion, Facts, assess},
};

/// Every combination of none and some, with domains and without.
fn all_facts() -> impl Iterator<Item = Facts> {
    (0..16_u32).map(|bits| Facts {
        provider_products: (bits & 1) * 2,
        reseller_products: (bits >> 1 & 1) * 3,
        users: bits >> 2 & 1,
        domains: (bits >> 3 & 1) * 4,
    })
}

#[test]
fn a_customer_may_go_exactly_without_provider_product_reseller_product_and_user() {
    let allowed: Vec<Facts> = all_facts()
        .filter(|facts| matches!(assess(*facts), Deletion::Allowed { .. }))
        .collect();
    let domains = |domains| Facts {
        domains,
        ..Facts::default()
    };
    assert_eq!(allowed, [domains(0), domains(4)]);
}

#[test]
fn domains_do_not_block_and_are_counted_as_freed() {
    let facts = Facts {
        domains: 2,
        ..Facts::default()
    };
    assert_eq!(assess(facts), Deletion::Allowed { freed_domains: 2 });
}

#[test]
fn a_refusal_names_every_reason_with_its_count() {
    for facts in all_facts() {
        if let Deletion::Blocked(blocks) = assess(facts) {
            let counted = Blocks {
                provider_products: facts.provider_products,
                reseller_products: facts.reseller_products,
                users: facts.users,
            };
            assert_eq!(blocks, counted);
        }
    }
}

#[test]
fn the_list_offers_deletion_where_the_rule_allows_it() {
    for facts in all_facts() {
        let row = CustomerRow {
            number: "1".into(),
            last_name: "Huber".into(),
            first_name: "Anton".into(),
            company: String::new(),
            products: facts.provider_products + facts.reseller_products,
            users: facts.users,
        };
        let allowed = matches!(assess(facts), Deletion::Allowed { .. });
        assert_eq!(row.deletable(), allowed, "{facts:?}");
    }
}
