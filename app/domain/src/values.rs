//! Ids and checked values: private inside, made only by a constructor that is the rule.

mod contact;
mod domain_name;
mod ids;
mod number_scheme;
mod text;

pub use contact::{EmailAddress, PhoneNumber, Website};
pub use domain_name::DomainName;
pub use ids::{
    AccountId, CustomerId, DomainId, Id, ListVersion, OfAccount, OfCustomer, OfDomain, OfPasskey,
    OfProduct, OfProposal, OfRecord, OfReseller, OfSession, PasskeyId, ProductId, ProposalId,
    RecordId, ResellerId, SessionId, Version,
};
pub use number_scheme::NumberScheme;
pub use text::{CustomerNumber, Line, PostalCode};

use serde::{Deserialize, Serialize};

use crate::country::Country;

/// Why a text is not the value it should be. The form adds which field it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ValueError {
    #[error("required")]
    Required,
    /// Longer than `max` characters (Unicode scalar values after normalisation).
    #[error("longer than {max}")]
    TooLong { max: u32 },
    /// A control character, a line break, an invisible character, one that turns the direction of
    /// text, or one without a meaning.
    #[error("forbidden character")]
    ForbiddenCharacter,
    #[error("not an e-mail address")]
    NotAnEmail,
    #[error("not a telephone number")]
    NotAPhoneNumber,
    #[error("not a web address")]
    NotAWebsite,
    /// Does not look like a postal code of that country.
    #[error("not a postal code of {country}")]
    NotAPostalCode { country: Country },
    #[error("not a country")]
    NotACountry,
    /// Another customer of the reseller has it.
    #[error("taken")]
    Taken,
    /// None of what can be chosen.
    #[error("not a choice")]
    NotAChoice,
    /// No whole number from 1 to `max`.
    #[error("not a whole number from 1 to {max}")]
    NotBetween { max: u64 },
    #[error("ends in a digit")]
    EndsInDigit,
    /// Not the name of a domain, neither in Unicode nor in ASCII form.
    #[error("not a domain name")]
    NotADomainName,
    /// Names are registered below it ("co.uk"), it is no domain itself.
    #[error("a public suffix")]
    PublicSuffix,
    /// Ends in a top-level domain that does not exist.
    #[error("unknown top-level domain")]
    UnknownSuffix,
    /// Another domain of the reseller has this name.
    #[error("domain taken")]
    DomainTaken,
    /// Not a day, such as 31.12.2026 or 2026-12-31.
    #[error("not a day")]
    NotADay,
    /// Somebody has this user name; not said who, nor for whom.
    #[error("user name taken")]
    UserNameTaken,
    /// The reseller has no customer of this number.
    #[error("no such customer")]
    NoSuchCustomer,
    /// There is no reseller of this number.
    #[error("no such reseller")]
    NoSuchReseller,
    /// The shop has no article of this number.
    #[error("no such article")]
    NoSuchArticle,
    /// Neither active nor inactive.
    #[error("not a status")]
    NotAStatus,
    /// The same thing stood there before.
    #[error("repeated")]
    Repeated,
}
