//! Forms as browsers send them.

use domain::{
    customer_form::CustomerForm, domain_form::DomainForm, form::Form, product_form::ProductForm,
    reseller_form::ResellerForm, user_form::UserForm,
};
use server::{domain_names::PublicSuffixes, forms::fields::Fields, phone::NumberingPlans};

use crate::is_line;

/// Any body can be read as any form; what is taken is within the limits of its columns, and is taken
/// again as it is stored. Where the form leads back to is a path of ours.
pub fn form(bytes: &[u8]) {
    let fields = Fields::parse(bytes);
    leads_to_ourselves(fields.back());
    customer(&fields.form());
    let domain: DomainForm = fields.form();
    errors_are_of(&domain, domain.validate(&PublicSuffixes).is_err());
    let product: ProductForm = fields.form();
    errors_are_of(&product, product.validate().is_err());
    let user: UserForm = fields.form();
    if let Ok(user) = user.validate() {
        assert!(is_line(user.user_name.as_str(), 100), "{user:?}");
        assert_eq!(UserForm::from(&user).validate().as_ref(), Ok(&user));
    }
    let reseller: ResellerForm = fields.form();
    let _ = reseller.validate(&NumberingPlans);
}

fn leads_to_ourselves(path: &str) {
    let is_ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    assert!(
        is_ours && path.is_ascii() && !path.contains(char::is_control),
        "{path:?}"
    );
}

/// What the browser finds faulty the server refuses as well.
fn errors_are_of<F: Form>(form: &F, is_refused: bool) {
    let is_faulty = form.errors().iter().next().is_some();
    assert!(is_refused || !is_faulty);
}

fn customer(form: &CustomerForm) {
    match form.validate(&NumberingPlans) {
        Ok(customer) => {
            assert!(is_line(customer.number.as_str(), 32), "{customer:?}");
            assert!(is_line(customer.last_name.as_str(), 100), "{customer:?}");
            assert!(is_line(customer.street.as_str(), 200), "{customer:?}");
            assert!(is_line(customer.postal_code.as_str(), 10), "{customer:?}");
            let stored = CustomerForm::from(&customer);
            assert_eq!(stored.validate(&NumberingPlans).as_ref(), Ok(&customer));
        }
        Err(errors) => assert!(errors.iter().next().is_some(), "refused without a reason"),
    }
    errors_are_of(form, form.validate(&NumberingPlans).is_err());
}
