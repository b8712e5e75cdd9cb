//! The start page.

use crate::locale::Start;

pub(crate) static WORDS: Start = Start {
    title: "Startseite",
    greeting: |name| format!("Hallo {name}"),
    to_do: "Was zu tun ist",
    stock: "Dein Bestand",
    customers: "Kunden",
    domains: "Domains",
    products: "Produkte",
    unassigned_domains: "Domains ohne Kunden",
    waiting_proposals: "Offene Korrekturvorschläge",
    open_invitations: "Einladungen, die noch niemand angenommen hat",
    domains_to_act_on: "Domains mit Handlungsbedarf",
    all_done: "Es gibt nichts zu tun.",
    first_title: "Die ersten Schritte",
    first_intro: "Hier ist noch alles leer. So kommst du zu deinen ersten Kunden:",
    first_own: "Stammdaten prüfen",
    first_own_text: "Deine Anschrift, die Anrede deiner Endkunden und wie ihre Kundennummern gebildet werden.",
    first_customer: "Ersten Kunden anlegen",
    first_customer_text: "Danach kannst du ihm Domains, Produkte und Benutzer geben.",
    first_import: "Kunden einlesen lassen",
    first_import_text: "Hast du schon eine Kundenliste? Dein Anbieter kann sie als CSV-Datei einlesen, ebenso Domains und Produkte: Frag den Support.",
};
