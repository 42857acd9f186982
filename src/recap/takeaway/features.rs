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
        /// The last sentence about the session.
        Last = "last",
        /// It is the only one.
        Only = "only",
        /// It begins a paragraph.
        Begins = "begins",
        /// An item of a list.
        Item = "item",
        /// It is outside the session's own texts.
        Elsewhere = "elsewhere",
        /// It does so, and names the session.
        ElsewhereNames = "elsewhere-names",
        /// It is the next after a sentence or a line that does.
        Behind = "behind",
        /// It is the third after it or later.
        FarBehind = "far-behind",
        /// It is outside, and the session has texts of its own.
        Beside = "beside",
        /// It is in a cell of the session's row.
        Cell = "cell",
        /// It begins with the speaker's name.
        BeginsName = "begins-name",
        /// It begins with "The talk", "She".
        BeginsTelling = "begins-telling",
        /// It begins with a pronoun or "This".
        Dangling = "dangling",
        /// It begins with the title.
        BeginsTitle = "begins-title",
        /// It names a speaker.
        Names = "names",
        /// A speaker and a verb of telling.
        NameVerb = "name-verb",
        /// It begins with the speaker's name and has neither such a verb, a past tense nor an opinion.
        NameOnly = "name-only",
        /// It has a verb of telling or showing.
        Verb = "verb",
        /// It has the whole title.
        SaysTitle = "says-title",
        /// It adds little to title and speaker.
        Bare = "bare",
        /// How much of the title it has.
        Overlap = "overlap",
        /// How much it shares with the other sentences about the session.
        Central = "central",
        /// It says what was learned.
        Lesson = "lesson",
        /// An opinion.
        Verdict = "verdict",
        /// "I", "we".
        OwnView = "own-view",
        /// It begins so.
        BeginsOwn = "begins-own",
        /// "I attended".
        Attended = "attended",
        /// "A talk by S".
        Given = "given",
        /// Who the speaker is.
        Biography = "biography",
        /// The future.
        Coming = "coming",
        /// Refers to another place.
        Pointing = "pointing",
        /// Slides or a recording.
        Slides = "slides",
        /// Thanks, apologies.
        Courtesy = "courtesy",
        /// Travel, food.
        Logistics = "logistics",
        /// An invitation.
        Invite = "invite",
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
        /// More than 35 words.
        Long = "long",
        /// It ends with an exclamation mark.
        Exclaims = "exclaims",
        /// It ends without a stop.
        Open = "open",
        /// It quotes.
        Quotes = "quotes",
        /// A colon within.
        Colon = "colon",
        /// A number.
        Number = "number",
        /// A link within.
        Link = "link",
        /// It is in the last paragraph of the post.
        Closing = "closing",
        /// Mentions talks.
        Talks = "talks",
        /// A leading connective was removed.
        Connective = "connective",
        /// The post's only session.
        OneTalk = "one-talk",
        /// The session has a title.
        Titled = "titled",
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
        /// It begins with another person's name.
        BeginsPerson = "begins-person",
        /// How many words it adds to title and speakers.
        New = "new",
    }
}
