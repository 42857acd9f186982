//! Swedish.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "sv",
    common: Phrases::of(&[
        "och", "att", "är", "för", "inte", "ett", "jag", "från", "till", "också", "när", "eller", "mycket", "många", "då", "där", "hur",
        "sedan", "även", "vår", "våra", "det", "den", "som", "på", "med", "av", "en", "vi", "var", "om", "de", "har",
    ]),
    by: Phrases::of(&[
        "presenterat av", "presenterad av", "hållet av", "hållen av", "framfört av", "framförd av", "lett av", "ledd av", "modererat av", "av", "med",
        "hölls av", "presenterades av", "höll av", "framfördes av", "leddes av",
    ]),
    and: Phrases::of(&["och", "med", "samt", "tillsammans med"]),
    of: Phrases::of(&["från", "på", "hos"]),
    about: Phrases::of(&["om", "kring"]),
    with: Phrases::of(&["med"]),
    introduces: Phrases::of(&[
        "talare var", "första talaren var", "nästa talare var", "sista talaren var", "först ut var", "först ut", "nästa ut var", "näst ut var", "sist ut var", "sist ut", "först på scen var", "inleddes av", "inleddes med", "öppnades av", "avslutades av", "avslutades med", "följdes av", "därefter kom", "sedan kom", "därefter talade", "dagen började med", "dagen inleddes av", "på scen stod", "dags för", "ordet till",
        "vi fick höra", "fick höra", "vi hörde", "hörde vi", "hörde jag", "lyssnade på", "lyssnade vi på", "att lyssna på", "talaren", "talare", "i sitt föredrag", "i sin presentation", "i sin keynote", "i sin session", "i sin dragning", "på scenen klev", "upp på scenen klev", "öppnade", "avslutade", "scenen intogs av", "hölls av", "presenterades av",
        "jag såg också", "jag såg", "såg jag", "såg vi", "vi såg", "fortsatte med", "började med", "startade med", "slutade med",
    ]),
    meets: Phrases::of(&[
        "tack till", "tackar", "tacka", "träffade jag", "träffade", "träffa", "foto", "foto av", "bilder av", "bild av", "modererades av", "modererat av", "moderator var", "arrangerat av", "arrangerades av", "sponsrades av", "sponsrat av", "bok av", "födelsedag för", "grattis till", "pratade med", "tåg med", "middag med",
        "kommer", "ska",
    ]),
    deeds: Phrases::of(&[
        "ställde en fråga", "frågade om jag", "sponsrade", "sponsrar", "arrangerade", "anordnade", "ordnade", "modererade", "vann", "kommer att", "ska", "hjälpte", "köpte", "fyllde år", "födelsedag", "bok i", "bok och", "bjöd på",
    ]),
    roles: Phrases::of(&[
        "utvecklare", "grundare", "medgrundare", "ingenjör", "professor", "arkitekt", "konsult", "vd", "chef", "forskare", "redaktör",
        "doktorand", "projektledare", "produktägare",
        "kollega", "kollegor", "deltagare", "programmerare", "arkitekter", "student", "säljare", "medarbetare", "grundaren", "teknikchef", "ingenjörer", "utvecklaren",
        "praktikant", "konsulter", "doktoranden",
    ]),
    titled: Phrases::of(&["med titeln", "med rubriken", "under rubriken", "kallad", "kallat", "med namnet"]),
    months: [
        &["januari", "jan"], &["februari", "feb"], &["mars"], &["april", "apr"], &["maj"], &["juni", "jun"],
        &["juli", "jul"], &["augusti", "aug"], &["september", "sept", "sep"], &["oktober", "okt"], &["november", "nov"], &["december", "dec"],
    ],
    verbs: Phrases::of(&[
        "berättade", "berättar", "pratade", "pratar", "talade", "talar", "presenterade", "presenterar", "visade", "visar", "höll", "håller", "gav",
        "ger", "förklarade", "förklarar", "delade", "delar", "beskrev", "beskriver", "diskuterade", "diskuterar", "demonstrerade", "demonstrerar",
        "demoade", "gick", "går", "tog", "tar", "inledde", "inleder", "öppnade", "öppnar", "avslutade", "avslutar", "introducerade", "föreläste",
        "föreläser", "körde", "ledde", "leder", "frågade", "argumenterade", "föreslog", "sammanfattade", "påminde", "varnade", "jämförde", "lyfte",
        "fortsatte", "klev", "följde", "ledsagade", "undrade", "bjöd", "gjorde", "berättat", "skildrade", "satte", "pekade", "kom", "analyserade", "resonerade", "uppmanade", "utforskade", "illustrerade", "betonade", "visat", "sammanfattar", "fortsätter", "föreslår", "reflekterade", "inledningstalade", "avrundade", "redogjorde", "guidade", "demonstrerat", "tipsade", "invigde",
        "prata", "tala", "berätta", "visa", "presentera", "räknade", "menade", "hävdade", "förklara", "lär", "lärde", "menar",
    ]),
    talks: Phrases::of(&[
        "föredrag", "föredraget", "föredragen", "föreläsning", "föreläsningen", "föreläsningar", "presentation", "presentationen", "presentationer",
        "session", "sessionen", "sessioner", "keynote", "keynoten", "workshop", "workshopen", "talk", "talks", "dragning", "blixttal", "panel",
        "panelsamtal", "paneldiskussion", "demo", "tutorial",
        "föreläsningarna", "presentationerna", "sessionerna", "panelen", "debatt", "samtal", "workshoppen", "workshopar", "demot", "blixtföredrag", "lightning talk", "lightning talks",
    ]),
    sessions: Phrases::of(&[
        "föredrag", "föredragen", "föreläsningar", "föreläsningarna", "presentationer", "presentationerna", "sessioner", "sessionerna", "talare",
        "talarna", "program", "programmet", "agenda", "keynotes", "workshops", "workshoppar", "höjdpunkter", "talks",
    ]),
    others: Phrases::of(&[
        "sammanfattning", "sammanfattningsvis", "slutsats", "slutsatser", "inledning", "introduktion", "sponsorer", "våra sponsorer", "tack", "stort tack",
        "tack till", "organisation", "arrangörer", "arrangörerna", "teamet", "lokalen", "lokal", "plats", "platsen", "mat", "maten", "mat och dryck", "länkar",
        "resurser", "källor", "läs mer", "läsvärt", "frågor", "foton", "bilder", "återblick", "framåtblick", "avslutning", "avslutningsvis", "slutord",
        "till sist", "tankar", "reflektioner", "mina reflektioner", "lärdomar", "mina lärdomar", "gemenskap", "mingel", "minglet", "fest", "festen", "stämning", "stämningen",
        "förord", "bakgrund", "deltagare", "deltagarna", "besökare", "volontärer", "om oss", "om mig", "om författaren", "kontakt", "kommentarer", "anmälan",
        "resan", "resa", "hotell", "hotellet", "lunch", "frukost", "middag", "paus", "priser", "vinnare", "lotteri", "siffror", "i siffror", "statistik",
        "feedback", "förbättringar", "övrigt", "resten", "allt annat", "med mera", "nyheter", "nästa gång", "nästa träff", "nästa år", "kommande träffar", "kommande evenemang",
        "vi ses", "innehåll", "bonus", "omdöme", "helhetsintryck", "intryck", "utställare", "montrar",
    ]),
    breaks: Phrases::of(&[
        "lunch", "paus", "lunchpaus", "fika", "fikapaus", "kaffe", "kaffepaus", "registrering", "frukost", "middag", "mingel", "välkomna", "välkommen",
        "invigning", "öppning", "inledning", "avslutning", "incheckning", "ankomst", "avresa", "slut", "pizza", "öl", "dryck", "mat", "efterfest", "fest",
        "frågor", "frågestund", "prisutdelning", "lotteri", "gruppfoto", "bensträckare", "dörrarna öppnas", "buffé", "nätverkande",
    ]),
    recap: Phrases::of(&[
        "rapport", "rapport från", "reserapport", "reserapport från", "konferensrapport", "återblick", "återblick på", "en återblick på", "tillbakablick", "tillbakablick på",
        "sammanfattning", "sammanfattning av", "sammanfattning från", "intryck", "intryck från", "anteckningar", "anteckningar från", "recap", "referat", "referat från",
        "höjdpunkter", "höjdpunkter från", "lärdomar", "lärdomar från", "mina lärdomar från", "reflektioner", "reflektioner från", "reflektioner efter", "tankar från", "tankar efter", "inspiration från",
        "besök på", "ett besök på", "hemma från", "hemma efter", "tillbaka från", "på", "från", "på plats på", "en dag på", "två dagar på", "dagar på", "så var", "så var det på",
        "så gick det på", "det var", "min", "mitt", "vår", "vårt", "min första", "vår första", "nyheter från", "vi var på", "jag var på", "efter", "utvärdering", "i backspegeln", "i bilder", "erfarenheter från",
    ]),
    attended: Phrases::of(&[
        "var jag", "var vi", "jag var", "vi var", "ägde rum", "hölls", "besökte jag", "besökte vi", "vi besökte", "jag besökte", "besökte", "deltog", "på plats", "närvarade",
        "åkte jag", "åkte vi", "vi åkte", "jag åkte", "förra veckan", "förra månaden", "i förra", "i helgen", "igår", "i går", "i år", "gick av stapeln", "samlades", "träffades", "arrangerade",
        "arrangerades", "anordnade", "fick jag", "fick vi", "vi fick", "jag fick", "hade vi", "tillbringade", "reste vi", "begav", "var det dags", "hade jag förmånen", "första dagen", "hemma från", "tillbaka från",
    ]),
    coming: Phrases::of(&[
        "kommer att hållas", "äger rum", "anmäl dig", "anmälan är öppen", "anmälan öppnar", "registrera dig", "snart", "kommande", "välkommen till", "välkomna till",
        "kom och", "vi bjuder in", "missa inte", "biljetter", "boka", "kommer att tala", "kommer tala", "träffa oss", "call for papers", "call for speakers", "skicka in",
        "vi ses på", "det blir",
    ]),
    elsewhere: Phrases::of(&[
        "nyhetsbrev", "veckobrev", "månadsrapport", "årsrapport", "årsredovisning", "årsmöte", "lägesrapport", "böcker", "läslista", "intervju", "guide",
        "handledning", "släppt", "lediga jobb", "podd", "avsnitt",
    ]),
    places: Phrases::of(&["rum i", "hölls i", "i"]),
    cities_in: &[],
    moves: Phrases::of(&["till", "från"]),
    place_articles: Phrases::of(&["soliga", "regniga", "vackra", "centrala", "härliga"]),
    place_joins: Phrases::of(&["och"]),
    place_labels: Phrases::of(&["plats", "lokal", "var"]),
    venues: Phrases::of(&[
        "universitet", "universitetet", "högskola", "högskolan", "bibliotek", "biblioteket", "hotell", "hotellet", "museum", "museet", "campus", "skola",
        "kontor", "teater", "teatern",
    ]),
    venue_ends: Phrases::of(&["huset", "hallen", "salen", "centrum", "teatern", "biblioteket", "museet", "skolan", "mässan"]),
    not_places: Phrases::of(&["svenska", "engelska", "sverige", "produktion", "praktiken"]),
    online: Phrases::of(&["helt online", "hölls online", "helt digitalt", "hölls digitalt", "digital konferens"]),
    says_online: Phrases::of(&["online", "digitalt", "digital"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "nästa år", "förra året", "nästa gång", "förra gången", "år sedan", "bor i", "född i", "uppvuxen i", "jobbar i", "baserad i", "kontor i", "nästa månad",
    ]),
    title_places: Phrases::of(&["i", "@"]),
    until: Phrases::of(&["till", "och"]),
    of_days: Phrases::of(&["den", "de"]),
    ordinal_ends: Phrases::of(&[":e", ":a", "e", "a"]),
    filing: Phrases::of(&[
        "nyheter", "nyhet", "evenemang", "händelser", "allmänt", "övrigt", "konferens", "konferenser", "träff", "träffar", "rapport", "rapporter", "inlägg",
        "dagbok", "referat", "aktuellt", "blogg",
    ]),
    abbreviations: Phrases::of(&["nr", "ca", "inkl", "exkl", "fig", "kap", "sid"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["inspelning", "här"]),
    joints: Phrases::of(&[
        "och", "eller", "en", "ett", "den", "det", "de", "av", "i", "på", "för", "med", "till", "från", "om", "som", "att", "är", "hos", "vid", "över", "sin", "sina",
    ]),
    journeys: Phrases::of(&["flyg", "flyget", "flygplats", "flygplatsen", "tåg", "tåget"]),
    written_on: Phrases::of(&["publicerad", "publicerat", "uppdaterad", "skrivet"]),
    one_of_days: Phrases::of(&["sista dagen", "första dagen", "andra dagen", "tredje dagen"]),
    yesterday: Phrases::of(&["igår", "i går", "igår kväll"]),
    today: Phrases::of(&["idag", "i dag", "ikväll", "i kväll"]),
    last: Phrases::of(&["förra"]),
    weekdays: [
        &["måndag", "måndags", "måndagen"], &["tisdag", "tisdags", "tisdagen"], &["onsdag", "onsdags", "onsdagen"], &["torsdag", "torsdags", "torsdagen"],
        &["fredag", "fredags", "fredagen"], &["lördag", "lördags", "lördagen"], &["söndag", "söndags", "söndagen"],
    ],
    hashtags: Phrases::of(&["hashtag", "hashtaggen", "twitter"]),
    channels: Phrases::of(&["kanal", "kanalen"]),
    parts: Phrases::of(&["dag", "dagar", "del"]),
    ordinals: Phrases::of(&["ett", "två", "tre"]),
    rounding: Phrases::of(&[
        "mer än", "över", "nästan", "ungefär", "cirka", "omkring", "drygt", "knappt", "närmare", "minst", "färre än",
    ]),
    name_joins: Phrases::of(&["för", "och", "i"]),
    dangling: Phrases::of(&[
        "detta", "det", "den", "denna", "dessa", "de", "dem", "men", "och", "också", "dock", "sedan", "sen", "därefter", "därför", "dessutom", "så", "då", "här",
        "där", "däremot", "ändå", "trots det", "slutligen", "till exempel", "eller", "andra", "efteråt", "båda", "likaså", "hej", "hallå", "kära", "välkommen", "välkomna",
    ]),
    telling: Phrases::of(&["han", "hon", "hen", "föredraget", "presentationen", "talaren", "hans föredrag", "hennes föredrag", "sessionen"]),
    own_view: Phrases::of(&["jag", "vi", "min", "mitt", "mina", "vår", "vårt", "tyvärr", "om du"]),
    ranking: Phrases::of(&[
        "första", "tredje", "fjärde", "femte", "sjätte", "tionde", "största", "årliga", "årlig", "rekord", "upplagan", "utsålt", "slutsålt", "någonsin",
    ]),
    verdict: Phrases::of(&[
        "succé", "lyckad", "lyckat", "fantastisk", "fantastiskt", "fantastiska", "underbar", "bra", "roligt", "rolig", "kul", "intressant", "intressanta", "bäst",
        "bästa", "inspirerande", "lärorik", "lärorikt", "givande", "spännande", "härlig", "härligt", "imponerad", "imponerande", "överraskad", "värd", "värt",
        "välorganiserad", "höjdpunkt", "höjdpunkten", "stolt", "nöjd", "njöt",
    ]),
    lesson: Phrases::of(&[
        "lärde", "lärt", "lärdom", "lärdomar", "lärdomen", "insikt", "insikter", "insikten", "viktigt", "viktigaste", "budskap", "budskapet", "slutsats",
        "slutsatsen", "poängen", "idén", "tar med mig", "tog med mig", "visade sig", "fastnade", "övertygad", "bör", "gillade",
    ]),
    remarks: Phrases::of(&[
        "anteckning", "anteckningar", "mina anteckningar", "sammanfattning", "beskrivning", "kommentar", "kommentarer", "intryck", "mitt intryck", "slutsats",
        "min slutsats", "poäng", "budskap", "insikt", "lärdom", "lärdomar", "vad jag lärde mig", "takeaway", "takeaways", "höjdpunkt", "kort sagt",
    ]),
    courtesy: Phrases::of(&[
        "tack", "tacka", "tackar", "tacksam", "tacksamma", "ursäkta", "förlåt", "sponsorer", "sponsor", "volontärer", "arrangörer", "arrangörerna", "grattis",
        "försenad", "försenat", "hunnit skriva", "äntligen tid",
    ]),
    logistics: Phrases::of(&[
        "flyg", "flyget", "flygplatsen", "hotell", "hotellet", "tåg", "tåget", "buss", "bussen", "middag", "lunch", "frukost", "öl", "kaffe", "fika", "mat", "maten",
        "pizza", "trött", "vädret", "anlände", "resan", "fest", "festen", "baren", "parkering", "mingel",
    ]),
    pointing: Phrases::of(&[
        "nedan", "ovan", "i det här inlägget", "i detta inlägg", "det här inlägget", "den här artikeln", "här hittar", "finns här", "finns att", "går att se", "läs mer",
        "läs vidare", "som sagt", "bilderna finns", "bilder", "förra inlägget", "nästa inlägg", "skriver jag", "skriva ner", "länk", "länkar",
    ]),
    past: Phrases::of(&[
        "var", "hade", "blev", "gick", "kom", "fick", "gav", "fanns", "såg", "kunde", "höll", "hölls", "tog", "kändes", "deltog", "träffade", "samlades",
        "pratade", "lärde",
    ]),
    connective: Phrases::of(&[
        "dock", "också", "dessutom", "däremot", "sammanfattningsvis", "alltså", "naturligtvis", "självklart", "tyvärr", "lyckligtvis", "slutligen", "till sist",
        "sist men inte minst", "vidare", "ändå", "för det första", "för det andra", "kort sagt", "i alla fall", "nåväl",
    ]),
    future: Phrases::of(&["kommer att", "ska", "skall"]),
    closing: Phrases::of(&[
        "sammanfattning", "sammanfattningsvis", "slutsats", "slutsatser", "avslutning", "avslutningsvis", "slutord", "till sist", "återblick", "reflektioner",
        "tankar", "intryck",
    ]),
    counted: Phrases::of(&[
        "personer", "människor", "deltagare", "besökare", "utvecklare", "talare", "föredrag", "föreläsningar", "presentationer", "sessioner", "dagar", "länder",
        "företag", "workshops", "gäster", "spår",
    ]),
    biography: Phrases::of(&["är en", "är ett", "jobbar som", "jobbar på", "arbetar som", "arbetar på", "är grundare"]),
    joint: Phrases::of(&[
        "andra", "också", "även", "därefter", "sedan", "nästa", "båda", "sista", "två", "tre", "varje", "ytterligare", "en annan", "ett annat",
    ]),
    many: Phrases::of(&["föredragen", "föreläsningar", "presentationer", "sessioner", "talare", "talarna", "talks", "keynotes", "workshops"]),
    advice: Phrases::of(&["bör", "borde", "måste", "behöver", "kan", "vill", "ska", "får"]),
    states: Phrases::of(&["är"]),
    tells: Phrases::of(&["om", "hur", "varför", "vad"]),
    aside: Phrases::of(&["bara", "till och med", "också", "redan", "även"]),
    invite: Phrases::of(&[
        "vi ses", "hör av dig", "hör av er", "kontakta oss", "anmäl dig", "anmäl er", "följ oss", "kom och", "kom gärna", "håll utkik", "välkommen", "välkomna",
        "hoppas vi ses", "hoppas att vi ses", "missa inte", "gå med", "prenumerera",
    ]),
    video: Phrases::of(&["video", "videor", "inspelning", "inspelningar", "inspelningen", "film", "youtube"]),
    slides: Phrases::of(&["slides", "bilderna", "presentationsbilder", "presentation"]),
    credit: Phrases::of(&["foto av", "foton av", "bild av", "bilder av", "foto", "fotograf", "bild", "källa"]),
    events: Phrases::of(&[
        "konferens", "konferensen", "konferenser", "träff", "träffen", "meetup", "möte", "mötet", "mässa", "mässan", "kongress", "seminarium", "symposium",
        "evenemang", "evenemanget", "dagarna", "hackathon", "workshop", "användargrupp", "festival",
    ]),
};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Swedish wording.
pub(super) static WORDING: Wording = Wording {
    code: "sv",
    recap: "Rapport från {}",
    with: "Med {}.",
    mine: "Mitt föredrag",
    also: "Också i rapporten: {}",
    read: "Hela rapporten: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}en inspelning finns nu på nätet",
            recordings: "{}inspelningarna finns nu på nätet",
            slides: "{}presentationsbilderna finns nu på nätet",
            both: "{}inspelningarna och presentationsbilderna finns nu på nätet",
        },
        further: Announced {
            recording: "{}ännu en inspelning finns nu på nätet",
            recordings: "{}fler inspelningar finns nu på nätet",
            slides: "{}fler presentationsbilder finns nu på nätet",
            both: "{}fler inspelningar och presentationsbilder finns nu på nätet",
        },
        end: ".",
    },
    colon: ": ",
    quotes: ("”", "”"),
    inner_quotes: ("’", "’"),
    comma: ", ",
    and: |_| " och ",
    more: |count| format!(" och {count} till"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
