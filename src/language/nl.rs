//! Dutch.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "nl",
    // Few of these are words of Afrikaans.
    common: Phrases::of(&[
        "de", "het", "een", "van", "voor", "niet", "zijn", "naar", "bij", "werd", "werden", "deze", "ik", "je", "wordt",
        "heeft", "hebben", "nog", "wij", "ze", "hij", "uit", "ook", "onze", "wat", "heel",
    ]),
    by: Phrases::of(&[
        "gepresenteerd door", "gegeven door", "gehouden door", "verzorgd door", "geleid door", "gemodereerd door", "door", "van", "met",
    ]),
    and: Phrases::of(&["en", "met", "samen met"]),
    of: Phrases::of(&["van", "van de", "van het", "bij", "uit"]),
    about: Phrases::of(&["over"]),
    with: Phrases::of(&["met"]),
    introduces: Phrases::of(&[
        "spreker was", "spreekster was", "de eerste spreker was", "de volgende spreker was", "de laatste spreker was", "geopend door", "afgesloten door", "begon met", "opende met", "gevolgd door", "daarna kwam", "daarna was", "daarna sprak", "de aftrap was voor", "aftrap door", "de beurt aan", "het woord aan", "het podium was voor", "trapte af", "de spits af", "de eer aan",
        "we luisterden naar", "luisterden naar", "luisterde ik naar", "luisteren naar", "we hoorden", "spreker", "spreekster", "in zijn lezing", "in haar lezing", "in zijn praatje", "in haar praatje", "in zijn presentatie", "in haar presentatie", "in zijn talk", "in haar talk", "in zijn keynote", "in haar keynote", "kwam van", "kwam voor rekening van", "verzorgd door", "sloot af", "tot slot liet", "het podium aan", "daarna gaf", "tot slot sprak",
        "ik zag ook", "zag ik", "zagen we", "ik zag", "verder met", "eindigde met", "startte met",
    ]),
    meets: Phrases::of(&[
        "dank aan", "bedankt aan", "met dank aan", "ontmoette ik", "ontmoette", "ontmoet", "foto", "foto van", "foto's van", "gemodereerd door", "georganiseerd door", "gesponsord door", "boek van", "verjaardag van", "gefeliciteerd aan", "gepraat met", "sprak ik met", "praatte met", "diner met",
        "zal", "zullen", "gaat",
    ]),
    deeds: Phrases::of(&[
        "stelde een vraag", "vroeg of", "sponsorde", "sponsort", "organiseerde", "die het hele", "modereerde", "won", "zal", "zullen", "gaat volgend", "geeft volgend", "hielp", "kocht", "was jarig",
    ]),
    roles: Phrases::of(&[
        "ontwikkelaar", "oprichter", "oprichtster", "ingenieur", "hoogleraar", "architect", "adviseur", "directeur", "onderzoeker",
        "onderzoekster", "docent", "beheerder", "programmeur",
        "collega", "collega's", "deelnemer", "deelneemster", "professor", "onderzoekers", "ontwikkelaars", "student", "medeoprichter", "consultant", "adviseurs", "oud-collega",
        "stagiair", "stagiaire", "organisator",
    ]),
    titled: Phrases::of(&["getiteld", "genaamd", "met de titel", "met als titel", "onder de titel"]),
    months: [
        &["januari", "jan"], &["februari", "feb"], &["maart", "mrt"], &["april", "apr"], &["mei"], &["juni", "jun"],
        &["juli", "jul"], &["augustus", "aug"], &["september", "sept", "sep"], &["oktober", "okt"], &["november", "nov"], &["december", "dec"],
    ],
    verbs: Phrases::of(&[
        "vertelde", "vertelt", "vertelden", "vertellen", "sprak", "spreekt", "spraken", "presenteerde", "presenteert", "presenteerden",
        "liet", "laat", "lieten", "toonde", "toont", "toonden", "gaf", "geeft", "gaven", "hield", "houdt", "hielden", "legde", "legt", "legden",
        "besprak", "bespreekt", "bespraken", "demonstreerde", "demonstreert", "deelde", "deelt", "deelden", "nam", "neemt", "namen", "opende",
        "opent", "pleitte", "pleit", "begon", "ging", "beschreef", "beschrijft", "behandelde", "behandelt", "introduceerde", "introduceert",
        "leidde", "vroeg", "praatte", "praat", "waarschuwde", "trapte",
        "volgde", "volgden", "betrad", "vervolgde", "sloot", "sloten", "besloot", "vergeleek", "vatte", "bracht", "verwoordde", "kwam", "stond", "schetste", "belichtte", "begonnen", "keek", "blikte", "lichtte", "analyseerde", "betoogde", "benadrukte", "demonstreerden", "introduceerden", "beschreven", "verklaarde", "onthulde", "verzorgde", "verzorgden", "verraste",
        "praten", "spreken", "uitleggen", "sluiten", "telde", "telden", "leidden", "gingen", "eindigde", "eindigden", "uitgelegd", "noemde", "stelden", "stelde",
    ]),
    talks: Phrases::of(&[
        "talk", "talks", "lezing", "lezingen", "presentatie", "presentaties", "praatje", "praatjes", "sessie", "sessies", "keynote",
        "keynotes", "workshop", "workshops", "voordracht", "paneldiscussie", "panel", "demo", "lightning talk", "lightning talks", "tutorial",
        "debat", "paneldiscussies", "panelgesprek", "verhaal", "demo's", "tutorials", "voordrachten",
    ]),
    sessions: Phrases::of(&[
        "talks", "de talks", "lezingen", "de lezingen", "presentaties", "de presentaties", "sessies", "de sessies", "praatjes", "keynotes",
        "workshops", "programma", "het programma", "agenda", "sprekers", "de sprekers", "lightning talks", "hoogtepunten",
    ]),
    others: Phrases::of(&[
        "conclusie", "conclusies", "samenvatting", "inleiding", "introductie", "sponsors", "sponsoren", "de sponsors", "onze sponsors", "bedankt",
        "dank", "dankwoord", "met dank aan", "organisatie", "de organisatie", "organisatoren", "team", "het team", "locatie", "de locatie",
        "eten", "het eten", "eten en drinken", "catering", "links", "bronnen", "meer lezen", "verder lezen", "vragen", "foto's", "beelden", "terugblik",
        "vooruitblik", "tot slot", "slot", "afsluiting", "slotwoord", "slotgedachte", "community", "netwerken", "borrel", "de borrel", "feest",
        "het feest", "sfeer", "de sfeer", "algemene indruk", "mijn indruk", "voorwoord", "achtergrond", "de dag", "deelnemers", "de deelnemers",
        "bezoekers", "vrijwilligers", "over ons", "over mij", "over de auteur", "contact", "reacties", "aanmelden", "inschrijven", "reis", "de reis",
        "hotel", "overnachting", "lunch", "ontbijt", "diner", "pauze", "prijzen", "winnaars", "loterij", "cijfers", "in cijfers", "statistieken",
        "feedback", "verbeterpunten", "wat beter kan", "overig", "overige", "diversen", "de rest", "en verder", "wat verder", "aankondigingen",
        "volgende keer", "de volgende keer", "volgende editie", "volgend jaar", "volgende meetup", "tot de volgende keer", "tot volgend jaar",
        "inhoud", "inhoudsopgave", "bonus", "nawoord", "lessen", "geleerd", "wat ik leerde", "al met al",
    ]),
    breaks: Phrases::of(&[
        "lunch", "pauze", "lunchpauze", "koffie", "koffiepauze", "koffie en thee", "registratie", "ontbijt", "diner", "avondeten", "ontvangst",
        "ontvangst met koffie", "inloop", "welkom", "welkomstwoord", "opening", "afsluiting", "slotwoord", "borrel", "netwerkborrel", "netwerken",
        "drankjes", "pizza", "bier", "aankomst", "vertrek", "einde", "introductie", "prijsuitreiking", "loterij", "groepsfoto", "vragen", "buffet",
        "barbecue", "zaal open", "deuren open", "hapjes", "feest", "naborrel",
    ]),
    recap: Phrases::of(&[
        "verslag", "verslag van", "verslag van de", "een verslag van", "conferentieverslag", "kort verslag", "terugblik", "terugblik op",
        "terugblik op de", "terugblik op het", "een terugblik op", "samenvatting", "samenvatting van", "impressie", "impressie van", "een impressie van", "indrukken", "indrukken van",
        "notities", "notities van", "recap", "hoogtepunten", "hoogtepunten van", "lessen van", "onze lessen van", "wat we leerden op", "wat ik leerde op", "bezoek aan",
        "een bezoek aan", "op bezoek bij", "naar", "op", "bij", "van", "de", "het", "een", "mijn", "onze", "mijn eerste", "onze eerste", "een dag op",
        "een dag bij", "twee dagen op", "dit was", "dat was", "zo was", "terug van", "we waren bij", "we waren op", "ervaringen", "ervaringen van", "in beeld", "nabeschouwing", "evaluatie",
    ]),
    attended: Phrases::of(&[
        "was ik", "waren we", "waren wij", "ik was", "we waren", "wij waren", "vond plaats", "plaatsvond", "ik bezocht", "bezocht ik", "bezochten we", "we bezochten", "bezocht",
        "bezochten", "aanwezig", "bijgewoond", "deelgenomen", "ging ik", "gingen we", "we gingen", "ik ging", "afgelopen", "vorige week", "vorige maand", "gisteren", "dit jaar",
        "bij elkaar", "kwamen samen", "kwamen we", "hielden we", "organiseerden we", "georganiseerd", "werd gehouden", "werd georganiseerd", "we mochten", "ik mocht", "mochten we", "te gast",
        "was het zover", "reisden we", "ik reisde", "trokken we", "terug van", "de eerste dag", "we waren erbij", "erbij zijn",
    ]),
    coming: Phrases::of(&[
        "zal plaatsvinden", "vindt plaats", "meld je aan", "schrijf je in", "aanmelden kan", "inschrijven kan", "binnenkort", "aankomende", "aanstaande", "komende",
        "kom langs", "we nodigen", "je bent welkom", "wees erbij", "kaarten zijn", "tickets zijn", "koop je ticket", "mis het niet", "zal spreken", "zullen spreken",
        "call for papers", "call for speakers", "tot dan", "op het programma staat", "in de agenda",
    ]),
    elsewhere: Phrases::of(&[
        "nieuwsbrief", "weekoverzicht", "maandoverzicht", "jaarverslag", "jaaroverzicht", "voortgangsrapport", "boeken", "leeslijst", "interview",
        "handleiding", "stappenplan", "uitgebracht", "vacature", "podcast", "aflevering",
    ]),
    places: Phrases::of(&["plaats in", "gehouden in", "in", "te"]),
    cities_in: &[],
    moves: Phrases::of(&["naar", "uit", "vanuit", "van"]),
    place_articles: Phrases::of(&["de", "het", "hartje", "zonnig", "regenachtig"]),
    place_joins: Phrases::of(&["aan", "den", "de"]),
    place_labels: Phrases::of(&["locatie", "plaats", "waar", "plek"]),
    venues: Phrases::of(&[
        "universiteit", "hogeschool", "bibliotheek", "hotel", "museum", "campus", "school", "kantoor", "theater", "congrescentrum",
    ]),
    venue_ends: Phrases::of(&["huis", "hal", "zaal", "centrum", "theater", "bibliotheek", "museum", "schouwburg"]),
    not_places: Phrases::of(&["nederlands", "engels", "duits", "frans", "productie", "nederlandse"]),
    online: Phrases::of(&["volledig online", "online plaats", "online editie", "online conferentie", "online evenement"]),
    says_online: Phrases::of(&["online", "virtueel"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "volgend jaar", "vorig jaar", "volgende editie", "vorige editie", "jaar geleden", "woont in", "woon in", "geboren in", "werkt in",
        "volgende keer", "volgende maand", "gevestigd in",
    ]),
    title_places: Phrases::of(&["in", "te", "@"]),
    until: Phrases::of(&["tot", "en", "t/m"]),
    of_days: Phrases::of(&["de", "van"]),
    ordinal_ends: Phrases::of(&["e", "de", "ste"]),
    filing: Phrases::of(&[
        "nieuws", "verslag", "verslagen", "algemeen", "overig", "evenement", "evenementen", "bijeenkomst", "bijeenkomsten", "conferentie", "conferenties",
        "congres", "dagboek", "actueel", "mening",
    ]),
    abbreviations: Phrases::of(&["dhr", "mw", "mevr", "nr", "blz", "fig", "incl", "excl", "ca"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["opname", "hier"]),
    joints: Phrases::of(&[
        "en", "of", "de", "het", "een", "van", "te", "met", "voor", "op", "aan", "als", "dat", "die", "bij", "over", "naar", "door", "zijn", "onze", "deze",
    ]),
    journeys: Phrases::of(&["vlucht", "vliegtuig", "vliegveld", "trein", "vlogen"]),
    written_on: Phrases::of(&["geplaatst", "gepubliceerd", "bijgewerkt", "geschreven"]),
    one_of_days: Phrases::of(&["laatste dag", "eerste dag", "tweede dag", "derde dag"]),
    yesterday: Phrases::of(&["gisteren", "gisteravond"]),
    today: Phrases::of(&["vandaag", "vanavond"]),
    last: Phrases::of(&["afgelopen", "vorige"]),
    weekdays: [&["maandag"], &["dinsdag"], &["woensdag"], &["donderdag"], &["vrijdag"], &["zaterdag"], &["zondag"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["kanaal"]),
    parts: Phrases::of(&["dag", "dagen", "deel"]),
    ordinals: Phrases::of(&["een", "één", "twee", "drie"]),
    rounding: Phrases::of(&[
        "meer dan", "ruim", "bijna", "ongeveer", "circa", "zo n", "rond de", "ten minste", "minder dan", "tot",
    ]),
    name_joins: Phrases::of(&["voor", "van", "de"]),
    dangling: Phrases::of(&[
        "dit", "dat", "deze", "die", "ze", "zij", "het", "maar", "en", "ook", "toch", "echter", "toen", "daarna", "daarom", "dus", "bovendien", "daarnaast",
        "daarbij", "daarmee", "hiermee", "hierbij", "zo", "hier", "daar", "er", "vervolgens", "tenslotte", "tot slot", "bijvoorbeeld", "of", "want", "andere",
        "hierna", "beide", "hallo", "hoi", "beste", "welkom",
    ]),
    telling: Phrases::of(&["hij", "zij", "ze", "de talk", "de lezing", "de presentatie", "de spreker", "zijn talk", "haar talk", "zijn presentatie"]),
    own_view: Phrases::of(&["ik", "we", "wij", "mijn", "onze", "ons", "helaas", "als je"]),
    ranking: Phrases::of(&[
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "tiende", "1e", "2e", "3e", "grootste", "jaarlijkse", "record", "editie", "uitverkocht", "ooit",
    ]),
    verdict: Phrases::of(&[
        "succes", "succesvol", "succesvolle", "geslaagd", "geslaagde", "geweldig", "geweldige", "leuk", "leuke", "mooi", "mooie", "interessant", "interessante",
        "beste", "fantastisch", "fantastische", "inspirerend", "inspirerende", "leerzaam", "leerzame", "genoten", "waardevol", "waardevolle", "de moeite waard",
        "onder de indruk", "indrukwekkend", "verrast", "boeiend", "boeiende", "hoogtepunt", "trots", "goed georganiseerd", "plezier",
    ]),
    lesson: Phrases::of(&[
        "geleerd", "leerde", "les", "lessen", "inzicht", "inzichten", "belangrijk", "belangrijkste", "boodschap", "conclusie", "blijkt", "bleek", "het idee",
        "onthouden", "meegenomen", "neem ik mee", "viel op", "overtuigd", "moet je",
    ]),
    remarks: Phrases::of(&[
        "notitie", "notities", "mijn notities", "samenvatting", "beschrijving", "opmerking", "opmerkingen", "indruk", "mijn indruk", "conclusie", "mijn conclusie",
        "kern", "boodschap", "inzicht", "geleerd", "wat ik leerde", "wat ik meeneem", "les", "lessen", "takeaway", "takeaways", "hoogtepunt", "kortom",
    ]),
    courtesy: Phrases::of(&[
        "dank", "bedankt", "dank je wel", "bedanken", "dankbaar", "sorry", "excuses", "sponsors", "sponsoren", "sponsor", "vrijwilligers", "organisatoren",
        "gefeliciteerd", "verlaat", "eindelijk tijd", "tijd gevonden", "later dan gepland",
    ]),
    logistics: Phrases::of(&[
        "vlucht", "vliegveld", "hotel", "trein", "bus", "diner", "lunch", "ontbijt", "bier", "biertje", "borrel", "koffie", "eten", "pizza", "moe",
        "aangekomen", "reis", "feest", "bar", "parkeren", "hapjes", "badge",
    ]),
    pointing: Phrases::of(&[
        "hieronder", "hierboven", "in dit artikel", "in deze blog", "in deze post", "in dit verslag", "dit artikel", "deze blog", "hier vind je", "te vinden",
        "vind je", "lees meer", "lees hier", "zoals gezegd", "slides staan", "foto's", "vorige blog", "volgende blog", "schrijf ik", "opschrijven", "terugkijken",
    ]),
    past: Phrases::of(&[
        "was", "waren", "had", "hadden", "ging", "gingen", "kwam", "kwamen", "werd", "werden", "gaf", "gaven", "vond", "vonden", "kon", "konden", "bleek",
        "heb", "hebben", "mocht", "mochten", "zag", "zagen",
    ]),
    connective: Phrases::of(&[
        "echter", "ook", "bovendien", "daarnaast", "al met al", "kortom", "dus", "natuurlijk", "helaas", "gelukkig", "uiteindelijk", "tot slot", "ten slotte",
        "verder", "toch", "overigens", "trouwens", "ten eerste", "ten tweede", "daarna",
    ]),
    future: Phrases::of(&["zal", "zullen", "gaat", "gaan"]),
    closing: Phrases::of(&[
        "conclusie", "conclusies", "samenvatting", "tot slot", "slot", "afsluiting", "slotwoord", "al met al", "terugblik", "mijn indruk", "nawoord",
    ]),
    counted: Phrases::of(&[
        "mensen", "deelnemers", "bezoekers", "aanwezigen", "ontwikkelaars", "sprekers", "talks", "lezingen", "presentaties", "sessies", "dagen", "landen",
        "bedrijven", "workshops", "gasten", "tracks",
    ]),
    biography: Phrases::of(&["is een", "werkt als", "werkt bij", "is de", "is oprichter"]),
    joint: Phrases::of(&[
        "andere", "anderen", "ook", "daarna", "vervolgens", "volgende", "beide", "laatste", "tweede", "twee", "drie", "elke", "nog een",
    ]),
    many: Phrases::of(&["talks", "lezingen", "presentaties", "sessies", "praatjes", "keynotes", "workshops", "sprekers"]),
    advice: Phrases::of(&["moet", "moeten", "kan", "kun", "kunnen", "als", "wil", "willen", "hoeft", "mag"]),
    states: Phrases::of(&["is", "zijn"]),
    tells: Phrases::of(&["over", "hoe", "waarom", "wat"]),
    aside: Phrases::of(&["alleen", "zelfs", "ook", "al", "nog"]),
    invite: Phrases::of(&[
        "kom langs", "kom ook", "meld je aan", "schrijf je in", "laat het weten", "laat ons weten", "neem contact op", "volg ons", "tot de volgende",
        "tot volgend jaar", "tot dan", "we hopen je", "doe mee", "abonneer", "houd onze", "zien we je",
    ]),
    video: Phrases::of(&["video", "video's", "opname", "opnames", "youtube", "terugkijken"]),
    slides: Phrases::of(&["slides", "presentatie", "sheets"]),
    credit: Phrases::of(&["foto van", "foto's van", "foto door", "foto", "fotografie", "beeld", "bron"]),
    events: Phrases::of(&[
        "conferentie", "congres", "meetup", "bijeenkomst", "evenement", "symposium", "dag", "dagen", "beurs", "festival", "workshop", "hackathon", "seminar",
        "gebruikersgroep",
    ]),
};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Dutch wording.
pub(super) static WORDING: Wording = Wording {
    code: "nl",
    recap: "Verslag van {}",
    with: "Met {}.",
    mine: "Mijn talk",
    also: "Ook in het verslag: {}",
    read: "Het hele verslag: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}er staat een opname online",
            recordings: "{}de opnames staan online",
            slides: "{}de slides staan online",
            both: "{}de opnames en slides staan online",
        },
        further: Announced {
            recording: "{}er staat nog een opname online",
            recordings: "{}er staan meer opnames online",
            slides: "{}er staan meer slides online",
            both: "{}er staan meer opnames en slides online",
        },
        end: ".",
    },
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |_| " en ",
    more: |count| format!(" en nog {count}"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
