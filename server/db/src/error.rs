//! From the database's errors to the application's: the table of named constraints, and which faults
//! pass by themselves.

use domain::{
    customer_form::{Field, FieldErrors},
    domain_form::{DomainErrors, DomainField},
    product_form::{ProductErrors, ProductField},
    refusal::Refusal,
    user_form::{UserErrors, UserField},
    values::ValueError,
};
use sqlx::error::DatabaseError;
use uuid::Uuid;

/// Why a method of this crate stopped: the database's error, or a refusal that it decided itself.
#[derive(Debug)]
pub(crate) enum Failure {
    Sql(sqlx::Error),
    Refused(Refusal),
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Failure {
    /// The named constraint that was violated.
    pub(crate) fn constraint(&self) -> Option<&str> {
        match self {
            Self::Sql(error) => error
                .as_database_error()
                .and_then(DatabaseError::constraint),
            Self::Refused(_) => None,
        }
    }

    /// A row is referred to that is still, or no longer, there.
    pub(crate) fn is_foreign_key_violation(&self) -> bool {
        matches!(self, Self::Sql(error) if error
            .as_database_error()
            .is_some_and(DatabaseError::is_foreign_key_violation))
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        let guarded = failure.constraint().and_then(of_constraint);
        match (failure, guarded) {
            (Failure::Refused(refusal), _) => refusal,
            (Failure::Sql(_), Some(refusal)) => refusal,
            (Failure::Sql(error), None) if passes(&error) => {
                tracing::warn!(%error, "the database is unavailable");
                Self::Unavailable
            }
            (Failure::Sql(error), None) => internal(&error),
        }
    }
}

/// Logs a fault of the program once, under the id that the person is told. PostgreSQL's message is
/// logged without its detail, which quotes the row: personal data has no place in a log.
pub(crate) fn internal(error: &dyn std::error::Error) -> Refusal {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, %error, "internal error");
    Refusal::Internal(incident)
}

/// The refusal that a violated constraint means.
fn of_constraint(constraint: &str) -> Option<Refusal> {
    let customer =
        customer_field(constraint).map(|(field, error)| FieldErrors::of(field, error).into());
    let product =
        || product_field(constraint).map(|(field, error)| ProductErrors::of(field, error).into());
    let domain =
        || domain_field(constraint).map(|(field, error)| DomainErrors::of(field, error).into());
    let user = || user_field(constraint).map(|(field, error)| UserErrors::of(field, error).into());
    customer.or_else(domain).or_else(user).or_else(product)
}

/// Which field of the form for a domain a constraint guards; the name can be taken although the form
/// is right.
fn domain_field(constraint: &str) -> Option<(DomainField, ValueError)> {
    Some(match constraint {
        "domain_name_key" => (DomainField::Domain, ValueError::DomainTaken),
        "domain_name_check" => (DomainField::Domain, ValueError::NotADomainName),
        "domain_contract_check" => (DomainField::Contract, ValueError::ForbiddenCharacter),
        "domain_registrar_check" => (DomainField::Registrar, ValueError::ForbiddenCharacter),
        _ => return None,
    })
}

/// Which field of the form for a user a constraint guards; the user name can be taken although the form is
/// right, also by another reseller's user.
fn user_field(constraint: &str) -> Option<(UserField, ValueError)> {
    Some(match constraint {
        "account_user_name_key" => (UserField::UserName, ValueError::UserNameTaken),
        "account_user_name_check" => (UserField::UserName, ValueError::ForbiddenCharacter),
        "account_first_name_check" => (UserField::FirstName, ValueError::ForbiddenCharacter),
        "account_last_name_check" => (UserField::LastName, ValueError::ForbiddenCharacter),
        "account_email_check" => (UserField::Email, ValueError::NotAnEmail),
        _ => return None,
    })
}

/// Which field of the form for a product a constraint guards.
fn product_field(constraint: &str) -> Option<(ProductField, ValueError)> {
    Some(match constraint {
        "product_name_check" => (ProductField::Name, ValueError::ForbiddenCharacter),
        "product_contract_check" => (ProductField::Contract, ValueError::ForbiddenCharacter),
        _ => return None,
    })
}

/// Which field of the customer form a constraint guards. The form checks the same and more before;
/// only the number can be taken although the form is right.
fn customer_field(constraint: &str) -> Option<(Field, ValueError)> {
    Some(match constraint {
        "customer_number_key" => (Field::Number, ValueError::Taken),
        "customer_number_check" => (Field::Number, ValueError::ForbiddenCharacter),
        "customer_company_check" => (Field::Company, ValueError::ForbiddenCharacter),
        "customer_last_name_check" => (Field::LastName, ValueError::ForbiddenCharacter),
        "customer_first_name_check" => (Field::FirstName, ValueError::ForbiddenCharacter),
        "customer_street_check" => (Field::Street, ValueError::ForbiddenCharacter),
        "customer_postal_code_check" => (Field::PostalCode, ValueError::ForbiddenCharacter),
        "customer_city_check" => (Field::City, ValueError::ForbiddenCharacter),
        "customer_country_check" => (Field::Country, ValueError::NotACountry),
        "customer_phone_check" => (Field::Phone, ValueError::NotAPhoneNumber),
        "customer_mobile_check" => (Field::Mobile, ValueError::NotAPhoneNumber),
        "customer_email_check" => (Field::Email, ValueError::NotAnEmail),
        "customer_website_check" => (Field::Website, ValueError::NotAWebsite),
        _ => return None,
    })
}

/// Whether trying again later can help.
fn passes(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::Io(_)
        | sqlx::Error::Tls(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| sqlstate_passes(&code)),
        _ => false,
    }
}

fn sqlstate_passes(code: &str) -> bool {
    // Connection lost, resources exhausted, stopped by an administrator or a timeout.
    let class = matches!(code.get(..2), Some("08" | "53" | "57"));
    class
        || matches!(
            code,
            "25006" // read only: a standby that is about to take over
            | "25P03" // idle in transaction for too long
            | "40001" | "40P01" // serialization, deadlock
            | "55P03" // lock not available
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_that_pass_are_told_from_those_of_the_program() {
        for code in ["08006", "53300", "57P01", "57014", "55P03", "40P01"] {
            assert!(sqlstate_passes(code), "{code}");
        }
        for code in ["42501", "23505", "22001", "XX000", ""] {
            assert!(!sqlstate_passes(code), "{code}");
        }
    }

    #[test]
    fn a_pool_without_a_free_connection_is_unavailable() {
        let refusal = Refusal::from(Failure::from(sqlx::Error::PoolTimedOut));
        assert_eq!(refusal, Refusal::Unavailable);
    }

    #[test]
    fn an_unknown_error_gets_an_incident_id_and_nothing_else() {
        let refusal = Refusal::from(Failure::from(sqlx::Error::RowNotFound));
        assert!(matches!(refusal, Refusal::Internal(_)), "{refusal:?}");
    }
}
