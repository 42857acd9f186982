//! Czech.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "cs",
    common: Phrases::of(&[
        "se", "jsem", "jsme", "jste", "jsou", "byl", "byla", "bylo", "byli", "byly", "pro", "jako", "nebo", "také", "ve", "ze", "který", "která", "které",
        "kteří", "když", "ještě", "není", "při", "přes", "velmi", "jen", "než", "což", "a", "v", "na", "je", "že", "to", "s", "z", "o",
    ]),
    by: Phrases::of(&["v podání", "pod vedením", "vedený", "od", "přednesená", "vedená", "připravená"]),
    and: Phrases::of(&["a", "i", "spolu s"]),
    of: Phrases::of(&["z", "ze", "ze společnosti", "z firmy", "od"]),
    about: Phrases::of(&["o", "na téma"]),
    with: Phrases::of(&["s", "se"]),
    introduces: Phrases::of(&[
        "prvním řečníkem byl", "první řečnicí byla", "řečníkem byl", "řečnicí byla", "jako první vystoupil", "jako první vystoupila", "jako druhý vystoupil", "jako druhá vystoupila", "jako další vystoupil", "jako další vystoupila", "jako poslední vystoupil", "jako poslední vystoupila", "jako první", "jako druhý", "jako další", "jako poslední", "vystoupil", "vystoupila", "vystoupili", "zahájil", "zahájila", "otevřel", "otevřela", "začal", "začala", "uzavřel", "uzavřela", "zakončil", "zakončila", "na pódium přišel", "na pódium přišla", "slovo si vzal", "slovo si vzala", "přednášel", "přednášela", "poté mluvil", "poté mluvila", "mluvil", "mluvila", "povídal", "povídala",
        "vyslechli jsme", "poslechli jsme si", "slyšeli jsme", "z řečníků", "řečník", "řečnice", "přednášející", "účastník", "účastnice", "z účastníků", "ve své přednášce", "ve své prezentaci", "ve svém vystoupení", "na řadu přišel", "na řadu přišla", "přišel na řadu", "přišla na řadu", "uzavřela ji", "uzavřel ji", "po něm", "po ní", "vedl", "vedla", "kterou přednesl", "kterou přednesla", "kterou měl", "kterou měla", "kterou vedl", "kterou vedla", "představil", "představila", "ukázal", "ukázala", "na pódium vystoupil", "na pódium vystoupila", "keynote od",
        "viděl jsem i", "viděl jsem", "viděla jsem", "viděli jsme", "měl", "měla",
    ]),
    meets: Phrases::of(&[
        "díky patří", "díky", "děkujeme", "děkuji", "děkuju", "potkal jsem", "potkala jsem", "potkali jsme", "poznal jsem", "foto", "fotky", "fotografie", "moderoval", "moderovala", "moderovali", "zorganizoval", "zorganizovala", "napsal", "napsala", "sponzoroval", "narozeniny", "gratulujeme", "povídal jsem si s", "bavil jsem se s", "kterou napsal", "pomohl mu", "vedle seděla", "vedle seděl",
    ]),
    deeds: Phrases::of(&[
        "položil otázku", "položila otázku", "zeptal se jestli", "sponzoroval", "sponzorovala", "zorganizoval", "zorganizovala", "který celou", "která celou", "moderoval", "moderovala", "vyhrál", "vyhrála", "bude", "budou", "pronese", "přednese", "promluví", "představí", "pomohl", "pomohla", "měl narozeniny", "měla narozeniny", "slavil", "slavila",
    ]),
    roles: Phrases::of(&[
        "vývojář", "vývojářka", "inženýr", "inženýrka", "programátor", "programátorka", "zakladatel", "zakladatelka", "spoluzakladatel", "spoluzakladatelka", "ředitel",
        "ředitelka", "vedoucí", "profesor", "architekt", "konzultant", "konzultantka", "výzkumník", "redaktor", "redaktorka", "autor knihy", "autorka knihy",
        "kolega", "kolegyně", "vědec", "vědkyně", "student", "studentka", "doktorand", "doktorandka", "spoluautor", "spoluautorka", "analytik", "analytička", "manažer", "manažerka", "architektka", "profesorka", "pan", "paní", "docent",
        "stážista", "stážistka", "organizátor",
    ]),
    titled: Phrases::of(&["s názvem", "nazvaná", "nazvaný", "nazvanou", "pod názvem", "na téma"]),
    months: [
        &["ledna", "leden", "lednu"], &["února", "únor", "únoru"], &["března", "březen", "březnu"], &["dubna", "duben", "dubnu"], &["května", "květen", "květnu"],
        &["června", "červen", "červnu"], &["července", "červenec", "červenci"], &["srpna", "srpen", "srpnu"], &["září"], &["října", "říjen", "říjnu"],
        &["listopadu", "listopad"], &["prosince", "prosinec", "prosinci"],
    ],
    verbs: Phrases::of(&[
        "mluvil", "mluvila", "mluvili", "mluví", "povídal", "povídala", "vyprávěl", "vyprávěla", "vyprávěli", "vypráví", "ukázal", "ukázala", "ukázali", "ukazoval",
        "ukazovala", "ukazuje", "představil", "představila", "představili", "představuje", "prezentoval", "prezentovala", "prezentovali", "prezentuje", "vysvětlil", "vysvětlila", "vysvětlili",
        "vysvětloval", "vysvětlovala", "vysvětluje", "přednášel", "přednášela", "přednáší", "popsal", "popsala", "popisoval", "popisuje", "vystoupil", "vystoupila",
        "vystoupili", "sdílel", "sdílela", "podělil", "podělila", "podělili", "probral", "probrala", "probírá", "rozebral", "rozebrala", "zahájil", "zahájila", "otevřel", "otevřela", "začal",
        "začala", "uzavřel", "uzavřela", "vedl", "vedla", "předvedl", "předvedla", "předvedli", "přednesl", "přednesla", "srovnal", "srovnala", "navrhl", "navrhla", "radil", "radila", "upozornil",
        "upozornila", "připomněl", "připomněla", "hovořil", "hovořila", "měl", "měla", "měli",
        "povyprávěl", "povyprávěla", "shrnul", "shrnula", "provedl", "provedla", "ptal", "ptala", "připravil", "připravila", "připravili", "navázal", "navázala", "pokračoval", "pokračovala", "vzpomínal", "vzpomínala", "analyzoval", "analyzovala", "přiblížil", "přiblížila", "nabídl", "nabídla", "zamyslel", "zamyslela", "varoval", "varovala", "obhajoval", "obhajovala", "zhodnotil", "zhodnotila", "řekl", "řekla", "diskutoval", "diskutovala", "diskutovali", "seznámil", "seznámila", "pohovořil", "pohovořila", "naučil", "naučila", "zmínil", "zmínila", "ukončil", "ukončila", "porovnal", "porovnala", "zkoumal", "zkoumala", "zabýval", "zabývala",
        "spočítal", "spočítala", "provedli", "zakončili", "zakončil", "vysvětlovali", "učil", "učila", "objasnil", "objasnila",
    ]),
    talks: Phrases::of(&[
        "přednáška", "přednášky", "přednášce", "přednášku", "přednáškou", "přednášek", "přednáškách", "prezentace", "prezentaci", "prezentací", "workshop", "workshopy",
        "workshopu", "workshopů", "vystoupení", "panel", "panelová diskuse", "panelová diskuze", "keynote", "talk", "talky", "blesková přednáška", "bleskové přednášky",
        "lightning talk", "lightning talky", "příspěvek", "příspěvky", "tutoriál", "demo",
        "ukázka", "ukázku", "ukázky", "prezentacích", "vystoupením", "vystoupeních", "debata", "debatu", "debaty", "panelu", "workshopem", "talku", "talků", "demonstrace", "přednášková",
    ]),
    sessions: Phrases::of(&[
        "přednášky", "prezentace", "vystoupení", "workshopy", "řečníci", "přednášející", "speakeři", "program", "program konference", "program srazu", "agenda", "keynote", "lightning talky", "lightning talks",
        "bleskové přednášky", "nejlepší přednášky", "oblíbené přednášky", "zajímavé přednášky", "záznamy přednášek", "záznamy",
    ]),
    others: Phrases::of(&[
        "závěr", "závěrem", "na závěr", "shrnutí", "souhrn", "celkově", "celkový dojem", "dojmy", "moje dojmy", "úvod", "úvodem", "sponzoři", "naši sponzoři", "partneři", "poděkování",
        "díky", "děkujeme", "organizace", "organizátoři", "pořadatelé", "tým", "místo", "místo konání", "prostory", "jídlo", "jídlo a pití", "občerstvení", "odkazy", "užitečné odkazy",
        "materiály", "zdroje", "otázky", "otázky a odpovědi", "dotazy", "fotky", "fotografie", "fotogalerie", "galerie", "komunita", "networking", "afterparty", "after party", "party", "večírek",
        "atmosféra", "hodnocení", "moje hodnocení", "klady", "zápory", "plusy", "mínusy", "co se povedlo", "co se nepovedlo", "co zlepšit", "účastníci", "návštěvníci",
        "dobrovolníci", "stánky", "o nás", "o mně", "o autorovi", "kontakt", "komentáře", "registrace", "vstupenky", "doprava", "cesta", "ubytování", "hotel", "oběd", "snídaně",
        "večeře", "přestávka", "přestávky", "soutěž", "soutěže", "ceny", "výherci", "vítězové", "čísla", "v číslech", "statistiky", "dotazník", "zpětná vazba", "ostatní", "zbytek", "různé",
        "oznámení", "co dál", "příště", "další sraz", "další ročník", "příští ročník", "na shledanou", "uvidíme se", "obsah", "bonus", "doslov",
    ]),
    breaks: Phrases::of(&[
        "oběd", "přestávka", "přestávka na oběd", "přestávka na kávu", "coffee break", "káva", "registrace", "registrace účastníků", "snídaně", "večeře", "přivítání", "uvítání", "úvod", "úvodní slovo", "zahájení", "zahájení konference",
        "zakončení", "závěr", "závěrečné slovo", "networking", "pizza", "pivo", "afterparty", "after party", "party", "večírek", "raut", "občerstvení", "losování", "tombola",
        "vyhlášení výsledků", "společné foto", "otázky", "dotazy", "diskuse", "diskuze", "konec", "příchod", "odchod", "volná zábava",
    ]),
    recap: Phrases::of(&[
        "report", "report z", "report ze", "reportáž", "reportáž z", "reportáž ze", "ohlédnutí", "ohlédnutí za", "malé ohlédnutí za", "shrnutí", "shrnutí z", "souhrn", "souhrn z", "dojmy", "dojmy z", "dojmy ze", "moje dojmy z",
        "zápisky", "zápisky z", "zápisky ze", "moje zápisky z", "poznámky z", "postřehy", "postřehy z", "zážitky z", "vzpomínka na", "zpráva z", "zpráva o", "retrospektiva", "recenze", "recap", "jaká byla", "jaký byl", "jaké bylo",
        "jaké to bylo na", "jak bylo na", "jak probíhal", "jak probíhala", "jak dopadl", "jak dopadla", "byl jsem na", "byla jsem na", "byli jsme na", "co jsem se naučil na", "co jsme se naučili na", "co zaznělo na",
        "návštěva", "návštěva konference", "den na", "dva dny na", "první den", "druhý den", "třetí den", "na", "z", "ze", "o", "můj", "moje", "naše", "náš", "můj první", "moje první", "máme za sebou", "za námi", "v obrazech", "očima návštěvníka", "fotky z", "konference",
    ]),
    attended: Phrases::of(&[
        "konal se", "konala se", "konalo se", "se konal", "se konala", "se konalo", "se uskutečnil", "se uskutečnila", "uskutečnil se", "uskutečnila se", "proběhl", "proběhla", "proběhlo", "proběhly", "byl jsem", "byla jsem", "jsem byl",
        "jsem byla", "byli jsme", "jsme byli", "zúčastnil", "zúčastnila", "zúčastnili", "navštívil", "navštívila", "navštívili", "vyrazil", "vyrazila", "vyrazili", "zavítal", "zavítala", "zavítali", "jel jsem", "jeli jsme",
        "měl jsem možnost", "měla jsem možnost", "měli jsme možnost", "sešli jsme se", "jsme se sešli", "se sešlo", "sešlo se", "uspořádali", "pořádali", "vrátil jsem se z", "vrátili jsme se z", "minulý týden", "minulý měsíc", "o víkendu",
        "minulý víkend", "včera", "letos", "letošní", "první den", "máme za sebou", "za námi", "strávil", "strávili",
    ]),
    coming: Phrases::of(&[
        "se bude konat", "bude se konat", "se uskuteční", "uskuteční se", "proběhne", "proběhnou", "zveme", "zvu vás", "přijďte", "zaregistrujte se", "registrujte se", "registrace je", "registrace na",
        "vstupenky", "kupte si", "už brzy", "brzy", "nezmeškejte", "nenechte si ujít", "vystoupí", "promluví", "představí", "těšíme se na vás", "nadcházející", "připravovaná", "call for papers", "call for speakers",
        "přihlaste se", "přihlaste svou", "uvidíme se na",
    ]),
    elsewhere: Phrases::of(&[
        "newsletter", "zpravodaj", "týdenní přehled", "měsíční přehled", "přehled týdne", "výroční zpráva", "souhrn roku", "rok v kostce", "knihy", "kniha", "rozhovor", "návod", "průvodce", "tutoriál", "jak na",
        "nová verze", "vydání", "podcast", "epizoda", "díl", "nabídka práce", "práce",
    ]),
    // Most places after prepositions are inflected, and a draft needs their basic form.
    places: Phrases::of(&[]),
    cities_in: &[
        ("praze", "Praha"), ("brně", "Brno"), ("ostravě", "Ostrava"), ("plzni", "Plzeň"), ("olomouci", "Olomouc"), ("liberci", "Liberec"), ("zlíně", "Zlín"),
        ("pardubicích", "Pardubice"), ("hradci králové", "Hradec Králové"), ("českých budějovicích", "České Budějovice"), ("ústí nad labem", "Ústí nad Labem"),
        ("jihlavě", "Jihlava"), ("opavě", "Opava"), ("bratislavě", "Bratislava"), ("košicích", "Košice"), ("vídni", "Vídeň"), ("berlíně", "Berlín"),
        ("mnichově", "Mnichov"), ("londýně", "Londýn"), ("paříži", "Paříž"), ("varšavě", "Varšava"), ("krakově", "Krakov"), ("bruselu", "Brusel"),
        ("amsterdamu", "Amsterdam"), ("barceloně", "Barcelona"),
    ],
    moves: Phrases::of(&[]),
    place_articles: Phrases::of(&[]),
    place_joins: Phrases::of(&["nad", "pod"]),
    place_labels: Phrases::of(&["místo", "místo konání", "kde", "adresa"]),
    venues: Phrases::of(&["univerzita", "fakulta", "knihovna", "hotel", "muzeum", "kampus", "škola", "kancelář", "kino", "divadlo", "hala", "centrum"]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["česku", "češtině", "angličtině"]),
    online: Phrases::of(&["proběhla online", "proběhl online", "konala online", "konal online", "plně online", "online konference"]),
    says_online: Phrases::of(&["online", "virtuálně"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "příští rok", "za rok", "loni", "minulý rok", "příští ročník", "minulý ročník", "lety", "bydlí v", "žije v", "bydlím v", "žiju v", "pracuje v", "narozen v", "se sídlem v", "příště",
    ]),
    title_places: Phrases::of(&["v", "ve", "@"]),
    until: Phrases::of(&["až", "do", "a"]),
    of_days: Phrases::of(&[]),
    ordinal_ends: Phrases::of(&[]),
    filing: Phrases::of(&[
        "novinky", "akce", "událost", "události", "články", "článek", "obecné", "různé", "ostatní", "konference", "sraz", "srazy", "reportáž", "reportáže", "blog", "zápisky", "názory",
        "aktuality", "nezařazené",
    ]),
    abbreviations: Phrases::of(&["č", "č.p", "ul", "obr", "kap", "tzv", "cca"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["slajdy", "záznam", "prezentace", "zde", "odkaz"]),
    joints: Phrases::of(&[
        "a", "i", "nebo", "ale", "v", "ve", "z", "ze", "s", "se", "k", "ke", "na", "do", "od", "po", "o", "u", "za", "pro", "při", "pod", "nad", "přes", "že", "jak", "který", "která",
        "které", "je", "jsou", "si",
    ]),
    journeys: Phrases::of(&["let", "letadlo", "letadlem", "letiště", "letišti", "vlak", "vlakem"]),
    written_on: Phrases::of(&["publikováno", "zveřejněno", "aktualizováno", "napsáno", "vydáno"]),
    one_of_days: Phrases::of(&["poslední den", "první den", "druhý den", "třetí den"]),
    yesterday: Phrases::of(&["včera", "včera večer", "včerejší"]),
    today: Phrases::of(&["dnes", "dnes večer"]),
    last: Phrases::of(&["minulý", "minulou", "minulé", "uplynulý", "uplynulou"]),
    weekdays: [&["pondělí"], &["úterý"], &["středa", "středu"], &["čtvrtek"], &["pátek"], &["sobota", "sobotu"], &["neděle", "neděli"]],
    hashtags: Phrases::of(&["hashtag", "hashtagem", "twitter", "twitteru"]),
    channels: Phrases::of(&["kanál", "kanálu"]),
    parts: Phrases::of(&["den", "dny", "část", "díl"]),
    ordinals: Phrases::of(&["první", "druhý", "druhá", "třetí", "jeden", "dva", "tři"]),
    rounding: Phrases::of(&[
        "více než", "přes", "téměř", "skoro", "asi", "zhruba", "kolem", "okolo", "nejméně", "méně než",
    ]),
    name_joins: Phrases::of(&["pro", "v"]),
    dangling: Phrases::of(&[
        "to", "ten", "ta", "ti", "tento", "tato", "toto", "tohle", "tyto", "toho", "tím", "on", "ona", "oni", "jeho", "její", "jejich", "ale", "však", "a", "i", "také", "taky", "potom", "pak", "poté",
        "následně", "proto", "tedy", "takže", "navíc", "kromě toho", "tak", "zde", "tady", "tam", "přesto", "naopak", "nakonec", "například", "nebo", "protože", "další", "jiný", "jiná", "oba", "obě",
        "ahoj", "čau", "zdravím", "vážení", "milí",
    ]),
    telling: Phrases::of(&["on", "ona", "přednášející", "řečník", "řečnice", "přednáška", "prezentace", "jeho přednáška", "její přednáška", "autor", "autorka"]),
    own_view: Phrases::of(&["já", "my", "můj", "moje", "náš", "naše", "mě", "mně", "nás", "nám", "bohužel", "pokud"]),
    ranking: Phrases::of(&[
        "prvního", "druhý", "druhá", "třetí", "čtvrtý", "čtvrtá", "pátý", "pátá", "desátý", "desátá", "největší", "každoroční", "rekord", "rekordní", "ročník", "ročníku", "vyprodáno", "vyprodaná", "poprvé",
    ]),
    verdict: Phrases::of(&[
        "úspěch", "úspěšná", "úspěšný", "povedla", "povedl", "povedlo", "skvělý", "skvělá", "skvělé", "skvěle", "super", "výborný", "výborná", "výborné", "nejlepší", "zajímavý", "zajímavá", "zajímavé", "líbila", "líbil",
        "líbilo", "inspirativní", "stálo za to", "stojí za to", "doporučuji", "užil", "užila", "užili", "překvapil", "překvapila", "překvapilo", "přínosná", "přínosné", "přínosný", "úžasná", "úžasný", "úžasné", "zaujala", "zaujal", "zaujalo", "spokojený", "spokojená",
    ]),
    lesson: Phrases::of(&[
        "naučil", "naučila", "naučili", "dozvěděl", "dozvěděla", "dozvěděli", "poučení", "poznatek", "poznatky", "nejdůležitější", "důležité", "hlavní myšlenka", "myšlenka", "ukázalo se", "ukazuje se",
        "odnesl", "odnesla", "odnáším", "odnesli", "přesvědčil", "přesvědčila", "pointa", "klíčové", "vyplývá", "uvědomil",
    ]),
    remarks: Phrases::of(&[
        "poznámka", "poznámky", "moje poznámky", "shrnutí", "souhrn", "popis", "komentář", "můj komentář", "dojem", "můj dojem", "dojmy", "závěr", "hlavní myšlenka", "myšlenka", "pointa", "poučení", "co jsem se naučil",
        "co jsem se naučila", "hodnocení", "ve zkratce", "takeaway",
    ]),
    courtesy: Phrases::of(&[
        "díky", "děkuji", "děkuju", "děkujeme", "poděkování", "poděkovat", "vděční", "omlouvám", "omlouváme", "sponzoři", "sponzorům", "sponzor", "partnerům", "organizátoři", "organizátorům", "pořadatelům",
        "dobrovolníci", "dobrovolníkům", "gratulujeme", "gratuluji", "se zpožděním", "opožděně", "našel čas", "našla čas",
    ]),
    logistics: Phrases::of(&[
        "letadlo", "letiště", "hotel", "hotelu", "vlak", "vlakem", "autobus", "večeře", "oběd", "snídaně", "pivo", "káva", "kávu", "jídlo", "pizza", "pizzu", "unavený", "unavená", "počasí",
        "dorazil", "dorazili", "cesta", "večírek", "afterparty", "parkování", "ubytování", "trička", "samolepky",
    ]),
    pointing: Phrases::of(&[
        "níže", "výše", "v tomto článku", "v tomhle článku", "v tomto příspěvku", "tento článek", "tento příspěvek", "zde", "najdete", "naleznete", "ke stažení", "k dispozici", "slajdy jsou",
        "fotky", "fotografie", "jak jsem psal", "jak už jsem psal", "minulém článku", "příštím článku", "dalším článku", "čtěte dál", "celý článek", "odkaz", "odkazy", "sepsal", "sepsat",
    ]),
    past: Phrases::of(&[
        "byl", "byla", "bylo", "byli", "byly", "měl", "měla", "mělo", "měli", "konal", "konala", "konalo", "proběhl", "proběhla", "proběhlo", "mohl", "mohla", "mohli", "přišlo", "sešlo", "viděli",
        "viděl", "slyšeli", "začal", "začala", "začalo", "trval", "trvala", "dostal", "dostali",
    ]),
    connective: Phrases::of(&[
        "však", "také", "navíc", "dále", "celkově", "tedy", "samozřejmě", "bohužel", "naštěstí", "nakonec", "konečně", "koneckonců", "ostatně", "přesto", "zkrátka", "mimochodem", "za prvé", "za druhé", "za třetí", "no",
    ]),
    future: Phrases::of(&["bude", "budou", "budeme"]),
    closing: Phrases::of(&["závěr", "závěrem", "na závěr", "shrnutí", "souhrn", "celkově", "celkový dojem", "dojmy", "moje dojmy", "hodnocení", "doslov"]),
    counted: Phrases::of(&[
        "lidí", "lidi", "účastníků", "návštěvníků", "vývojářů", "řečníků", "přednášejících", "přednášek", "přednášky", "prezentací", "workshopů", "dní", "dny", "zemí", "firem", "hostů", "sálů", "osob",
    ]),
    biography: Phrases::of(&["pracuje jako", "pracuje v", "pracuje ve", "je autorem", "je autorkou", "je vývojář", "je zakladatel", "působí jako"]),
    joint: Phrases::of(&[
        "další", "jiný", "jiná", "jiné", "také", "poté", "potom", "následovala", "následoval", "následně", "druhý", "druhá", "poslední", "oba", "obě", "dva", "dvě", "tři", "každý", "každá", "ostatní",
    ]),
    many: Phrases::of(&["přednášky", "přednášek", "prezentací", "příspěvky", "řečníci", "řečníků", "přednášející", "workshopy", "workshopů", "přednáškách"]),
    advice: Phrases::of(&["měl by", "měla by", "mělo by", "měli bychom", "je třeba", "je potřeba", "musí", "musíme", "můžete", "může", "mohou", "lze", "pokud", "když", "chce", "chcete"]),
    states: Phrases::of(&["je", "jsou"]),
    tells: Phrases::of(&["o", "jak", "proč", "co"]),
    aside: Phrases::of(&["jen", "pouze", "dokonce", "také", "už"]),
    invite: Phrases::of(&[
        "přijďte", "zveme", "uvidíme se", "těšíme se", "těším se na", "dejte vědět", "dejte mi vědět", "napište", "kontaktujte", "sledujte", "registrujte se", "zaregistrujte se", "přidejte se", "přihlaste se", "na viděnou",
        "nezmeškejte", "příště na shledanou",
    ]),
    video: Phrases::of(&["video", "videa", "záznam", "záznamy", "záznamu", "youtube"]),
    slides: Phrases::of(&["slajdy", "slidy", "prezentace", "prezentaci", "slides"]),
    credit: Phrases::of(&["foto", "fotografie", "autor fotografie", "autor fotografií", "fotograf", "zdroj"]),
    events: Phrases::of(&[
        "konference", "konferenci", "konferencí", "sraz", "srazu", "setkání", "meetup", "meetupu", "kongres", "sympozium", "fórum", "festival", "hackathon", "hackathonu", "akce", "akci", "barcamp",
        "barcampu", "seminář", "veletrh", "dny",
    ]),
};

const MONTHS: [&str; 12] = [
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
];

/// Czech wording: names stay in their basic form.
pub(super) static WORDING: Wording = Wording {
    code: "cs",
    recap: "Ohlédnutí: {}",
    with: "Na pódiu: {}.",
    mine: "Moje přednáška",
    also: "V článku také: {}",
    read: "Celý článek: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}záznam je online",
            recordings: "{}záznamy jsou online",
            slides: "{}slajdy jsou online",
            both: "{}záznamy a slajdy jsou online",
        },
        further: Announced {
            recording: "{}další záznam je online",
            recordings: "{}další záznamy jsou online",
            slides: "{}další slajdy jsou online",
            both: "{}další záznamy a slajdy jsou online",
        },
        end: ".",
    },
    colon: ": ",
    quotes: ("„", "“"),
    inner_quotes: ("‚", "‘"),
    comma: ", ",
    and: |_| " a ",
    more: |count| match count {
        1 => " a 1 další".to_owned(),
        2..5 => format!(" a další {count}"),
        _ => format!(" a dalších {count}"),
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, (".", " ", " ")),
};
