//! Words of events' names and of posts about them, of all languages.

/// Periods that people look back on.
#[rustfmt::skip]
pub(crate) const PERIODS: &[&str] = &[
    "year", "month", "sprint", "week", "quarter", "annual", "yearly", "year's", "año", "mes", "semana",
    "année", "mois", "semaine", "jahr", "monat", "woche", "ano", "mês", "anno", "mese", "settimana", "年間",
    "今年", "一年", "올해", "년", "年度", "年终", "in", "review", "end", "of", "the", "del", "de", "dell", "des", "do",
    "l'année", "l'anno", "dell'anno", "jahres", "года", "год", "roku", "jaar", "året", "årets",
];

/// Marks behind the number of a year or a month.
pub(crate) const PERIOD_MARKS: &[char] = &['年', '月', '년', '월'];

/// What titles have that rank the talks of a period: "My favourite talks of 2016".
#[rustfmt::skip]
pub(crate) const RANKED: &[&str] = &[
    "favourite", "favorite", "favourites", "favorites", "best", "top", "beste", "besten", "favoritas", "favoritos", "mejores",
    "melhores", "meilleurs", "meilleures", "migliori", "лучшие", "najlepsze", "nejlepší", "bästa", "leukste",
];

/// Words beside them.
#[rustfmt::skip]
pub(crate) const BESIDE_RANKED: &[&str] =
    &["my", "our", "i", "we", "conference", "tech", "watched", "seen", "from", "meine", "mis", "minhas", "mes", "miei", "мои", "moje", "mina", "mijn"];

/// Small words of recaps that other titles have too.
#[rustfmt::skip]
pub(crate) const WEAK: &[&str] = &[
    "about", "visiting", "attending", "surviving", "videos", "slides", "notre", "meine", "unser", "unsere",
    "nosso", "nossa", "nuestra", "nuestro", "minha", "going to", "experience", "our first", "best of",
    "nasza", "konferencja", "konferencji", "konference", "конференция", "конференции", "митап", "митапе", "efter",
];

/// Endings and words of events' names.
#[rustfmt::skip]
pub(crate) const PARTS: &[&str] = &[
    "conf", "con", "fest", "camp", "kaigi", "summit", "meetup", "days", "jug", "congress", "unconf",
    "konferenz", "treffen", "tagung", "kongress", "conference", "rencontres", "congreso", "jornadas",
    "encontro", "convegno", "barcamp", "cfp", "devcon", "hackathon",
];

/// Events whose names have no word for events.
#[rustfmt::skip]
pub(crate) const KNOWN: &[&str] = &[
    "fosdem", "devoxx", "strangeloop", "pygotham", "pyohio", "pycascades", "debconf", "guadec", "akademy",
    "icml", "neurips", "siggraph", "usenix", "cppcast", "re:invent", "goto", "scale", "oscon", "lisa", "owasp",
    "defcon", "qcon", "goruco", "codemotion", "jsday", "webexpo", "devternity", "nluug", "jfokus", "øredev", "devsum",
    "confitura", "4developers", "geecon", "highload", "holyjs", "jpoint", "moscowjs", "piterjs", "pyvo",
];

/// Series and forms of events whose names consist of words for an event and of blogs, without spaces; people use them as hashtags.
#[rustfmt::skip]
pub(crate) const SERIES: &[&str] = &[
    "barcamp", "codecamp", "devfest", "gamejam", "hackathon", "hackaton", "hackday", "unconference", "ハッカソン", "黑客松", "黑客马拉松", "해커톤", "хакатон",
];

/// Words that end like events' names but are not.
#[rustfmt::skip]
pub(crate) const COMMON: &[&str] = &[
    "icon", "silicon", "falcon", "bacon", "beacon", "lexicon", "second", "scamp", "manifest", "con",
    "emoticon", "balcon", "wednesdays", "mondays", "tuesdays", "thursdays", "fridays", "saturdays", "sundays",
    "holidays", "nowadays", "birthdays", "weekdays", "days", "camp",
];
