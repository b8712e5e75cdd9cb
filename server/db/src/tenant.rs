//! The only way to a reseller's rows.
