//! German.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "de",
    common: Phrases::of(&[
        "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "von", "auf", "für", "war", "wir",
        "ich", "zu", "den", "im", "sich", "auch", "dem", "es", "des", "als", "über",
    ]),
    by: Phrases::of(&["gehalten von", "präsentiert von", "geleitet von", "moderiert von", "von", "mit"]),
    and: Phrases::of(&["und", "mit", "sowie"]),
    of: Phrases::of(&["von", "von der", "aus", "bei"]),
    about: Phrases::of(&["über", "zu", "zum", "zur"]),
    with: Phrases::of(&["mit"]),
    introduces: Phrases::of(&[
        "sprecher war", "sprecherin war", "referent war", "referentin war", "den anfang machte", "den anfang machten", "den auftakt machte", "den auftakt machten", "eröffnet von", "eröffnet hat", "den abschluss machte", "den abschluss bildete", "gefolgt von", "als nächstes sprach", "als nächster war", "als nächste war", "danach sprach", "danach kam", "begann mit", "startete mit",
        "wir hörten", "hörten wir", "hörte ich", "ich hörte", "redner", "rednerin", "sprecher", "sprecherin", "referent", "referentin", "vortragende", "vortragender", "in seinem vortrag", "in ihrem vortrag", "in seiner keynote", "in ihrer keynote", "in seinem talk", "in ihrem talk", "es folgte", "es folgten", "auf die bühne kam", "eröffnete", "eröffneten", "beschloss", "beendete", "an der reihe war", "als nächstes war", "zu wort kam", "zum abschluss sprach", "zum schluss sprach", "zeigte uns",
        "ich sah", "sahen wir", "wir sahen", "ging es mit", "weiter ging es mit", "weiter mit", "anfang machte",
    ]),
    meets: Phrases::of(&[
        "dank an", "danke an", "danken", "dankt", "traf ich", "traf", "getroffen", "trafen wir", "kennengelernt", "foto von", "fotos von", "bild von", "foto", "moderiert von", "moderiert wurde von", "organisiert von", "gesponsert von", "buch von", "geburtstag von", "glückwunsch an", "glückwünsche an", "unterhielt mich mit", "gespräch mit",
        "wird", "werden", "würde",
    ]),
    deeds: Phrases::of(&[
        "stellte eine frage", "stellte die frage", "hat eine frage", "sponserte", "hat den", "organisierte", "moderierte", "hatte geburtstag", "wird", "werden", "gewann", "half", "kaufte", "s buch", "s geburtstag", "feierte", "sorgte für", "hat uns das", "verloste", "fotografierte",
    ]),
    roles: Phrases::of(&[
        "entwickler", "entwicklerin", "gründer", "gründerin", "ingenieur", "professor", "architekt", "leiter",
        "leiterin", "berater", "geschäftsführer",
        "kollege", "kollegin", "kollegen", "teilnehmer", "teilnehmerin", "programmiererin", "programmierer", "geschäftsführerin", "professorin", "architektin", "ingenieurin", "forscher", "forscherin", "beraterin", "wissenschaftler", "wissenschaftlerin",
        "praktikant", "praktikantin", "werkstudent", "werkstudentin", "organisator",
    ]),
    titled: Phrases::of(&["namens", "mit dem titel", "betitelt", "unter dem titel"]),
    months: [
        &["januar", "jänner", "jan"], &["februar", "feb"], &["märz"], &["april", "apr"], &["mai"], &["juni"],
        &["juli"], &["august", "aug"], &["september", "sept"], &["oktober", "okt"], &["november", "nov"], &["dezember", "dez"],
    ],
    verbs: Phrases::of(&[
        "erklärten", "präsentierten", "zeigten", "sprachen", "stellten", "gaben", "hielten", "berichteten",
        "erzählten", "plädierte", "plädierten", "schaltete", "diskutierten", "führten", "erläuterte",
        "erläuterten", "referierten", "begann", "ging", "beschäftigte", "widmete", "präsentierte",
        "präsentiert", "stellte", "stellt", "zeigte", "zeigt", "sprach", "spricht", "erklärte", "erklärt",
        "hielt", "hält", "erzählte", "erzählt", "berichtete", "berichtet", "demonstrierte", "gab", "gibt",
        "führte", "beschrieb", "eröffnete", "referierte", "diskutierte", "teilte",
        "folgte", "folgten", "betrat", "übernahm", "brachte", "erörterte", "verglich", "betonte", "fragte", "schilderte", "behandelte", "schloss", "beendete", "vertiefte", "gingen", "warf", "beleuchtete", "skizzierte", "zog", "blickte", "erinnerte", "warnte", "räumte", "nahm", "machte", "lieferte", "gewährte", "veranschaulichte", "analysierte", "stieg", "hinterfragte", "begeisterte", "fasste",
        "beendeten", "schlossen", "zählte", "lieferten", "reden", "sprechen", "erzählen", "zeigen", "behauptete", "verriet", "erläutern", "eröffneten", "entführte", "entwickelte", "demonstrierten",
    ]),
    talks: Phrases::of(&[
        "vortrag", "vorträge", "talk", "talks", "keynote", "session", "sessions", "workshop", "präsentation",
        "panel", "podiumsdiskussion", "tutorial", "beitrag", "lightning talk",
        "vortrags", "vorträgen", "präsentationen", "lightning talks", "keynotes", "workshops", "podium", "diskussion", "diskussionsrunde", "referat", "impulsvortrag", "kurzvortrag", "kurzvorträge",
    ]),
    sessions: Phrases::of(&[
        "vorträge", "die vorträge", "talks", "die talks", "sessions", "die sessions", "keynotes", "workshops",
        "programm", "das programm", "agenda", "referenten", "sprecher", "präsentationen", "lightning talks",
        "highlights",
    ]),
    others: Phrases::of(&[
        "fazit", "zusammenfassung", "einleitung", "einführung", "sponsoren", "danke", "danksagung", "dank",
        "organisation", "organisatoren", "team", "das team", "ort", "location", "veranstaltungsort", "essen", "links",
        "ressourcen", "fragen", "fotos", "bilder", "ausblick", "rückblick", "community", "networking", "abschluss",
        "schluss", "über uns", "resümee", "verpflegung", "anreise", "abreise", "party", "schlusswort", "schlussworte",
        "abschließende worte", "abschließende gedanken", "das fazit", "mein fazit", "unser fazit", "ein fazit",
        "persönliches fazit", "gesamteindruck", "stimmung", "atmosphäre", "allgemeines",
        "vorwort", "vorbemerkung", "hintergrund", "motivation", "der ort", "die location", "die organisation",
        "die sponsoren", "die teilnehmer", "teilnehmer", "teilnehmerinnen", "veranstalter", "vielen dank",
        "dankeschön", "danke an", "weiterführende links", "weitere links",
        "quellen", "literatur", "buchtipps", "ankündigungen", "termine", "nächste termine", "nächster termin",
        "nächstes treffen", "was noch", "sonstiges", "sonst noch", "alles andere", "und sonst", "nachtrag",
        "anmerkungen", "über mich", "über den autor", "kontakt", "kommentare", "anmeldung", "rahmenprogramm",
        "abendprogramm", "abendveranstaltung", "social event", "hotel", "mittagessen", "frühstück", "pausen",
        "gewinner", "preise", "preisverleihung", "verlosung", "zahlen", "statistik", "zahlen und fakten", "feedback",
        "kritik", "verbesserungspotential", "was bleibt",
        "auf wiedersehen", "bis zum nächsten mal", "unterwegs", "die reise", "ankunft", "abfahrt",
    ]),
    breaks: Phrases::of(&[
        "mittagessen", "pause", "kaffeepause", "kaffee", "registrierung", "frühstück", "abendessen", "begrüßung",
        "eröffnung", "verabschiedung", "einlass", "mittagspause", "abschluss", "ankunft", "networking", "eintreffen",
        "ankommen", "check in", "kaffee und kuchen", "snacks", "getränke", "ausklang", "gemütlicher ausklang",
        "abendveranstaltung", "umbaupause", "mittag", "grillen", "bier", "apéro", "preisverleihung", "verlosung",
        "gruppenfoto", "ende", "einführung", "vorstellungsrunde", "feedbackrunde", "freie zeit",
    ]),
    recap: Phrases::of(&[
        "retrospektive", "nachlese zur", "nachlese zum", "rückblick", "rückblick auf", "rückblick auf die",
        "rückblick auf den", "rückblick auf das", "rückblick zur", "rückblick zum", "nachlese", "nachbericht",
        "bericht", "bericht von", "bericht von der", "bericht vom", "bericht zur", "konferenzbericht",
        "zusammenfassung", "zusammenfassung der", "eindrücke", "eindrücke von", "eindrücke von der",
        "notizen", "recap", "unterwegs auf", "zu besuch auf", "zu besuch bei", "auf der", "auf dem",
        "von der", "vom", "die", "der", "das", "meine", "mein", "unser", "unsere", "ein", "besuch",
        "besuch der", "das war", "das war die", "das war der", "so war", "so war die", "so war der",
        "highlights", "highlights der", "so war's", "zurück von", "zurück vom", "zurück aus", "ein tag auf", "was wir gelernt haben", "ein rückblick", "unser rückblick", "das war das", "konferenz recap", "besuch auf", "dem", "den", "besuch beim", "eindrücke vom", "nachlese von", "fazit", "zu gast beim", "zu gast bei", "mein erster", "meine erste", "mein erstes",
    ]),
    attended: Phrases::of(&[
        "war ich", "waren wir", "ich war", "wir waren", "fand statt", "statt", "habe ich", "besucht",
        "besuchte", "besuchten", "teilgenommen", "letzte woche", "letztes wochenende", "letzten", "gestern",
        "dieses jahr", "vergangene", "vergangenen", "trafen wir", "traf sich", "trafen sich", "fand", "durften wir", "ich durfte", "wir durften", "hatten wir", "zu gast", "nahmen teil", "nahm ich", "nahmen wir", "verbrachte ich", "reisten wir", "reiste ich", "kamen zusammen", "veranstalteten", "vergangenem", "letzter woche", "war dabei",
    ]),
    coming: Phrases::of(&[
        "wird stattfinden", "findet am", "findet vom", "melde dich an", "anmeldung", "jetzt anmelden",
        "kommt vorbei", "wir laden", "seid dabei", "tickets gibt es", "wird sprechen", "werden sprechen",
        "bald", "demnächst", "kommende", "wir freuen uns auf euch", "besucht uns", "call for papers", "einreichungen", "bewirb dich", "wird es geben", "wir suchen",
    ]),
    elsewhere: Phrases::of(&[
        "versionshinweise", "newsletter", "wochenrückblick", "monatsbericht", "jahresbericht",
        "statusbericht", "bücher", "interview", "anleitung", "leitfaden", "veröffentlicht", "neuerungen",
    ]),
    places: Phrases::of(&["statt in", "fand in", "in", "im"]),
    cities_in: &[],
    moves: Phrases::of(&["nach", "aus", "von"]),
    place_articles: Phrases::of(&["der", "den", "dem", "die", "das"]),
    place_joins: Phrases::of(&["an", "am"]),
    place_labels: Phrases::of(&["ort", "veranstaltungsort", "wo"]),
    venues: Phrases::of(&[
        "universität", "uni", "hochschule", "bibliothek", "hotel", "museum", "campus", "schule", "messe", "büro",
    ]),
    venue_ends: Phrases::of(&["haus", "halle", "saal", "zentrum", "theater", "bibliothek", "museum", "schule"]),
    not_places: Phrases::of(&[
        "form", "bezug", "zukunft", "folge", "summe", "kürze", "ruhe", "person", "präsenz", "zusammenarbeit",
        "kombination", "anlehnung", "wirklichkeit", "richtung", "minuten", "sachen", "anbetracht", "gruppen",
        "teams", "produktion", "projekten", "englisch", "deutsch", "firmen", "unternehmen",
    ]),
    online: Phrases::of(&["rein online", "online statt", "virtuell statt", "online konferenz"]),
    says_online: Phrases::of(&["online", "virtuell"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "nächstes jahr", "nächsten jahr", "im nächsten jahr", "letztes jahr", "vor einigen jahren",
        "vor ein paar jahren", "vorjahr", "lebt in", "wohnt in", "wohne in", "geboren in",
    ]),
    title_places: Phrases::of(&["im", "in", "vom", "von der", "auf der", "auf dem", "auf", "am", "beim"]),
    until: Phrases::of(&["bis", "und"]),
    of_days: Phrases::of(&["der"]),
    ordinal_ends: Phrases::of(&[]),
    filing: Phrases::of(&[
        "konferenz", "veranstaltungen", "allgemein", "sonstiges", "meinung", "bericht", "berichte", "veranstaltung",
        "konferenzen", "tagebuch", "termine", "aktuelles", "neuigkeiten",
    ]),
    abbreviations: Phrases::of(&["nr", "bd", "abb", "kap", "abs", "hl", "bzw", "inkl", "zzgl", "usw", "tel"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["folien"]),
    joints: Phrases::of(&[
        "und", "oder", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer", "von", "zu",
        "zum", "zur", "mit", "im", "für", "auf", "als", "dass", "ist", "wie", "bei", "über",
    ]),
    journeys: Phrases::of(&["flug", "flugzeug", "flughafen", "zug", "bahn"]),
    written_on: Phrases::of(&["veröffentlicht", "aktualisiert"]),
    one_of_days: Phrases::of(&["letzte tag", "erste tag", "zweite tag", "letzten tag", "ersten tag", "zweiten tag"]),
    yesterday: Phrases::of(&["gestern"]),
    today: Phrases::of(&["heute"]),
    last: Phrases::of(&["letzten", "letzter", "letztes", "vergangenen", "vergangenes", "diesen"]),
    weekdays: [&["montag"], &["dienstag"], &["mittwoch"], &["donnerstag"], &["freitag"], &["samstag", "sonnabend"], &["sonntag"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["kanal"]),
    parts: Phrases::of(&["tag", "tage", "teil"]),
    ordinals: Phrases::of(&["eins", "zwei", "drei"]),
    rounding: Phrases::of(&[
        "mehr als", "über", "etwa", "rund", "circa", "ca", "ungefähr", "fast", "knapp", "gut", "beinahe", "an die", "mindestens", "bis zu", "weniger als", "unter",
    ]),
    name_joins: Phrases::of(&["für", "der"]),
    dangling: Phrases::of(&[
        "dies", "das", "dieser", "diese", "dieses", "diesen", "diesem", "sie", "es", "aber", "und", "auch",
        "jedoch", "dann", "danach", "daher", "deshalb", "außerdem", "dabei", "damit", "so", "da", "hier",
        "dort", "allerdings", "trotzdem", "zudem", "weiterhin", "schließlich", "zum beispiel", "oder", "denn",
        "andere", "dazu", "darüber", "hierbei", "anschließend", "beide", "hallo", "moin", "servus", "liebe",
    ]),
    telling: Phrases::of(&["er", "sie", "der vortrag", "die sprecherin", "der sprecher", "sein vortrag", "ihr vortrag"]),
    own_view: Phrases::of(&["ich", "wir", "mein", "meine", "leider", "wenn", "mir"]),
    ranking: Phrases::of(&[
        "erste", "ersten", "erstes", "erster", "zweite", "zweiten", "dritte", "dritten", "vierte", "vierten",
        "fünfte", "fünften", "zehnte", "zehnten", "größte", "größten", "jährliche", "jährlichen", "rekord",
        "mal", "ausverkauft", "ausgabe",
    ]),
    verdict: Phrases::of(&[
        "erfolg", "erfolgreich", "toll", "tolle", "großartig", "gelungen", "gelungene", "spannend", "spannende",
        "interessant", "interessante", "beste", "besten", "schön", "schöne", "super", "spaß", "lohnt",
        "gelohnt", "wertvoll", "beeindruckt", "beeindruckend", "begeistert", "genossen", "insgesamt",
        "hervorragend", "inspirierend", "gefallen", "überrascht", "highlight", "klasse",
    ]),
    lesson: Phrases::of(&[
        "gelernt", "erkenntnis", "erkenntnisse", "mitgenommen", "wichtig", "wichtigste", "interessant",
        "fand ich", "gefiel mir", "zeigte sich", "ergebnis", "die idee", "fazit", "lehre", "botschaft",
        "überzeugt", "sollte", "sollten",
    ]),
    remarks: Phrases::of(&[
        "notiz", "notizen", "meine notizen", "zusammenfassung", "kurzfassung", "beschreibung", "kommentar",
        "mein kommentar", "eindruck", "mein eindruck", "fazit", "mein fazit", "kernaussage", "erkenntnis", "gelernt",
        "was ich mitnehme", "highlight", "kurz", "takeaway", "takeaways", "erkenntnisse", "lehre", "botschaft",
        "ergebnis",
    ]),
    courtesy: Phrases::of(&[
        "danke", "dank", "vielen dank", "dankeschön", "bedanken", "entschuldigung", "sorry", "sponsoren", "sponsor",
        "leider", "glückwunsch", "verspätung", "verspätet", "entschuldigt", "entschuldigen", "verzeiht", "nachsicht",
        "dazu gekommen", "zeit gefunden",
    ]),
    logistics: Phrases::of(&[
        "flug", "flughafen", "hotel", "zug", "bahn", "abendessen", "mittagessen", "frühstück", "bier", "kaffee",
        "essen", "pizza", "müde", "wetter", "anreise", "abreise", "party", "bar", "verpflegung", "angekommen",
        "parkplatz",
    ]),
    pointing: Phrases::of(&[
        "unten", "oben", "in diesem beitrag", "in diesem artikel", "hier", "die folien", "findet ihr", "finden sich",
        "zu finden", "nachlesen", "wie gesagt", "im folgenden", "weiter unten", "siehe", "videos", "fotos",
        "verlinkt", "nächsten beitrag", "schreibe ich", "aufschreiben", "zusammenfassen", "zu papier",
        "niederschreiben",
    ]),
    past: Phrases::of(&[
        "war", "waren", "hatte", "hatten", "fand", "fanden", "gab", "ging", "kam", "kamen", "wurde", "wurden",
        "trafen", "habe", "haben", "konnte", "konnten", "durfte", "durften",
    ]),
    connective: Phrases::of(&[
        "allerdings", "jedoch", "außerdem", "insgesamt", "also", "natürlich", "leider", "schließlich", "zum schluss",
        "abschließend", "alles in allem", "tja", "nun", "ja", "zudem", "trotzdem", "déjà", "als erstes",
        "als nächstes", "drittens", "viertens",
    ]),
    future: Phrases::of(&["wird", "werden", "würde"]),
    closing: Phrases::of(&[
        "fazit", "zusammenfassung", "schluss", "resümee", "abschluss", "mein fazit", "rückblick", "zum schluss",
        "ausblick",
    ]),
    counted: Phrases::of(&[
        "leute", "menschen", "teilnehmer", "teilnehmerinnen", "teilnehmende", "teilnehmenden", "besucher",
        "vorträge", "vorträgen", "sessions", "tage", "tagen", "sprecher", "ländern", "länder", "gäste",
        "personen",
    ]),
    biography: Phrases::of(&[
        "ist ein", "ist eine", "arbeitet als", "arbeitet bei", "ist der", "ist die",
    ]),
    joint: Phrases::of(&[
        "weitere", "anderen", "außerdem", "ebenfalls", "danach", "anschließend", "auch", "nächste", "beide", "andere", "letzte", "letzten", "zweite", "zwei", "drei", "beiden",
    ]),
    many: Phrases::of(&["vorträge", "vorträgen", "talks", "sessions", "keynotes", "workshops", "referenten", "redner", "sprecher", "speaker"]),
    advice: Phrases::of(&["soll", "sollen", "sollte", "sollten", "muss", "müssen", "kann", "können", "wenn", "will", "wollen", "darf"]),
    states: Phrases::of(&["ist", "sind"]),
    tells: Phrases::of(&["über", "wie", "warum", "was"]),
    aside: Phrases::of(&["nur", "sogar", "auch", "schon", "noch"]),
    invite: Phrases::of(&[
        "kommt vorbei", "meldet euch", "schreibt uns", "folgt uns", "bis zum nächsten", "bis nächstes jahr",
        "wir freuen uns", "sehen uns", "macht mit", "anmelden", "melde dich", "schaut", "lasst", "bis dann",
        "wir sehen uns", "kontaktiert",
    ]),
    video: Phrases::of(&["video", "videos", "aufzeichnung", "aufzeichnungen", "youtube", "mitschnitt"]),
    slides: Phrases::of(&["folien", "slides", "präsentation", "foliensatz"]),
    credit: Phrases::of(&["foto von", "fotos von", "foto", "bild von", "bildquelle", "quelle", "fotograf"]),
    events: Phrases::of(&[
        "konferenz", "tagung", "meetup", "treffen", "barcamp", "kongress", "messe", "forum", "tage", "gipfel",
        "fachtagung", "workshop", "symposium", "usergroup",
    ]),
};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// German wording.
pub(super) static WORDING: Wording = Wording {
    code: "de",
    recap: "{} im Rückblick",
    with: "Mit {}.",
    mine: "Mein Vortrag",
    also: "Außerdem im Rückblick: {}",
    read: "Der ganze Rückblick: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}Eine Aufzeichnung ist online",
            recordings: "{}Die Aufzeichnungen sind online",
            slides: "{}Die Folien sind online",
            both: "{}Aufzeichnungen und Folien sind online",
        },
        further: Announced {
            recording: "{}Eine weitere Aufzeichnung ist online",
            recordings: "{}Weitere Aufzeichnungen sind online",
            slides: "{}Weitere Folien sind online",
            both: "{}Weitere Aufzeichnungen und Folien sind online",
        },
        end: ".",
    },
    colon: ": ",
    // Guillemets pointing inwards: a closing “ at the end of a post looks like an opening one.
    quotes: ("»", "«"),
    inner_quotes: ("›", "‹"),
    comma: ", ",
    and: |_| " und ",
    more: |count| {
        if count == 1 {
            " und 1 weiterer Beitrag".to_owned()
        } else {
            format!(" und {count} weitere")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, (".", " ", " ")),
};
