//! Korean.

use super::{Wording, year_month_day};

/// Korean wording.
pub static WORDING: Wording = Wording {
    code: "ko",
    recap: "{} 후기",
    with: "발표: {}",
    also: "글에서 함께 다룬 발표: {}",
    read: "전체 후기: {}",
    photo: "사진: {}",
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |_| ", ",
    more: |count| format!(" 외 {count}건"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| year_month_day((start, end), year, ("년 ", "월 ", "일"), "~"),
};
