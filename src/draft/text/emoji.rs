//! Emoji sequences that X counts as one emoji, and characters that Threads counts by their bytes.
//!
//! twitter-text (config v3) has the sequences of Emoji 11 (2018) and counts the parts of newer ones,
//! while X documents 2 for each. Drafts use the larger count, so these tables are Emoji 11's.

/// A list of code point ranges.
type Ranges = &'static [(u32, u32)];

/// Text symbols that a variation selector turns into emoji.
#[rustfmt::skip]
const TEXT_DEFAULT: Ranges = &[
    (0xa9, 0xa9), (0xae, 0xae), (0x203c, 0x203c), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139),
    (0x2194, 0x2199), (0x21a9, 0x21aa), (0x231a, 0x231b), (0x2328, 0x2328), (0x23cf, 0x23cf),
    (0x23ed, 0x23ef), (0x23f1, 0x23f2), (0x23f8, 0x23fa), (0x24c2, 0x24c2), (0x25aa, 0x25ab),
    (0x25b6, 0x25b6), (0x25c0, 0x25c0), (0x25fb, 0x25fe), (0x2600, 0x2604), (0x260e, 0x260e),
    (0x2611, 0x2611), (0x2614, 0x2615), (0x2618, 0x2618), (0x261d, 0x261d), (0x2620, 0x2620),
    (0x2622, 0x2623), (0x2626, 0x2626), (0x262a, 0x262a), (0x262e, 0x262f), (0x2638, 0x263a),
    (0x2640, 0x2640), (0x2642, 0x2642), (0x2648, 0x2653), (0x265f, 0x2660), (0x2663, 0x2663),
    (0x2665, 0x2666), (0x2668, 0x2668), (0x267b, 0x267b), (0x267f, 0x267f), (0x2692, 0x2697),
    (0x2699, 0x2699), (0x269b, 0x269c), (0x26a0, 0x26a1), (0x26aa, 0x26ab), (0x26b0, 0x26b1),
    (0x26bd, 0x26be), (0x26c4, 0x26c5), (0x26c8, 0x26c8), (0x26cf, 0x26cf), (0x26d1, 0x26d1),
    (0x26d3, 0x26d4), (0x26e9, 0x26ea), (0x26f0, 0x26f5), (0x26f7, 0x26fa), (0x26fd, 0x26fd),
    (0x2702, 0x2702), (0x2708, 0x2709), (0x270c, 0x270d), (0x270f, 0x270f), (0x2712, 0x2712),
    (0x2714, 0x2714), (0x2716, 0x2716), (0x271d, 0x271d), (0x2721, 0x2721), (0x2733, 0x2734),
    (0x2744, 0x2744), (0x2747, 0x2747), (0x2757, 0x2757), (0x2763, 0x2764), (0x27a1, 0x27a1),
    (0x2934, 0x2935), (0x2b05, 0x2b07), (0x2b1b, 0x2b1c), (0x2b50, 0x2b50), (0x2b55, 0x2b55),
    (0x3030, 0x3030), (0x303d, 0x303d), (0x3297, 0x3297), (0x3299, 0x3299), (0x1f004, 0x1f004),
    (0x1f170, 0x1f171), (0x1f17e, 0x1f17f), (0x1f202, 0x1f202), (0x1f21a, 0x1f21a), (0x1f22f, 0x1f22f),
    (0x1f237, 0x1f237), (0x1f321, 0x1f321), (0x1f324, 0x1f32c), (0x1f336, 0x1f336), (0x1f37d, 0x1f37d),
    (0x1f396, 0x1f397), (0x1f399, 0x1f39b), (0x1f39e, 0x1f39f), (0x1f3cb, 0x1f3ce), (0x1f3d4, 0x1f3df),
    (0x1f3f3, 0x1f3f3), (0x1f3f5, 0x1f3f5), (0x1f3f7, 0x1f3f7), (0x1f43f, 0x1f43f), (0x1f441, 0x1f441),
    (0x1f4fd, 0x1f4fd), (0x1f549, 0x1f54a), (0x1f56f, 0x1f570), (0x1f573, 0x1f579), (0x1f587, 0x1f587),
    (0x1f58a, 0x1f58d), (0x1f590, 0x1f590), (0x1f5a5, 0x1f5a5), (0x1f5a8, 0x1f5a8), (0x1f5b1, 0x1f5b2),
    (0x1f5bc, 0x1f5bc), (0x1f5c2, 0x1f5c4), (0x1f5d1, 0x1f5d3), (0x1f5dc, 0x1f5de), (0x1f5e1, 0x1f5e1),
    (0x1f5e3, 0x1f5e3), (0x1f5e8, 0x1f5e8), (0x1f5ef, 0x1f5ef), (0x1f5f3, 0x1f5f3), (0x1f5fa, 0x1f5fa),
    (0x1f6cb, 0x1f6cb), (0x1f6cd, 0x1f6cf), (0x1f6e0, 0x1f6e5), (0x1f6e9, 0x1f6e9), (0x1f6f0, 0x1f6f0),
    (0x1f6f3, 0x1f6f3),
];

/// What a skin tone may follow.
#[rustfmt::skip]
const SKIN_BASE: Ranges = &[
    (0x261d, 0x261d), (0x26f7, 0x26f7), (0x26f9, 0x26f9), (0x270a, 0x270d), (0x1f385, 0x1f385),
    (0x1f3c2, 0x1f3c4), (0x1f3c7, 0x1f3c7), (0x1f3ca, 0x1f3cc), (0x1f442, 0x1f443), (0x1f446, 0x1f450),
    (0x1f466, 0x1f469), (0x1f46e, 0x1f46e), (0x1f470, 0x1f478), (0x1f47c, 0x1f47c), (0x1f481, 0x1f483),
    (0x1f485, 0x1f487), (0x1f4aa, 0x1f4aa), (0x1f574, 0x1f575), (0x1f57a, 0x1f57a), (0x1f590, 0x1f590),
    (0x1f595, 0x1f596), (0x1f645, 0x1f647), (0x1f64b, 0x1f64f), (0x1f6a3, 0x1f6a3), (0x1f6b4, 0x1f6b6),
    (0x1f6c0, 0x1f6c0), (0x1f6cc, 0x1f6cc), (0x1f918, 0x1f91c), (0x1f91e, 0x1f91f), (0x1f926, 0x1f926),
    (0x1f930, 0x1f939), (0x1f93d, 0x1f93e), (0x1f9b5, 0x1f9b6), (0x1f9b8, 0x1f9b9), (0x1f9d1, 0x1f9dd),
];

/// What `ZWJ ♀/♂ VS16` may follow, perhaps after a skin tone if [`SKIN_BASE`] has it.
#[rustfmt::skip]
const GENDERED: Ranges = &[
    (0x1f3c3, 0x1f3c4), (0x1f3ca, 0x1f3ca), (0x1f46e, 0x1f46f), (0x1f471, 0x1f471), (0x1f473, 0x1f473),
    (0x1f477, 0x1f477), (0x1f481, 0x1f482), (0x1f486, 0x1f487), (0x1f645, 0x1f647), (0x1f64b, 0x1f64b),
    (0x1f64d, 0x1f64e), (0x1f6a3, 0x1f6a3), (0x1f6b4, 0x1f6b6), (0x1f926, 0x1f926), (0x1f935, 0x1f935),
    (0x1f937, 0x1f939), (0x1f93c, 0x1f93e), (0x1f9b8, 0x1f9b9), (0x1f9d6, 0x1f9df),
];

/// What `VS16 or a skin tone, ZWJ ♀/♂ VS16` may follow.
const GENDERED_TEXT: Ranges = &[(0x26f9, 0x26f9), (0x1f3cb, 0x1f3cc), (0x1f574, 0x1f575)];

/// What a woman or a man may hold: `ZWJ` and one of these.
#[rustfmt::skip]
const PROFESSION: Ranges = &[
    (0x1f33e, 0x1f33e), (0x1f373, 0x1f373), (0x1f393, 0x1f393), (0x1f3a4, 0x1f3a4), (0x1f3a8, 0x1f3a8),
    (0x1f3eb, 0x1f3eb), (0x1f3ed, 0x1f3ed), (0x1f4bb, 0x1f4bc), (0x1f527, 0x1f527), (0x1f52c, 0x1f52c),
    (0x1f680, 0x1f680), (0x1f692, 0x1f692), (0x1f9b0, 0x1f9b3),
];

/// As [`PROFESSION`], followed by a variation selector.
const PROFESSION_TEXT: Ranges = &[(0x2695, 0x2696), (0x2708, 0x2708)];

/// Irregular sequences.
const SINGLE: &[&[char]] = &[&['🏳', VS16, ZWJ, '🌈'], &['🏴', ZWJ, '☠', VS16], &['👁', ZWJ, '🗨']];

/// Regions that have a flag.
const FLAGS: &str = "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

const VS16: char = '\u{fe0f}';
const ZWJ: char = '\u{200d}';
const MAN: char = '👨';
const WOMAN: char = '👩';
const BOY: char = '👦';
const GIRL: char = '👧';

fn within(ranges: Ranges, character: char) -> bool {
    let code = u32::from(character);
    let at = ranges.partition_point(|(_, last)| *last < code);
    ranges.get(at).is_some_and(|(first, _)| *first <= code)
}

fn is_skin(character: char) -> bool {
    ('\u{1f3fb}'..='\u{1f3ff}').contains(&character)
}

/// How many characters at the start of `chars` are one emoji sequence for X; 0 where there is none.
/// Single emoji are not counted: they weigh 2 like every character outside the light ranges.
pub fn x_sequence(chars: &[char]) -> usize {
    let Some(&first) = chars.first() else { return 0 };
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    if matches!(first, '#' | '*' | '0'..='9') {
        return match (at(1), at(2)) {
            ('\u{20e3}', _) => 2,
            (VS16, '\u{20e3}') => 3,
            _ => 0,
        };
    }
    if first < '\u{a9}' {
        return 0;
    }
    if let Some(region) = regional(first).zip(regional(at(1))) {
        let flag = [region.0, region.1];
        let known =
            std::str::from_utf8(&flag).is_ok_and(|flag| FLAGS.split(' ').any(|f| f == flag));
        return if known { 2 } else { 0 };
    }
    subdivision(chars)
        .or_else(|| SINGLE.iter().find(|all| chars.starts_with(all)).map(|all| all.len()))
        .or_else(|| person(chars))
        .or_else(|| gendered(chars))
        .or_else(|| (is_skin(at(1)) && within(SKIN_BASE, first)).then_some(2))
        .or_else(|| (at(1) == VS16 && within(TEXT_DEFAULT, first)).then_some(2))
        .unwrap_or(0)
}

fn regional(character: char) -> Option<u8> {
    let offset = u32::from(character).checked_sub(0x1f1e6)?;
    (offset < 26).then(|| b'A' + u8::try_from(offset).unwrap_or(0))
}

/// The flags of England, Scotland and Wales: a black flag and six tag characters.
fn subdivision(chars: &[char]) -> Option<usize> {
    if chars.first() != Some(&'🏴') {
        return None;
    }
    let tags: String = chars
        .get(1..6)?
        .iter()
        .filter_map(|c| char::from_u32(u32::from(*c).checked_sub(0xe0000)?))
        .collect();
    let closed = chars.get(6) == Some(&'\u{e007f}');
    (closed && matches!(tags.as_str(), "gbeng" | "gbsct" | "gbwls")).then_some(7)
}

/// Professions, couples and families of a woman or a man.
fn person(chars: &[char]) -> Option<usize> {
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let first = at(0);
    if first != MAN && first != WOMAN {
        return None;
    }
    let skinned = usize::from(is_skin(at(1)));
    if at(1 + skinned) != ZWJ {
        return None;
    }
    let other = at(2 + skinned);
    if within(PROFESSION, other) {
        return Some(3 + skinned);
    }
    if within(PROFESSION_TEXT, other) && at(3 + skinned) == VS16 {
        return Some(4 + skinned);
    }
    if skinned == 1 {
        return None;
    }
    if other == '❤' && at(3) == VS16 && at(4) == ZWJ {
        let kiss = at(5) == '💋' && at(6) == ZWJ;
        let partner = at(if kiss { 7 } else { 5 });
        // twitter-text has no couple of a man and a woman that begins with the man.
        let length = if kiss { 8 } else { 6 };
        return (partner == MAN || first == WOMAN && partner == WOMAN).then_some(length);
    }
    let parents = usize::from(other == MAN && first == MAN || other == WOMAN);
    let children = 1 + 2 * parents;
    let child = |index: usize| {
        (at(index) == ZWJ && matches!(at(index + 1), BOY | GIRL)).then(|| at(index + 1))
    };
    let elder = child(children)?;
    match child(children + 2) {
        Some(younger) if elder == GIRL || younger == BOY => Some(children + 4),
        _ => Some(children + 2),
    }
}

fn gendered(chars: &[char]) -> Option<usize> {
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let tail = |index: usize| {
        (at(index) == ZWJ && matches!(at(index + 1), '♀' | '♂') && at(index + 2) == VS16)
            .then_some(index + 3)
    };
    let toned = is_skin(at(1));
    if within(GENDERED, at(0)) {
        return if toned && within(SKIN_BASE, at(0)) { tail(2) } else { tail(1) };
    }
    if within(GENDERED_TEXT, at(0)) && (toned || at(1) == VS16) {
        return tail(2);
    }
    None
}

/// Characters of the basic plane that are shown as emoji without a variation selector.
#[rustfmt::skip]
const BASIC_EMOJI: Ranges = &[
    (0x231a, 0x231b), (0x23e9, 0x23ec), (0x23f0, 0x23f0), (0x23f3, 0x23f3), (0x25fd, 0x25fe),
    (0x2614, 0x2615), (0x2630, 0x2637), (0x2648, 0x2653), (0x267f, 0x267f), (0x268a, 0x268f), (0x2693, 0x2693),
    (0x26a1, 0x26a1), (0x26aa, 0x26ab), (0x26bd, 0x26be), (0x26c4, 0x26c5), (0x26ce, 0x26ce),
    (0x26d4, 0x26d4), (0x26ea, 0x26ea), (0x26f2, 0x26f3), (0x26f5, 0x26f5), (0x26fa, 0x26fa),
    (0x26fd, 0x26fd), (0x2705, 0x2705), (0x270a, 0x270b), (0x2728, 0x2728), (0x274c, 0x274c),
    (0x274e, 0x274e), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27b0, 0x27b0),
    (0x27bf, 0x27bf), (0x2b1b, 0x2b1c), (0x2b50, 0x2b50), (0x2b55, 0x2b55),
];

/// Whether a grapheme is or may be displayed as an emoji. The whole plane of pictographs counts,
/// including unassigned ones: a newer system will count them.
pub fn is_emoji(grapheme: &str) -> bool {
    grapheme.chars().any(|character| {
        character == VS16
            || ('\u{1f000}'..='\u{1fbff}').contains(&character)
            || within(BASIC_EMOJI, character)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_emoji, x_sequence};

    fn length(text: &str) -> (usize, usize) {
        let chars: Vec<char> = text.chars().collect();
        (x_sequence(&chars), chars.len())
    }

    #[test]
    fn sequences_of_2018_are_one() {
        for whole in ["👨‍👩‍👧‍👦", "👩🏾‍💻", "1⃣", "1️⃣", "🇯🇵", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "🧕🏾", "🏳️‍🌈", "🤦🏽‍♀️", "👩‍❤️‍💋‍👨", "👨‍👦"]
        {
            let (found, all) = length(whole);
            assert_eq!(found, all, "{whole}");
        }
    }

    #[test]
    fn younger_ones_are_counted_in_parts() {
        assert_eq!(length("🧑‍💻").0, 0);
        assert_eq!(length("🧑🏽‍💻").0, 2);
        assert_eq!(length("🇦🇦").0, 0);
        assert_eq!(length("a").0, 0);
    }

    #[test]
    fn emoji_are_distinguished_from_text() {
        assert!(is_emoji("🫠") && is_emoji("❤\u{fe0f}") && is_emoji("✅"));
        assert!(!is_emoji("é") && !is_emoji("日") && !is_emoji("→"));
    }
}
