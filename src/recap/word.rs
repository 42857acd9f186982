//! Single words as parts of names.

use crate::language::{Phrases, cities::CITIES, given::GIVEN};
use std::borrow::Cow;

const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "la", "le",
    "du", "bin", "binti", "ibn", "al", "el", "ter", "ten", "af", "zu", "st",
];

/// Words that start titles, organisations and headings, or occur in them, but never in names.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "par", "por", "von", "by", "com", "mit", "avec", "con", "presented", "hosted", "dann", "danach", "nach",
    "beim", "then", "finally", "next", "later", "afterwards", "después", "luego", "depois", "ensuite", "puis",
    "enfin", "poi", "infine", "the", "a", "an", "uk", "us", "usa", "eu", "na", "apac", "emea", "how", "why",
    "what", "when", "where", "who", "your", "you", "my", "our", "we", "i", "with", "for", "of", "in", "on",
    "to", "and", "or", "is", "are", "not", "no", "all", "more", "most", "new", "other", "this", "that", "these",
    "from", "at", "by", "as", "it", "it's", "introduction", "intro", "day", "part", "talk", "talks", "keynote",
    "session", "sessions", "workshop", "panel", "slides", "video", "videos", "code", "data", "open", "source",
    "web", "api", "apis", "cloud", "native", "python", "java", "javascript", "rust", "ruby", "rails", "go",
    "golang", "kotlin", "swift", "react", "linux", "kubernetes", "docker", "software", "development",
    "developer", "developers", "engineer", "engineers", "engineering", "team", "teams", "project", "projects",
    "community", "conference", "conf", "meetup", "summit", "university", "institute", "foundation", "inc",
    "ltd", "gmbh", "llc", "labs", "lab", "office", "hours", "group", "company", "security", "design", "future",
    "state", "building", "machine", "learning", "deep", "big", "systems", "system", "performance", "testing",
    "test", "tests", "update", "updates", "news", "release", "questions", "conclusion", "welcome", "thanks",
    "thank", "first", "second", "third", "last", "next", "one", "two", "three", "best", "better", "good",
    "great", "fast", "modern", "simple", "easy", "advanced", "practical", "beyond", "inside", "towards",
    "toward", "using", "lightning", "social", "event", "events", "hall", "center", "centre", "street", "hotel",
    "room", "track", "day", "morning", "afternoon", "evening", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "july", "september", "october", "november",
    "december", "google", "microsoft", "amazon", "facebook", "apple", "github", "twitter", "youtube", "mozilla",
    "red", "hat", "redis", "postgres", "postgresql", "mysql", "ansible", "django", "flask", "spring", "angular",
    "vue", "node", "elixir", "phoenix", "erlang", "haskell", "scala", "clojure", "graphql", "serverless",
    "devops", "agile", "scrum", "ai", "ml", "ui", "ux", "css", "html", "sql", "aws", "azure", "gcp", "network",
    "networking", "support", "server", "servers", "service", "services", "platform", "product", "production",
    "content", "contents", "live", "online", "virtual", "digital", "global", "world", "internet", "mobile",
    "android", "ios", "games", "game", "science", "research", "tools", "tooling", "library", "framework",
    "language", "languages", "programming", "functional", "reactive", "distributed", "microservices",
    "architecture", "pattern", "patterns", "story", "stories", "case", "study", "tips", "tricks", "guide",
    "hands", "closing", "keynotes", "fireside", "chat", "ask", "me", "anything", "highlights", "overview",
    "summary", "resources", "links", "photos", "sponsors", "schedule", "program", "agenda", "venue", "food",
    "lunch", "coffee", "break", "dinner", "party", "concept", "everyone", "everybody", "people", "women", "men",
    "speaker", "speakers", "organizers", "attendees", "volunteers", "dear", "hello", "hi", "yes", "final",
    "special", "also", "but", "so", "if", "then", "there", "here", "they", "he", "she", "his", "her", "their",
    "its", "both", "many", "some", "each", "every", "after", "before", "during", "while", "since", "until",
    "however", "another", "now", "just", "only", "even", "once", "let", "let's", "don't", "can", "do", "does",
    "did", "will", "was", "were", "be", "been", "being", "has", "have", "had", "make", "makes", "making", "get",
    "getting", "use", "works", "work", "working", "write", "docs", "documentation", "el", "los", "las", "una",
    "un", "por", "para", "con", "que", "cómo", "como", "del", "y", "e", "o", "os", "as", "um", "uma", "les",
    "des", "une", "et", "pour", "avec", "dans", "sur", "comment", "pourquoi", "die", "der", "das", "und", "mit",
    "für", "ein", "eine", "wie", "warum", "im", "auf", "il", "gli", "lo", "per", "non", "di", "e", "à", "au",
    "en", "is", "das", "dia", "día", "jour", "tag", "resumen", "conclusión", "conclusiones", "palestra",
    "den", "dem", "anfang", "beginn", "schluss", "als", "zum", "zur", "am",
    "dieses", "diese", "dieser", "diesem", "diesen", "jeder", "jede", "jedes", "unser", "unsere", "mein", "meine",
    "sein", "seine", "ihr", "ihre", "kein", "keine", "c'est", "ce", "cette", "ces", "notre", "nos", "mon", "mes",
    "ses", "leur", "leurs", "nous", "vous", "este", "esta", "estos", "estas", "nuestro", "nuestra", "sus", "mis",
    "esse", "essa", "nosso", "nossa", "seu", "sua", "meu", "minha", "questo", "questa", "questi", "queste",
    "nostro", "nostra", "deze", "het", "een", "secretario", "universidad", "universidade", "université",
    "universität", "facultad", "faculdade", "instituto", "institut", "institutes", "national", "ministry",
    "college", "school", "department", "association", "society", "collective", "protocol", "interface", "plugin",
    "palestras", "charla", "charlas", "conférence", "vortrag", "introducción", "introdução", "équipe", "equipo",
];

/// [`NO_NAMES`] as a lookup table, used for every capitalised word of a post.
static NO_NAME: Phrases = Phrases::of(NO_NAMES);

/// [`GIVEN`] as a lookup table.
static GIVEN_NAME: Phrases = Phrases::of(GIVEN);

/// [`CITIES`] as a lookup table.
static CITY: Phrases = Phrases::of(CITIES);

/// Whether several words are a city's name, "San Francisco"; a single one may be a person's, "Charlotte".
pub(super) fn city(lower: &[String]) -> bool {
    lower.len() > 1 && CITY.has(&lower.join(" "))
}

/// Whether a word joins a family name to the word before it, in either case.
pub(super) fn particle(token: &str) -> bool {
    token.len() <= 5
        && PARTICLES
            .iter()
            .any(|particle| particle.eq_ignore_ascii_case(token))
}

/// Whether the word is a common given name.
pub(super) fn given(lower: &str) -> bool {
    let plain: Cow<'_, str> = if lower.is_ascii() {
        lower.into()
    } else {
        lower.chars().map(plain).collect()
    };
    let known = |name: &str| GIVEN_NAME.has(name);
    known(&plain) || plain.split_once('-').is_some_and(|(first, _)| known(first))
}

fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' | 'č' | 'ć' => 'c',
        'ñ' | 'ń' => 'n',
        'š' | 'ś' => 's',
        'ž' | 'ż' | 'ź' => 'z',
        'ł' => 'l',
        'ý' => 'y',
        c => c,
    }
}

/// Whether a lower-case word is one of titles and organisations, never of names.
pub(super) fn no_name(lower: &str) -> bool {
    NO_NAME.has(lower)
}

/// Endings that are rare in names and frequent in titles.
pub(super) fn noun(lower: &str) -> bool {
    let last = lower.bytes().next_back();
    lower.len() > 5
        && [
            "ing", "tion", "tions", "ness", "ment", "ments", "ity", "ities", "ware", "able",
            "ology", "ção", "ción", "ung", "ungen", "keit", "heit", "isme", "ismo", "tics",
            "ization", "ized", "ally",
        ]
        .iter()
        .any(|end| end.bytes().next_back() == last && lower.ends_with(end))
}

/// Whether a word is written like a part of a name.
pub(super) fn looks(token: &str) -> bool {
    let token = token.trim_end_matches('.');
    if token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let upper = token.bytes().skip(1).filter(u8::is_ascii_uppercase).count();
        return token.starts_with(|c: char| c.is_ascii_uppercase()) && upper <= 3;
    }
    let mut chars = token.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let rest = chars.as_str();
    let letters = rest
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‐' | '.'));
    let upper = rest.chars().filter(|c| c.is_uppercase()).count();
    // "de-Roos": a particle joined to the name.
    let grown = rest
        .split_once('-')
        .is_some_and(|(_, name)| name.starts_with(char::is_uppercase));
    (first.is_uppercase() || grown) && letters && (upper <= 3 || rest.contains('-'))
}
