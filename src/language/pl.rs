//! Polish.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "pl",
    // Few of these are words of Czech or Slovak.
    common: Phrases::of(&[
        "i", "w", "z", "się", "nie", "że", "jest", "są", "oraz", "przez", "dla", "jak", "był", "była", "było", "były", "który", "która", "które",
        "których", "tym", "także", "również", "czy", "już", "jego", "bardzo", "tylko", "może",
    ]),
    by: Phrases::of(&[
        "prowadzona przez", "prowadzone przez", "prowadzony przez", "poprowadzona przez", "poprowadzony przez", "przygotowana przez", "przygotowany przez", "wygłoszona przez", "wygłoszony przez", "w wykonaniu", "autorstwa",
        "przez",
    ]),
    and: Phrases::of(&["i", "oraz", "wraz z"]),
    of: Phrases::of(&["z", "z firmy", "od"]),
    about: Phrases::of(&["o", "na temat", "dotyczący", "dotycząca"]),
    with: Phrases::of(&["z"]),
    introduces: Phrases::of(&[
        "prelegentem był", "prelegentką była", "prelegentami byli", "jako pierwszy wystąpił", "jako pierwsza wystąpiła", "jako pierwszy", "jako pierwsza", "jako drugi", "jako druga", "jako kolejny", "jako kolejna", "jako ostatni", "jako ostatnia", "wystąpił", "wystąpiła", "wystąpili", "poprowadził", "poprowadziła", "poprowadzili", "rozpoczął", "rozpoczęła", "otworzył", "otworzyła", "zakończył", "zakończyła", "na scenę wszedł", "na scenę weszła", "na scenie pojawił się", "na scenie pojawiła się", "głos zabrał", "głos zabrała", "opowiedział", "opowiedziała", "wygłosił", "wygłosiła",
    ]),
    roles: Phrases::of(&[
        "programista", "programistka", "inżynier", "założyciel", "założycielka", "współzałożyciel", "współzałożycielka", "dyrektor", "dyrektorka",
        "kierownik", "kierowniczka", "profesor", "architekt", "konsultant", "konsultantka", "badacz", "badaczka", "redaktor", "redaktorka", "prezes",
        "autor książki", "autorka książki",
    ]),
    titled: Phrases::of(&["zatytułowana", "zatytułowany", "zatytułowane", "zatytułowaną", "pod tytułem", "o tytule", "pt", "pod nazwą"]),
    months: [
        &["stycznia", "styczeń", "styczniu"], &["lutego", "luty", "lutym"], &["marca", "marzec", "marcu"], &["kwietnia", "kwiecień", "kwietniu"],
        &["maja", "maj", "maju"], &["czerwca", "czerwiec", "czerwcu"], &["lipca", "lipiec", "lipcu"], &["sierpnia", "sierpień", "sierpniu"],
        &["września", "wrzesień", "wrześniu"], &["października", "październik", "październiku"], &["listopada", "listopad", "listopadzie"],
        &["grudnia", "grudzień", "grudniu"],
    ],
    verbs: Phrases::of(&[
        "mówił", "mówiła", "mówili", "mówi", "mówią", "opowiadał", "opowiadała", "opowiadali", "opowiada", "opowiedział", "opowiedziała", "opowiedzieli",
        "pokazał", "pokazała", "pokazali", "pokazuje", "pokazywał", "pokazywała", "przedstawił", "przedstawiła", "przedstawili", "przedstawia",
        "zaprezentował", "zaprezentowała", "zaprezentowali", "prezentował", "prezentowała", "prezentuje", "wyjaśnił", "wyjaśniła", "wyjaśnia", "tłumaczył",
        "tłumaczyła", "wytłumaczył", "omówił", "omówiła", "omówili", "omawiał", "omawiała", "omawia", "wystąpił", "wystąpiła", "wystąpili", "poprowadził",
        "poprowadziła", "poprowadzili", "prowadził", "prowadziła", "prowadzi", "podzielił", "podzieliła", "podzielili", "dzieli", "wygłosił", "wygłosiła",
        "otworzył", "otworzyła", "rozpoczął", "rozpoczęła", "zaczął", "zaczęła", "zakończył", "zakończyła", "poruszył", "poruszyła", "przekonywał",
        "przekonywała", "opisał", "opisała", "porównał", "porównała", "zademonstrował", "zademonstrowała", "zwrócił", "zwróciła", "radził", "radziła",
    ]),
    talks: Phrases::of(&[
        "prelekcja", "prelekcje", "prelekcji", "prelekcję", "prelekcją", "prelekcjach", "prezentacja", "prezentacje", "prezentacji", "prezentację",
        "prezentacją", "wykład", "wykłady", "wykładu", "wykładów", "wykładzie", "wykładem", "wystąpienie", "wystąpienia", "wystąpień", "wystąpieniu",
        "wystąpieniem", "warsztat", "warsztaty", "warsztatów", "warsztatach", "sesja", "sesje", "sesji", "sesję", "panel", "panelu", "dyskusja panelowa",
        "keynote", "referat", "referaty", "lightning talk", "lightning talki", "talk", "talki", "demo",
    ]),
    sessions: Phrases::of(&[
        "prelekcje", "prezentacje", "wykłady", "wystąpienia", "sesje", "warsztaty", "prelegenci", "prelegentki i prelegenci", "program", "agenda", "keynote",
        "lightning talki", "lightning talks", "program konferencji", "program spotkania", "plan spotkania", "najciekawsze prelekcje", "najciekawsze wystąpienia",
        "najlepsze prelekcje", "moje ulubione prelekcje",
    ]),
    others: Phrases::of(&[
        "podsumowanie", "podsumowując", "wnioski", "wstęp", "wprowadzenie", "słowem wstępu", "zakończenie", "na koniec", "sponsorzy", "nasi sponsorzy",
        "partnerzy", "podziękowania", "dziękujemy", "dzięki", "organizacja", "organizatorzy", "zespół", "miejsce", "lokalizacja", "jedzenie", "catering",
        "linki", "odnośniki", "materiały", "źródła", "przydatne linki", "pytania", "zdjęcia", "galeria", "fotorelacja", "wideo", "społeczność", "networking", "integracja", "afterparty",
        "impreza", "atmosfera", "wrażenia", "ogólne wrażenia", "moje wrażenia", "ocena", "moja ocena", "plusy", "minusy", "plusy i minusy", "co na plus",
        "co na minus", "co można poprawić", "uczestnicy", "wolontariusze", "wystawcy", "stoiska", "o nas", "o mnie", "o autorze", "kontakt", "komentarze",
        "rejestracja", "zapisy", "bilety", "dojazd", "podróż", "nocleg", "hotel", "obiad", "śniadanie", "kolacja", "przerwa", "przerwy", "konkurs", "konkursy", "nagrody",
        "zwycięzcy", "losowanie", "liczby", "w liczbach", "statystyki", "ankieta", "opinie", "pozostałe", "inne", "reszta", "ogłoszenia", "co dalej",
        "następne spotkanie", "kolejne spotkanie", "następna edycja", "kolejna edycja", "do zobaczenia", "spis treści", "bonus", "lekcje",
    ]),
    breaks: Phrases::of(&[
        "lunch", "obiad", "przerwa", "przerwa kawowa", "przerwa obiadowa", "przerwa na kawę", "przerwa na lunch", "kawa", "rejestracja", "rejestracja uczestników", "śniadanie", "kolacja", "powitanie",
        "przywitanie", "rozpoczęcie", "otwarcie", "otwarcie konferencji", "zakończenie", "zamknięcie", "zakończenie konferencji", "networking", "integracja",
        "pizza", "piwo", "afterparty", "after party", "impreza", "konkurs", "losowanie nagród", "rozdanie nagród", "zdjęcie grupowe", "wspólne zdjęcie",
        "pytania", "koniec", "wprowadzenie", "przyjazd", "wyjazd", "poczęstunek", "ogłoszenia",
    ]),
    recap: Phrases::of(&[
        "relacja", "relacja z", "relacja ze", "krótka relacja", "krótka relacja z", "fotorelacja", "fotorelacja z", "podsumowanie", "podsumowanie konferencji", "podsumowanie spotkania", "wrażenia",
        "wrażenia z", "wrażenia po", "moje wrażenia z", "notatki", "notatki z", "moje notatki z", "raport", "raport z", "sprawozdanie", "sprawozdanie z", "wspomnienia z",
        "refleksje po", "recenzja", "recap", "jak było na", "jak było", "byłem na", "byłam na", "byliśmy na", "co słychać na", "co się działo na", "czego się nauczyłem na",
        "czego nauczyłem się na", "wnioski z", "wnioski po", "z wizytą na", "dzień na", "dwa dni na", "pierwszy dzień", "drugi dzień", "trzeci dzień", "na", "z", "po", "o", "mój", "moja", "moje", "nasz", "nasza",
        "mój pierwszy", "moja pierwsza", "za nami", "już za nami", "w pigułce", "okiem uczestnika", "okiem prelegenta", "w obiektywie", "retrospekcja",
    ]),
    attended: Phrases::of(&[
        "odbyła się", "odbyło się", "odbył się", "odbyły się", "miała miejsce", "miało miejsce", "byłem na", "byłam na", "byliśmy na", "byłem", "byłam", "byliśmy",
        "uczestniczyłem", "uczestniczyłam", "uczestniczyliśmy", "wziąłem udział", "wzięłam udział", "wzięliśmy udział", "wzięło udział", "pojechałem", "pojechałam", "pojechaliśmy",
        "wybrałem się", "wybrałam się", "wybraliśmy się", "miałem okazję", "miałam okazję", "mieliśmy okazję", "miałem przyjemność", "miałam przyjemność",
        "mieliśmy przyjemność", "spotkaliśmy się", "zorganizowaliśmy", "gościliśmy", "wróciłem z", "wróciłam z", "wróciliśmy z", "w zeszłym tygodniu", "w ubiegłym tygodniu",
        "w ostatni weekend", "w miniony weekend", "wczoraj", "w tym roku", "pierwszego dnia", "za nami", "udało mi się", "spędziliśmy", "zawitaliśmy", "odwiedziłem", "odwiedziliśmy",
    ]),
    coming: Phrases::of(&[
        "odbędzie się", "odbędą się", "zapraszamy", "zapraszam", "serdecznie zapraszamy", "zapisz się", "zapisy", "zarejestruj się", "rejestracja trwa", "rejestracja jest",
        "bilety", "kup bilet", "już wkrótce", "wkrótce", "nadchodząca", "nadchodzące", "nie przegap", "wystąpią", "wystąpi", "poprowadzi", "opowie", "zaprezentuje", "do zobaczenia na",
        "spotkajmy się", "call for papers", "call for speakers", "zgłoś prelekcję", "zgłoszenia", "czekamy na",
    ]),
    elsewhere: Phrases::of(&[
        "newsletter", "biuletyn", "przegląd tygodnia", "podsumowanie roku", "podsumowanie miesiąca", "raport roczny", "książki", "lektury", "wywiad", "poradnik", "przewodnik",
        "tutorial", "jak zrobić", "nowa wersja", "wydanie", "podcast", "odcinek", "oferta pracy", "praca",
    ]),
    // Places after prepositions are inflected; a draft needs their basic form.
    places: Phrases::of(&[]),
    moves: Phrases::of(&[]),
    place_articles: Phrases::of(&[]),
    place_joins: Phrases::of(&[]),
    place_labels: Phrases::of(&["miejsce", "lokalizacja", "gdzie", "adres"]),
    venues: Phrases::of(&["uniwersytet", "politechnika", "biblioteka", "hotel", "muzeum", "kampus", "szkoła", "biuro", "kino", "teatr", "hala"]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["polsku", "angielsku", "polsce"]),
    online: Phrases::of(&["w pełni online", "odbyła się online", "odbyło się online", "odbył się online", "konferencja online", "spotkanie online", "edycja online"]),
    says_online: Phrases::of(&["online", "zdalnie"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "w przyszłym roku", "za rok", "w zeszłym roku", "w ubiegłym roku", "następna edycja", "poprzednia edycja", "lat temu", "mieszka w", "mieszkam w", "pracuje w",
        "urodzony w", "z siedzibą w", "następnym razem",
    ]),
    title_places: Phrases::of(&["w", "we", "@"]),
    until: Phrases::of(&["do", "i"]),
    of_days: Phrases::of(&["dnia"]),
    ordinal_ends: Phrases::of(&[]),
    filing: Phrases::of(&[
        "aktualności", "wydarzenia", "wydarzenie", "relacja", "relacje", "ogólne", "różne", "inne", "konferencja", "konferencje", "spotkanie", "spotkania", "blog", "wpisy",
        "opinie", "podsumowanie", "podsumowania", "sprawozdanie", "bez kategorii",
    ]),
    link_texts: Phrases::of(&["slajdy", "nagranie", "prezentacja", "tutaj", "link"]),
    joints: Phrases::of(&[
        "i", "oraz", "lub", "albo", "a", "ale", "w", "we", "z", "ze", "na", "do", "od", "po", "o", "u", "dla", "przez", "przy", "pod", "nad", "za", "że", "jak", "czy",
        "który", "która", "które", "jest", "są", "się", "nie",
    ]),
    journeys: Phrases::of(&["lot", "samolot", "samolotem", "lotnisko", "lotnisku", "pociąg", "pociągiem"]),
    written_on: Phrases::of(&["opublikowano", "opublikowane", "zaktualizowano", "napisano", "dodano"]),
    one_of_days: Phrases::of(&["ostatniego dnia", "pierwszego dnia", "drugiego dnia", "trzeciego dnia", "ostatni dzień", "pierwszy dzień", "drugi dzień"]),
    yesterday: Phrases::of(&["wczoraj", "wczorajszy", "wczorajsza"]),
    today: Phrases::of(&["dziś", "dzisiaj", "dziś wieczorem"]),
    last: Phrases::of(&["zeszły", "zeszłą", "ubiegły", "ubiegłą", "miniony", "minioną", "ostatni", "ostatnią"]),
    weekdays: [
        &["poniedziałek"], &["wtorek"], &["środa", "środę"], &["czwartek"], &["piątek"], &["sobota", "sobotę"], &["niedziela", "niedzielę"],
    ],
    hashtags: Phrases::of(&["hashtag", "hasztag", "hashtagiem", "twitter", "twitterze"]),
    channels: Phrases::of(&["kanał", "kanale"]),
    parts: Phrases::of(&["dzień", "dni", "część"]),
    ordinals: Phrases::of(&["pierwszy", "pierwsza", "drugi", "druga", "trzeci", "trzecia", "jeden", "dwa", "trzy"]),
    name_joins: Phrases::of(&["dla", "w"]),
    dangling: Phrases::of(&[
        "to", "ten", "ta", "te", "ci", "tego", "tej", "tym", "on", "ona", "oni", "jego", "jej", "ich", "ale", "jednak", "lecz", "i", "a", "też", "także", "również",
        "potem", "później", "następnie", "dlatego", "zatem", "więc", "ponadto", "poza tym", "oprócz tego", "tak", "tutaj", "tu", "tam", "mimo to", "natomiast", "na koniec",
        "na przykład", "albo", "bo", "ponieważ", "inny", "inna", "inne", "obaj", "obie", "oba", "cześć", "hej", "witam", "witajcie", "dzień dobry", "drodzy",
    ]),
    telling: Phrases::of(&["on", "ona", "prelegent", "prelegentka", "prelekcja", "prezentacja", "wykład", "wystąpienie", "autor", "autorka"]),
    own_view: Phrases::of(&["ja", "my", "mój", "moja", "moje", "nasz", "nasza", "nasze", "niestety", "jeśli", "mnie", "mi", "nas"]),
    ranking: Phrases::of(&[
        "pierwsza", "pierwszy", "pierwsze", "druga", "drugi", "drugie", "trzecia", "trzeci", "czwarta", "piąta", "dziesiąta", "największa", "największe", "największy",
        "największej", "coroczna", "rekord", "rekordowa", "edycja", "edycji", "wyprzedane",
    ]),
    verdict: Phrases::of(&[
        "sukces", "sukcesem", "udana", "udane", "udany", "świetna", "świetne", "świetny", "świetnie", "super", "wspaniała", "wspaniałe", "najlepsza", "najlepsze",
        "najlepszy", "najlepszych", "ciekawa", "ciekawe", "ciekawy", "interesująca", "interesujące", "warto", "polecam", "inspirująca", "inspirujące", "fantastyczna", "fantastyczne",
        "podobało", "podobała", "zadowolony", "zadowolona", "zaskoczyło", "zaskoczyła", "wartościowa", "wartościowe", "rewelacyjna", "rewelacyjne", "imponująca", "dumni",
    ]),
    lesson: Phrases::of(&[
        "nauczyłem", "nauczyłam", "nauczyliśmy", "dowiedziałem", "dowiedziałam", "dowiedzieliśmy", "lekcja", "lekcje", "wniosek", "wnioski", "najważniejsze", "najważniejszy",
        "ważne", "przesłanie", "okazuje się", "okazało się", "zapamiętałem", "zapamiętałam", "przekonał", "przekonała", "kluczowe", "kluczem", "należy", "powinno się", "morał",
    ]),
    remarks: Phrases::of(&[
        "notatka", "notatki", "moje notatki", "podsumowanie", "streszczenie", "opis", "komentarz", "mój komentarz", "wrażenia", "moje wrażenia", "wniosek", "wnioski",
        "główna myśl", "przesłanie", "czego się nauczyłem", "czego się nauczyłam", "lekcja", "ocena", "moja ocena", "w skrócie", "takeaway",
    ]),
    courtesy: Phrases::of(&[
        "dzięki", "dziękuję", "dziękujemy", "podziękowania", "podziękować", "wdzięczni", "przepraszam", "przepraszamy", "sponsorzy", "sponsorom", "sponsor", "partnerom",
        "organizatorzy", "organizatorom", "wolontariusze", "wolontariuszom", "gratulacje", "gratulujemy", "z opóźnieniem", "spóźniona", "znalazłem czas", "znalazłam czas",
    ]),
    logistics: Phrases::of(&[
        "lot", "samolot", "lotnisko", "hotel", "hotelu", "pociąg", "pociągiem", "autobus", "kolacja", "obiad", "lunch", "śniadanie", "piwo", "kawa", "kawę", "jedzenie",
        "pizza", "pizzę", "zmęczony", "zmęczona", "pogoda", "dojechałem", "dojechaliśmy", "podróż", "impreza", "afterparty", "parking", "nocleg", "koszulki", "naklejki",
    ]),
    pointing: Phrases::of(&[
        "poniżej", "powyżej", "w tym wpisie", "w tym artykule", "ten wpis", "tego wpisu", "ten artykuł", "tutaj", "znajdziecie", "znajdziesz", "można znaleźć", "można obejrzeć",
        "dostępne", "dostępna", "slajdy", "zdjęcia", "jak wspomniałem", "jak wspomniałam", "poprzednim wpisie", "kolejnym wpisie", "następnym wpisie", "czytaj dalej", "link", "linki",
    ]),
    past: Phrases::of(&[
        "był", "była", "było", "były", "byli", "byliśmy", "byłem", "byłam", "miał", "miała", "miało", "mieli", "mieliśmy", "odbyła", "odbyło", "odbył", "odbyły", "mogliśmy", "mogłem",
        "mogłam", "udało", "przyszło", "wzięło", "zobaczyliśmy", "spotkaliśmy", "usłyszeliśmy", "pojawiło", "pojawił", "pojawiła", "zaczęło", "zaczęła", "trwała", "trwało",
    ]),
    connective: Phrases::of(&[
        "jednak", "również", "dodatkowo", "ponadto", "podsumowując", "więc", "oczywiście", "niestety", "na szczęście", "poza tym", "na koniec", "wreszcie", "w końcu",
        "ostatecznie", "natomiast", "zresztą", "po pierwsze", "po drugie", "po trzecie", "no cóż", "ogólnie",
    ]),
    future: Phrases::of(&["będzie", "będą", "będziemy"]),
    closing: Phrases::of(&[
        "podsumowanie", "podsumowując", "wnioski", "zakończenie", "na koniec", "słowem zakończenia", "wrażenia", "moje wrażenia", "ogólne wrażenia", "ocena",
    ]),
    counted: Phrases::of(&[
        "osób", "osoby", "uczestników", "uczestniczek", "programistów", "prelegentów", "prelekcji", "prelekcje", "prezentacji", "wykładów", "wystąpień", "sesji", "dni", "krajów", "firm",
        "gości", "warsztatów", "ścieżek", "ścieżki",
    ]),
    biography: Phrases::of(&["jest programistą", "jest programistką", "pracuje jako", "pracuje w", "jest autorem", "jest autorką", "na co dzień"]),
    joint: Phrases::of(&[
        "kolejny", "kolejna", "kolejne", "inne", "inny", "innych", "również", "także", "następnie", "potem", "później", "drugi", "druga", "ostatni", "ostatnia", "oba", "obie", "dwie",
        "dwa", "trzy", "każdy", "każda", "pozostałe",
    ]),
    many: Phrases::of(&["prelekcje", "prezentacje", "wykłady", "wykładów", "wystąpienia", "wystąpień", "sesje", "prelegenci", "prelegentów", "warsztaty", "prelekcjach"]),
    advice: Phrases::of(&["powinien", "powinna", "powinno", "powinny", "trzeba", "należy", "musi", "muszą", "musimy", "można", "może", "mogą", "jeśli", "jeżeli", "warto", "chce"]),
    states: Phrases::of(&["jest", "są"]),
    tells: Phrases::of(&["o", "jak", "dlaczego", "co"]),
    aside: Phrases::of(&["tylko", "nawet", "też", "także", "również", "już"]),
    invite: Phrases::of(&[
        "zapraszamy", "zapraszam", "do zobaczenia", "widzimy się", "dołącz", "dołączcie", "zapisz się", "zapiszcie się", "dajcie znać", "daj znać", "napisz do nas",
        "napiszcie", "śledźcie", "obserwuj", "do następnego", "czekamy na", "nie przegap", "zachęcamy", "zachęcam",
    ]),
    video: Phrases::of(&["wideo", "nagranie", "nagrania", "nagrań", "film", "filmy", "youtube"]),
    slides: Phrases::of(&["slajdy", "prezentacja", "prezentację", "slides"]),
    credit: Phrases::of(&["zdjęcie", "zdjęcia", "fot", "foto", "fotografia", "autor zdjęcia", "autor zdjęć", "źródło"]),
    events: Phrases::of(&[
        "konferencja", "konferencji", "konferencję", "konferencje", "spotkanie", "spotkania", "spotkaniu", "meetup", "meetupu", "kongres", "zlot", "sympozjum", "warsztaty",
        "hackathon", "hakaton", "forum", "festiwal", "wydarzenie", "wydarzenia", "seminarium", "targi", "dni",
    ]),
};

const MONTHS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

/// Polish wording: names stay in their basic form, and counts need no plural.
pub(super) static WORDING: Wording = Wording {
    code: "pl",
    recap: "Relacja: {}",
    with: "Na scenie: {}.",
    mine: "Moja prelekcja",
    also: "W relacji także: {}",
    read: "Cała relacja: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}nagranie jest już dostępne",
            recordings: "{}nagrania są już dostępne",
            slides: "{}slajdy są już dostępne",
            both: "{}nagrania i slajdy są już dostępne",
        },
        further: Announced {
            recording: "{}jest kolejne nagranie",
            recordings: "{}są kolejne nagrania",
            slides: "{}są kolejne slajdy",
            both: "{}są kolejne nagrania i slajdy",
        },
        end: ".",
    },
    colon: ": ",
    quotes: ("„", "”"),
    inner_quotes: ("«", "»"),
    comma: ", ",
    and: |_| " i ",
    more: |count| format!(" i jeszcze {count}"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
