//! Products.

use domain::product_form::ProductField;

use super::super::{Products, RecordWords};

pub const PRODUCTS: Products = Products {
    record: RecordWords {
        actions: "Aktionen",
        edit_of: |name| format!("Bearbeiten: {name}"),
        release_of: |name| format!("Zuordnung lösen: {name}"),
        new: "Neues Reseller-Produkt",
        edit: "Produkt bearbeiten",
        release: "Zuordnung lösen",
        assign: "Produkt zuordnen",
        add: "Hinzufügen",
        assign_submit: "Zuordnen",
        release_submit: "Lösen",
        belongs_to: |number, name| format!("Zugeordnet: {number} {name}"),
        belongs_to_nobody: "Keinem Kunden zugeordnet.",
        will_belong_to: |number, name| format!("Das Produkt wird {number} {name} zugeordnet."),
        moves_from: |number, name| {
            format!("gehört jetzt {number} {name} und wird dort weggenommen")
        },
        is_free: "frei",
        search: "Produkte suchen",
        search_submit: "Suchen",
        nothing_to_assign: "Es gibt kein Produkt, das sich zuordnen ließe.",
        nothing_found: "Keine Produkte gefunden.",
        more_by_search: |shown| format!("Hier stehen die ersten {shown}; die Suche findet alle."),
        choose_one: "Bitte wähle mindestens ein Produkt aus.",
        release_question: |name, owner| {
            format!("{name} gehört dann nicht mehr {owner} und ist wieder frei.")
        },
        moved_meanwhile: |name, owner| match owner {
            Some((number, last_name)) => format!("{name} gehört inzwischen {number} {last_name}."),
            None => format!("{name} gehört inzwischen keinem Kunden mehr."),
        },
        to_its_page: "Zum Produkt",
        gone_meanwhile: "Dieses Produkt gibt es nicht mehr, oder es gehört nicht zu deiner Kundennummer.",
        created: |name| format!("Produkt {name} wurde angelegt."),
        saved: |name| format!("Produkt {name} wurde gespeichert."),
        released: |name| format!("Produkt {name} ist wieder frei."),
        assigned: |names| format!("Zugeordnet: {names}."),
        moved_from: |name, number| format!("{name} (bisher {number})"),
        assigned_count: |count| match count {
            0 => "Es war schon alles zugeordnet.".to_owned(),
            1 => "1 Produkt wurde zugeordnet.".to_owned(),
            _ => format!("{count} Produkte wurden zugeordnet."),
        },
    },
    label: |field| match field {
        ProductField::Name => "Bezeichnung",
        ProductField::Contract => "Vertrag",
        ProductField::Since => "seit",
        ProductField::Customer => "Kundennummer",
    },
    customer_note: "Für welchen Kunden; leer: noch für keinen.",
    article: "Artikel",
    bought_note: |provider| {
        format!(
            "Dieses Produkt wurde im Shop von {provider} bestellt. Hier lässt sich nur ändern, wem es zugeordnet ist."
        )
    },
    end_of: |name| format!("Beenden: {name}"),
    resume_of: |name| format!("Wieder aufnehmen: {name}"),
    delete_of: |name| format!("Löschen: {name}"),
    delete: "Produkt löschen",
    end: "Beenden",
    end_title: "Produkt beenden",
    resume: "Wieder aufnehmen",
    ended_on: |day| format!("Beendet am {day}."),
    end_question: |name| {
        format!("{name} wird mit dem heutigen Tag beendet. Es bleibt stehen und wird inaktiv.")
    },
    resume_question: |name| format!("{name} wird wieder aktiv."),
    delete_question: |name| format!("{name} wird gelöscht."),
    delete_meaning: "Das lässt sich nicht rückgängig machen. Soll es nur nicht mehr laufen, beende es.",
    ended: |name| format!("Produkt {name} wurde beendet."),
    resumed: |name| format!("Produkt {name} ist wieder aktiv."),
    deleted: |name| format!("Produkt {name} wurde gelöscht."),
};
