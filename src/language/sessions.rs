//! Words around sessions that are not one language's alone: labels, columns of tables, headings.

use super::Phrases;

/// Labels of a title, in addition to the words for talks.
#[rustfmt::skip]
pub(crate) const TITLE_LABELS: &[&str] = &[
    "title", "topic", "what", "lightning", "título", "titre", "titel", "titolo", "主题", "题目", "제목", "タイトル",
    "onderwerp", "ämne", "tytuł", "temat", "тема", "название", "název", "téma",
];

/// Headers of a column of speakers.
#[rustfmt::skip]
pub(crate) const SPEAKER_COLUMNS: &[&str] = &[
    "speaker", "speakers", "presenter", "who", "name", "ponente", "ponentes", "orador", "palestrante",
    "palestrantes", "orateur", "intervenant", "sprecher", "referent", "vortragende", "relatore", "relatori",
    "登壇者", "発表者", "スピーカー", "연사", "발표자", "讲师", "嘉宾", "演讲者", "分享人", "speaker(s)",
    "spreker", "sprekers", "talare", "prelegent", "prelegenci", "prelegentka", "докладчик", "докладчики", "спикер",
    "спикеры", "přednášející", "řečník", "řečníci",
];

/// Headers of a column of titles.
#[rustfmt::skip]
pub(crate) const TITLE_COLUMNS: &[&str] = &[
    "title", "talk", "session", "topic", "what", "charla", "título", "titre", "conférence", "palestra",
    "vortrag", "titel", "thema", "titolo", "intervento", "タイトル", "発表", "演題", "내용", "제목", "주제", "발표", "主题",
    "题目", "议题", "presentation", "subject", "sujet", "tema", "lezing", "presentatie", "onderwerp", "föredrag", "ämne",
    "prelekcja", "tytuł", "temat", "доклад", "тема", "название", "přednáška", "název", "téma",
];

/// Pictures, before a colon and the name of who took them: "Foto: S".
#[rustfmt::skip]
pub(crate) const PICTURES: &[&str] = &[
    "photo", "photos", "image", "images", "picture", "pictures", "foto", "fotos", "bild", "bilder", "imagen",
    "imágenes", "imagem", "imagens", "immagine", "immagini", "写真", "画像", "사진", "照片", "图片",
];

/// What somebody does at an event beside the talks: "Photos by S", "S (food)".
#[rustfmt::skip]
pub(crate) static CREDITS: Phrases = Phrases::of(&[
    "sound", "audio", "camera", "lights", "photo", "photos", "photography", "photographer", "photographs", "pictures",
    "images", "video", "food", "catering", "drinks", "cakes", "cake", "cooking", "music", "registration", "host",
    "hosts", "hosted", "moderation", "moderator", "moderated", "organiser", "organizer", "organisers", "organizers",
    "organisation", "organization", "decoration", "badges", "translation", "volunteers", "fotos", "foto",
    "fotografía", "comida", "bebida", "sonido", "cámara", "música", "inscripción", "inscripciones", "presentador",
    "presentadora", "moderación", "moderador", "traducción", "organización", "organizador", "repas", "traiteur",
    "son", "sonorisation", "caméra", "musique", "photographie", "inscription", "inscriptions", "accueil", "animation",
    "modération", "traduction", "organisateur", "nourriture", "essen", "getränke", "verpflegung", "ton", "technik",
    "kamera", "musik", "fotografie", "anmeldung", "moderatorin", "übersetzung", "empfang", "som", "câmera",
    "fotografia", "inscrição", "inscrições", "apresentador", "apresentadora", "moderação", "mediação", "tradução",
    "organização", "cibo", "suono", "riprese", "musica", "iscrizioni", "conduzione", "moderazione", "moderatore",
    "traduzione", "organizzazione", "eten", "drinken", "geluid", "techniek", "muziek", "foto's", "aanmelding",
    "inschrijving", "vertaling", "organisatie", "mat", "ljud", "teknik", "bilder", "fotografi", "anmälan", "värd",
    "översättning", "jedzenie", "dźwięk", "muzyka", "zdjęcia", "rejestracja", "moderacja", "tłumaczenie",
    "organizacja", "еда", "звук", "камера", "музыка", "фото", "фотографии", "фотограф", "регистрация", "ведущий",
    "ведущая", "модератор", "перевод", "организация", "jídlo", "občerstvení", "zvuk", "hudba", "fotky", "registrace",
    "moderátor", "moderátorka", "překlad", "organizace", "司会", "司会進行", "撮影", "カメラ", "音響", "音楽", "受付", "会場提供", "飲食",
    "料理", "写真", "사회", "사회자", "진행", "촬영", "음향", "음악", "접수", "음식", "통역", "사진", "主持", "主持人", "摄影", "攝影", "摄像", "拍照",
    "音响", "音乐", "接待", "场务", "餐饮", "翻译", "运营", "照片",
]);

/// Small words of headings.
#[rustfmt::skip]
pub(crate) static FILLING: Phrases = Phrases::of(&[
    "day", "days", "one", "two", "three", "second", "third", "1st", "2nd", "3rd", "día", "dia", "jour", "tag",
    "giorno", "the", "of", "and", "&", "our", "my", "to", "for", "some", "a", "an", "from", "at", "all",
    "more", "first", "last", "few", "other", "big", "huge", "special", "pre", "after", "very", "final",
    "words", "general", "in", "on", "with", "it", "le", "la", "les", "de", "du", "des", "et", "el", "los",
    "las", "y", "der", "die", "das", "und", "o", "os", "as", "do", "da", "e", "un", "une", "mon", "mi", "il",
    "i", "del", "della", "mis", "mes", "minha", "minhas", "meus", "meine", "nos", "nuestras", "nossas", "dagen", "eerste",
    "tweede", "derde", "het", "onze", "dagar", "första", "tredje", "och", "våra", "dzień", "pierwszy", "drugi", "trzeci",
    "nasze", "moje", "день", "первый", "второй", "третий", "и", "наши", "мои", "den", "první", "druhý", "třetí",
    "naše", "primer", "segundo", "tercer", "primeiro", "terceiro", "premier", "première", "deuxième", "troisième", "journée",
    "primo", "secondo", "terzo", "prima", "seconda", "terza", "giornata", "erster", "zweiter", "dritter", "erste", "zweite",
    "dritte", "andra", "dagen", "첫째", "둘째", "셋째", "날", "첫날", "1일차", "2일차", "3일차", "1日目", "2日目", "3日目", "初日", "最終日", "一日目",
    "二日目", "三日目", "第一天", "第二天", "第三天", "第1天", "第2天",
]);

/// Words of headings that announce talks: "my favorite talks".
#[rustfmt::skip]
pub(crate) static ANNOUNCING: Phrases = Phrases::of(&[
    "favorite", "favourite", "best", "notable", "main", "great", "interesting", "opening", "closing",
    "d'ouverture", "fermeture", "ouverture", "clôture", "i", "we", "attended", "selected", "invited",
    "apertura", "cierre", "abertura", "encerramento", "favoriete", "leukste", "interessantste", "bästa", "najlepsze",
    "ulubione", "najciekawsze", "лучшие", "любимые", "интересные", "nejlepší", "oblíbené", "nejzajímavější",
]);

/// "Day" before or after a number.
#[rustfmt::skip]
pub(crate) const DAY: &[&str] = &[
    "day", "día", "dia", "jour", "journée", "tag", "giorno", "dag", "dzień", "день",
];

/// "Track" before or after a letter or a number.
#[rustfmt::skip]
pub(crate) const TRACK: &[&str] = &[
    "track", "room", "stage", "stream", "bühne", "scène", "escenario", "palco", "podium", "raum", "saal", "hall", "auditorium", "aula", "zaal", "salen", "sali", "зале", "sále", "salle", "piste", "sala", "pista", "トラック", "트랙",
];

/// Events behind the name of a group, which are subjects of talks as well: "meeting culture".
pub(crate) const MEETINGS: &[&str] = &["meeting"];

/// One talk, beside the words for many of them.
pub(crate) const ONE_TALK: &[&str] = &["keynote"];

/// What has many talks, at the end of its name.
pub(crate) const OF_MANY: &[&str] =
    &["devroom", "track", "playlist", "channel", "schedule", "programme", "meeting", "meetup"];

/// Activities beside the talks, which titles do not have.
#[rustfmt::skip]
pub(crate) static BESIDE: Phrases = Phrases::of(&[
    "party", "afterparty", "dinner", "lunch", "breakfast", "venue", "hotel", "sponsors", "hallway", "swag",
    "raffle", "drinks", "trailer", "aftermovie", "karaoke", "band", "fiesta", "cena", "soirée", "apéro", "almoço", "jantar", "abendessen", "mittagessen",
    "pranzo", "sponsoren", "patrocinadores", "borrel", "fika", "mingel", "obiad", "kolacja", "impreza", "sponsorzy", "обед",
    "ужин", "вечеринка", "афтепати", "спонсоры", "oběd", "večeře", "večírek", "sponzoři",
]);

/// The beginnings of what stands behind the number of a talk's length: "30 min", "1h", "45 分".
#[rustfmt::skip]
pub(crate) const LENGTHS: &[&str] = &["min", "hour", "h", "std", "stund", "timm", "uur", "'", "’", "′", "分", "분", "мин", "ч", "godz", "hod"];

/// What talks leave behind, beside recordings and slides.
#[rustfmt::skip]
pub(crate) const MATERIAL: &[&str] = &[
    "link", "links", "en", "here", "code", "repo", "github", "blog", "document", "notes", "demo", "website",
    "abstract", "paper", "examples", "example", "samples", "sample", "source", "sources", "demos", "repository", "materials",
    "material", "handout", "transcript", "audio", "mp3", "gist", "notebook", "notebooks", "download", "downloads", "odp", "ppt", "pptx",
    "herunterladen", "descargar", "télécharger", "baixar", "scarica", "downloaden", "pobierz", "скачать", "stáhnout",
];

/// What people make other than talks.
#[rustfmt::skip]
pub(crate) const MADE: &[&str] = &[
    "quote", "quoted", "written", "book", "books", "paper", "article", "post", "made", "built", "developed",
    "founded", "published", "inspired", "organized", "organised", "sponsored", "run", "created", "used",
    "followed", "caused", "supported", "provided", "powered", "driven", "recommended", "recorded",
    "translated", "taken", "photo", "photos", "escrito", "creado", "organizado", "criado", "écrit", "créé",
    "organisé", "scritto", "creato", "organizzato", "libro", "livre", "livro", "geschreven", "gemaakt", "georganiseerd",
    "ontwikkeld", "opgericht", "gesponsord", "napisana", "napisany", "stworzona", "stworzony", "stworzone", "zorganizowana",
    "zorganizowany", "zorganizowane", "organizowana", "organizowane", "wydana", "sponsorowane",
];

/// What people read, and what is done with it: "Books she named:", "T by S, a novel", "I bought T by S".
#[rustfmt::skip]
const READINGS: &[&str] = &[
    "book", "paper", "papers", "article", "articles", "libro", "livre", "livro", "buch", "novel", "roman", "novela", "romanzo",
    "boek", "bok", "kniha", "knihu", "román", "książka", "książkę", "powieść", "книга", "книгу", "роман",
    "bought", "bookshop", "bookstore", "gekauft", "kaufte", "gelesen", "signiert", "büchertisch", "bücherstand", "buchhandlung",
    "acheter", "acheté", "achetai", "librairie", "dédicacé", "j'ai lu", "comprar", "comprado", "comprarme", "compré", "compramos",
    "leyendo", "librería", "firmado", "comprei", "comprámos", "lendo", "livraria", "autografado", "comprare", "comprato", "letto",
    "di leggere", "libreria", "autografato", "kocht", "gekocht", "gelezen", "boekwinkel", "boekenstand", "gesigneerd",
    "terminei de ler", "acabei de ler", "terminé de leer", "acabé de leer", "fini de lire", "uitgelezen", "las ich", "ich las", "las ik", "ik las",
    "読んだ本", "読書", "書籍", "図書", "おすすめの本", "书单", "書單", "书籍", "图书", "读的书", "推荐的书", "읽은 책", "도서", "추천 책",
];

/// What a sentence says of the list of books below it.
pub(crate) const READING_LISTS: &[&str] = &[
    "reading list",
    "recommended reading",
    "further reading",
    "leseliste",
    "lista de lectura",
    "lista de lecturas",
    "liste de lecture",
    "lista di lettura",
    "lista de leitura",
    "leeslijst",
    "läslista",
    "lista lektur",
    "список чтения",
];

/// What a heading of a few words says above books.
#[rustfmt::skip]
pub(crate) const BOOKS: &[&str] = &[
    "books", "bücher", "lektüre", "libros", "lecturas", "livres", "mes lectures",
    "livros", "leituras", "libri", "letture", "boeken", "böcker", "książki", "lektury", "книги", "knihy",
];

/// All that names what people read.
pub(crate) fn readings() -> impl Iterator<Item = &'static str> {
    READINGS.iter().chain(BOOKS).chain(READING_LISTS).copied()
}

/// Verbs of who reads, right before a title; those that are also other words near talks are left out.
#[rustfmt::skip]
pub(crate) const READS: &[&str] = &[
    "read", "reading", "reread", "rereading", "leí", "leyendo", "lisais", "relu", "lendo", "leggevo", "letto", "riletto", "gelesen", "läste", "läser",
    "läst", "czytałem", "czytałam", "przeczytałem", "przeczytałam", "czytam", "doczytałem", "doczytałam", "četl", "četla", "přečetl",
    "přečetla", "dočetl", "dočetla", "čtu", "читал", "читала", "дочитал", "дочитала", "перечитал", "перечитала", "перечитывал",
    "перечитывала", "читаю",
];

/// Names of advent calendars, of which each day is another blog's.
pub(crate) const ADVENT_CALENDARS: &[&str] = &["Advent Calendar", "アドベントカレンダー"];

/// How items about the day before or after begin: "昨日", "明日".
pub(crate) const OTHER_DAYS: [char; 2] = ['昨', '明'];

/// Numbers of an event's days: "Day two".
pub(crate) const DAY_NUMBERS: &[&str] = &["one", "two", "three"];

/// Units of a time of day, behind its digits.
pub(crate) const HOURS: &[&str] = &["am", "pm", "a.m.", "p.m.", "uhr", "h"];

/// Words between a person and a title beside those for topics: "S's case for “T”".
pub(crate) const ABOUT_TITLE: &[&str] = &["for", "in", "über"];

/// Words before the employer in a role: "CTO at Org".
pub(crate) const BEFORE_EMPLOYERS: &[&str] = &["at", "of", "from"];

/// Words before the person whom a credit names: "Photo courtesy of S".
pub(crate) const BEFORE_CREDITED: &[&str] =
    &["by ", "to ", "from ", "courtesy of ", "par ", "von ", "de ", "por "];

/// How the words of a credit end that stand right before a name: "Photo by".
pub(crate) const CREDIT_ENDS: &[&str] =
    &[" by", " from", " of", " von", " par", " por", " de", " di", "©"];

/// Words with a full stop that end no sentence in a line.
pub(crate) const SHORTENED: &[&str] =
    &["vs", "Dr", "Mr", "Mrs", "Ms", "St", "No", "Prof", "Jr", "Inc"];

/// Small words beside those for slides and recordings: "Slides and video".
pub(crate) const BESIDE_MATERIAL: &[&str] =
    &["and", "the", "on", "of", "y", "e", "et", "und", "&", "+"];

/// What one does with a talk.
#[rustfmt::skip]
pub(crate) const GIVES: &[&str] = &[
    "gave", "gives", "delivered", "presented", "held", "dio", "ofreció", "impartió", "brindó", "deu",
    "ministrou", "apresentou", "fez", "donné", "présenté", "hielt", "gab", "tenuto", "presentato", "gaf", "hield",
    "verzorgde", "höll", "wygłosił", "wygłosiła", "poprowadził", "poprowadziła", "прочитал", "прочитала", "провёл", "провел",
    "провела", "přednesl", "přednesla",
];

/// What people do with one another beside the talks: "I chatted with S about queues".
#[rustfmt::skip]
pub(crate) const CHATS: &[&str] = &[
    "chatted", "chatting", "unterhalten", "unterhielt", "unterhielten", "geplaudert", "plauderte", "plauderten", "plaudern",
    "gequatscht", "quatschen", "quatschte", "discuté", "discuter", "bavardé", "bavarder", "papoté", "papoter", "échangé", "échanger", "charlando",
    "charlé", "charlamos", "charlar", "conversé", "conversando", "conversamos", "conversar", "conversei", "chiacchierato",
    "chiacchierando", "chiacchierare", "chiacchierata", "gepraat", "praatte", "praatten", "gekletst", "kletste", "kletsten", "kletsen",
    "bijgepraat", "nagepraat",
];

/// What a phrase is that is no title: "a sticker with the motto “T”", "posed the question “T”".
#[rustfmt::skip]
pub(crate) const MOTTOS: &[&str] = &[
    "question", "questions", "asking", "asked", "frage", "fragte", "pregunta", "preguntó", "pergunta", "perguntou", "demandé", "domanda", "chiesto",
    "vraag", "vroeg", "pytanie", "вопрос", "вопросом", "otázka", "otázku", "frågan", "frågade",
    "motto", "slogan", "sticker", "hashtag", "spruch", "aufschrift", "slogans", "autocollant", "lema", "eslogan", "pegatina",
    "adesivo", "scritta", "leus", "spreuk", "opdruk",
];

/// "In" and "in the" by the language, before a room, or a title in which somebody told something.
#[rustfmt::skip]
const IN: &[(&str, &str)] = &[
    ("en", "in"), ("de", "in"), ("de", "im"), ("nl", "in"), ("es", "en"), ("pt", "em"), ("pt", "na"), ("pt", "no"), ("fr", "en"),
    ("fr", "dans"), ("it", "in"), ("it", "nel"), ("it", "nella"), ("it", "nello"), ("pl", "w"), ("pl", "we"), ("cs", "v"), ("cs", "ve"),
    ("ru", "в"), ("ru", "во"), ("sv", "i"), ("sv", "på"),
];

/// Whether a folded word is one of these in a language.
pub(crate) fn is_in(code: &str, word: &str) -> bool {
    IN.contains(&(code, word))
}

/// What the author says of what the own talk did: "in “T” I showed".
#[rustfmt::skip]
pub(crate) const SHOWED: &[&str] = &[
    "showed", "explained", "demonstrated", "talked", "spoke", "presented", "zeigte", "gezeigt", "erklärte", "erklärt", "erzählte",
    "erzählt", "vorgestellt", "vorgeführt", "gesprochen", "montré", "expliqué", "raconté", "présenté", "parlé", "détaillé", "montrais",
    "expliquais", "racontais", "présentais", "parlais", "mostré", "conté", "hablé", "enseñé", "presenté", "compartí", "mostrei", "expliquei", "contei", "falei", "apresentei", "demonstrei",
    "mostrato", "spiegato", "raccontato", "presentato", "parlato", "illustrato", "raccontavo", "spiegavo", "mostravo", "vertelde", "verteld", "toonde", "liet", "laten", "legde",
    "uitgelegd", "gepresenteerd", "gesproken",
];

/// What lets somebody give a talk, before an infinitive: "die Gelegenheit, über X zu sprechen", "chansen att prata om X".
#[rustfmt::skip]
pub(crate) const CHANCES: &[&str] = &[
    "eingeladen", "gebeten", "gefragt", "gelegenheit", "möglichkeit", "chance", "ehre", "vergnügen", "freude", "glück", "uitgenodigd",
    "gevraagd", "kans", "gelegenheid", "mogelijkheid", "eer", "genoegen", "plezier", "inbjuden", "möjligheten", "möjlighet", "chansen", "äran", "nöjet",
    "förmånen", "glädjen",
];

/// Behind such a word, where somebody asked: "gefragt, ob".
pub(crate) const WHETHER: &[&str] = &["ob", "of"];

/// What somebody does who was invited, in these languages.
#[rustfmt::skip]
pub(crate) const TELL: &[&str] = &[
    "sprechen", "berichten", "erzählen", "reden", "vorzustellen", "referieren", "vertellen", "spreken", "praten", "prata", "tala", "presentera",
    "föreläsa", "berätta",
];

/// The same before a word for a talk: "chansen att hålla ett föredrag".
pub(crate) const GIVE: &[&str] = &["hålla", "ge", "köra", "leda"];

/// What a talk was to the programme: "my contribution was the talk “T”".
pub(crate) const CONTRIBUTIONS: &[&str] = &[
    "contribution",
    "beitrag",
    "contribución",
    "aportación",
    "contribuição",
    "contributo",
    "bijdrage",
    "bidrag",
];

/// What stands before "my talk" below its title: "This was my talk".
#[rustfmt::skip]
pub(crate) const THIS_WAS: &[&str] = &[
    "this was", "this is", "that was", "this one was", "this one is", "das war", "dies war", "c'était", "c'est", "esta fue", "esta era",
    "esta es", "questo era", "questa era", "questo è stato il", "essa foi", "esta foi", "esta foi a", "essa foi a", "dit was", "detta var",
    "to był", "to była", "это был", "это было", "to byla", "to byl",
];

/// Verbs behind the words of somebody: "“It works,” said S".
#[rustfmt::skip]
pub(crate) const SAID: &[&str] = &[
    "said", "says", "quipped", "joked", "replied", "sagte", "sagt", "meinte", "dijo", "dice", "disse", "diz", "dit", "a dit", "zei", "zegt",
    "powiedział", "powiedziała", "сказал", "сказала", "řekl", "řekla", "sade", "säger",
];

/// What stands before a book: "S, the author of T".
#[rustfmt::skip]
pub(crate) const AUTHORS: &[&str] = &[
    "author of", "authors of", "autor von", "autorin von", "autor des", "autorin des", "autor de", "autora de", "autor del", "autora del",
    "auteur de", "autrice de", "auteur du", "autrice du", "autore di", "autrice di", "auteur van", "autor knihy", "autorka knihy", "autor książki",
    "autorka książki", "автор книги", "författare till", "författaren till",
];
