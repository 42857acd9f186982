//! Finds the known word that a misspelt one means.

/// The known word that `word` resembles: one typo in a short word, two in a longer one (a letter
/// added, missing, wrong, or two swapped). Words under four letters are not matched.
pub fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_ascii_lowercase();
    let slips = match word.chars().count() {
        4..=6 => 1,
        7..=24 => 2,
        _ => return None,
    };
    known
        .into_iter()
        .filter(|candidate| candidate.len() >= 4)
        .map(|candidate| (distance(&word, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= slips)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether two words differ by one typo, however short they are.
pub fn is_one_slip(word: &str, known: &str) -> bool {
    word.len() <= 24 && distance(&word.to_ascii_lowercase(), &known.to_ascii_lowercase()) == 1
}

/// The edit distance of two short words, a swap of neighbours counted as one; `usize::MAX` where their
/// lengths differ by more than two.
pub fn distance(a: &str, b: &str) -> usize {
    if a.chars().count().abs_diff(b.chars().count()) > 2 {
        return usize::MAX;
    }
    strsim::osa_distance(a, b)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn typos_match_and_other_words_do_not() {
        let known = ["title", "date", "draft", "tags", "sessions", "summary"];
        assert_eq!(meant("ditle", known), Some("title"));
        assert_eq!(meant("drfat", known), Some("draft"));
        assert_eq!(meant("Data", known), Some("date"));
        assert_eq!(meant("sesions", known), Some("sessions"));
        assert_eq!(meant("layout", known), None);
        assert_eq!(meant("uid", ["id"]), None);
        assert_eq!(meant("type", known), None);
        assert_eq!(meant(&"x".repeat(100_000), known), None);
    }
}
