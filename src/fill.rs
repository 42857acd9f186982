//! Fills a project's templates within limits: a pull request may contain any, and none may crash or
//! hang the program.
//!
//! minijinja's fuel limits the steps and the bytes of texts. The rest is limited here: the code of a
//! template, so that no expression nests deeper than the stack of its thread, and the time, since
//! fuel does not count joined sequences.

use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

/// The most code of a template, in bytes.
const MOST_CODE: usize = 16 * 1024;

/// With this little code and no statements, a template can do nothing that fuel does not count.
const LITTLE_CODE: usize = 256;

/// Enough for as many nested calls as [`MOST_CODE`] bytes of code can contain.
const STACK: usize = 256 * 1024 * 1024;

/// The time limit. Templates within the fuel take milliseconds; one that takes this long never ends.
const PATIENCE: Duration = Duration::from_secs(5);

/// The templates that did not end; each keeps its thread until the program ends.
static ENDLESS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Fills a template.
///
/// # Errors
/// The template has a syntax error, uses an unknown variable, or exceeds a limit.
pub(crate) fn fill(
    source: &str,
    context: Value,
    fuel: u64,
    escape: AutoEscape,
) -> Result<String, Error> {
    let code = code_length(source);
    if code > MOST_CODE {
        return Err(refused(format!(
            "it has {code} bytes of code between braces, and {MOST_CODE} is the most"
        )));
    }
    if code <= LITTLE_CODE && !source.contains("{%") {
        return filled(source, &context, fuel, escape);
    }
    let endless = || ENDLESS.lock().unwrap_or_else(PoisonError::into_inner);
    let too_long = || refused(format!("it did not end within {} seconds", PATIENCE.as_secs()));
    if endless().iter().any(|known| known == source) {
        return Err(too_long());
    }
    let (done, waiting) = mpsc::channel();
    let owned = source.to_owned();
    // Nothing joins this thread; it ends with the process at the latest.
    let started = thread::Builder::new().stack_size(STACK).spawn(move || {
        let _ = done.send(filled(&owned, &context, fuel, escape));
    });
    started.map_err(|error| refused(format!("no thread can be started for it: {error}")))?;
    // After one endless template, wait less for the next: a pull request may contain a hundred of them.
    let is_first = endless().is_empty();
    match waiting.recv_timeout(if is_first { PATIENCE } else { PATIENCE / 10 }) {
        Ok(filled) => filled,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            endless().push(source.to_owned());
            Err(too_long())
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(refused("it cannot be filled".to_owned())),
    }
}

fn filled(source: &str, context: &Value, fuel: u64, escape: AutoEscape) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| escape.clone());
    environment.set_fuel(Some(fuel));
    environment.template_from_str(source)?.render(context)
}

fn refused(why: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, why)
}

/// How many bytes of a template are code. Counts brackets and skips quotes as minijinja does, so that
/// no code is missed.
fn code_length(source: &str) -> usize {
    let bytes = source.as_bytes();
    let (mut at, mut total) = (0, 0);
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(b'{', rest)) {
        let open = at + found;
        at = match bytes.get(open + 1) {
            Some(b'#') => source
                .get(open + 2..)
                .and_then(|rest| rest.find("#}"))
                .map_or(bytes.len(), |end| open + 2 + end + 2),
            Some(b'{') => code_end(bytes, open + 2, b'}'),
            Some(b'%') => code_end(bytes, open + 2, b'%'),
            _ => {
                at = open + 1;
                continue;
            }
        };
        if bytes.get(open + 1) != Some(&b'#') {
            total += at - open;
        }
    }
    total
}

/// The byte after the code that begins at `at` and ends with `mark` and a brace.
fn code_end(bytes: &[u8], mut at: usize, mark: u8) -> usize {
    let (mut depth, mut quote) = (0_usize, None);
    while let Some(byte) = bytes.get(at) {
        match (quote, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(end), byte) if *byte == end => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, byte) if depth == 0 && *byte == mark && bytes.get(at + 1) == Some(&b'}') => {
                return at + 2;
            }
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use minijinja::{AutoEscape, context};

    use super::{MOST_CODE, code_length, fill};

    fn filled(source: &str) -> Result<String, String> {
        fill(source, context! { title => "T" }, 50_000, AutoEscape::None)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn variables_are_filled() {
        let source = "{% for a in range(3) %}{{ a }}{% endfor %}{% set x = title ~ title %}{{ x }}";
        assert_eq!(filled(source).as_deref(), Ok("012TT"));
        assert_eq!(filled("{{ title }}").as_deref(), Ok("T"));
    }

    #[test]
    fn code_is_counted_where_it_is_code() {
        assert_eq!(code_length("a { b } c"), 0);
        assert_eq!(code_length("{{ a }}b{% c %}"), 14);
        assert_eq!(code_length("{# {{ a }} #}{{b}}"), 5);
        for whole in ["{{ '}}' + a }}", "{{ {'a': {'b': 1}} }}", "{{ \"\\\"}}\" }}", "{{ a"] {
            assert_eq!(code_length(whole), whole.len(), "{whole}");
        }
    }

    /// No template of the permitted size crashes the program.
    #[test]
    fn deep_code_is_an_error_or_a_text() {
        let units = [
            ("{{ 1", "+1", " }}"),
            ("{{ 1", "~1", " }}"),
            ("{{ 1", "|upper", " }}"),
            ("{{ ", "not ", "1 }}"),
            ("{{ ", "-", "1 }}"),
            ("{{ title", ".a", " }}"),
            ("{{ title", "()", " }}"),
            ("{{ title", "[0]", " }}"),
            ("{{ ", "(", "1"),
            ("{{ ", "1 and ", "1 }}"),
            ("{{ ", "1 if 0 else ", "1 }}"),
            ("{% if 0 %}", "{% elif 0 %}", "{% endif %}"),
        ];
        for (before, unit, after) in units {
            for length in [MOST_CODE - 100, 10 * MOST_CODE] {
                let source = format!("{before}{}{after}", unit.repeat(length / unit.len()));
                let _ = filled(&source);
            }
        }
        let nested = "{% set ns = namespace(x=[1]) %}{% for i in range(5000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}";
        let _ = filled(nested);
    }

    #[test]
    fn an_endless_template_is_an_error_and_then_refused() {
        let source = "{% set ns = namespace(x=[1]) %}{% for i in range(40) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x|length }}";
        for _ in 0..50 {
            let why = filled(source).expect_err("it never ends");
            assert!(why.contains("did not end"), "{why}");
        }
    }

    #[test]
    fn growing_texts_use_fuel() {
        let doubled = "{% set x = 'aaaaaaaa' %}".to_owned() + &"{% set x = x ~ x %}".repeat(60);
        assert!(filled(&doubled).is_err());
    }
}
