//! Words before sign-in.

use super::With;

/// Sign-in and the one-time link for a password.
pub struct SignIn {
    pub title: &'static str,
    pub intro: &'static str,
    pub user_name: &'static str,
    pub password: &'static str,
    pub submit: &'static str,
    pub wrong: &'static str,
    pub throttled: With<u64>,
    pub unavailable: &'static str,
    pub password_stored: &'static str,
    pub new_title: &'static str,
    pub new_intro: &'static str,
    pub new_password: &'static str,
    pub repeat: &'static str,
    pub new_submit: &'static str,
    pub differ: &'static str,
    pub link_gone: &'static str,
}
