//! The program `mkm`: configuration, sessions, routes, PostgreSQL. The only crate that sees both
//! the application (`app`) and the database (`db`), and puts them together.

// A page is one deeply nested type, and its rendering is laid out here.
#![recursion_limit = "512"]

pub mod accounts;
pub mod browser;
pub mod cli;
pub mod commands;
pub mod config;
pub mod cookies;
pub mod database;
pub mod domain_names;
pub mod embedded_postgres;
pub mod files;
pub mod forms;
pub mod headers;
pub mod identity;
pub mod import;
pub mod listen;
mod local_path;
pub mod logging;
pub mod mail;
pub mod metrics;
pub mod origin;
pub mod pages;
pub mod phone;
pub mod plain_page;
pub mod postgres_programs;
pub mod request_log;
pub mod router;
pub mod runtime;
pub mod secret;
pub mod server_functions;
pub mod session;
pub mod site;
pub mod state;
pub mod stop;
pub mod terminal;
pub mod throttle_address;
pub mod users;
pub mod whole_list;
