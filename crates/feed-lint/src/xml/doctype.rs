//! The document type declaration (XML 1.0, 5th edition, productions 28 to 83; names as Namespaces in
//! XML 1.0, sections 4 and 7, has them).

use std::ops::Range;

use super::Entities;
use super::decode::{self, Reference, is_name, is_qualified, is_space, name_length};

/// `<!DOCTYPE name PUBLIC "…" "…" [ … ]>`.
#[derive(Debug, Clone)]
pub struct Doctype<'a> {
    /// The name of the outermost element.
    pub name: &'a str,
    /// The public identifier.
    pub public: Option<&'a str>,
    /// The system identifier.
    pub system: Option<&'a str>,
    /// The whole declaration.
    pub range: Range<usize>,
}

/// A syntax error in the declaration.
#[derive(Debug)]
pub(super) struct Fault {
    /// The bytes that cannot be parsed.
    pub at: Range<usize>,
    /// What is expected.
    pub message: &'static str,
}

/// The most entities that are recorded.
const MOST_ENTITIES: usize = 256;

/// How deep the groups of a content model may nest.
const DEEPEST_GROUP: usize = 64;

/// The public identifiers whose DTD declares the character entities of HTML.
const WITH_HTML_ENTITIES: &[&str] = &[
    "-//Netscape Communications//DTD RSS 0.91//EN",
    "-//Netscape Communications//DTD RSS 0.9//EN",
    "http://www.rssboard.org/rss-0.91.dtd",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
];

/// Parses the declaration at `start`: the declaration, its end, and its first syntax error. A broken
/// one ends at its first `>`.
pub(super) fn read<'a>(
    text: &'a str,
    start: usize,
    entities: &mut Entities<'a>,
) -> (Doctype<'a>, usize, Option<Fault>) {
    let mut doctype = Doctype { name: "", public: None, system: None, range: start..text.len() };
    let mut cursor = Cursor { text, at: start, first: None };
    let fault = cursor.doctype(&mut doctype, entities).err();
    let mut end = cursor.at;
    if fault.is_some() {
        let rest = text.get(end..).unwrap_or_default();
        end += rest.find('>').map_or(rest.len(), |at| at + 1);
    }
    entities.incomplete |= doctype.system.is_some();
    let identifiers = doctype.public.into_iter().chain(doctype.system);
    entities.html =
        identifiers.into_iter().any(|identifier| WITH_HTML_ENTITIES.contains(&identifier));
    doctype.range = start..end;
    (doctype, end, cursor.first.or(fault))
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains(':')
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The first fault in a declaration of the internal subset, after which the next one is read.
    first: Option<Fault>,
}

type Read<T = ()> = Result<T, Fault>;

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn fault<T>(&self, message: &'static str) -> Read<T> {
        let next = self.rest().chars().next().map_or(0, char::len_utf8);
        Err(Fault { at: self.at..self.at + next, message })
    }

    /// Skips `word` if it comes next.
    fn eat(&mut self, word: &str) -> bool {
        let here = self.rest().starts_with(word);
        self.at += if here { word.len() } else { 0 };
        here
    }

    fn expect(&mut self, word: &str, message: &'static str) -> Read {
        if self.eat(word) {
            return Ok(());
        }
        self.fault(message)
    }

    /// Skips white space; returns whether there was any.
    fn space(&mut self) -> bool {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(is_space).len();
        self.at += length;
        length > 0
    }

    fn spaces(&mut self) -> Read {
        if self.space() {
            return Ok(());
        }
        self.fault("there must be a space here")
    }

    fn name(&mut self, is_name: fn(&str) -> bool, message: &'static str) -> Read<&'a str> {
        let rest = self.rest();
        let name = rest.get(..name_length(rest)).unwrap_or_default();
        if !is_name(name) {
            return self.fault(message);
        }
        self.at += name.len();
        Ok(name)
    }

    /// The name of an element or attribute.
    fn qualified_name(&mut self) -> Read<&'a str> {
        self.name(is_qualified, "there must be a name with at most one colon here")
    }

    /// The name of anything else.
    fn plain_name(&mut self) -> Read<&'a str> {
        self.name(is_plain, "there must be a name without a colon here")
    }

    /// A literal in quotes.
    fn literal(&mut self) -> Read<&'a str> {
        let rest = self.rest();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inside = rest.get(1..).unwrap_or_default();
        let Some((quote, length)) = quote.and_then(|quote| Some((quote, inside.find(quote)?)))
        else {
            return self.fault("there must be a value in quotes here");
        };
        self.at += 1 + length + quote.len_utf8();
        Ok(inside.get(..length).unwrap_or_default())
    }

    fn doctype(&mut self, doctype: &mut Doctype<'a>, entities: &mut Entities<'a>) -> Read {
        self.expect("<!DOCTYPE", "`<!DOCTYPE` must be in capitals")?;
        self.spaces()?;
        doctype.name = self.qualified_name()?;
        let space = self.space();
        if space && !self.rest().starts_with(['[', '>']) {
            (doctype.public, doctype.system) = self.external(false)?;
            self.space();
        }
        if self.eat("[") {
            self.subset(entities)?;
            self.space();
        }
        self.expect(">", "the document type declaration must end here with `>`")
    }

    /// `SYSTEM "…"` or `PUBLIC "…" "…"`; a notation needs no system identifier.
    fn external(&mut self, notation: bool) -> Read<(Option<&'a str>, Option<&'a str>)> {
        if self.eat("SYSTEM") {
            self.spaces()?;
            return Ok((None, Some(self.literal()?)));
        }
        self.expect("PUBLIC", "there must be `SYSTEM` or `PUBLIC` here")?;
        self.spaces()?;
        let from = self.at;
        let public = self.literal()?;
        let allowed = |c: char| c.is_ascii_alphanumeric() || " \r\n-'()+,./:=?;!*#@$_%".contains(c);
        if !public.chars().all(allowed) {
            self.at = from;
            return self.fault(
                "a public identifier must have letters, digits and `-'()+,./:=?;!*#@$_%` alone",
            );
        }
        let space = self.space();
        if notation && !self.rest().starts_with(['"', '\'']) {
            return Ok((Some(public), None));
        }
        if !space {
            return self.fault("there must be a space here");
        }
        Ok((Some(public), Some(self.literal()?)))
    }

    /// The internal subset up to its closing bracket; records the entities that it declares.
    fn subset(&mut self, entities: &mut Entities<'a>) -> Read {
        loop {
            self.space();
            if self.eat("]") {
                return Ok(());
            }
            let is_declaration = self.rest().starts_with("<!");
            let Err(fault) = self.declaration(entities) else {
                continue;
            };
            let mark = if self.rest().starts_with("<![") { "]]>" } else { ">" };
            match self.rest().find(mark).filter(|_| is_declaration) {
                Some(end) => self.at += end + mark.len(),
                None => return Err(fault),
            }
            self.first.get_or_insert(fault);
        }
    }

    fn declaration(&mut self, entities: &mut Entities<'a>) -> Read {
        if self.eat("%") {
            self.plain_name()?;
            entities.incomplete = true;
            self.expect(";", "the reference must end here with `;`")
        } else if self.eat("<!--") {
            self.comment()
        } else if self.eat("<?") {
            self.instruction()
        } else if self.eat("<!ENTITY") {
            self.entity(entities)
        } else if self.eat("<!ELEMENT") {
            self.spaces()?;
            self.qualified_name()?;
            self.spaces()?;
            self.content_model()?;
            self.end()
        } else if self.eat("<!ATTLIST") {
            self.attributes(entities)
        } else if self.eat("<!NOTATION") {
            self.spaces()?;
            self.plain_name()?;
            self.spaces()?;
            self.external(true)?;
            self.end()
        } else {
            self.fault("there must be a declaration or `]` here")
        }
    }

    /// The end of a declaration.
    fn end(&mut self) -> Read {
        self.space();
        self.expect(">", "the declaration must end here with `>`")
    }

    fn comment(&mut self) -> Read {
        let Some(length) = self.rest().find("--") else {
            return self.fault("the comment must end with `-->`");
        };
        self.at += length;
        self.expect("-->", "a comment must not contain `--`")
    }

    fn instruction(&mut self) -> Read {
        let target = self.plain_name()?;
        if target.eq_ignore_ascii_case("xml") {
            return self.fault("the XML declaration must stand at the beginning of the file");
        }
        if !self.rest().starts_with("?>") {
            self.spaces()?;
        }
        let Some(length) = self.rest().find("?>") else {
            return self.fault("the processing instruction must end with `?>`");
        };
        self.at += length + 2;
        Ok(())
    }

    fn entity(&mut self, entities: &mut Entities<'a>) -> Read {
        self.spaces()?;
        let parameter = self.eat("%");
        if parameter {
            self.spaces()?;
        }
        let name = self.plain_name()?;
        self.spaces()?;
        let known = entities.declared.len() + entities.external.len();
        let first = !entities.declared.iter().any(|(other, _)| *other == name)
            && !entities.external.contains(&name);
        // What follows a reference that is not read may have been declared there (section 5.1).
        let note = !parameter && first && known < MOST_ENTITIES && !entities.incomplete;
        if self.rest().starts_with(['"', '\'']) {
            let from = self.at + 1;
            let value = self.literal()?;
            self.entity_value(value, from)?;
            if note {
                entities.declared.push((name, value));
            }
        } else {
            self.external(false)?;
            let space = self.space();
            if !parameter && space && self.eat("NDATA") {
                self.spaces()?;
                self.plain_name()?;
            }
            if note {
                entities.external.push(name);
            }
        }
        self.end()
    }

    /// References in an entity's value must be complete and must not name a parameter
    /// entity (section 2.8).
    fn entity_value(&mut self, value: &'a str, from: usize) -> Read {
        for (at, sign) in value.match_indices(['%', '&']) {
            let reference = value.get(at..).unwrap_or_default();
            if sign == "%" || Reference::at(reference).is_none() {
                self.at = from + at;
                return self.fault("`%` and `&` must be written as `&#37;` and `&#38;` here");
            }
        }
        Ok(())
    }

    /// `EMPTY`, `ANY`, or a group.
    fn content_model(&mut self) -> Read {
        if self.eat("EMPTY") || self.eat("ANY") {
            return Ok(());
        }
        self.expect("(", "there must be `EMPTY`, `ANY` or `(` here")?;
        self.space();
        if self.eat("#PCDATA") {
            return self.mixed();
        }
        self.group()
    }

    /// The rest of `(#PCDATA | a | b)*`.
    fn mixed(&mut self) -> Read {
        let mut names = false;
        loop {
            self.space();
            if self.eat(")") {
                let star = self.eat("*");
                return if names && !star { self.fault("there must be `*` here") } else { Ok(()) };
            }
            self.expect("|", "there must be `|` or `)` here")?;
            self.space();
            self.qualified_name()?;
            names = true;
        }
    }

    /// The rest of a group such as `(a, (b | c)*, d?)`, after its opening parenthesis.
    fn group(&mut self) -> Read {
        // The separator of each open group, once it is known.
        let mut open: Vec<Option<char>> = vec![None];
        loop {
            self.space();
            if self.eat("(") {
                if open.len() == DEEPEST_GROUP {
                    return self.fault("groups are nested too deep here");
                }
                open.push(None);
                continue;
            }
            self.qualified_name()?;
            self.occurrence();
            loop {
                self.space();
                let Some(separator) = open.last_mut() else {
                    return Ok(());
                };
                let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
                match next {
                    Some(')') => {
                        self.at += 1;
                        self.occurrence();
                        open.pop();
                        if open.is_empty() {
                            return Ok(());
                        }
                    }
                    Some(sign @ ('|' | ',')) if separator.is_none_or(|known| known == sign) => {
                        *separator = Some(sign);
                        self.at += 1;
                        break;
                    }
                    _ => return self.fault("there must be `|`, `,` or `)` here"),
                }
            }
        }
    }

    fn occurrence(&mut self) {
        if self.rest().starts_with(['?', '*', '+']) {
            self.at += 1;
        }
    }

    fn attributes(&mut self, entities: &mut Entities<'a>) -> Read {
        self.spaces()?;
        let element = self.qualified_name()?;
        loop {
            let space = self.space();
            if self.eat(">") {
                return Ok(());
            }
            if !space {
                return self.fault("there must be a space here");
            }
            let name = self.qualified_name()?;
            self.spaces()?;
            let tokens = self.attribute_type()?;
            self.spaces()?;
            let mut declared = decode::Declared { name, value: None, tokens };
            if self.eat("#REQUIRED") || self.eat("#IMPLIED") {
                entities.declare(element, declared);
                continue;
            }
            if self.eat("#FIXED") {
                self.spaces()?;
            }
            let from = self.at;
            let value = self.literal()?;
            declared.value = Some((value, from + 1..from + 1 + value.len()));
            entities.declare(element, declared);
            for (at, _) in value.match_indices(['<', '&']) {
                let fault = match Reference::at(value.get(at..).unwrap_or_default()) {
                    None => "`<` and `&` must be escaped in a default value",
                    Some(Reference::Named(name, _))
                        if entities.external.contains(&name)
                            || !entities.knows(name) && !entities.incomplete =>
                    {
                        "an entity in a default value must be declared before it, in this file"
                    }
                    Some(_) => continue,
                };
                self.at = from + 1 + at;
                return self.fault(fault);
            }
        }
    }

    /// One value of an enumeration.
    fn token(&mut self) -> Read {
        let rest = self.rest();
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if length == 0 {
            return self.fault("there must be a name here");
        }
        self.at += length;
        Ok(())
    }

    /// The type of an attribute; whether it is another one than `CDATA`.
    fn attribute_type(&mut self) -> Read<bool> {
        const TYPES: [&str; 7] =
            ["IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"];
        if self.eat("CDATA") {
            return Ok(false);
        }
        if TYPES.iter().any(|kind| self.eat(kind)) {
            return Ok(true);
        }
        let notation = self.eat("NOTATION");
        if notation {
            self.spaces()?;
        }
        self.expect("(", "there must be the type of the attribute here")?;
        loop {
            self.space();
            if notation {
                self.plain_name()?;
            } else {
                self.token()?;
            }
            self.space();
            if self.eat(")") {
                return Ok(true);
            }
            self.expect("|", "there must be `|` or `)` here")?;
        }
    }
}
