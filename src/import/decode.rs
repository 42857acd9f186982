//! Decodes files: people save texts and pages in every encoding.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decodes a file by its byte order mark, as UTF-8, by its own declaration, or as Windows-1252, which is
/// a guess. Returns the text and whether it is guessed; `None` where the file is not text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, bool)> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let utf8 = std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    let known = marked.or(utf8).or_else(|| declared(bytes));
    let encoding = known.unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let is_control = |c: &char| c.is_control() && !c.is_whitespace();
    let controls = text.chars().filter(is_control).count();
    // A stray control character is an editor's mistake; many of them mean an image or a program.
    if text.contains('\0') && controls > 4 || controls * 20 > text.len() {
        return None;
    }
    Some((text.trim_start_matches('\u{feff}').to_owned(), known.is_none()))
}

/// The encoding that the first lines of XML or HTML name.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(1024))?;
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    ["encoding=", "charset="].iter().find_map(|key| {
        let (_, after) = start.split_once(key)?;
        let after = after.trim_start_matches(['"', '\'', ' ']);
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-_:.".contains(c);
        let name = after.split(|c| !is_part(c)).next()?;
        Encoding::for_label(name.as_bytes()).filter(|encoding| *encoding != UTF_8)
    })
}
