//! Names of countries, by ISO 3166-1 code.

use domain::country::Country;

/// Code, German name, English name.
const NAMES: &[(&str, &str, &str)] = &[
    ("DE", "Deutschland", "Germany"),
    ("AT", "Österreich", "Austria"),
    ("CH", "Schweiz", "Switzerland"),
    ("AD", "Andorra", "Andorra"),
    ("AE", "Vereinigte Arabische Emirate", "United Arab Emirates"),
    ("AL", "Albanien", "Albania"),
    ("AM", "Armenien", "Armenia"),
    ("AU", "Australien", "Australia"),
    ("AZ", "Aserbaidschan", "Azerbaijan"),
    ("BA", "Bosnien und Herzegowina", "Bosnia and Herzegovina"),
    ("BE", "Belgien", "Belgium"),
    ("BG", "Bulgarien", "Bulgaria"),
    ("BR", "Brasilien", "Brazil"),
    ("BY", "Belarus", "Belarus"),
    ("CA", "Kanada", "Canada"),
    ("CN", "China", "China"),
    ("CY", "Zypern", "Cyprus"),
    ("CZ", "Tschechien", "Czechia"),
    ("DK", "Dänemark", "Denmark"),
    ("EE", "Estland", "Estonia"),
    ("ES", "Spanien", "Spain"),
    ("FI", "Finnland", "Finland"),
    ("FO", "Färöer", "Faroe Islands"),
    ("FR", "Frankreich", "France"),
    ("GB", "Vereinigtes Königreich", "United Kingdom"),
    ("GE", "Georgien", "Georgia"),
    ("GG", "Guernsey", "Guernsey"),
    ("GI", "Gibraltar", "Gibraltar"),
    ("GR", "Griechenland", "Greece"),
    ("HK", "Hongkong", "Hong Kong"),
    ("HR", "Kroatien", "Croatia"),
    ("HU", "Ungarn", "Hungary"),
    ("IE", "Irland", "Ireland"),
    ("IL", "Israel", "Israel"),
    ("IM", "Isle of Man", "Isle of Man"),
    ("IN", "Indien", "India"),
    ("IS", "Island", "Iceland"),
    ("IT", "Italien", "Italy"),
    ("JE", "Jersey", "Jersey"),
    ("JP", "Japan", "Japan"),
    ("KR", "Südkorea", "South Korea"),
    ("LI", "Liechtenstein", "Liechtenstein"),
    ("LT", "Litauen", "Lithuania"),
    ("LU", "Luxemburg", "Luxembourg"),
    ("LV", "Lettland", "Latvia"),
    ("MA", "Marokko", "Morocco"),
    ("MC", "Monaco", "Monaco"),
    ("MD", "Moldau", "Moldova"),
    ("ME", "Montenegro", "Montenegro"),
    ("MK", "Nordmazedonien", "North Macedonia"),
    ("MT", "Malta", "Malta"),
    ("MX", "Mexiko", "Mexico"),
    ("NL", "Niederlande", "Netherlands"),
    ("NO", "Norwegen", "Norway"),
    ("NZ", "Neuseeland", "New Zealand"),
    ("PL", "Polen", "Poland"),
    ("PT", "Portugal", "Portugal"),
    ("RO", "Rumänien", "Romania"),
    ("RS", "Serbien", "Serbia"),
    ("RU", "Russland", "Russia"),
    ("SE", "Schweden", "Sweden"),
    ("SG", "Singapur", "Singapore"),
    ("SI", "Slowenien", "Slovenia"),
    ("SK", "Slowakei", "Slovakia"),
    ("SM", "San Marino", "San Marino"),
    ("TH", "Thailand", "Thailand"),
    ("TN", "Tunesien", "Tunisia"),
    ("TR", "Türkei", "Türkiye"),
    ("UA", "Ukraine", "Ukraine"),
    ("US", "Vereinigte Staaten", "United States"),
    ("VA", "Vatikanstadt", "Vatican City"),
    ("XK", "Kosovo", "Kosovo"),
    ("ZA", "Südafrika", "South Africa"),
];

pub(super) fn german(country: Country) -> &'static str {
    names(country).0
}

pub(super) fn english(country: Country) -> &'static str {
    names(country).1
}

/// German and English name; the code itself where a name is missing, which a test rules out.
fn names(country: Country) -> (&'static str, &'static str) {
    NAMES
        .iter()
        .find(|(code, ..)| *code == country.code())
        .map_or((country.code(), country.code()), |(_, german, english)| {
            (german, english)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_that_can_be_chosen_has_a_name_in_both_languages() {
        for country in Country::ALL {
            assert_ne!(german(*country), country.code());
            assert_ne!(english(*country), country.code());
        }
    }
}
