//! `/stammdaten`.

use domain::reseller_form::Field;

use crate::locale::Profile;

pub(crate) static WORDS: Profile = Profile {
    title: "Stammdaten",
    subtitle: |number| format!("Reseller {number}"),
    address: "Firma und Anschrift",
    contact: "Kontakt",
    towards_customers: "Gegenüber Endkunden",
    numbers: "Kundennummern",
    numbers_intro: "So bildet „Nächste freie Nummer“ die Nummern neuer Kunden: Präfix, dann mindestens so viele Ziffern.",
    label: |field| match field {
        Field::Company => "Firma",
        Field::Street => "Adresse",
        Field::PostalCode => "PLZ",
        Field::City => "Ort",
        Field::Country => "Land",
        Field::Phone => "Telefon",
        Field::Email => "E-Mail",
        Field::Website => "Webseite",
        Field::Language => "Sprache",
        Field::AddressForm => "Anrede",
        Field::NumberPrefix => "Präfix",
        Field::NumberDigits => "Ziffern",
        Field::NumberNext => "Nächste Nummer",
        Field::StaffFactor => "Zwei-Faktor-Anmeldung der Mitarbeiter",
    },
    staff: "Mitarbeiter",
    factor_optional: "freiwillig",
    factor_required: "Pflicht",
    factor_note: "Ist sie Pflicht, richten Mitarbeiter sie bei der nächsten Anmeldung ein; vorher können sie nichts anderes tun.",
    german: "Deutsch",
    english: "Englisch",
    du: "du",
    sie: "Sie",
    next_empty: "Leer: eins über der höchsten vergebenen Nummer.",
    next_is: |number| format!("Der nächste neue Kunde bekommt die Nummer {number}."),
    saved: "Die Stammdaten wurden gespeichert.",
    changed: "Jemand anders hat die Stammdaten inzwischen geändert. Deine Eingaben stehen noch in den Feldern; wo sie abweichen, steht darunter, was jetzt gespeichert ist. Mit „Speichern“ überschreibst du es.",
    read_only: "Ändern kann das nur, wer verwalten darf.",
};
