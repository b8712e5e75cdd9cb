//! Every SQL statement of MKM, and nothing that knows Leptos or axum.
//!
//! [`Db`] implements the ports of [`domain::ports`] and carries what sign-in needs besides. Rows of
//! a reseller are reached only through [`tenant::TenantTx`], under row-level security.

mod audit_log;
pub mod catalogue;
mod connect;
mod customers;
mod demo;
mod domains;
mod error;
mod figures;
mod lists;
mod migrate;
mod one_time_tokens;
mod outbox;
mod overview;
mod own_account;
mod own_email;
mod own_reseller;
mod pool;
mod portal;
mod products;
mod proposals;
mod replica;
mod resellers;
mod reset;
mod restore;
mod search;
mod second_factor;
mod sessions;
mod sign_in;
mod staff;
mod stored;
mod task;
mod tenant;
mod throttle;
mod throttle_rule;
mod users;
mod verify;

pub use connect::{ConnectError, Connections, Db};
pub use demo::DemoOutcome;
pub use figures::{
    DatabaseFigures, MigrationFigures, OutboxFigures, PoolFigures, SlowStatement, migration_figures,
};
pub use migrate::{MIGRATOR, MigrateError, ROLES_SQL, migrate};
pub use one_time_tokens::{TokenOwner, TokenPurpose};
pub use outbox::{Declined, DueMail, MailKind, Recipient};
pub use own_email::EmailChange;
pub use products::{Article, Imported, Purchase, PurchaseFaults};
pub use resellers::{AddResellerError, NewReseller};
pub use restore::{RestoreTarget, analyze, database_identity, restore_target};
pub use second_factor::{
    CodeHashes, FactorState, FactorWays, NewPasskey, OneFactor, PasskeyAdded, PasskeyPurpose,
    SetUp, TotpSecret,
};
pub use sessions::{SessionAccount, StoredSession};
pub use sign_in::Credentials;
pub use throttle::Attempt;
pub use users::Invitation;
pub use verify::{Check, Fault, FaultKind, Finding, VerifyError, become_backup, verify};
