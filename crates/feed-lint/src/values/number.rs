//! Numbers as feeds write them.

/// Whether `text` is a non-negative integer.
pub(crate) fn is_non_negative_integer(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is a positive integer.
pub(crate) fn is_positive_integer(text: &str) -> bool {
    is_non_negative_integer(text) && text.bytes().any(|byte| byte != b'0')
}

/// Whether `text` is an integer.
pub(crate) fn is_integer(text: &str) -> bool {
    is_non_negative_integer(text.strip_prefix(['-', '+']).unwrap_or(text))
}

/// The decimal number that `text` is: digits, at most one point, no exponent, no `inf`.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let plain = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = plain.bytes().any(|byte| byte.is_ascii_digit());
    let shape = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if digits && shape { text.parse().ok() } else { None }
}
