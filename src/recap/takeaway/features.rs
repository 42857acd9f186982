//! The features by which a model ranks takeaways.

use crate::recap::model::features;

features! {
    /// Features of a candidate for a session's takeaway.
    pub enum Takeaway {
        /// The first sentence about the session.
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth to sixth.
        Later = "later",
        /// It is the only one.
        Only = "only",
        /// It begins a paragraph.
        Begins = "begins",
        /// An item of a list.
        Item = "item",
        /// It is outside the session's own texts.
        Elsewhere = "elsewhere",
        /// It begins with the speaker's name.
        BeginsName = "begins-name",
        /// It begins with "The talk", "She".
        BeginsTelling = "begins-telling",
        /// It begins with a pronoun or "This".
        Dangling = "dangling",
        /// It names a speaker.
        Names = "names",
        /// A speaker and a verb of telling.
        NameVerb = "name-verb",
        /// It has a verb of telling or showing.
        Verb = "verb",
        /// How much of the title it has.
        Overlap = "overlap",
        /// It says what was learned.
        Lesson = "lesson",
        /// An opinion.
        Verdict = "verdict",
        /// It begins so.
        BeginsOwn = "begins-own",
        /// Refers to another place.
        Pointing = "pointing",
        /// Thanks, apologies.
        Courtesy = "courtesy",
        /// Another session's speaker or title.
        Another = "another",
        /// Another person.
        Person = "person",
        /// "Another talk", "both".
        Joint = "joint",
        /// A past tense.
        Past = "past",
        /// Fewer than ten words.
        Short = "short",
        /// It ends without a stop.
        Open = "open",
        /// A colon within.
        Colon = "colon",
        /// A link within.
        Link = "link",
        /// Mentions talks.
        Talks = "talks",
        /// A leading connective was removed.
        Connective = "connective",
        /// The post's only session.
        OneTalk = "one-talk",
        /// The session's speaker is known.
        Spoken = "spoken",
        /// Talks or speakers in the plural.
        Many = "many",
        /// What one should, can or wants to do.
        Advice = "advice",
        /// "Is", "are".
        States = "states",
        /// "About", "how".
        Tells = "tells",
        /// What the author did: "I went".
        OwnDeed = "own-deed",
        /// "The talk", "she" within.
        Telling = "telling",
        /// What an event is: "conference".
        EventWord = "event-word",
        /// A speaker and another person.
        AlsoPerson = "also-person",
        /// How many words it adds to title and speakers.
        New = "new",
    }
}
