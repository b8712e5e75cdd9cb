//! What can happen.

/// Kinds that people look for together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindGroup {
    pub name: &'static str,
    pub kinds: &'static [&'static str],
}

/// Every kind of entry that the program writes, as it is stored. A test holds this against the SQL.
pub const KINDS: &[KindGroup] = &[
    KindGroup {
        name: "customer",
        kinds: &[
            "customer.created",
            "customer.changed",
            "customer.deleted",
            "customers.imported",
        ],
    },
    KindGroup {
        name: "domain",
        kinds: &[
            "domain.created",
            "domain.changed",
            "domain.assigned",
            "domain.removed",
            "domains.imported",
        ],
    },
    KindGroup {
        name: "product",
        kinds: &[
            "product.created",
            "product.changed",
            "product.ended",
            "product.resumed",
            "product.assigned",
            "product.deleted",
            "products.imported",
        ],
    },
    KindGroup {
        name: "account",
        kinds: &[
            "account.created",
            "account.invited",
            "account.changed",
            "account.linked",
            "account.unlinked",
            "account.deactivated",
            "account.activated",
            "account.deleted",
            "account.email_changed",
            "account.factor_added",
            "account.factor_removed",
            "account.app_removed",
            "account.passkey_added",
            "account.passkey_removed",
            "account.passkey_used",
            "account.recovery_codes_renewed",
            "account.recovery_code_used",
            "account.password_set",
            "account.sessions_ended",
        ],
    },
    KindGroup {
        name: "staff",
        kinds: &[
            "staff.created",
            "staff.invited",
            "staff.changed",
            "staff.deactivated",
            "staff.activated",
            "staff.deleted",
        ],
    },
    KindGroup {
        name: "proposal",
        kinds: &["proposal.created", "proposal.withdrawn", "proposal.decided"],
    },
    KindGroup {
        name: "reseller",
        kinds: &["reseller.created", "reseller.changed"],
    },
];
