//! Drills: each breaks something that the program stands on (the database, the disk, the clock, the mail
//! server, the program itself) while it works, says what it tried, what was lost and how long the return
//! took, and fails where a promise of `docs/security.md` is broken.
//!
//! They know the program from outside only: the built one is started as a child on a loopback port, and
//! asked over HTTP. What it stored is read with SQL.

pub mod browser;
pub mod drills;
pub mod folder;
pub mod invitations;
pub mod ledger;
pub mod postgres;
pub mod program;
pub mod proxy;
pub mod report;
pub mod settings;
pub mod sink;
pub mod statistics;
pub mod writers;
