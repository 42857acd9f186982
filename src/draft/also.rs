//! Removes "also" from a sentence that begins a draft: it refers to text that the draft does not have.

use std::cmp::Reverse;

use super::text::tidy;
use crate::language::Lexicon;

/// "Also" refers to the text before the sentence only if it is among this many first characters.
const LEAD: usize = 40;

/// The text as it begins a draft: "I gave a talk" for "I also gave a talk".
pub(super) fn without(text: &str, language: &str) -> String {
    // Stop before a title: its words must stay.
    let title = |c: char| matches!(c, '"' | '“' | '„' | '«' | '»' | '‘' | '「' | '『' | '《');
    let lead = text.char_indices().take_while(|(_, c)| !title(*c)).take(LEAD).last();
    let lead = lead.and_then(|(at, c)| text.get(..at + c.len_utf8())).unwrap_or_default();
    let also = Lexicon::of(language).own.also.iter();
    // The longest phrase decides: the list maps a phrase that must stay to itself.
    let found = also.filter_map(|(also, alone)| Some((lead.find(also)?, also, alone)));
    let Some((at, also, alone)) = found.min_by_key(|(at, also, _)| (*at, Reverse(also.len())))
    else {
        return text.to_owned();
    };
    let (before, after) = (&text[..at], &text[at + also.len()..]);
    tidy::capital(&[before, alone, after].concat())
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn nothing_refers_to_what_is_not_there() {
        for (language, text, alone) in [
            ("en", "I also gave a talk about maps.", "I gave a talk about maps."),
            ("en", "On Friday, we also ran a workshop.", "On Friday, we ran a workshop."),
            ("en", "My talk “Maps also lie” was full.", "My talk “Maps also lie” was full."),
            ("de", "Ich habe auch einen Vortrag gehalten.", "Ich habe einen Vortrag gehalten."),
            ("de", "Auch ich habe vorgetragen.", "Ich habe vorgetragen."),
            ("de", "Auch wenn es spät war, sprach ich.", "Auch wenn es spät war, sprach ich."),
            (
                "en",
                "Ada, also known as the Countess, spoke.",
                "Ada, also known as the Countess, spoke.",
            ),
            ("fr", "J'ai aussi bien parlé de A que de B.", "J'ai aussi bien parlé de A que de B."),
            ("pl", "Słuchałem, a także mówiłem.", "Słuchałem, a także mówiłem."),
            ("ru", "Слушал, а также выступил.", "Слушал, а также выступил."),
            ("cs", "Poslouchal jsem a také mluvil.", "Poslouchal jsem a také mluvil."),
            ("es", "También di una charla.", "Di una charla."),
            ("fr", "J'ai aussi donné une conférence.", "J'ai donné une conférence."),
            ("it", "Ho anche tenuto un talk.", "Ho tenuto un talk."),
            ("it", "Anche se era tardi, ho parlato.", "Anche se era tardi, ho parlato."),
            ("pt", "Também dei uma palestra.", "Dei uma palestra."),
            ("nl", "Ik gaf ook een talk.", "Ik gaf een talk."),
            ("sv", "Jag höll också ett föredrag.", "Jag höll ett föredrag."),
            ("pl", "Miałem też prelekcję.", "Miałem prelekcję."),
            ("ru", "Я также выступил с докладом.", "Я выступил с докладом."),
            ("cs", "Měl jsem také přednášku.", "Měl jsem přednášku."),
            ("ja", "私も登壇しました。", "私は登壇しました。"),
            ("ko", "저도 발표를 했습니다.", "저는 발표를 했습니다."),
            ("zh", "我也做了一个分享。", "我做了一个分享。"),
        ] {
            assert_eq!(without(text, language), alone);
        }
    }
}
