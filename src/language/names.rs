//! Words in and around people's names, of all languages.

/// Words that join a family name to the word before it.
pub(crate) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "la", "le",
    "du", "bin", "binti", "ibn", "al", "el", "ter", "ten", "af", "zu", "st",
];

/// In the place of a speaker who is not known yet.
pub(crate) const UNKNOWN: &[&str] = &[
    "tba",
    "tbd",
    "tbc",
    "tbn",
    "n n",
    "nn",
    "to be announced",
    "to be confirmed",
    "to be decided",
    "未定",
    "待定",
    "미정",
];

/// Words that start titles, organisations and headings, or occur in them, but never in names.
#[rustfmt::skip]
pub(crate) const NO_NAMES: &[&str] = &[
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

/// Endings that are rare in names and frequent in titles.
pub(crate) const NOUN_ENDINGS: &[&str] = &[
    "ing", "tion", "tions", "ness", "ment", "ments", "ity", "ities", "ware", "able", "ology",
    "ção", "ción", "ung", "ungen", "keit", "heit", "isme", "ismo", "tics", "ization", "ized",
    "ally",
];

/// Labels of a line that names the speakers.
#[rustfmt::skip]
pub(crate) const SPEAKER_LABELS: &[&str] = &[
    "speaker", "speakers", "presenter", "presenters", "presented by", "given by", "talk by", "presentado por",
    "présenté par", "animé par", "vorgetragen von", "gehalten von", "apresentado por", "presentato da", "ponente", "ponentes", "palestrante", "palestrantes", "orateur", "oratrice", "intervenant", "intervenante", "intervenants", "sprecher", "sprecherin", "referent", "referentin", "relatore", "relatrice", "relatori", "登壇者", "発表者", "スピーカー", "講師", "연사", "발표자", "讲师", "嘉宾", "分享人", "主讲人", "主讲", "演讲者", "分享嘉宾", "演讲嘉宾",
];
