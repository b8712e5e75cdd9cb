//! The tab Benutzer, and the forgotten password.

use domain::{user::Invitation, user_form::UserField};

use super::With;

/// Portal users of a customer.
pub struct Users {
    pub new: &'static str,
    pub edit: &'static str,
    pub link: &'static str,
    pub label: fn(UserField) -> &'static str,
    pub submit: &'static str,
    pub by_mail: &'static str,
    pub by_link: &'static str,
    pub invitation: &'static str,
    pub invitation_state: fn(Invitation) -> &'static str,
    pub actions: &'static str,
    pub edit_of: fn(&str) -> String,
    pub activate: &'static str,
    pub activate_of: fn(&str) -> String,
    pub deactivate: &'static str,
    pub deactivate_of: fn(&str) -> String,
    pub invite: &'static str,
    pub new_link: &'static str,
    pub invite_of: fn(&str) -> String,
    pub invite_question: fn(&str) -> String,
    pub delete_of: fn(&str) -> String,
    pub delete: &'static str,
    pub delete_question: fn(&str) -> String,
    pub account_goes: &'static str,
    /// How many other customers stay.
    pub link_goes: With<u32>,
    /// How many customers the user belongs to.
    pub belongs_to: With<u32>,
    pub search: &'static str,
    pub search_submit: &'static str,
    pub nobody_found: &'static str,
    pub more_by_search: With<u32>,
    pub link_submit: &'static str,
    pub pick_one: &'static str,
    pub link_title: &'static str,
    pub pass_on: fn(&str) -> String,
    pub link_field: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub created: fn(&str) -> String,
    pub saved: fn(&str) -> String,
    pub activated: fn(&str) -> String,
    pub deactivated: fn(&str) -> String,
    pub invited: fn(&str) -> String,
    pub linked: fn(&str) -> String,
    pub unlinked: fn(&str) -> String,
    pub deleted: fn(&str) -> String,
    /// All that nobody has accepted.
    pub open_invitations: &'static str,
    pub none_open: &'static str,
    /// When the last link was made.
    pub last_link: &'static str,
    pub forgotten: &'static str,
    pub forgotten_title: &'static str,
    pub forgotten_intro: &'static str,
    pub forgotten_name: &'static str,
    pub forgotten_submit: &'static str,
    pub forgotten_sent: &'static str,
    pub forgotten_throttled: With<u64>,
    pub forgotten_ask: &'static str,
    pub to_sign_in: &'static str,
}
