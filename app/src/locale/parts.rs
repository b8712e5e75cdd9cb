//! Words of parts of the application that a browser loads later. Each is reached by a function of its own, so
//! that its words are loaded with the code that shows them.

use domain::{country::Country, password::PasswordError, portal::AddressForm, values::ValueError};

use super::{
    Account, Contact, Deletion, Domains, Form, Language, Log, Passkeys, Portal, PortalFrame,
    Products, Profile, Proposals, SecondFactor, SignIn, Staff, Start, Texts, Users, countries, de,
    en,
};

impl Texts {
    pub fn account(&self) -> &'static Account {
        let formal = &de::formal::ACCOUNT_FORMAL;
        self.of((&de::account::ACCOUNT, formal), &en::account::ACCOUNT)
    }

    /// The country's name.
    pub fn country(&self, country: Country) -> &'static str {
        match self.language {
            Language::German => countries::german(country),
            Language::English => countries::english(country),
        }
    }

    pub fn contact(&self) -> &'static Contact {
        self.alike(&de::contact::WORDS, &en::contact::WORDS)
    }

    pub fn deletion(&self) -> &'static Deletion {
        self.alike(&de::DELETION, &en::DELETION)
    }

    pub fn domains(&self) -> &'static Domains {
        self.alike(&de::domains::DOMAINS, &en::domains::DOMAINS)
    }

    pub fn form(&self) -> &'static Form {
        let formal = &de::formal::FORM_FORMAL;
        self.of((&de::FORM, formal), &en::FORM)
    }

    pub fn log(&self) -> &'static Log {
        self.alike(&de::log::WORDS, &en::log::WORDS)
    }

    pub fn passkeys(&self) -> &'static Passkeys {
        let formal = &de::formal::PASSKEYS_FORMAL;
        self.of((&de::passkeys::PASSKEYS, formal), &en::passkeys::PASSKEYS)
    }

    pub fn password_error(&self, error: PasswordError) -> String {
        match (self.language, self.address_form) {
            (Language::German, AddressForm::Du) => de::password_error(error),
            (Language::German, AddressForm::Sie) => de::formal::password_error(error),
            (Language::English, _) => en::password_error(error),
        }
    }

    pub fn portal(&self) -> &'static Portal {
        let formal = &de::formal::PORTAL_FORMAL;
        self.of((&de::portal::PORTAL, formal), &en::portal::PORTAL)
    }

    pub fn portal_frame(&self) -> &'static PortalFrame {
        let formal = &de::formal::PORTAL_FRAME_FORMAL;
        self.of((&de::portal::FRAME, formal), &en::portal::FRAME)
    }

    pub fn products(&self) -> &'static Products {
        self.alike(&de::products::PRODUCTS, &en::products::PRODUCTS)
    }

    pub fn profile(&self) -> &'static Profile {
        self.alike(&de::profile::WORDS, &en::profile::WORDS)
    }

    pub fn proposals(&self) -> &'static Proposals {
        self.alike(&de::portal::PROPOSALS, &en::portal::PROPOSALS)
    }

    pub fn second_factor(&self) -> &'static SecondFactor {
        let formal = &de::formal::SECOND_FACTOR_FORMAL;
        let english = &en::second_factor::SECOND_FACTOR;
        self.of((&de::second_factor::SECOND_FACTOR, formal), english)
    }

    pub fn sign_in(&self) -> &'static SignIn {
        self.alike(&de::SIGN_IN, &en::SIGN_IN)
    }

    pub fn staff(&self) -> &'static Staff {
        self.alike(&de::staff::WORDS, &en::staff::WORDS)
    }

    pub fn start(&self) -> &'static Start {
        self.alike(&de::start::WORDS, &en::start::WORDS)
    }

    pub fn users(&self) -> &'static Users {
        self.alike(&de::users::WORDS, &en::users::WORDS)
    }

    pub fn value_error(&self, error: ValueError) -> String {
        match (self.language, self.address_form) {
            (Language::German, AddressForm::Du) => de::value_error(error),
            (Language::German, AddressForm::Sie) => de::formal::value_error(error),
            (Language::English, _) => en::value_error(error),
        }
    }

    /// Of words that differ by how their reader is addressed, where the language knows the difference.
    #[inline]
    fn of<W>(&self, german: (&'static W, &'static W), english: &'static W) -> &'static W {
        match (self.language, self.address_form) {
            (Language::German, AddressForm::Du) => german.0,
            (Language::German, AddressForm::Sie) => german.1,
            (Language::English, _) => english,
        }
    }

    #[inline]
    fn alike<W>(&self, german: &'static W, english: &'static W) -> &'static W {
        self.of((german, german), english)
    }
}
