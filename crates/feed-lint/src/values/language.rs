//! Language tags (RFC 5646) and country codes (ISO 3166).

use oxilangtag::LanguageTag;

use super::listed;

/// The two-letter codes of ISO 639-1, and those that were withdrawn but still name a language.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu \
    cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi \
    ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko \
    kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd \
    ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg \
    sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug \
    uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The two-letter codes of ISO 3166-1.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO \
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ \
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP \
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML \
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE \
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL \
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
    US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Tags of RFC 1766 that RFC 5646 keeps (section 2.2.8) and whose form is unlike any other tag's.
const KEPT: &str = "art-lojban cel-gaulish en-gb-oed no-bok no-nyn sgn-be-fr sgn-be-nl sgn-ch-de zh-guoyu zh-hakka \
    zh-min zh-min-nan zh-xiang";

/// Whether `text` is a language tag whose primary language may exist: two letters of ISO 639-1,
/// three letters, or one of the forms that RFC 5646 keeps from its predecessors.
pub fn is_language(text: &str) -> bool {
    if listed(KEPT, &text.to_ascii_lowercase()) {
        return true;
    }
    let Ok(tag) = LanguageTag::parse(text) else {
        return false;
    };
    let primary = tag.primary_language();
    match primary.len() {
        2 => listed(LANGUAGES, &primary.to_ascii_lowercase()),
        3 => true,
        // Private tags, and the kept ones of RFC 1766.
        _ => text.starts_with("x-") || text.starts_with("i-"),
    }
}

/// Whether `text` is the code of a country, in upper or lower case.
pub(crate) fn is_country(text: &str) -> bool {
    text.len() == 2 && listed(COUNTRIES, &text.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{is_country, is_language};

    #[test]
    fn tags() {
        for good in [
            "en",
            "en-GB",
            "epo",
            "zh-Hant-TW",
            "de-CH-1996",
            "x-klingon",
            "art-lojban",
            "i-default",
        ] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "English", "klingon", "qq", "en_GB", "insert language here"] {
            assert!(!is_language(bad), "{bad}");
        }
        assert!(is_country("CH") && !is_country("XX"));
    }
}
