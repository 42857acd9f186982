//! Italian.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "it",
    common: Phrases::of(&[
        "il", "lo", "gli", "di", "che", "e", "un", "una", "per", "con", "del", "della", "non", "è", "sono",
        "alla", "dei", "ho", "abbiamo", "stato", "nel", "le", "si", "più", "al", "siamo",
    ]),
    by: Phrases::of(&[
        "presentato da", "presentata da", "tenuto da", "tenuta da", "a cura di", "da", "di", "con", "presentati da", "presentate da",
        "condotto da", "condotta da", "guidato da", "guidata da", "tenuti da", "tenute da",
    ]),
    and: Phrases::of(&["e", "ed", "con"]),
    of: Phrases::of(&["di", "da", "del", "della"]),
    about: Phrases::of(&["su", "sul", "sulla", "sui", "sulle", "sugli", "sullo"]),
    with: Phrases::of(&["con"]),
    introduces: Phrases::of(&[
        "relatore è stato", "relatrice è stata", "turno di", "ha aperto", "iniziato con", "aperto da", "aperta da", "chiuso da", "chiusa da", "seguito da", "la volta di",
        "abbiamo ascoltato", "ho ascoltato", "ascoltato", "ascoltare", "abbiamo sentito", "relatore", "relatrice", "nel suo talk",
        "nel suo intervento", "nella sua presentazione", "nel suo keynote", "nella sua sessione", "affidata a", "affidato a", "sul palco",
        "salito sul palco", "in chiusura", "la parola a", "protagonista è stato", "protagonista è stata", "dopo di lui", "dopo di lei",
        "cominciato con", "comincia con", "inizia con", "ho visto", "abbiamo visto", "terminato con", "spazio a", "è il turno di",
        "andato a sentire", "andata a sentire", "andato a vedere", "andata a vedere", "andato ad ascoltare",
        "poi il turno di",
    ]),
    meets: Phrases::of(&[
        "grazie a", "ringraziare", "ringraziamo", "ringrazio", "conosciuto", "conoscere", "incontrato", "foto di", "foto", "moderati da",
        "moderata da", "moderato da", "organizzato da", "organizzata da", "sponsorizzato da", "libro di", "compleanno di", "complimenti a",
        "chiacchierato con", "parlato con",
        "come disse", "disse una volta",
    ]),
    deeds: Phrases::of(&[
        "ha fatto una domanda", "fa una domanda", "ha chiesto se", "ha sponsorizzato", "sponsorizza", "ha organizzato",
        "che ha organizzato", "ha moderato", "ha vinto", "terrà", "parlerà", "presenterà", "aprirà", "ha aiutato", "ha offerto",
        "ha scritto", "scrisse", "autore di", "autrice di",
        "ha scattato", "distribuiva",
    ]),
    roles: Phrases::of(&[
        "ingegnere", "sviluppatore", "sviluppatrice", "fondatore", "direttore", "professore", "architetto",
        "consulente", "responsabile",
        "collega", "colleghi", "partecipante", "ricercatore", "ricercatrice", "cofondatore", "cofondatrice", "studente", "studentessa",
        "programmatore", "programmatrice", "ingegnera", "direttrice", "professoressa", "architetta",
        "stagista", "tirocinante", "studioso",
    ]),
    within: Phrases::of(&["in cui", "dove"]),
    titled: Phrases::of(&["intitolato", "intitolata", "dal titolo", "chiamato"]),
    months: [
        &["gennaio"], &["febbraio"], &["marzo"], &["aprile"], &["maggio"], &["giugno"],
        &["luglio"], &["agosto"], &["settembre"], &["ottobre"], &["novembre"], &["dicembre"],
    ],
    verbs: Phrases::of(&[
        "hanno", "presentano", "parlano", "raccontano", "spiegano", "mostrano", "presentato", "ha",
        "presenta", "parla", "spiega", "mostra", "racconta", "condivide", "introduce", "illustra", "apre",
        "chiude", "tiene", "descrive", "affronta",
        "parlato", "spiegato", "mostrato", "raccontato", "condiviso", "introdotto", "illustrato", "aperto", "chiuso", "tenuto", "descritto",
        "affrontato", "proseguito", "continuato", "guidato", "accompagnato", "salito", "salita", "chiesto", "chiesta", "concluso",
        "dimostrato", "ripercorso", "discusso", "approfondito", "trattato", "confrontato", "ricordato", "proposto", "portato", "parlando",
        "raccontando", "spiegando", "mostrando", "parlare", "raccontare", "spiegare", "mostrare", "presentare", "dimostra", "conclude",
        "prosegue", "ricorda", "analizza", "analizzato", "riassume", "riassunto", "preparato", "dato", "iniziato", "esplorato", "lanciato",
        "contato", "terminato", "finito", "continua", "dimostrano", "concludono", "illustrano",
        "cominciato",
    ]),
    me: Phrases::of(&[
        "ho", "ero",
    ]),
    refusals: Phrases::of(&["non", "mai", "nessun", "nessuna", "rifiutato", "rifiutata", "annullato"]),
    spoke: Phrases::of(&[
        "parlato", "presentato", "raccontato", "piacere di parlare", "piacere di presentare", "piacere di tenere",
        "abbiamo presentato", "onore di parlare", "onore di presentare", "occasione di parlare", "possibilità di parlare",
        "parlato di", "parlato del", "parlato della", "parlato dei", "parlato delle", "parlato dello",
        "il mio contributo è stato", "relatore", "relatrice",
    ]),
    gave: Phrases::of(&["tenuto", "fatto", "dato", "portato", "piacere di fare", "onore di tenere"]),
    mine: Phrases::of(&["mio", "mia", "mio proprio"]),
    company: Phrases::of(&[
        "tassista", "autista", "vicino", "vicina", "vicini", "collega", "colleghi", "colleghe", "amico", "amica",
        "amici", "amiche", "sconosciuto", "sconosciuti", "sponsor", "organizzatori", "volontari", "qualcuno",
        "moglie", "marito", "capo", "lui", "lei", "relatori",
    ]),
    praise: Phrases::of(&[
        "mio preferito", "mia preferita", "talk preferito", "miglior talk", "migliore talk", "miglior intervento",
        "migliore sessione", "miglior keynote", "momento migliore", "ho adorato", "mi ha colpito", "mi ha entusiasmato",
        "piaciuto di più", "piaciuta di più", "mi è piaciuto molto", "mi è piaciuta molto",
    ]),
    talks: Phrases::of(&[
        "intervento", "interventi", "talk", "keynote", "sessione", "sessioni", "presentazione",
        "presentazioni", "workshop", "tavola rotonda", "laboratorio", "seminario",
        "seminari", "laboratori", "panel", "dibattito", "conferenza", "demo", "lightning talk", "relazione", "lezione", "talks", "tavole rotonde",
        "l'intervento", "dell'intervento", "nell'intervento", "un'introduzione",
    ]),
    sessions: Phrases::of(&[
        "interventi", "gli interventi", "talk", "i talk", "sessioni", "le sessioni", "presentazioni",
        "keynote", "programma", "relatori", "workshop", "laboratori", "scaletta",
    ]),
    others: Phrases::of(&[
        "conclusione", "conclusioni", "riassunto", "introduzione", "sponsor", "ringraziamenti", "grazie",
        "organizzazione", "organizzatori", "team", "luogo", "cibo", "link", "risorse", "riferimenti", "domande",
        "foto", "comunità", "community", "networking", "volontari", "prossimi passi", "saluti", "la location",
        "premi", "considerazioni finali", "considerazioni", "conclusioni finali", "in conclusione", "per concludere",
        "in sintesi", "in breve", "opinioni", "premessa",
        "contesto", "l'evento", "il luogo", "la sede", "l'organizzazione", "gli organizzatori", "gli sponsor",
        "i partecipanti", "partecipanti", "pubblico", "il viaggio", "viaggio", "arrivo", "il cibo", "pranzo", "cena",
        "la cena", "festa", "atmosfera", "l'atmosfera", "le foto", "galleria",
        "statistiche", "numeri", "qualche numero", "i numeri", "feedback", "sondaggio", "vincitori", "premiazione",
        "prossimo evento", "prossimi eventi", "prossima edizione", "il prossimo appuntamento", "arrivederci",
        "alla prossima", "contatti", "chi siamo", "sull'autore", "note", "altro", "varie",
        "tutto il resto", "vedi anche", "per approfondire", "approfondimenti", "bonus",
    ]),
    rosters: Phrases::of(&[
        "partecipanti", "organizzatori", "organizzatrici", "vincitori", "vincitore", "vincitrice", "progetti",
        "squadre", "volontari", "giuria",
    ]),
    prizes: Phrases::of(&[
        "primo premio", "secondo premio", "terzo premio", "primo posto", "secondo posto", "terzo posto",
        "premio è andato", "vincitore è", "vincitori sono", "squadra vincitrice", "progetto vincitore",
    ]),
    breaks: Phrases::of(&[
        "pranzo", "pausa", "pausa caffè", "caffè", "registrazione", "colazione", "cena", "benvenuto", "apertura",
        "chiusura", "aperitivo", "saluti", "accoglienza", "registrazioni", "accrediti", "accredito", "introduzione",
        "benvenuto e introduzione", "coffee break", "buffet", "rinfresco", "merenda", "domande", "domande e risposte",
        "premiazione", "estrazione", "conclusioni", "fine", "foto di gruppo",
    ]),
    recap: Phrases::of(&[
        "resoconto", "resoconto del", "resoconto della", "resoconto di", "riassunto", "riassunto del",
        "riassunto della", "report", "report da", "report dal", "impressioni", "impressioni da",
        "impressioni dal", "com'è andata", "com'è andato", "com'è andata la", "com'è andato il",
        "la mia esperienza al", "la mia esperienza a", "appunti", "appunti da", "appunti dal", "recap",
        "ritorno da", "ritorno dal", "al", "alla", "a", "il", "la", "lo", "un", "una", "del", "della", "di",
        "il racconto", "il racconto di", "il racconto del", "cosa abbiamo visto", "cosa ho imparato", "di ritorno da", "di ritorno dal", "note da", "com'è stato", "cronaca", "cronaca del", "una giornata a", "bilancio", "è andata così", "il mio primo", "la mia prima", "i miei primi",
    ]),
    attended: Phrases::of(&[
        "ho partecipato", "abbiamo partecipato", "sono stato", "sono stata", "siamo stati", "si è tenuto",
        "si è tenuta", "si è svolto", "si è svolta", "sono andato", "siamo andati", "settimana scorsa",
        "scorso", "scorsa", "ieri", "quest'anno", "ha avuto luogo", "si sono tenuti", "si sono tenute", "ci siamo ritrovati", "ci siamo trovati", "ci siamo incontrati", "abbiamo organizzato", "ho avuto", "abbiamo avuto", "sono tornato", "siamo tornati", "si è conclusa", "si è concluso", "ha ospitato", "ero", "eravamo", "ho assistito", "abbiamo assistito", "ho passato", "abbiamo passato",
    ]),
    coming: Phrases::of(&[
        "si terrà", "si svolgerà", "avrà luogo", "iscriviti", "iscrivetevi", "registrati", "non perdere",
        "vi aspettiamo", "ti aspettiamo", "prossimamente", "in arrivo", "presenterà", "vi invitiamo",
        "parteciperà",
        "relatori confermati", "prenota il tuo posto",
    ]),
    elsewhere: Phrases::of(&[
        "note di rilascio", "versione", "rilascio", "newsletter", "settimanale", "libri", "letture",
        "intervista", "guida", "tutorial", "novità", "come",
    ]),
    places: Phrases::of(&["tenuto a", "tenuta a", "svolto a", "svolta a", "a", "ad", "in"]),
    cities_in: &[],
    moves: Phrases::of(&["da", "verso", "di"]),
    place_articles: Phrases::of(&["il", "la", "lo", "i", "le"]),
    place_joins: Phrases::of(&["di", "del", "della", "sul"]),
    place_labels: Phrases::of(&["luogo", "dove", "sede"]),
    venues: Phrases::of(&[
        "università", "hotel", "centro", "museo", "teatro", "biblioteca", "auditorium", "campus", "ufficio",
    ]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["inglese", "italiano", "generale"]),
    online: Phrases::of(&["evento online", "evento virtuale", "edizione online", "interamente online"]),
    says_online: Phrases::of(&["online", "virtuale"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&["prossimo anno", "prossima edizione", "anni fa", "anno scorso", "vive a", "abito a"]),
    title_places: Phrases::of(&["a", "dal", "al", "alla", "di", "in"]),
    until: Phrases::of(&["al", "e", "a"]),
    of_days: Phrases::of(&["di", "il"]),
    ordinal_ends: Phrases::of(&["º", "ª"]),
    filing: Phrases::of(&[
        "eventi", "generale", "varie", "opinioni", "resoconto", "evento", "conferenza", "conferenze", "notizie",
        "novità", "primavera", "estate", "autunno", "inverno", "viaggi", "viaggio", "lettura", "letture", "scrittura",
        "programmazione", "sviluppo", "tecnologia", "strumenti", "comunità", "lavoro", "progetti", "progetto",
        "riassunto", "incontro", "incontri", "annunci", "personale",
        "italiano", "inglese",
    ]),
    abbreviations: Phrases::of(&["sig", "dott", "ing", "prof", "fig", "cap", "art", "pag"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&[]),
    joints: Phrases::of(&[
        "il", "lo", "gli", "i", "di", "del", "della", "dei", "delle", "che", "con", "per", "è", "ed", "nel",
        "nella", "sul", "sulla", "al", "alla", "un'", "non",
    ]),
    journeys: Phrases::of(&["volo", "aereo", "aeroporto", "treno"]),
    written_on: Phrases::of(&["pubblicato", "aggiornato"]),
    one_of_days: Phrases::of(&["primo giorno", "secondo giorno", "ultimo giorno"]),
    yesterday: Phrases::of(&["ieri", "ieri sera"]),
    today: Phrases::of(&["oggi", "stasera"]),
    last: Phrases::of(&["scorso", "scorsa"]),
    weekdays: [&["lunedì"], &["martedì"], &["mercoledì"], &["giovedì"], &["venerdì"], &["sabato"], &["domenica"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["canale"]),
    parts: Phrases::of(&["giorno", "giorni", "parte"]),
    ordinals: Phrases::of(&["uno", "due", "tre"]),
    rounding: Phrases::of(&[
        "più di", "oltre", "oltre i", "oltre le", "circa", "quasi", "almeno", "fino a", "meno di", "intorno a",
    ]),
    name_joins: Phrases::of(&["di", "del", "della", "per", "of", "the", "for"]),
    dangling: Phrases::of(&[
        "questo", "questa", "questi", "queste", "quello", "quella", "quelli", "ciò", "esso", "essa", "loro",
        "ma", "e", "anche", "inoltre", "però", "tuttavia", "quindi", "così", "poi", "infine", "dunque",
        "perciò", "qui", "lì", "altro", "altra", "ad esempio", "oppure", "o", "entrambi", "ciao", "salve",
    ]),
    telling: Phrases::of(&["lui", "lei", "il talk", "la relatrice", "il relatore", "l'intervento"]),
    own_view: Phrases::of(&["io", "noi", "ho", "mio", "mia", "se", "purtroppo"]),
    ranking: Phrases::of(&[
        "prima", "primo", "seconda", "secondo", "terza", "terzo", "quarta", "quinta", "edizione", "annuale",
        "più grande", "record", "uno",
    ]),
    verdict: Phrases::of(&[
        "successo", "ottimo", "ottima", "bello", "bella", "bellissimo", "bellissima", "grande", "interessante",
        "interessanti", "migliore", "piaciuto", "piaciuta", "divertente", "divertito", "entusiasmo",
        "fantastico", "esperienza", "soddisfatto", "complimenti", "valsa la pena", "nel complesso",
        "eccellente", "gradevole",
        "ottimi", "ottime", "belli", "belle", "grandioso", "interessantissimo", "migliori", "piaciuti", "piaciute", "divertenti", "entusiasta", "entusiasti", "fantastica", "soddisfatti", "soddisfazione", "felice", "felici", "contento", "contenti", "orgogliosi", "orgoglioso", "splendido", "splendida", "meraviglioso", "stimolante", "stimolanti", "coinvolgente", "coinvolgenti", "indimenticabile", "eccezionale", "straordinario", "straordinaria", "ben organizzato", "ben organizzata", "consiglio", "deluso", "delusione", "impressionante", "piacere", "onore", "atmosfera", "calore", "arricchente", "speciale",
    ]),
    lesson: Phrases::of(&[
        "imparato", "conclusione", "lezione", "importante", "interessante", "l'idea", "il punto", "colpito",
        "ricordare", "messaggio", "in sintesi", "bisogna",
    ]),
    remarks: Phrases::of(&[
        "nota", "note", "i miei appunti", "appunti", "riassunto", "descrizione", "commento", "il mio parere",
        "parere", "impressione", "cosa ho imparato", "in breve", "in sintesi", "idea chiave", "conclusione",
        "conclusioni", "lezione", "messaggio", "takeaway",
    ]),
    courtesy: Phrases::of(&[
        "grazie", "ringraziare", "ringraziamento", "ringraziamenti", "scusate", "sponsor", "organizzatori",
        "complimenti", "purtroppo", "ritardo", "scusa", "perdonate",
    ]),
    logistics: Phrases::of(&[
        "volo", "aereo", "aeroporto", "hotel", "albergo", "treno", "cena", "pranzo", "colazione", "birra",
        "birre", "caffè", "cibo", "pizza", "stanco", "viaggio", "festa", "bar", "motivi personali", "arrivato",
        "arrivati", "buffet",
        "metropolitana", "taxi", "autobus", "macchina", "auto", "stazione", "ostello", "valigia", "dormire", "dormito", "sonno", "fame", "ristorante", "pioggia", "biglietto", "biglietti", "iscritto", "iscrizione", "la mia azienda", "ritardo", "pausa caffè", "aperitivo",
    ]),
    pointing: Phrases::of(&[
        "qui sotto", "più in basso", "in questo post", "in questo articolo", "qui", "ecco", "le slide", "video",
        "foto", "link", "prossimo post", "trovate", "potete", "scrivo", "scrivere", "vi racconto", "raccontare",
        "questo post", "questo articolo",
    ]),
    past: Phrases::of(&[
        "era", "erano", "stato", "stata", "stati", "è stato", "è stata", "ho", "abbiamo", "aveva", "fu", "sono",
        "c'era", "c'erano", "hanno",
    ]),
    conjunctions: Phrases::of(&["e", "ma"]),
    connective: Phrases::of(&[
        "tuttavia", "inoltre", "anche", "ovviamente", "purtroppo", "infine", "insomma", "quindi", "comunque",
        "in conclusione", "nel complesso", "però", "poi", "allora", "in primo luogo", "in secondo luogo", "per primo",
    ]),
    future: Phrases::of(&["sarà", "saranno", "parlerà", "presenterà"]),
    closing: Phrases::of(&[
        "conclusioni", "conclusione", "in conclusione", "riassunto", "impressioni", "considerazioni finali",
        "bilancio", "fine",
    ]),
    counted: Phrases::of(&[
        "persone", "partecipanti", "sviluppatori", "talk", "speaker", "relatori", "sessioni", "giorni", "paesi",
        "visitatori", "interventi",
        "studenti", "iscritti", "programmatori", "volontari", "squadre", "team", "ore", "città", "progetti", "sponsor", "membri", "edizioni", "donne", "ospiti", "presenze", "aziende", "workshop", "tracce",
    ]),
    biography: Phrases::of(&[
        "è un", "è una", "lavora in", "lavora come", "è il", "è la", "lavora per",
    ]),
    joint: Phrases::of(&[
        "altro", "altra", "altri", "altre", "anche", "inoltre", "poi", "successivo", "entrambi", "ultimo", "ultima", "secondo", "due", "tre", "ogni",
    ]),
    many: Phrases::of(&["talk", "interventi", "relatori", "sessioni", "presentazioni", "speaker", "workshop"]),
    advice: Phrases::of(&["deve", "devono", "dovrebbe", "può", "possono", "bisogna", "se", "vuole", "occorre"]),
    states: Phrases::of(&["è", "sono"]),
    tells: Phrases::of(&["su", "come", "perché", "cosa"]),
    aside: Phrases::of(&["solo", "soltanto", "persino", "anche", "pure"]),
    invite: Phrases::of(&[
        "ci vediamo", "unisciti", "unitevi", "iscriviti", "iscrivetevi", "contattaci", "contattateci",
        "scrivici", "seguici", "seguiteci", "vi aspettiamo", "alla prossima", "fateci sapere", "partecipate",
        "venite", "non vediamo l'ora",
    ]),
    video: Phrases::of(&["video", "registrazione", "youtube", "registrazioni"]),
    slides: Phrases::of(&["slide", "slides", "diapositive", "presentazione"]),
    credit: Phrases::of(&["foto di", "immagine di", "crediti", "credit"]),
    events: Phrases::of(&[
        "conferenza", "convegno", "incontro", "meetup", "congresso", "giornata", "giornate", "forum",
        "festival", "raduno", "workshop", "fiera",
    ]),
};

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Italian wording.
pub(super) static WORDING: Wording = Wording {
    code: "it",
    recap: "{}: com’è andata",
    with: "Con {}.",
    mine: "Il mio talk",
    also: "Nel resoconto anche: {}",
    read: "Il resoconto completo: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}c’è una registrazione online",
            recordings: "{}le registrazioni sono online",
            slides: "{}le slide sono online",
            both: "{}registrazioni e slide sono online",
        },
        further: Announced {
            recording: "{}c’è un’altra registrazione online",
            recordings: "{}ci sono altre registrazioni online",
            slides: "{}ci sono altre slide online",
            both: "{}ci sono altre registrazioni e slide online",
        },
        end: ".",
    },
    colon: ": ",
    stop: ". ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |next| {
        if next.starts_with(['e', 'E', 'é', 'É', 'è', 'È']) {
            " ed "
        } else {
            " e "
        }
    },
    more: |count| {
        if count == 1 {
            " e un altro".to_owned()
        } else {
            format!(" e altri {count}")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
