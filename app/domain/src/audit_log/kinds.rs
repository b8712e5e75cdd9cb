//! What can happen.

/// A group of kinds: those that begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindGroup {
    /// What precedes the dot.
    pub name: &'static str,
    pub kinds: &'static [&'static str],
}

/// Every kind of entry that the program writes, as it is stored. A test holds this against the SQL.
pub const KINDS: &[KindGroup] = &[
    KindGroup {
        name: "customer",
        kinds: &["customer.created", "customer.changed", "customer.deleted"],
    },
    KindGroup {
        name: "customers",
        kinds: &["customers.imported"],
    },
    KindGroup {
        name: "account",
        kinds: &["account.password_set"],
    },
    KindGroup {
        name: "reseller",
        kinds: &["reseller.created", "reseller.changed"],
    },
];
