//! Japanese.

use super::{Wording, year_month_day};

/// Japanese wording.
pub static WORDING: Wording = Wording {
    code: "ja",
    recap: "{} 参加レポート",
    with: "登壇：{}",
    also: "記事ではほかにも紹介しています：{}",
    read: "レポート全文： {}",
    photo: "写真：{}",
    colon: "：",
    quotes: ("「", "」"),
    inner_quotes: ("『", "』"),
    comma: "、",
    and: |_| "、",
    more: |count| format!("ほか{count}件"),
    detail: "、",
    brackets: ("（", "）"),
    days: |start, end, year| year_month_day((start, end), year, ("年", "月", "日"), "〜"),
};
