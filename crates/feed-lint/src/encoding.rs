//! Decodes a file's bytes and reports what is wrong with its encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::log::Log;
use super::rules::encoding as rule;
use super::rules::wellformed::FORBIDDEN_CHARACTER;
use super::values::listed;
use super::xml::Document;

/// A file's text, and how it was decoded.
#[derive(Debug)]
pub(crate) struct Decoded<'b> {
    /// The text; a byte order mark is kept.
    pub text: Cow<'b, str>,
    /// The encoding as the file itself names it.
    pub declared: Option<String>,
    /// What the byte order mark says.
    mark: Option<&'static Encoding>,
    /// Whether the first bytes are those of UTF-16 without a mark.
    wide: bool,
    /// How common the declared encoding is.
    name: Name,
    /// Where the first invalid byte became a replacement character.
    fault: Option<usize>,
    /// The same bytes read as Windows-1252, around the invalid byte.
    meant: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
enum Name {
    Missing,
    Common,
    Unusual,
    Obscure,
    Unknown,
}

/// Encodings besides UTF-8 and UTF-16 that most feed parsers support.
const UNUSUAL: &str = "euc-jp gb18030 iso-8859-1 iso-8859-15 iso-8859-2 iso-8859-7 koi8-r shift_jis us-ascii windows-1250 \
    windows-1251 windows-1252 windows-1254 windows-1255 windows-1256";

/// Other encodings that some parser knows, by its name in lower case.
const OBSCURE: &str = "iso-10646-ucs-2 iso-10646-ucs-4 iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-2004 iso-2022-jp-3 \
    iso-2022-jp-ext mac mac-centraleurope mac-cyrillic mac-greek mac-iceland mac-roman mac-turkish \
    maccyrillic macroman ucs-2 ucs-4 utf-32 utf-32be utf-32le utf-7 windows-936 windows-949";

/// The numbers of the code pages that IANA, Python or the GNU C library list, as in `cp437` and `IBM037`.
const CODE_PAGES: &str = "037 038 154 256 273 274 275 277 278 280 281 282 284 285 290 297 367 420 423 \
    424 437 500 720 737 775 803 813 819 848 850 851 852 855 856 857 858 860 861 862 863 864 865 866 868 869 \
    870 871 874 875 880 891 901 902 903 904 905 912 915 916 918 920 921 922 930 932 933 935 936 937 939 943 \
    949 950 1004 1006 1008 1025 1026 1046 1047 1089 1097 1112 1122 1123 1124 1125 1129 1130 1132 1133 1137 \
    1140 1141 1142 1143 1144 1145 1146 1147 1148 1149 1153 1154 1155 1156 1157 1158 1160 1161 1162 1163 1164 \
    1166 1167 1250 1251 1252 1253 1254 1255 1256 1257 1258 1361 1364 1371 1388 1390 1399 65001";

fn is_obscure(label: &str) -> bool {
    let number = ["cp", "ibm-", "ibm"].iter().find_map(|prefix| label.strip_prefix(prefix));
    listed(OBSCURE, label) || number.is_some_and(|number| listed(CODE_PAGES, number))
}

/// As [`decode`], for bytes that are UTF-8 already; `None` where the text declares another encoding.
pub(crate) fn of_text(text: &str) -> Option<Decoded<'_>> {
    /// The byte order mark and the declaration lie within this many bytes.
    const HEAD: usize = 1024;
    let head = text.get(..text.floor_char_boundary(HEAD))?;
    let decoded = decode(head.as_bytes());
    let is_plain = matches!(decoded.text, Cow::Borrowed(_)) && decoded.fault.is_none();
    let is_utf8 = decoded.name == Name::Missing || decoded.name == Name::Common;
    (is_plain && is_utf8).then_some(Decoded { text: Cow::Borrowed(text), ..decoded })
}

/// Decodes a file by its byte order mark, its XML declaration, or as UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let wide = match bytes {
        [b'<', 0, ..] => Some(UTF_16LE),
        [0, b'<', ..] => Some(UTF_16BE),
        _ => None,
    };
    let declared = declared(bytes);
    let name = match declared.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None => Name::Missing,
        Some("utf-8" | "utf-16") => Name::Common,
        Some(label) if listed(UNUSUAL, label) => Name::Unusual,
        Some(label) if Encoding::for_label(label.as_bytes()).is_some() || is_obscure(label) => {
            Name::Obscure
        }
        Some(_) => Name::Unknown,
    };
    let encoding = mark
        .or(wide)
        .or_else(|| declared.as_deref().and_then(|label| Encoding::for_label(label.as_bytes())));
    let label = declared.as_deref().unwrap_or_default();
    let is = |names: [&str; 2]| {
        mark.is_none()
            && !bytes.is_ascii()
            && names.iter().any(|name| label.eq_ignore_ascii_case(name))
    };
    let ascii = is(["us-ascii", "ascii"]);
    let (text, fault) = if ascii {
        let read = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' };
        let fault = bytes.iter().position(|byte| !byte.is_ascii());
        (Cow::Owned(bytes.iter().map(read).collect()), fault)
    } else if is(["iso-8859-1", "latin1"]) {
        // The WHATWG Encoding Standard maps this label to Windows-1252; XML parsers take it literally.
        (Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect()), None)
    } else if encoding.is_none_or(|encoding| {
        encoding == UTF_8 || (encoding == UTF_16LE && mark.is_none() && wide.is_none())
    }) {
        utf8(bytes)
    } else {
        let encoding = encoding.unwrap_or(UTF_8);
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let fault = text.find('\u{fffd}');
        (text, fault)
    };
    let meant = fault.filter(|_| !ascii).and_then(|at| {
        let start = bytes
            .get(..at)?
            .iter()
            .rposition(|b| b.is_ascii_whitespace() || *b == b'>')
            .map_or(0, |p| p + 1);
        let end =
            at + bytes.get(at..)?.iter().position(|b| b.is_ascii_whitespace() || *b == b'<')?;
        let word = bytes.get(start..end.min(start + 60))?;
        Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(word).0.into_owned())
    });
    Decoded { text, declared, mark, wide: wide.is_some(), name, fault, meant }
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => (String::from_utf8_lossy(bytes), Some(error.valid_up_to())),
    }
}

/// The encoding that an XML declaration names, whatever encoding the declaration itself is in.
fn declared(bytes: &[u8]) -> Option<String> {
    const HEAD: usize = 1024;
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let narrow: Vec<u8>;
    let head = if head.contains(&0) {
        narrow = head.iter().copied().filter(|byte| *byte != 0).collect();
        &narrow
    } else {
        head
    };
    let head = head.get(memchr::memmem::find(head, b"<?xml")?..)?;
    let declaration = head.get(..memchr::memmem::find(head, b"?>")?)?;
    let declaration = String::from_utf8_lossy(declaration);
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(label, _)| label.to_owned())
}

/// Reports problems of an XML document's encoding and characters that it must not contain.
pub(crate) fn check(decoded: &Decoded<'_>, document: &Document<'_>, log: &mut Log<'_>) {
    let declaration = document.declaration.as_ref();
    let place = declaration
        .and_then(|d| d.encoding.as_ref())
        .map(|(_, range)| range.clone())
        .or_else(|| declaration.map(|d| d.range.clone()))
        .unwrap_or(0..0);
    let label = decoded.declared.as_deref().unwrap_or_default();
    match decoded.name {
        Name::Missing => {
            let finding = log.report(
                &rule::MISSING_ENCODING,
                place.clone(),
                match declaration {
                    Some(_) => "the XML declaration does not name the encoding",
                    None => "no XML declaration names the encoding",
                },
            );
            finding.help(match declaration {
                Some(_) => "write `<?xml version=\"1.0\" encoding=\"utf-8\"?>`",
                None => "begin the file with `<?xml version=\"1.0\" encoding=\"utf-8\"?>`",
            });
        }
        Name::Common => {}
        Name::Unusual => {
            let message = format!("the encoding {label} is not one that every reader must know");
            log.report(&rule::UNUSUAL_ENCODING, place.clone(), message)
                .value(label)
                .help("save the feed as UTF-8 and declare `encoding=\"utf-8\"`");
        }
        Name::Obscure => {
            let message = format!("few readers know the encoding {label}");
            log.report(&rule::OBSCURE_ENCODING, place.clone(), message)
                .value(label)
                .help("save the feed as UTF-8 and declare `encoding=\"utf-8\"`");
        }
        Name::Unknown => {
            let message = format!("there is no encoding named {label}");
            log.report(&rule::UNKNOWN_ENCODING, place.clone(), message)
                .value(label)
                .help("write `encoding=\"utf-8\"` and save the feed as UTF-8");
        }
    }
    let disagree = decoded.mark.is_some_and(|mark| {
        decoded.declared.as_deref().is_some_and(|label| {
            let named = Encoding::for_label(label.as_bytes());
            let same_family = mark != UTF_8 && label.to_ascii_lowercase().starts_with("utf-16");
            named != Some(mark) && !same_family
        })
    });
    let narrow =
        decoded.mark.is_none() && !decoded.wide && label.to_ascii_lowercase().starts_with("utf-16");
    if narrow {
        let message = format!("the file declares {label}, but its characters have one byte each");
        log.report(&rule::WRONG_ENCODING, place.clone(), message)
            .help("write `encoding=\"utf-8\"`");
    }
    if disagree {
        let message = format!(
            "the file declares {label}, but its byte order mark says {}",
            decoded.mark.map_or("", Encoding::name)
        );
        log.report(&rule::WRONG_ENCODING, place, message)
            .help("declare the encoding that the file is saved in");
    }
    if let Some(at) = decoded.fault {
        let name = if label.is_empty() { "UTF-8" } else { label };
        let message = format!("this byte is not valid {name}");
        let finding = log.report(&rule::WRONG_ENCODING, at..at + 1, message);
        finding.help(match &decoded.meant {
            Some(word) => {
                format!("save the file as UTF-8; in Windows-1252 this would read “{word}”")
            }
            None => "save the file as UTF-8 and declare `encoding=\"utf-8\"`".to_owned(),
        });
    }
    if let Some((version, range)) = declaration.and_then(|d| d.version.as_ref())
        && *version != "1.0"
    {
        let message = format!("readers know XML 1.0, not XML {version}");
        log.report(&rule::XML_VERSION, range.clone(), message)
            .value(version)
            .help("write `version=\"1.0\"`");
    }
    forbidden(log);
}

/// Reports problems of a JSON document's encoding.
pub(crate) fn check_json(decoded: &Decoded<'_>, log: &mut Log<'_>) {
    if let Some(at) = decoded.fault {
        let message = "this byte is not valid UTF-8";
        log.report(&rule::WRONG_ENCODING, at..at + 1, message).help(match &decoded.meant {
            Some(word) => {
                format!("save the file as UTF-8; in Windows-1252 this would read “{word}”")
            }
            None => "save the file as UTF-8".to_owned(),
        });
    } else if decoded.mark.is_some_and(|mark| mark != UTF_8) {
        let message = "JSON must be UTF-8";
        log.report(&rule::WRONG_ENCODING, 0..0, message).help("save the file as UTF-8");
    }
}

/// Reports every run of control characters and non-characters.
pub(crate) fn forbidden(log: &mut Log<'_>) {
    const CHUNK: usize = 4096;
    let text = log.text();
    let mut finding = 0;
    for (index, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        let any = chunk.iter().fold(false, |any, byte| any | is_control(*byte));
        if !any {
            continue;
        }
        for (at, byte) in chunk.iter().enumerate() {
            if is_control(*byte) && finding < 100 {
                finding += 1;
                let at = index * CHUNK + at;
                forbidden_at(log, at, 1, char::from(*byte));
            }
        }
    }
    for character in ['\u{fffe}', '\u{ffff}'] {
        let mut buffer = [0; 4];
        let needle = character.encode_utf8(&mut buffer).as_bytes();
        for at in memchr::memmem::find_iter(text.as_bytes(), needle).take(100) {
            forbidden_at(log, at, 3, character);
        }
    }
}

const fn is_control(byte: u8) -> bool {
    byte < 0x20 && byte != b'\t' && byte != b'\n' && byte != b'\r'
}

fn forbidden_at(log: &mut Log<'_>, at: usize, length: usize, character: char) {
    let message =
        format!("the character U+{:04X} is not allowed in XML in any form", u32::from(character));
    log.report(&FORBIDDEN_CHARACTER, at..at + length, message).help("remove it");
}

/// Whether the document may contain mojibake at all: only then is each text searched for it.
pub(crate) fn may_have_mojibake(text: &str) -> bool {
    let bytes = text.as_bytes();
    let rest = |at: usize| bytes.get(at + 1..).unwrap_or_default();
    memchr::memchr3_iter(0xc2, 0xc3, 0xef, bytes).any(|at| match bytes[at] {
        0xc2 => matches!(rest(at), [..0xa0, ..]),
        0xc3 => matches!(rest(at), [0x82 | 0x83, ..] | [0xa2, 0xe2, 0x82, 0xac, ..]),
        _ => matches!(rest(at), [0xbf, 0xbd, ..]),
    }) || memchr::memmem::find_iter(bytes, b"&#")
        .any(|at| matches!(rest(at + 1), [b'1', ..] | [b'x', b'8' | b'9', ..]))
}

/// A sign of mojibake.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mojibake<'t> {
    /// Where it is in the text.
    pub at: usize,
    /// Its characters.
    pub sign: &'t str,
}

impl Mojibake<'_> {
    /// What to do about it.
    pub(crate) const HELP: &'static str =
        "save the source of this text as UTF-8 and build the feed again";

    /// What is wrong.
    pub(crate) fn message(&self) -> String {
        let control = self.sign.chars().next().filter(|c| c.is_control());
        let sign = match control {
            Some(control) => format!("U+{:04X}", u32::from(control)),
            None => format!("“{}”", self.sign),
        };
        format!("{sign} looks like text decoded with the wrong encoding")
    }
}

/// The first sign of mojibake in `text`: a control or replacement character, else a sequence that
/// comes from decoding UTF-8 twice.
pub(crate) fn find_mojibake(text: &str) -> Option<Mojibake<'_>> {
    let bytes = text.as_bytes();
    let sign = |at: usize, length: usize| {
        let sign = text.get(at..at + length)?;
        Some(Mojibake { at, sign })
    };
    let bad = memchr::memchr2_iter(0xc2, 0xef, bytes).find_map(|at| match bytes.get(at..)? {
        [0xc2, ..0xa0, ..] => sign(at, 2),
        [0xef, 0xbf, 0xbd, ..] => sign(at, 3),
        _ => None,
    });
    let twice = || {
        memchr::memchr_iter(0xc3, bytes).find_map(|at| {
            let mut characters = text.get(at..)?.chars();
            let (first, second) = (characters.next()?, characters.next()?);
            let is_twice = match first {
                'Ã' | 'Â' => matches!(second, '\u{a0}'..='\u{bf}') || is_1252_extra(second),
                'â' => second == '€',
                _ => false,
            };
            let length = first.len_utf8() + second.len_utf8();
            is_twice.then(|| sign(at, length))?
        })
    };
    bad.or_else(twice)
}

/// The characters that Windows-1252 has where ISO 8859-1 has control characters.
pub(crate) fn is_1252_extra(character: char) -> bool {
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(character)
}
