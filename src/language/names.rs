//! Words in and around people's names, of all languages.

/// Words that join a family name to the word before it.
pub(crate) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "van", "von", "der", "den", "la", "le",
    "du", "bin", "binti", "ibn", "al", "el", "ter", "ten", "af", "zu", "st", "los", "las",
];

/// Those of [`PARTICLES`] that are no other word between two capitalised ones.
pub(crate) const INNER_PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "du", "van", "von", "der", "den", "del", "della", "di", "la", "los",
    "las", "bin", "al", "el", "ter", "ten", "af",
];

/// Before an inner capital of a family name: `McCarthy`, `DeVito`.
pub(crate) const NAME_PREFIXES: &[&str] = &[
    "Mc", "Mac", "De", "Del", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "San", "St", "El",
    "Al", "Ben", "Ver", "Ten",
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
    "par", "por", "von", "bei", "av", "by", "syndrome", "zwei", "drei", "early", "late", "mid", "com", "mit", "avec", "con", "presented", "hosted", "dann", "danach", "nach",
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
    "getting", "use", "works", "work", "working", "write", "docs", "documentation", "el", "los", "las",
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
    "daarna", "vervolgens", "volgens", "tijdens", "waarom", "eerste", "tweede", "lezing", "presentatie", "spreker", "bedankt",
    "conferentie", "universiteit", "onze", "först", "första", "därefter", "varför", "enligt", "föredrag", "föredraget",
    "föreläsning", "talare", "konferensen", "universitet", "universitetet", "våra", "następnie", "później", "podczas",
    "według", "dlaczego", "pierwszy", "pierwsza", "drugi", "kolejny", "kolejna", "prelekcja", "prezentacja", "wykład",
    "wystąpienie", "spotkanie", "konferencja", "uniwersytet", "politechnika", "dziękujemy", "dzięki", "podsumowanie", "oraz",
    "przez", "poté", "následně", "podle", "během", "první", "druhý", "další", "přednáška", "prezentace", "konference",
    "univerzita", "děkujeme", "díky", "závěr", "naše", "после", "потом", "затем", "сначала", "далее", "наконец", "первый",
    "первая", "первым", "второй", "вторая", "вторым", "третий", "третьим", "следующий", "следующим", "последний", "последним",
    "доклад", "доклады", "конференция", "митап", "встреча", "спасибо", "итоги", "впечатления", "почему", "зачем", "как", "что",
    "кто", "где", "когда", "это", "этот", "эта", "эти", "наш", "наша", "наши", "мой", "моя", "мы", "я", "он", "она", "они", "и",
    "а", "но", "в", "во", "на", "с", "со", "по", "от", "из", "для", "о", "об", "не", "университет", "институт", "факультет",
    "улица", "россия", "все", "также", "ещё", "сегодня", "вчера", "так", "было", "был", "была", "были", "будет", "если",
    "nacional", "internacional", "centro", "central", "vielen", "herzlicher", "ag", "kg", "bv", "srl", "sa", "corp", "corporation", "telecom", "telekom", "technologies",
    "technology", "solutions", "consulting", "partners", "bank", "banco", "banque", "banca", "studios", "media", "chip", "chips",
    "letzte", "letzten", "letzter", "vergangene", "vergangenen", "nächste", "nächsten", "nächster", "beide",
    "viele", "alle", "einige", "mehrere", "erste", "ersten", "neue", "neuen", "gute", "guten", "große",
    "großen", "kleine", "weitere", "weiteren", "besonders", "herzlichen", "woche", "wochen", "wochenende",
    "monat", "jahr", "jahre", "jahren", "teilnehmer", "besucher", "veranstaltung", "thema", "themen", "kollege",
    "kollegin", "anschließend", "außerdem", "zuerst", "zunächst", "schließlich", "potem", "pan", "pani",
    "panowie", "po", "następny", "następna", "ostatni", "ostatnia", "najpierw", "wreszcie", "drugiego",
    "pierwszego", "pak", "paní", "pán", "potom", "nejprve", "nakonec", "druhou", "prvním", "odpoledne",
    "dopoledne", "herr", "frau", "madame", "monsieur", "mme", "señor", "señora", "senhor", "senhora", "signor",
    "signora", "mevrouw", "meneer", "fru", "d'abord", "dopo", "prima", "successivamente", "quindi", "inoltre",
    "efter", "sedan", "slutligen", "också", "både", "tot", "slot", "eerst", "verder", "tenslotte", "сперва",
    "напоследок", "второе",
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
    "speaker", "speakers", "speaker(s)", "about the speaker", "about the speakers", "presenter", "presenters", "presenter(s)", "presented by", "given by", "talk by", "presentado por",
    "présenté par", "animé par", "vorgetragen von", "gehalten von", "apresentado por", "presentato da", "ponente", "ponentes", "palestrante", "palestrantes", "orateur", "oratrice", "intervenant", "intervenante", "intervenants", "sprecher", "sprecherin", "referent", "referentin", "relatore", "relatrice", "relatori", "登壇者", "発表者", "スピーカー", "講師", "연사", "발표자", "讲师", "嘉宾", "分享人", "分享者", "主讲人", "主讲", "讲者", "講者", "主講人", "演講者", "演讲者", "分享嘉宾", "演讲嘉宾",
    "spreker", "sprekers", "spreekster", "talare", "talarna", "föredragshållare", "prelegent", "prelegentka", "prelegenci",
    "prowadzący", "prowadząca", "докладчик", "докладчики", "докладчица", "спикер", "спикеры", "ведущий", "ведущая",
    "přednášející", "řečník", "řečnice", "řečníci",
];

/// Labels of a speaker beside "What: T" alone, since titles begin with them.
pub(crate) const WHO_LABELS: &[&str] =
    &["who", "wer", "qui", "quién", "quem", "chi", "wie", "vem", "kto", "kdo", "кто"];

/// What follows such a label in a heading: "Speaker bio".
pub(crate) const SPEAKER_SECTIONS: &[&str] =
    &[" bio", " bios", "简介", "簡介", "介绍", "介紹", "紹介", " 소개"];

/// The first character of most Korean names.
pub(crate) const FAMILY_KO: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민유나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥";

/// The same of Chinese names.
pub(crate) const FAMILY_ZH: &str = "茅辛岳佟寸佘冼敬闻翦隋兰郗冷聂戚翟鲍褚卫尤施严华陶喻柏窦章葛奚郎鲁韦昌苗俞柳酆费廉岑倪滕殷毕邬伍卜穆湛祁禹狄臧庞纪舒屈项祝阮闵席季麻娄童颜梅盛刁骆樊凌霍虞柯昝管莫房裘缪宗宣邓郁杭洪左吉钮嵇邢滑裴荣翁荀甄曲封芮储靳焦巫乌宓班仰仲宫宁仇栾甘厉戎祖符詹幸韶郜蓟蒲邰索咸籍卓蔺屠蒙池胥莘冉宰郦雍桑桂濮牛寿扈燕冀浦尚农庄晏柴瞿阎茹艾慎戈庾居耿匡寇阙欧沃蔚隆巩聂晁敖訾阚饶沙鞠巢关蒯荆游竺桓王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾溫温";

/// Chinese family names of two characters.
pub(crate) const DOUBLE_ZH: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文",
    "长孙", "端木", "百里",
];

/// Germanic languages in which a name before what its owner has ends in "s" without an apostrophe.
pub(crate) const GENITIVES: &[&str] = &["de", "nl", "sv"];

/// The mark of a Japanese sentence's topic.
pub(crate) const TOPIC_JA: char = 'は';

/// Behind a Japanese word for a talk, where the sentence goes on with what the talk was about.
pub(crate) const ABOUT_TALK_JA: &[&str] = &["では", "は", "で、"];

/// Behind some of the names of a longer list.
pub(crate) const AND_OTHERS: &[&str] = &["など", "等", "らが", "らの", " 등"];

/// Languages in which a verb may stand at the end of its clause, after what somebody talked about.
pub(crate) const VERBS_LAST: &[&str] = &["de", "nl"];

/// Languages in which the form of a verb does not say who acts.
pub(crate) const NO_PERSON: &[&str] = &["en", "de", "nl", "sv", "cs", "ru"];

/// The author and others, beside the words of "I" and "my".
pub(crate) const OURS: &[&str] =
    &["we", "our", "us", "wir", "unser", "unsere", "uns", "ons", "vi", "oss", "нам", "mým", "mi"];

/// "I" beside a name: "S and I", "io e S".
pub(crate) const PRONOUNS: &[&str] =
    &["ich", "ik", "moi", "moi même", "yo", "eu", "io", "jag", "já", "ja", "я"];

/// Elided words of a language before a topic, and in full.
pub(crate) const ELIDED: &[(&str, &str, &str)] =
    &[("fr", "d", "de"), ("it", "d", "di"), ("it", "sull", "sulla"), ("it", "dell", "della")];

/// Languages in which "my" may be anybody's own.
pub(crate) const REFLEXIVE: &[&str] = &["cs", "pl", "ru"];

/// "Together" before "with S".
#[rustfmt::skip]
pub(crate) const TOGETHER: &[&str] = &[
    "together", "zusammen", "gemeinsam", "samen", "tillsammans", "ihop", "razem", "wspólnie", "wraz", "spolu", "společně", "вместе", "совместно",
    "ensemble", "junto", "juntamente", "insieme", "assieme",
];

/// It was the author who spoke next: "my turn".
#[rustfmt::skip]
pub(crate) const TURNS: &[&str] = &[
    "my turn", "our turn", "min tur", "vår tur", "kolej na mnie", "kolej na nas", "moja kolej", "nasza kolej", "řada na mě", "řada na mně", "řada na mne",
    "řada na nás", "na řadě já", "na řadě jsem byl já", "na řadě jsem byla já", "моя очередь", "наша очередь", "очередь дошла до меня",
    "очередь дошла до нас",
];

/// Particles behind the subject in Korean and Japanese, from their first character.
pub(crate) const SUBJECT_MARKS: [char; 8] = ['은', '는', '이', '가', '께', 'は', 'が', 'も'];

/// Particles behind an owner in Japanese, Korean and Chinese.
pub(crate) const OWNER_MARKS: [char; 3] = ['の', '의', '的'];

/// After a name and its honorific, where the person is the subject of the sentence.
pub(crate) const SUBJECTS: &[&str] =
    &["は", "が", "も", "の", "には", "から", "이", "가", "은", "는", "께서", "께서는", "에게"];

/// Behind a Japanese or Korean word for a talk: its part in the sentence.
pub(crate) const PARTICLES_CJK: &[&str] = &[
    "では",
    "には",
    "は、",
    "は",
    "で、",
    "で",
    "枠で",
    "枠では",
    "에서는",
    "에서",
    "은 ",
    "는 ",
    "으로 ",
    "로 ",
];

/// Behind the object of a Japanese or Korean verb.
pub(crate) const OBJECTS_CJK: &[&str] = &["を", "을", "를"];

/// What a talk does with its topic in Japanese and Korean, with the mark of the object.
#[rustfmt::skip]
pub(crate) const TOLD_CJK: &[&str] = &[
    "を紹介", "を解説", "を説明", "を話", "を共有", "をテーマ", "を題材", "を扱", "을 소개", "를 소개", "을 다뤘", "를 다뤘", "을 다루", "를 다루", "을 공유",
    "를 공유", "을 설명", "를 설명", "을 이야기", "를 이야기",
];

/// Behind somebody with whom the author did something, in Japanese and Korean.
#[rustfmt::skip]
pub(crate) const WITH_CJK: &[&str] = &[
    "と一緒に", "といっしょに", "とともに", "と共に", "と共同", "との共同", "と二人で", "とペアで", "と登壇", "と発表", "과 함께", "와 함께", "이랑 함께", "랑 함께", "과 같이", "와 같이", "과 공동",
    "와 공동", "과 둘이",
];

/// Honorifics after a name, by which names in scripts without capitals are found in a sentence.
pub(crate) const HONOURS: &[&str] = &[
    "さん", "氏", "님", "老师", "老師", "先生", "女士", "同学", "同學", "学长", "學長", "学姐",
    "學姐",
];

/// Honorifics that are also the ends of other words (仕様, 날씨).
const ENDINGS: &[&str] = &["様", "씨"];

/// Honorifics after a name that stands alone, in scripts without capitals.
pub(crate) fn honorifics() -> impl Iterator<Item = &'static str> {
    HONOURS.iter().chain(ENDINGS).copied()
}

/// What follows an honorific at the start of a text: "さんの「T」".
pub(crate) fn behind_honorific(text: &str) -> Option<&str> {
    honorifics().find_map(|honorific| text.strip_prefix(honorific))
}

/// Words before such an honorific that are nobody's name.
pub(crate) const HONOURED: &[&str] = &[
    "皆",
    "みな",
    "みんな",
    "たく",
    "おじ",
    "おば",
    "おかあ",
    "おとう",
    "おにい",
    "おねえ",
    "お客",
    "学生",
    "众",
    "연사",
    "여러분",
    "고객",
    "선생",
    "회원",
    "참가자",
    "참석자",
    "발표자",
    "운영진",
    "하나",
];

/// Between the names of a list in Chinese.
pub(crate) const LISTS_ZH: &[char] = &['和', '与', '與', '跟', '、', '及'];

/// Further Chinese, Japanese and Korean words of the length of a name, many of which begin like one, that are none.
#[rustfmt::skip]
pub(super) const NO_NAMES_CJK: &[&str] = &[
    "本日", "今日", "昨日", "明日", "午前", "午後", "来場者", "今天", "昨天", "上午", "下午", "晚上", "早上", "中午", "오늘", "어제", "오전",
    "오후", "前半", "后半", "後半", "前編", "後編", "上半", "下半", "上篇", "下篇", "当日", "初日", "昔々", "検討", "检讨", "资源", "資源",
    "前端", "后端", "後端", "运维", "测试", "设计", "設計", "产品", "文案", "动画", "美术", "策划", "经验", "经历", "第一天", "第二天",
    "第三天", "第一部", "第二部", "첫째날", "둘째날", "셋째날", "许多", "方法", "方案", "方式", "方面", "方向", "时间", "时候", "时代", "安全",
    "安装", "安排", "程序", "成功", "成为", "成员", "金融", "马上", "常见", "常用", "高效", "高级", "高性能", "高可用", "高质量", "万物", "文档",
    "文章", "文件", "文化", "管理", "计算", "计划", "计算机", "施工", "应用", "应该", "和平", "平台", "平时", "平均", "明天", "白天", "黄金",
    "路由", "连接", "项目", "游戏", "关键", "关系", "全部", "全场", "全体", "简单", "包括", "包含", "向量", "相关", "车间", "米饭", "毛病",
    "任务", "任何", "单元", "单位", "严重", "华为", "金山", "向大家", "强大", "广大", "国内", "古老", "易用", "通过", "通用", "宁波", "武汉",
    "温州", "江苏", "云南", "苏州", "杭州", "广州", "徐州", "常州", "郑州", "康复", "柏林", "曾经", "相信", "牛人",
];

/// Particles right before a Chinese name: "由S", "我和S".
pub(crate) const BEFORE_NAMES_ZH: &[char] =
    &['的', '由', '是', '和', '与', '與', '跟', '请', '請', '自'];

/// Characters that Chinese names do not have: pronouns, verbs and measure words.
pub(crate) const NO_NAMES_ZH: &[char] = &[
    '他', '她', '它', '们', '們', '我', '你', '是', '了', '这', '這', '那', '每', '有', '位', '些',
    '个', '個', '的',
];

/// Before the Chinese name of somebody with whom the author did something: "我和同事S".
pub(crate) const COLLEAGUES_ZH: &[&str] =
    &["同事", "朋友", "搭档", "搭檔", "伙伴", "夥伴", "同学", "同學", "队友", "隊友"];

/// Between "I" and a Chinese or Korean verb of speakers, where it was another who spoke, or nobody: "我听他讲了", "我想分享", "제가 들은
/// 발표는".
#[rustfmt::skip]
pub(crate) const OTHERS_CJK: &[&str] = &[
    "他", "她", "听", "聽", "看", "觉得", "覺得", "认为", "認為", "喜欢", "喜歡", "讲者", "講者", "讲师", "講師", "嘉宾", "嘉賓", "大家", "想", "希望", "老师", "老師",
    "先生", "女士", "请", "請", "參加", "参加", "去的", "选的", "選的", "参观", "參觀", "有人", "有位", "들은", "들었", "본 발표", "발표자", "연사",
];

/// Between a Chinese name and its verb.
pub(crate) const ADVERBS_ZH: &[&str] = &[
    "一起", "共同", "联合", "聯合", "也", "还", "還", "则", "則", "都", "先", "接着", "接著",
    "随后", "隨後", "最后", "最後",
];

/// Between a Chinese name and the title of a talk, without its quotation mark.
#[rustfmt::skip]
pub(crate) const TITLES_ZH: &[&str] = &[
    "的", "的演讲", "的分享", "的报告", "的主题演讲", "的议题", "的讲座", "的演讲题目是", "的题目是", "的分享题目是", "的议题是", "的演讲主题是",
    "的演講", "的報告", "的主題演講", "的議題", "的議程", "的講座", "的演講題目是", "的題目是", "的分享題目是", "的議題是", "的演講主題是", "的閃電秀",
    "的闪电演讲", "的閃電演講", "以",
];

/// Words of a position or a company behind a Chinese name: "S，Org技术总监，".
pub(crate) const POSITIONS_ZH: &[&str] = &[
    "总监",
    "架构师",
    "工程师",
    "创始人",
    "教授",
    "博士",
    "经理",
    "负责人",
    "专家",
    "研究员",
    "主席",
    "总裁",
    "董事",
    "公司",
    "科技",
    "集团",
    "大学",
    "实验室",
    "顾问",
    "作者",
    "开发者",
    "布道师",
    "主任",
    "院长",
    "首席",
];

/// "That" before a clause which is a topic, in Slavic languages: "o tom, jak T".
pub(crate) const THAT: &[&str] = &["tom", "tym", "том"];

/// What begins a relative clause about a person, in languages with the verb at its end.
pub(crate) const RELATIVES: &[&str] = &["der", "die", "das"];

/// The word before an infinitive: "über X zu sprechen", "over X te vertellen", "chansen att prata".
pub(crate) const INFINITIVE: &[&str] = &["zu", "te", "att"];

/// What may stand between the two: "äran att få prata".
pub(crate) const MAY: &[&str] = &["få"];

/// Articles before names, by the language: "eu e a Ana".
pub(crate) const NAME_ARTICLES: &[(&str, &str)] = &[("pt", "o"), ("pt", "a")];

/// Given names that are words as well, and need a family name that is none: "Will Smith", "Di Dean".
pub(crate) const WORDS_AS_GIVEN: &[&str] = &["will", "may", "di"];

/// Languages in which a name of several words rarely has a particle within its family name.
pub(crate) const NO_PARTICLE_WITHIN: &[&str] = &["de", "it", "nl"];
