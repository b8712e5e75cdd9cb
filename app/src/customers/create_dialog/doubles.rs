//! The warning about a customer that may exist already. It warns; it does not hold anybody up.

use domain::{
    customer::CustomerRow,
    customer_form::{CustomerForm, Field},
    ports::DoubleProbe,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::location::Url;

use crate::{customers::api::likely_doubles, locale::texts};

/// Customers like the one being typed.
#[derive(Clone, Copy)]
pub(super) struct Doubles {
    rows: RwSignal<Vec<CustomerRow>>,
    asked: StoredValue<DoubleProbe>,
}

impl Default for Doubles {
    fn default() -> Self {
        Self {
            rows: RwSignal::default(),
            asked: StoredValue::new(DoubleProbe::default()),
        }
    }
}

impl Doubles {
    /// Looks again after a field was left that says who the customer is.
    pub(super) fn look(self, left: Field, form: &CustomerForm) {
        let telling = [
            Field::LastName,
            Field::FirstName,
            Field::PostalCode,
            Field::Email,
        ];
        let probe = DoubleProbe {
            email: form.email.trim().to_owned(),
            last_name: form.last_name.trim().to_owned(),
            first_name: form.first_name.trim().to_owned(),
            postal_code: form.postal_code.trim().to_owned(),
        };
        if !telling.contains(&left) || self.asked.with_value(|asked| *asked == probe) {
            return;
        }
        self.asked.set_value(probe.clone());
        spawn_local(async move {
            // Without an answer there is no warning; storing says what is wrong.
            if let Ok(rows) = likely_doubles(probe).await {
                self.rows.set(rows);
            }
        });
    }
}

#[component]
pub(super) fn DoublesNotice(doubles: Doubles) -> impl IntoView {
    view! {
        <div role="status" class="warning">
            {move || {
                let rows = doubles.rows.get();
                (!rows.is_empty())
                    .then(|| {
                        view! {
                            <p>{texts().form().doubles}</p>
                            <ul>{rows.into_iter().map(double_view).collect_view()}</ul>
                        }
                    })
            }}
        </div>
    }
}

fn double_view(row: CustomerRow) -> impl IntoView {
    let who = [row.company, row.first_name, row.last_name]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let href = format!("/k/{}", Url::escape(&row.number));
    view! {
        <li>
            <a href=href target="_blank">
                {row.number}
            </a>
            " "
            {who}
        </li>
    }
}
