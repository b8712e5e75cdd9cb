//! The proof that somebody may do something.

use std::{marker::PhantomData, ops::Deref};

use super::Deed;
use crate::{principal::Desk, refusal::Refusal};

/// A desk whose holder may do one thing there. A port that changes something takes it instead of the
/// desk, and [`Desk::may`] alone hands it out: who forgets to ask for the right, or asks for another one,
/// has nothing to call the port with.
#[derive(Debug, PartialEq, Eq)]
pub struct May<D> {
    desk: Desk,
    deed: PhantomData<fn() -> D>,
}

impl<D> Clone for May<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for May<D> {}

/// Who may change something may see it, too.
impl<D> Deref for May<D> {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl Desk {
    /// The right to do something at this desk; what it is follows from the port that takes the answer.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]: the account's row in the table says no.
    pub fn may<D: Deed>(&self) -> Result<May<D>, Refusal> {
        // The operator has all rights at every desk.
        if self.role().is_some_and(|role| !role.may(D::ACTION)) {
            return Err(Refusal::Forbidden);
        }
        Ok(May {
            desk: *self,
            deed: PhantomData,
        })
    }
}
