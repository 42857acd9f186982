//! People in sentences of every language, and their ties to talks.

use super::{Mention, Tie, mentions};
use crate::language::Lexicon;
use crate::recap::name::LIKELY;
use crate::recap::text::Text;

/// The likely names of a sentence with their ties.
fn found(language: &str, phrase: &str) -> Vec<(String, Tie)> {
    let mut text = Text::default();
    text.push(phrase, &(0..phrase.len()));
    let likely = |mention: &&Mention| mention.score >= LIKELY;
    mentions(&text, Lexicon::of(language))
        .iter()
        .filter(likely)
        .map(|mention| (mention.person(&text).name.value, mention.tie))
        .collect()
}

#[test]
fn people_who_speak_are_tied_to_their_talks() {
    for (language, phrase, names, tie) in [
        ("en", "The one from Ada Lovelace about loops was short.", "Ada Lovelace", Tie::By),
        ("en", "We heard Ada Lovelace on loops.", "Ada Lovelace", Tie::By),
        ("en", "Ada Lovelace from Example Labs showed a loop.", "Ada Lovelace", Tie::Verb),
        ("de", "Eine Keynote von Carl Friedrich Gauß über Fehler.", "Carl Friedrich Gauß", Tie::By),
        ("de", "Felix Hausdorffs Vortrag war kurz.", "Felix Hausdorff", Tie::Owner),
        ("de", "Heinz Billing von der Beispiel AG zeigte ein Archiv.", "Heinz Billing", Tie::Verb),
        ("nl", "Een talk door Pieter Zeeman van Voorbeeld Labs.", "Pieter Zeeman", Tie::By),
        ("sv", "Naima Sahlboms föredrag var kort.", "Naima Sahlbom", Tie::Owner),
        ("fr", "Marie Curie, de chez Exemple, a montré une courbe.", "Marie Curie", Tie::Verb),
        ("es", "La charla presentada por Margarita Salas.", "Margarita Salas", Tie::By),
        ("ko", "첫날에는 김영희 님이 컴파일러를 소개했습니다.", "김영희", Tie::Verb),
        ("ja", "最初の発表はひさしげさん。", "ひさしげ", Tie::By),
    ] {
        assert_eq!(found(language, phrase), [(names.to_owned(), tie)], "{phrase}");
    }
}

#[test]
fn people_who_do_not_speak_are_no_speakers() {
    for (language, phrase) in [
        ("en", "Many thanks to Ada Lovelace, who organised it."),
        ("en", "Ada Lovelace of Example Bank sponsored the coffee."),
        ("en", "Ada Lovelace asked a question about loops."),
        ("en", "I had a chat with Ada Lovelace about trains."),
        ("de", "Im Herbst wird Anna Keller in Gent sprechen."),
        ("es", "Pedro Duque dará la charla inaugural."),
        ("it", "A cena ho conosciuto Laura Bassi."),
        ("cs", "Karel Rychlík položil otázku."),
        ("ko", "나중에 김영희 님의 생일을 축하했습니다."),
        ("zh", "许多关于软件的演讲都很好。"),
    ] {
        assert_eq!(found(language, phrase), [], "{phrase}");
    }
}

#[test]
fn names_in_a_list_are_found_on_both_sides() {
    let names = |language, phrase| -> Vec<String> {
        let found = found(language, phrase).into_iter();
        found.map(|(name, _)| name).collect()
    };
    assert_eq!(names("zh", "叶叔华和丁肇中演示了如何切换频道。"), ["叶叔华", "丁肇中"]);
}
