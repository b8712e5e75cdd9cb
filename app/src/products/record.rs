//! A product as a record.

use domain::{
    assignment::Moved,
    domain_record::Owner,
    product_form::ProductForm,
    product_record::{PickedProduct, ProductChoice, ProductRecord},
    refusal::Refusal,
    values::{CustomerId, OfProduct, ProductId, Version},
};

use super::api::{
    assign_products, create_product, fetch_product, fetch_product_choices, update_product,
};
use crate::{
    error::ApiError,
    frame::provider_name,
    locale::{RecordWords, texts},
    records::{self, Changes, DraftsOf, Record, ShownChoice},
    submitted::Submitted,
    ui::Declined,
};

/// Over which page a dialog about a product stands.
pub(crate) type Place = records::Place<ProductRecord>;

/// See [`Changes`].
pub type ProductChanges = Changes<ProductRecord>;

/// Unfinished forms for products.
pub(crate) type ProductDrafts = DraftsOf<ProductRecord>;

impl Place {
    /// Where the question stands whether to delete it.
    pub(crate) fn delete(self, id: ProductId) -> String {
        self.question(id, "loeschen")
    }

    /// Where the question stands whether to end it.
    pub(crate) fn end(self, id: ProductId) -> String {
        self.question(id, "beenden")
    }
}

impl Record for ProductRecord {
    type Kind = OfProduct;
    type Form = ProductForm;
    type Choice = ProductChoice;

    const LIST: &'static str = "/produkte";
    const TAB: &'static str = "produkte";
    const PARAMETER: &'static str = "product";

    fn words() -> &'static RecordWords {
        &texts().products().record
    }

    fn all() -> &'static str {
        texts().detail.tab_products
    }

    fn id(&self) -> ProductId {
        self.id
    }

    fn version(&self) -> Version {
        self.version
    }

    fn form(&self) -> &ProductForm {
        &self.record
    }

    fn name(&self) -> &str {
        &self.record.name
    }

    fn owner(&self) -> Option<&Owner> {
        self.owner.as_ref()
    }

    fn shown(choice: ProductChoice) -> ShownChoice<OfProduct> {
        let kind = (texts().detail.product_kind)(choice.kind, &provider_name());
        ShownChoice {
            id: choice.id,
            name: choice.name,
            about: format!("{kind} {}", choice.reference),
            owner: choice.owner,
        }
    }

    async fn fetch(id: ProductId) -> Result<Self, ApiError> {
        fetch_product(id).await
    }

    async fn create(
        id: ProductId,
        customer: Option<CustomerId>,
        form: ProductForm,
    ) -> Result<Self, ApiError> {
        create_product(id, customer, form).await
    }

    async fn update(id: ProductId, version: Version, form: ProductForm) -> Result<Self, ApiError> {
        update_product(id, version, form).await
    }

    async fn assign(
        picked: Vec<PickedProduct>,
        customer: Option<CustomerId>,
    ) -> Result<Vec<Moved<ProductId>>, ApiError> {
        assign_products(picked, customer).await
    }

    async fn choices(customer: CustomerId, search: String) -> Result<Vec<ProductChoice>, ApiError> {
        fetch_product_choices(customer, search).await
    }

    fn declined_new(submitted: Submitted) -> Option<Declined<ProductForm, ProductId>> {
        match submitted {
            Submitted::CreateProduct { id, form, refusal } => Some(Declined {
                of: id,
                form,
                refusal,
            }),
            _ => None,
        }
    }

    fn declined_edit(submitted: Submitted) -> Option<Declined<ProductForm, Version>> {
        match submitted {
            Submitted::EditProduct {
                version,
                form,
                refusal,
            } => Some(Declined {
                of: version,
                form,
                refusal,
            }),
            _ => None,
        }
    }

    fn declined_assignment(submitted: Submitted) -> Option<(Vec<PickedProduct>, Option<Refusal>)> {
        match submitted {
            Submitted::AssignProducts { picked, refusal } => Some((picked, refusal)),
            _ => None,
        }
    }

    fn declined_release(submitted: Submitted) -> Option<Refusal> {
        match submitted {
            Submitted::ReleaseProduct { refusal } => Some(refusal),
            _ => None,
        }
    }
}
