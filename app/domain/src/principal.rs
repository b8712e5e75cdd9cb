//! Who is asking, for which reseller, and what that allows.

use serde::{Deserialize, Serialize};

use crate::{
    portal::Contact,
    proof::FreshProof,
    refusal::Refusal,
    rights::{Action, Right},
    values::{AccountId, ResellerId},
};

/// What kind of account signed in. Stored as `account.role`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The reseller itself.
    Reseller,
    /// Somebody who works for the reseller, with what it was given. Stored as `account.staff_right`.
    Staff(Right),
    /// An end customer, who sees only what belongs to its own customers.
    Portal,
}

/// An account that signed in, as the session layer found it in the database with this request.
///
/// Only the session layer makes one (a banned call in `clippy.toml` holds that), so whoever holds a
/// `Principal` knows that somebody proved to be this account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    account: AccountId,
    reseller: ResellerId,
    role: Role,
    shown: SignedIn,
    /// SHA-256 of the id of the session that asks, where it is known.
    session: Option<[u8; 32]>,
    /// It has just proved to be this account.
    fresh: bool,
    /// Its reseller requires a second factor, and it has none yet.
    needs_factor: bool,
    contact: Option<Contact>,
}

/// What the frame shows of the account that signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// First and last name, or the user name where both are empty.
    pub name: String,
    /// The reseller's own customer number at the provider.
    pub reseller_number: String,
    pub role: Role,
}

impl Principal {
    /// For the session layer alone.
    pub fn new(account: AccountId, reseller: ResellerId, shown: SignedIn) -> Self {
        Self {
            account,
            reseller,
            role: shown.role,
            shown,
            session: None,
            fresh: false,
            needs_factor: false,
            contact: None,
        }
    }

    /// The same, in the session whose id has this hash.
    pub fn in_session(mut self, id_hash: [u8; 32]) -> Self {
        self.session = Some(id_hash);
        self
    }

    /// The same, having proved lately to be this account; for the session layer alone.
    pub fn with_fresh_proof(mut self) -> Self {
        self.fresh = true;
        self
    }

    /// That the last proof is fresh: the only place that says so.
    ///
    /// # Errors
    /// [`Refusal::ProofNeeded`]
    pub fn fresh_proof(&self) -> Result<FreshProof, Refusal> {
        if self.fresh {
            Ok(FreshProof::given())
        } else {
            Err(Refusal::ProofNeeded)
        }
    }

    /// The same, that may do nothing before it has a second factor.
    pub fn without_needed_factor(mut self) -> Self {
        self.needs_factor = true;
        self
    }

    /// That nothing has to be done first.
    ///
    /// # Errors
    /// [`Refusal::FactorNeeded`]
    pub fn settled(&self) -> Result<(), Refusal> {
        if self.needs_factor {
            Err(Refusal::FactorNeeded)
        } else {
            Ok(())
        }
    }

    /// The same, at a reseller that is reached like this.
    pub fn of_reseller(mut self, contact: Contact) -> Self {
        self.contact = Some(contact);
        self
    }

    /// How to reach the account's reseller, where that is known.
    pub fn contact(&self) -> Option<&Contact> {
        self.contact.as_ref()
    }

    pub fn account(&self) -> AccountId {
        self.account
    }

    pub fn role(&self) -> Role {
        self.role
    }

    pub fn shown(&self) -> &SignedIn {
        &self.shown
    }

    /// The right to sit at the reseller's desk and see what is there. What may be changed is asked of the
    /// desk: [`Desk::may`].
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::FactorNeeded`]
    pub fn desk(&self) -> Result<Desk, Refusal> {
        self.settled()?;
        self.allowed(Action::ViewDesk)?;
        Ok(Desk {
            reseller: self.reseller,
            actor: Actor::Account(self.account),
            role: Some(self.role),
        })
    }

    /// The right to see what belongs to the account's own customers, and to propose corrections.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::FactorNeeded`]
    pub fn portal(&self) -> Result<PortalDesk, Refusal> {
        self.settled()?;
        self.allowed(Action::UsePortal)?;
        Ok(PortalDesk {
            reseller: self.reseller,
            account: self.account,
        })
    }

    /// The right to look after one's own sign-in, [`Action::OwnAccount`]: everybody has it. Of what is done
    /// with it, only the second factor goes before [`Self::settled`].
    pub fn own(&self) -> OwnAccount {
        OwnAccount {
            reseller: self.reseller,
            account: self.account,
            session: self.session,
        }
    }

    fn allowed(&self, action: Action) -> Result<(), Refusal> {
        match self.role.may(action) {
            true => Ok(()),
            false => Err(Refusal::Forbidden),
        }
    }
}

/// What one portal account may see: whoever holds it reaches the customers linked with that account,
/// and nothing else of the reseller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortalDesk {
    reseller: ResellerId,
    account: AccountId,
}

impl PortalDesk {
    pub fn reseller(&self) -> ResellerId {
        self.reseller
    }

    pub fn account(&self) -> AccountId {
        self.account
    }
}

/// An account in the hands of its owner, for its own password and sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnAccount {
    reseller: ResellerId,
    account: AccountId,
    session: Option<[u8; 32]>,
}

impl OwnAccount {
    pub fn reseller(&self) -> ResellerId {
        self.reseller
    }

    pub fn account(&self) -> AccountId {
        self.account
    }

    /// SHA-256 of the id of the session that asks.
    pub fn session(&self) -> Option<&[u8; 32]> {
        self.session.as_ref()
    }
}

/// Who did it, for the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Account(AccountId),
    /// The operator of the provider, at the command line.
    Operator,
}

/// The desk of one reseller: whoever holds it may see that reseller's customers, and nobody else's. The
/// ports take it instead of an id, so that forgetting to check is impossible; those that change something
/// take a [`crate::rights::May`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Desk {
    reseller: ResellerId,
    actor: Actor,
    /// Of the account that sits there; `None` for the operator.
    role: Option<Role>,
}

impl Desk {
    /// The operator working for a reseller at the command line (import, demo data), who may do everything.
    pub fn of_operator(reseller: ResellerId) -> Self {
        Self {
            reseller,
            actor: Actor::Operator,
            role: None,
        }
    }

    pub fn reseller(&self) -> ResellerId {
        self.reseller
    }

    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// Whose rights count at this desk; `None` for the operator.
    pub fn role(&self) -> Option<Role> {
        self.role
    }
}
