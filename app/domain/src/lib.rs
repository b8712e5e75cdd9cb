//! What MKM is about, without a server or a browser: types, rules, and the ports through which the
//! application asks for what it needs. Everything here is pure and compiles for both sides, so the
//! browser and the server decide alike.

pub mod assignment;
pub mod audit_log;
mod characters;
pub mod country;
pub mod customer;
pub mod customer_form;
pub mod customer_list;
mod day;
pub mod deletion;
pub mod domain_form;
pub mod domain_list;
pub mod domain_record;
pub mod domain_state;
pub mod form;
pub mod german_time;
pub mod keys;
pub mod list;
pub mod listed_customer;
pub mod overview;
pub mod own_account;
pub mod packed;
pub mod password;
pub mod portal;
pub mod ports;
pub mod principal;
pub mod product_form;
pub mod product_list;
pub mod product_record;
pub mod proof;
pub mod proposal;
pub mod refusal;
pub mod reseller_form;
pub mod rights;
pub mod search;
pub mod second_factor;
pub mod staff;
pub mod staff_form;
pub mod support;
pub mod unicode;
pub mod user;
pub mod user_form;
pub mod values;
