//! The language of a text: by its script, by the frequent words of the languages that have a vocabulary here, else by
//! `whatlang`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fold;
use super::words::ALL;

/// How many bytes of a text its language is detected from.
const SAMPLE: usize = 20_000;

/// The same where its words are of none of [`ALL`].
const SHORT: usize = 4_000;

/// Codes of ISO 639-3 that `whatlang` gives, and those of ISO 639-1 that BCP 47 asks for.
#[rustfmt::skip]
const CODES: &[(&str, &str)] = &[
    ("afr", "af"), ("amh", "am"), ("ara", "ar"), ("aze", "az"), ("bel", "be"), ("ben", "bn"), ("bul", "bg"), ("cat", "ca"),
    ("ces", "cs"), ("cym", "cy"), ("dan", "da"), ("deu", "de"), ("ell", "el"), ("epo", "eo"), ("est", "et"), ("fin", "fi"),
    ("fra", "fr"), ("guj", "gu"), ("heb", "he"), ("hin", "hi"), ("hrv", "hr"), ("hun", "hu"), ("hye", "hy"), ("ind", "id"),
    ("ita", "it"), ("jav", "jv"), ("kan", "kn"), ("kat", "ka"), ("khm", "km"), ("lat", "la"), ("lav", "lv"), ("lit", "lt"),
    ("mal", "ml"), ("mar", "mr"), ("mkd", "mk"), ("mya", "my"), ("nep", "ne"), ("nld", "nl"), ("nob", "nb"), ("ori", "or"),
    ("pan", "pa"), ("pes", "fa"), ("pol", "pl"), ("por", "pt"), ("ron", "ro"), ("sin", "si"), ("slk", "sk"), ("slv", "sl"),
    ("sna", "sn"), ("spa", "es"), ("srp", "sr"), ("swe", "sv"), ("tam", "ta"), ("tel", "te"), ("tgl", "tl"), ("tha", "th"),
    ("tuk", "tk"), ("tur", "tr"), ("ukr", "uk"), ("urd", "ur"), ("uzb", "uz"), ("vie", "vi"), ("yid", "yi"), ("zul", "zu"),
];

/// The common words of all languages, each with the indices of its languages in [`ALL`].
static COMMON: LazyLock<BTreeMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut common: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (language, words) in ALL.iter().enumerate() {
        for word in words.common.iter() {
            common.entry(word).or_default().push(language);
        }
    }
    common
});

/// Letters of a language that its relatives do not have, and theirs that it does not have: they share many common words.
const LETTERS: &[(&str, &str, &str)] = &[
    ("sv", "äö", "æø"),
    ("pl", "ąęłńśż", "ěřľ"),
    ("ru", "ыэё", "іїєґўјљњћђџќѓәғқңөұүһ"),
    ("cs", "ěřů", "ľĺŕ"),
];

/// Whether a text is written with the letters by which a language differs from its relatives.
fn spelt_in(language: &str, text: &str) -> bool {
    /// One letter in so many, even where much of the text is English.
    const SHARE: usize = 128;
    let Some((_, own, others)) = LETTERS.iter().find(|(code, ..)| *code == language) else {
        return true;
    };
    let (mut all, mut owned, mut foreign) = (0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        if !c.is_ascii() {
            let c = c.to_lowercase().next().unwrap_or(c);
            owned += usize::from(own.contains(c));
            foreign += usize::from(others.contains(c));
        }
    }
    owned * SHARE > all && owned > foreign * 4
}

/// The language of a text by its script, where it is mostly in one.
fn by_script(text: &str) -> Option<&'static str> {
    let (mut kana, mut hangul, mut han, mut cyrillic) = (0, 0, 0, 0);
    let mut others = text.bytes().filter(u8::is_ascii_alphabetic).count();
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7af}' => hangul += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{400}'..='\u{52f}' => cyrillic += 1,
            c if c.is_alphabetic() => others += 1,
            _ => {}
        }
    }
    // One such character is as much evidence as about three letters.
    if (kana + hangul + han) * 3 > others + cyrillic {
        Some(if hangul > kana + han / 2 {
            "ko"
        } else if kana * 10 > han {
            "ja"
        } else {
            "zh"
        })
    } else {
        (cyrillic > others && spelt_in("ru", text)).then_some("ru")
    }
}

/// The language of a text without enough words of [`ALL`]; English where undetected.
fn by_whatlang(text: &str) -> &'static str {
    let sample = text.get(..text.floor_char_boundary(SHORT)).unwrap_or(text);
    let sure = whatlang::detect(sample).filter(whatlang::Info::is_reliable);
    let code = sure.map_or("", |info| info.lang().code());
    CODES.iter().find(|(long, _)| *long == code).map_or("en", |(_, short)| short)
}

/// The language of a text, English where undetected.
pub(crate) fn guess(text: &str) -> &'static str {
    guess_on(text, None)
}

/// The language of a text on a site: the site's, unless the text's words clearly are of another.
pub(crate) fn guess_on<'a>(text: &str, site: Option<&'a str>) -> &'a str {
    /// This many common words are not a coincidence.
    const SURE: usize = 5;
    /// One word in so many is a common one: of 500 posts in these languages one in six at least, of posts in
    /// Serbian, Indonesian or Galician one in ten at most.
    const SHARE: usize = 8;
    let end = text.floor_char_boundary(SAMPLE);
    let text = text.get(..end).unwrap_or(text);
    if let Some(language) = by_script(text) {
        return language;
    }
    let folded = fold(text);
    let mut hits = [0_usize; ALL.len()];
    let mut words = 0;
    for word in folded.split_ascii_whitespace() {
        words += 1;
        for language in COMMON.get(word).into_iter().flatten() {
            hits[*language] += 1;
        }
    }
    let (most, best) = ALL
        .iter()
        .zip(hits)
        .filter(|(language, hits)| hits * SHARE >= words && spelt_in(language.code, text))
        .map(|(language, hits)| (hits, language.code))
        // The first wins a tie: English.
        .fold((0, ""), |best, next| if next.0 > best.0 { next } else { best });
    let best = if best.is_empty() { by_whatlang(text) } else { best };
    let of_site = site.and_then(|site| site.split(['-', '_']).next());
    match of_site.filter(|code| *code != best) {
        Some(code) => {
            let own = ALL.iter().position(|language| language.code == code);
            let own = own.map_or(0, |place| hits[place]);
            if most >= SURE && most >= own * 2 { best } else { code }
        }
        None => best,
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn guesses_each_language_by_its_common_words() {
        for (text, code) in [
            ("We went to the conference and it was a lot of fun", "en"),
            ("Fuimos a la conferencia y nos gustó mucho lo que vimos", "es"),
            ("Nous sommes allés à la conférence et c'était très bien", "fr"),
            ("Wir waren auf der Konferenz und es war sehr schön", "de"),
            ("Fomos para a conferência e não foi só isso, foi muito bom", "pt"),
            ("Siamo andati alla conferenza e non è stato solo bello", "it"),
            ("カンファレンスに参加してきました", "ja"),
            ("컨퍼런스에 다녀왔습니다", "ko"),
            ("我们参加了这次大会，收获很多", "zh"),
            (
                "We gingen naar een congres in de stad en dat was voor ons allemaal een groot feest",
                "nl",
            ),
            (
                "Vi var på konferens om programmering i Stockholm, och det var mycket roligt för alla som kom dit med tåg",
                "sv",
            ),
            (
                "Byliśmy wczoraj w Krakowie, gdzie wysłuchaliśmy prezentacji o programowaniu i spotkaliśmy wielu znajomych, których nie widzieliśmy od wielu lat, bo mieszkają daleko",
                "pl",
            ),
            ("Мы были на конференции, и это было очень интересно", "ru"),
            (
                "Доклады: Scaling Postgres at Home, Rust in Production, Async Python, What Is New in Go. Это было на митапе, и все мы были рады",
                "ru",
            ),
            (
                "Byli jsme na konferenci a bylo to velmi zajímavé, protože jsme potkali lidi, které jsme dlouho neviděli",
                "cs",
            ),
            // Languages without words of their own; Danish and Norwegian are too alike for two sentences.
            (
                "Vi var til konference i København, og det var meget sjovt for alle, som kom med toget. Der var også en fest om aftenen, og maden var god",
                "en",
            ),
            (
                "Vi var på konferanse i Oslo, og det var veldig gøy for alle som kom med toget. Det var også en fest på kvelden, og maten var bra",
                "en",
            ),
            (
                "Boli sme na konferencii v Bratislave a bolo to veľmi zaujímavé, lebo sme stretli ľudí, ktorých sme dlho nevideli, a tiež sme sa veľa naučili",
                "sk",
            ),
            (
                "Ons was gister by die konferensie in Kaapstad, en dit was baie lekker om al die mense weer te sien wat ons lanklaas gesien het",
                "af",
            ),
            (
                "Ми були на конференції у Львові, і це було дуже цікаво, бо там було багато людей, яких ми давно не бачили",
                "uk",
            ),
            (
                "Бяхме на конференцията в София и беше много интересно, защото срещнахме хора, които не бяхме виждали отдавна",
                "bg",
            ),
            (
                "Били смо на конференцији у Београду и било је веома занимљиво, јер смо срели људе које дуго нисмо видели",
                "sr",
            ),
        ] {
            assert_eq!(guess(text), code, "{text}");
        }
    }
}
