//! `/kontakt`.

use crate::locale::Contact;

pub(crate) static WORDS: Contact = Contact {
    title: "Kontakt",
    subtitle: "Hilfe & Support",
    reach: |provider| format!("So erreichst du {provider}"),
    email: "E-Mail",
    phone: "Telefon",
    url: "Hilfeseite",
    nobody: |provider| {
        format!(
            "Hier ist noch keine Adresse des Supports hinterlegt. Wende dich bitte an deinen Ansprechpartner bei {provider}: Du findest ihn in deinem Vertrag und auf deinen Rechnungen."
        )
    },
    have_ready: "Was der Support von dir wissen will",
    own_number: |number| format!("Deine Kundennummer: {number}"),
    incident: "Die Vorgangsnummer, wenn eine Fehlermeldung eine genannt hat.",
    blocked_title: "Wenn sich ein Kunde nicht löschen lässt",
    blocked_intro: "Ein Kunde lässt sich erst löschen, wenn nichts mehr an ihm hängt:",
    blocked_products: |provider| {
        format!(
            "Kein {provider}-Produkt ist ihm zugeordnet. Löse die Zuordnung auf seiner Seite unter „Produkte“."
        )
    },
    blocked_reseller_products: "Keine Reseller-Produkte sind für ihn angelegt. Lösche sie oder löse ihre Zuordnung, ebenfalls unter „Produkte“.",
    blocked_users: "Keine Portalbenutzer gibt es für ihn. Lösche sie unter „Benutzer“.",
    blocked_else: "Hilft das nicht, öffne die Seite des Kunden: Neben den Gründen führt „Support fragen“ hierher und füllt Nummer und Gründe aus.",
    ask: "Support fragen",
    message_title: |number| format!("Deine Frage zu Kunde {number}"),
    deletable: |number| {
        format!(
            "Kunde {number} lässt sich löschen: Es hängt nichts mehr an ihm. Du brauchst dafür keinen Support."
        )
    },
    unknown_customer: |number| format!("Einen Kunden {number} gibt es nicht (mehr)."),
    message: "Nachricht",
    write: "E-Mail schreiben",
    copy: "Text kopieren",
    copied: "Der Text ist kopiert.",
    subject: |question| {
        format!(
            "Kunde {} lässt sich nicht löschen (Reseller {})",
            question.number, question.reseller_number
        )
    },
    body: |question| {
        format!(
            "Guten Tag,\n\nin MKM lässt sich ein Kunde nicht löschen.\n\nKunde: {} {}\nGründe: {}\nMeine Kundennummer: {}\n\nBitte sagt mir, wie es weitergeht.\n\nViele Grüße\n{}\n",
            question.number,
            question.name,
            question.reasons,
            question.reseller_number,
            question.sender
        )
    },
};
