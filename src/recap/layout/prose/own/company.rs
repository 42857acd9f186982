//! The people with whom the author gave a talk: "S and I gave", "I and S gave", "together with S I spoke".

use std::ops::Range;

use super::{APART, Own, Word, topic};
use crate::language::names::{NAME_ARTICLES, PRONOUNS, TOGETHER, VERBS_LAST};

/// The most words of "together with".
const WITH: usize = 3;

impl Own<'_> {
    /// Whether names are joined to the "I" that gave a talk.
    pub(super) fn is_company(&self, names: &Range<usize>) -> bool {
        if self.lexicon.is_cjk() {
            return self.is_unspaced_company(names);
        }
        let own = self.lexicon.own;
        let begin = self.words.iter().take_while(|word| word.range.end <= names.start).count();
        let before = self.unnamed(self.words.get(..begin).unwrap_or_default());
        // "I spoke together with S".
        if let [rest @ .., together, with] = before
            && own.with.has(&with.folded)
            && TOGETHER.contains(&together.folded.as_str())
            && rest.iter().any(|word| own.me.has(&word.folded))
        {
            return true;
        }
        let Some(after) = self.words.iter().position(|word| word.range.start >= names.end) else {
            return false;
        };
        let me = |word: &Word| own.me.has(&word.folded) || PRONOUNS.contains(&word.folded.as_str());
        let is_me = |at: usize| self.words.get(at).is_some_and(me);
        let and = self.words.get(after).filter(|word| word.range.start == names.end + 1);
        let and_me = and.is_some_and(|word| own.conjunctions.has(&word.folded)) && is_me(after + 1);
        let joins = |word: &Word| {
            [&own.conjunctions, &own.and, &own.with].into_iter().any(|list| list.has(&word.folded))
        };
        let me_and = matches!(before, [.., first, and] if me(first) && joins(and));
        if !and_me && !me_and && !self.is_with(before) {
            return false;
        }
        let me = (after..after + APART).find(|at| is_me(*at));
        let until = if VERBS_LAST.contains(&own.code) {
            self.words.len()
        } else {
            me.unwrap_or(after) + APART
        };
        // "Avons présenté" and Spanish verbs say who spoke.
        let tells = |at: usize| {
            let count = self.phrase(at, |w| &w.gave).or_else(|| self.phrase(at, |w| &w.spoke));
            count.is_some_and(|count| count > 1 || me.is_some() || me_and || own.me.is_empty())
        };
        (after..until).any(tells)
    }

    /// Whether the words before a name are "together with"; not "after a beer with".
    fn is_with(&self, before: &[Word]) -> bool {
        let all = topic::joined(before);
        (1..=WITH).contains(&before.len())
            && self.lexicon.own.with.iter().any(|phrase| {
                all.strip_suffix(phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            })
    }

    /// Words without an article or a role before a name at their end: "with my colleague", "eu e a".
    fn unnamed<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        let own = self.lexicon.own;
        let apposed = [&own.mine, &own.roles, &own.company, &own.one_of];
        match words.split_last() {
            Some((last, rest))
                if apposed.into_iter().any(|list| list.has(&last.folded))
                    || rest.len() > 1
                        && NAME_ARTICLES.contains(&(own.code, last.folded.as_str())) =>
            {
                self.unnamed(rest)
            }
            _ => words,
        }
    }
}
