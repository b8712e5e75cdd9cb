//! What the dialogs need to know of a record.

use domain::{
    assignment::{Moved, Picked},
    domain_record::Owner,
    form::Form,
    refusal::Refusal,
    values::{CustomerId, Id, Version},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{error::ApiError, locale::RecordWords, submitted::Submitted, ui::Declined};

/// A domain or a product.
pub(crate) trait Record:
    Clone + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// Marks its ids.
    type Kind: Copy + Ord + Send + Sync + 'static;
    /// Edits it.
    type Form: Form;
    /// Is offered to a customer.
    type Choice: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// The address of the list of all.
    const LIST: &'static str;
    /// Behind the address of a customer: those of this customer.
    const TAB: &'static str;
    /// The parameter of such an address that names one; also the field that picks it.
    const PARAMETER: &'static str;

    fn words() -> &'static RecordWords;
    /// The heading of the tab.
    fn all() -> &'static str;

    fn id(&self) -> Id<Self::Kind>;
    fn version(&self) -> Version;
    fn form(&self) -> &Self::Form;
    fn name(&self) -> &str;
    fn owner(&self) -> Option<&Owner>;

    /// How a choice is offered.
    fn shown(choice: Self::Choice) -> ShownChoice<Self::Kind>;

    fn fetch(id: Id<Self::Kind>) -> impl Future<Output = Result<Self, ApiError>> + Send + 'static;

    fn create(
        id: Id<Self::Kind>,
        customer: Option<CustomerId>,
        form: Self::Form,
    ) -> impl Future<Output = Result<Self, ApiError>> + 'static;

    fn update(
        id: Id<Self::Kind>,
        version: Version,
        form: Self::Form,
    ) -> impl Future<Output = Result<Self, ApiError>> + 'static;

    fn assign(
        picked: Vec<PickedOf<Self>>,
        customer: Option<CustomerId>,
    ) -> impl Future<Output = Result<Vec<Moved<Id<Self::Kind>>>, ApiError>> + 'static;

    /// Those that a customer could be given.
    fn choices(
        customer: CustomerId,
        search: String,
    ) -> impl Future<Output = Result<Vec<Self::Choice>, ApiError>> + Send + 'static;

    /// What was declined of its forms, where the browser sent them itself: creating,
    fn declined_new(submitted: Submitted) -> Option<Declined<Self::Form, Id<Self::Kind>>>;
    /// editing,
    fn declined_edit(submitted: Submitted) -> Option<Declined<Self::Form, Version>>;
    /// assigning (no refusal: nothing was picked),
    fn declined_assignment(submitted: Submitted) -> Option<(Vec<PickedOf<Self>>, Option<Refusal>)>;
    /// setting free.
    fn declined_release(submitted: Submitted) -> Option<Refusal>;
}

/// A record that is to be assigned.
pub(crate) type PickedOf<R> = Picked<Id<<R as Record>::Kind>>;

/// A record as it is offered to a customer.
pub(crate) struct ShownChoice<Kind> {
    pub id: Id<Kind>,
    pub name: String,
    /// What else tells it from others.
    pub about: String,
    /// Whom it would be taken from.
    pub owner: Option<Owner>,
}
