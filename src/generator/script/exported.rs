//! The object that a data file in JavaScript exports, as far as its values are literals.

use super::literal;
use crate::post::front_matter::{Data, Kind, Node, Pair};

/// Values nested deeper than this are not read.
const DEPTH: usize = 4;

/// The values of an exported object.
#[derive(Debug)]
pub(in crate::generator) struct Exported {
    /// The literal values, as a table without positions.
    pub values: Node<'static>,
    /// The keys of the others with their code. The key is empty where no object is exported.
    pub computed: Vec<(String, String)>,
}

/// The object that a script without comments exports or returns.
pub(in crate::generator) fn exported(script: &str) -> Exported {
    let mut computed = Vec::new();
    let mut pairs = Vec::new();
    let mut found = false;
    let mut at = 0;
    let exports = Exports::of(script);
    while let Some(letter) = script[at..].chars().next() {
        if letter == '{' && exports.begin_after(&script[..at]) {
            let Some(inside) = enclosed(&script[at..]) else {
                break;
            };
            found = true;
            pairs.extend(properties(inside, &mut computed, DEPTH));
            at += inside.len() + 2;
        } else {
            at += token(&script[at..], letter);
        }
    }
    if !found && !script.trim().is_empty() {
        computed.push((String::new(), script.to_owned()));
    }
    Exported { values: node(Data::Table(pairs)), computed }
}

/// The value of an expression that is a literal.
pub(in crate::generator) fn value(expression: &str) -> Option<Node<'static>> {
    literal_value(expression.trim(), DEPTH)
}

/// The arguments of each call of a function, without the calls inside of another one.
pub(in crate::generator) fn arguments<'s>(
    script: &'s str,
    function: &str,
) -> impl Iterator<Item = Vec<&'s str>> {
    let mut rest = script;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(function)?;
            rest = after;
            if after.starts_with('(') {
                let inside = enclosed(after)?;
                rest = &after[inside.len() + 2..];
                return Some(items(inside).collect());
            }
        }
    })
}

/// What a script exports: names, or an object itself.
struct Exports {
    names: Vec<String>,
    direct: bool,
}

impl Exports {
    fn of(script: &str) -> Self {
        let dense: String = script.split_whitespace().collect();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let marks = ["exportdefault", "exports="];
        let after = marks
            .iter()
            .flat_map(|mark| dense.match_indices(mark).map(|(at, _)| &dense[at + mark.len()..]));
        let (mut names, mut direct) = (vec!["exports".to_owned()], false);
        for after in after.take(100) {
            let end = after.find(|c| !is_part(c)).unwrap_or(after.len());
            direct |= after.starts_with('{');
            names.push(after[..end].to_owned());
        }
        Self { names, direct }
    }

    /// Whether an object that begins after this code is exported, or returned where none is exported itself.
    fn begin_after(&self, before: &str) -> bool {
        let before = before.trim_end();
        let called = before.strip_suffix('(').map(str::trim_end);
        before.ends_with("default")
            || before.ends_with("return") && !self.direct
            || called.is_some_and(|before| before.ends_with("=>") || before.ends_with("default"))
            || assigned(before).is_some_and(|name| self.names.iter().any(|known| known == name))
    }
}

/// The last part of the name to which a value that begins after this code is assigned.
fn assigned(before: &str) -> Option<&str> {
    let before = before.strip_suffix('=')?.trim_end();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let name = before.rsplit(|c| !is_part(c)).next()?;
    (!name.is_empty()).then_some(name)
}

/// The properties of an object; those that are not literals are added to `computed`.
fn properties(
    inside: &str,
    computed: &mut Vec<(String, String)>,
    depth: usize,
) -> Vec<Pair<'static>> {
    let mut pairs = Vec::new();
    for property in items(inside) {
        let Some((key, code)) = property_of(property) else {
            continue;
        };
        match literal_value(code, depth) {
            Some(value) => pairs.push(Pair::unplaced(key, value)),
            None => computed.push((key, code.to_owned())),
        }
    }
    pairs
}

/// The key and the code of a property: `key: code`, `"key": code`, `key() { … }`, `key`.
fn property_of(property: &str) -> Option<(String, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    if let Some(key) = literal(property) {
        let rest = &property[token(property, property.chars().next()?)..];
        return Some((key, rest.trim_start().trim_start_matches(':').trim()));
    }
    let property = ["async ", "get "]
        .iter()
        .find_map(|word| property.strip_prefix(word))
        .unwrap_or(property)
        .trim_start_matches(['*', ' ']);
    let end = property.find(|c| !is_part(c)).unwrap_or(property.len());
    let (key, rest) = property.split_at(end);
    let rest = rest.trim_start();
    (!key.is_empty()).then(|| (key.to_owned(), rest.strip_prefix(':').map_or(rest, str::trim)))
}

fn literal_value(code: &str, depth: usize) -> Option<Node<'static>> {
    let depth = depth.checked_sub(1)?;
    let letter = code.chars().next()?;
    let is_whole = |length: usize| length == code.len();
    let data = match letter {
        '"' | '\'' | '`' if is_whole(token(code, letter)) => {
            Data::Scalar(literal(code)?.into(), Kind::Text)
        }
        '[' => {
            let inside = enclosed(code).filter(|inside| is_whole(inside.len() + 2))?;
            let values = items(inside).map(|item| literal_value(item, depth));
            Data::List(values.collect::<Option<_>>()?)
        }
        '{' => {
            let inside = enclosed(code).filter(|inside| is_whole(inside.len() + 2))?;
            Data::Table(properties(inside, &mut Vec::new(), depth))
        }
        _ => match code {
            "true" | "false" => Data::Scalar(code.to_owned().into(), Kind::Bool(code == "true")),
            "null" | "undefined" => Data::Scalar(String::new().into(), Kind::Null),
            _ => {
                code.parse::<f64>().ok()?;
                Data::Scalar(code.to_owned().into(), Kind::Number)
            }
        },
    };
    Some(node(data))
}

fn node(data: Data<'static>) -> Node<'static> {
    Node { range: 0..0, data }
}

/// The code between a bracket at the beginning and the one that closes it.
fn enclosed(code: &str) -> Option<&str> {
    let inside = code.get(1..)?;
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(letter) = inside[at..].chars().next() {
        match letter {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' if depth == 0 => return Some(&inside[..at]),
            '}' | ']' | ')' => depth -= 1,
            _ => {}
        }
        at += token(&inside[at..], letter);
    }
    None
}

/// The code between commas that are in no brackets and texts.
fn items(inside: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    std::iter::from_fn(move || {
        while let Some(letter) = inside[at..].chars().next() {
            let here = at;
            at += token(&inside[at..], letter);
            match letter {
                '{' | '[' | '(' => depth += 1,
                '}' | ']' | ')' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    let item = &inside[start..here];
                    start = at;
                    return Some(item);
                }
                _ => {}
            }
        }
        let item = inside.get(start..)?;
        start = inside.len() + 1;
        Some(item)
    })
    .map(str::trim)
    .filter(|item| !item.is_empty())
}

/// The length of the text in quotation marks that begins here, or of one character.
fn token(code: &str, first: char) -> usize {
    if !matches!(first, '"' | '\'' | '`') {
        return first.len_utf8();
    }
    let mut is_escaped = false;
    let end = code[1..].find(|c| {
        let ends = !is_escaped && (c == first || c == '\n' && first != '`');
        is_escaped = !is_escaped && c == '\\';
        ends
    });
    end.map_or(code.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> (Vec<(String, String)>, Vec<String>) {
        let Exported { values, computed } = exported(script);
        let Data::Table(pairs) = values.data else {
            panic!("a table");
        };
        let shown = |pair: &Pair<'_>| (pair.key.to_string(), format!("{:?}", pair.value.data));
        let keys = computed.into_iter().map(|(key, _)| key);
        (pairs.iter().map(shown).collect(), keys.collect())
    }

    #[test]
    fn literals_of_the_exported_object_are_read() {
        for script in [
            "export default { private: true, 'n': \"}\", x: f({ private: false }) }",
            "module.exports = {\n\tprivate: true,\n\tn: `}`,\n\tget x() { return { y: 1 } },\n};",
            "const a = '{';\nexport default function (data) {\n  if (a) { b({ draft: 1 }) }\n  return { private: true, n: '}', x };\n}",
            "export default async () => ({ private: true, n: '}', async x() {} })",
            "const defaults = { draft: true };\nmodule.exports = { private: true, n: '}', x };",
            "const data = { private: true, n: '}', x };\nmodule.exports = data;",
            "module.exports = { private: true, n: '}', x };\nfunction f() { return { draft: 1 }; }",
        ] {
            let (values, computed) = read(script);
            let keys: Vec<&str> = values.iter().map(|(key, _)| key.as_str()).collect();
            assert_eq!(keys, ["private", "n"], "{script}");
            assert!(values[0].1.contains("Bool(true)"), "{script}: {values:?}");
            assert_eq!(computed, ["x"], "{script}");
        }
    }

    #[test]
    fn lists_and_tables_are_read_and_expressions_are_not() {
        let (values, computed) = read(
            "export default { tags: ['a', \"b\"], o: { p: 2, q: r }, s: 'a' + b, t: -1.5, ...u }",
        );
        let keys: Vec<&str> = values.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["tags", "o", "t"]);
        assert_eq!(computed, ["s"]);
    }

    #[test]
    fn a_script_without_an_object_has_an_empty_key() {
        assert_eq!(read("export { default } from './a.js'").1, [""]);
        assert_eq!(read("module.exports = { a: '").1, [""]);
        assert_eq!(read(" ").1, Vec::<String>::new());
        let deep = format!("module.exports = {}", "{a:[".repeat(100_000));
        assert_eq!(read(&deep).1, [""]);
        let calls = format!("{}{}", "f(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(arguments(&calls, "f").count(), 1);
    }
}
