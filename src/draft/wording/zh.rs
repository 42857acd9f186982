//! Chinese, in characters that are the same in both scripts where there is a choice.

use super::{Wording, year_month_day};

/// Chinese wording.
pub static WORDING: Wording = Wording {
    code: "zh",
    recap: "{} 回顾",
    with: "讲者：{}",
    also: "文中还有：{}",
    read: "全文： {}",
    photo: "图：{}",
    colon: "：",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: "、",
    and: |last| if last.is_ascii() { " 和 " } else { "和" },
    more: |count| format!(" 等另外 {count} 场"),
    detail: "，",
    brackets: ("（", "）"),
    days: |start, end, year| year_month_day((start, end), year, ("年", "月", "日"), "至"),
};
