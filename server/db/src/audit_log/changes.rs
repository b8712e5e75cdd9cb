//! What differs between an object before and after, as texts.

use std::collections::BTreeSet;

use domain::audit_log::Change;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::names::Names;

/// What says nothing to people: counters, keys, and what the entry says anyway.
const SILENT: &[&str] = &["id", "reseller_id", "version", "created_at", "updated_at"];

/// The order in which people expect what they know from the forms; the rest follows by name.
const ORDER: &[&str] = &[
    "number",
    "company",
    "last_name",
    "first_name",
    "street",
    "postal_code",
    "city",
    "country",
    "phone",
    "mobile",
    "email",
    "website",
];

/// The fields that differ, in the order of the forms.
pub(super) fn changes(before: Option<&Value>, after: Option<&Value>, names: &Names) -> Vec<Change> {
    let mut fields: Vec<&str> = [before, after]
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .flat_map(|record| record.keys().map(String::as_str))
        .filter(|field| !is_silent(field))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    fields.sort_by_key(|field| {
        let place = ORDER.iter().position(|known| known == field);
        place.unwrap_or(ORDER.len())
    });
    let text = |record: Option<&Value>, field: &str| {
        let value = record.and_then(|record| record.get(field));
        value.map_or_else(String::new, |value| text_of(value, names))
    };
    fields
        .into_iter()
        .map(|field| Change {
            field: field.to_owned(),
            before: text(before, field),
            after: text(after, field),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

fn is_silent(field: &str) -> bool {
    SILENT.contains(&field) || field.ends_with("_key")
}

/// What people call the object: a customer's number and name, a domain, a user name.
pub(super) fn subject(before: Option<&Value>, after: Option<&Value>) -> Option<String> {
    [after, before].into_iter().flatten().find_map(|record| {
        let text = |field: &str| record.get(field).and_then(Value::as_str);
        let person = text("last_name").zip(text("first_name"));
        match text("number") {
            Some(number) => {
                let person = person.map(|(last, first)| format!("{last}, {first}"));
                let name = text("company").map(str::to_owned).or(person);
                Some(
                    format!("{number} {}", name.unwrap_or_default())
                        .trim()
                        .to_owned(),
                )
            }
            None => text("name")
                .or_else(|| text("user_name"))
                .or_else(|| text("company"))
                .map(str::to_owned),
        }
    })
}

/// Collects the ids in a record.
pub(super) fn mentioned(value: &Value, ids: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => ids.extend(id_in(text)),
        Value::Array(parts) => parts.iter().for_each(|part| mentioned(part, ids)),
        Value::Object(record) => record.values().for_each(|part| mentioned(part, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Only in the form in which records hold ids: a text of 32 digits is none.
fn id_in(text: &str) -> Option<Uuid> {
    (text.len() == 36).then(|| text.parse().ok()).flatten()
}

fn text_of(value: &Value, names: &Names) -> String {
    let joined = |parts: Vec<String>, between: &str| {
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(between)
    };
    match value {
        Value::Null => String::new(),
        Value::String(text) => id_in(text)
            .and_then(|id| names.name(id))
            .unwrap_or(text)
            .to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(parts) => joined(
            parts.iter().map(|part| text_of(part, names)).collect(),
            ", ",
        ),
        Value::Object(record) => joined(
            named_parts(record)
                .map(|part| text_of(part, names))
                .collect(),
            " ",
        ),
    }
}

/// What a record within a record is called: the number comes first, and an id says nothing beside it.
fn named_parts(record: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    let number = record.get("number");
    let others = record
        .iter()
        .filter(move |(field, _)| *field != "number" && (*field != "id" || number.is_none()));
    number.into_iter().chain(others.map(|(_, value)| value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pairs(before: Value, after: Value, names: &Names) -> Vec<(String, String, String)> {
        changes(Some(&before), Some(&after), names)
            .into_iter()
            .map(|change| (change.field, change.before, change.after))
            .collect()
    }

    #[test]
    fn only_what_differs_is_told_in_the_order_of_the_forms() {
        let before = json!({ "city": "Berlin", "number": "1", "phone": "+49", "version": 1, "website": null });
        let after =
            json!({ "city": "Bonn", "number": "2", "phone": "+49", "version": 2, "website": "" });
        let told = pairs(before, after, &Names::default());
        let fields: Vec<&str> = told.iter().map(|change| change.0.as_str()).collect();
        assert_eq!(fields, ["number", "city"]);
    }

    #[test]
    fn an_id_is_told_by_its_name_where_that_is_known() {
        let (known, unknown) = (Uuid::now_v7(), Uuid::now_v7());
        let names = Names::of_pairs(&[(known, "4711 Huber")]);
        let told = pairs(
            json!({ "customer_id": known }),
            json!({ "customer_id": unknown }),
            &names,
        );
        assert_eq!(told[0].1, "4711 Huber");
        assert_eq!(told[0].2, unknown.to_string());
    }

    #[test]
    fn lists_and_records_become_text() {
        let before = json!({ "freed_domains": ["a.de", "b.de"], "amount": { "a": 3, "b": true } });
        let told = pairs(before, json!({}), &Names::default());
        assert_eq!(told[0].1, "3 true");
        assert_eq!(told[1].1, "a.de, b.de");
    }

    #[test]
    fn a_customer_in_an_entry_is_called_by_number_and_name() {
        let owner = json!({ "id": Uuid::now_v7(), "last_name": "Huber", "number": "4711" });
        let told = pairs(
            json!({ "customer": null }),
            json!({ "customer": owner }),
            &Names::default(),
        );
        assert_eq!(told[0].2, "4711 Huber");
    }

    #[test]
    fn the_subject_is_what_people_call_it() {
        let of = |record: Value| subject(None, Some(&record));
        assert_eq!(
            of(
                json!({ "number": "1", "company": null, "last_name": "Huber", "first_name": "Anton" })
            ),
            Some("1 Huber, Anton".to_owned())
        );
        assert_eq!(
            of(json!({ "name": "a.de", "contract": "D-1" })),
            Some("a.de".to_owned())
        );
        assert_eq!(of(json!({ "customers": 3 })), None);
    }
}
