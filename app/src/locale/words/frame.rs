//! Words around every page.

use super::super::Language;

/// Around every page.
pub struct Frame {
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub skip: &'static str,
    pub group_general: &'static str,
    pub group_own: &'static str,
    pub group_reseller: &'static str,
    pub group_administration: &'static str,
    pub module: &'static str,
    pub customers: &'static str,
    pub proposals: &'static str,
    pub account: &'static str,
    pub group_products: &'static str,
    pub all_products: &'static str,
    pub group_domains: &'static str,
    pub all_domains: &'static str,
    pub start: &'static str,
    pub contact: &'static str,
    pub own_data: &'static str,
    pub log: &'static str,
    pub staff: &'static str,
    pub signed_in_as: fn(&str, &str) -> String,
    pub sign_out: &'static str,
    pub language: &'static str,
    pub language_name: fn(Language) -> &'static str,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub demo_notice: &'static str,
    pub status: &'static str,
}
