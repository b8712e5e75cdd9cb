//! Words of parts of the application that a browser loads later. Each is reached by a function of its own, so
//! that its words are loaded with the code that shows them.

use domain::portal::AddressForm;

use super::{
    Account, Contact, Language, Log, Passkeys, Portal, Profile, Proposals, SecondFactor, Staff,
    Texts, Users, de, en,
};

impl Texts {
    pub fn account(&self) -> &'static Account {
        let formal = &de::formal::ACCOUNT_FORMAL;
        self.of((&de::account::ACCOUNT, formal), &en::account::ACCOUNT)
    }

    pub fn contact(&self) -> &'static Contact {
        self.alike(&de::contact::WORDS, &en::contact::WORDS)
    }

    pub fn log(&self) -> &'static Log {
        self.alike(&de::log::WORDS, &en::log::WORDS)
    }

    pub fn passkeys(&self) -> &'static Passkeys {
        let formal = &de::formal::PASSKEYS_FORMAL;
        self.of((&de::passkeys::PASSKEYS, formal), &en::passkeys::PASSKEYS)
    }

    pub fn portal(&self) -> &'static Portal {
        let formal = &de::formal::PORTAL_FORMAL;
        self.of((&de::portal::PORTAL, formal), &en::portal::PORTAL)
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

    pub fn staff(&self) -> &'static Staff {
        self.alike(&de::staff::WORDS, &en::staff::WORDS)
    }

    pub fn users(&self) -> &'static Users {
        self.alike(&de::users::WORDS, &en::users::WORDS)
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
