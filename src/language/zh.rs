//! Chinese, preferring characters that simplified and traditional script share.

use super::wording::{Announced, News, Wording, year_month_day};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "zh",
    common: Phrases::of(&[]),
    by: Phrases::of(&["by", "分享人", "讲师", "主讲"]),
    and: Phrases::of(&["和", "与", "及"]),
    of: Phrases::of(&["的", "来自"]),
    about: Phrases::of(&["关于"]),
    with: Phrases::of(&[]),
    roles: Phrases::of(&["工程师", "创始人", "教授", "总监"]),
    titled: Phrases::of(&["题为", "主题为", "主题是"]),
    months: [
        &["1月", "一月"], &["2月", "二月"], &["3月", "三月"], &["4月", "四月"], &["5月", "五月"], &["6月", "六月"],
        &["7月", "七月"], &["8月", "八月"], &["9月", "九月"], &["10月", "十月"], &["11月", "十一月"], &["12月", "十二月"],
    ],
    verbs: Phrases::of(&[
        "分享了", "介绍了", "讲述了", "演讲", "带来了", "讲解了", "展示了", "发表了", "的分享", "的演讲", "带来", "分享", "主讲", "介紹了", "講解了",
    ]),
    talks: Phrases::of(&["演讲", "分享", "议题", "主题演讲", "报告", "讲座", "工作坊", "圆桌", "闪电演讲", "演講", "議題", "讲者", "講者"]),
    sessions: Phrases::of(&[
        "演讲", "分享", "议题", "议程", "日程", "主题演讲", "嘉宾", "讲师", "分享内容", "议题回顾", "精彩分享", "流程", "活动流程", "闪电演讲", "演講",
        "議程", "主题分享", "内容", "主会场", "分会场", "分论坛", "专场",
    ]),
    others: Phrases::of(&[
        "总结", "结语", "结束语", "前言", "简介", "赞助", "赞助商", "感谢", "鸣谢", "致谢", "组织者", "志愿者", "场地", "交通", "链接", "参考",
        "参考资料", "照片", "下期预告", "预告", "报名", "预约", "关于", "花絮", "现场", "后记", "问答", "茶歇", "抽奖", "感想", "总的来说", "背景",
        "總結", "感謝", "合影", "收获", "活动",
    ]),
    breaks: Phrases::of(&[
        "热场", "暖场", "休息 礼物", "礼物", "开始", "正点开始", "午餐", "午休", "茶歇", "签到", "报到", "开场", "闭幕", "休息", "抽奖", "合影",
        "自由交流", "晚餐", "致辞", "入场", "簽到", "开幕", "结束",
    ]),
    recap: Phrases::of(&[
        "回顾", "活动回顾", "精彩回顾", "总结", "小结", "纪实", "参会总结", "参会记录", "参会感受", "感想", "记录", "见闻", "圆满落幕", "圆满结束",
        "成功举办", "举办", "报道", "活动总结", "活动报道", "纪要", "归来", "侧记", "心得", "參加心得", "回顧", "現場", "之旅", "游记", "印象", "参会", "大会总结", "笔记", "见闻录", "复盘", "随记", "有感", "后记", "手记", "全记录", "干货",
    ]),
    attended: Phrases::of(&[
        "参加了", "举办了", "成功举办", "圆满结束", "落下帷幕", "回顾", "去了", "参与了", "在举行", "举行了", "已经结束", "参会", "結束了", "參加了",
        "分享了", "结束了", "参加", "聆听", "举行", "顺利举行", "到场", "举办", "听了", "前往", "现场", "到了", "圆满",
    ]),
    coming: Phrases::of(&[
        "预告", "将于", "将在", "报名", "欢迎参加", "敬请期待", "即将", "邀请", "扫码报名", "活动预告", "期待你", "期待您", "將於", "報名", "欢迎报名",
        "等你来", "征集", "招募", "议题征集", "讲师招募",
    ]),
    elsewhere: Phrases::of(&["发布", "更新日志", "周刊", "月刊", "周报", "月报", "书单", "读书", "教程", "指南", "采访", "招聘", "版本"]),
    places: Phrases::of(&["地点", "地址", "会场", "地點"]),
    moves: Phrases::of(&["to"]),
    place_articles: Phrases::of(&[]),
    place_joins: Phrases::of(&[]),
    place_labels: Phrases::of(&["地点", "地址", "活动地点", "會場", "会场", "地點"]),
    venues: Phrases::of(&[]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["线上", "的", "内容", "形式", "主题", "正在", "现在", "方式", "会", "日", "月", "回", "年"]),
    online: Phrases::of(&["线上举", "线上"]),
    says_online: Phrases::of(&["线上"]),
    after_places: Phrases::of(&["站", "举", "市"]),
    held_after: Phrases::of(&["举行", "举办", "召开", "参加", "落幕", "圆满", "成功", "顺利", "舉行", "舉辦", "參加", "站"]),
    held_before: Phrases::of(&["在"]),
    other_times: Phrases::of(&["明年", "下一", "去年"]),
    title_places: Phrases::of(&["in", "at"]),
    until: Phrases::of(&["和", "至", "到", "及"]),
    of_days: Phrases::of(&[]),
    ordinal_ends: Phrases::of(&[]),
    filing: Phrases::of(&[]),
    link_texts: Phrases::of(&["幻灯片", "视频"]),
    joints: Phrases::of(&[]),
    journeys: Phrases::of(&[]),
    written_on: Phrases::of(&["发布", "更新", "发表"]),
    one_of_days: Phrases::of(&[]),
    yesterday: Phrases::of(&["昨天"]),
    today: Phrases::of(&["今天"]),
    last: Phrases::of(&[]),
    weekdays: [&[], &[], &[], &[], &[], &[], &[]],
    hashtags: Phrases::of(&["话题", "話題"]),
    channels: Phrases::of(&[]),
    parts: Phrases::of(&[]),
    ordinals: Phrases::of(&[]),
    name_joins: Phrases::of(&[]),
    dangling: Phrases::of(&[
        "这", "那", "它", "他们", "她们", "它们", "但是", "但", "然而", "而且", "并且", "所以", "因此", "此外", "另外", "然后", "接着",
        "最后", "其中", "例如", "比如", "不过", "同时", "首先", "其次", "而", "也", "這", "这个", "那个", "於是", "于是", "以及", "大家好", "你好",
    ]),
    telling: Phrases::of(&[]),
    own_view: Phrases::of(&["我", "我们"]),
    ranking: Phrases::of(&[
        "第一次", "首次", "首届", "最大", "第二届", "第三届", "第四届", "第五届", "周年", "历届", "一年一度", "届",
    ]),
    verdict: Phrases::of(&[
        "成功", "精彩", "收获", "有趣", "很好", "不错", "开心", "优秀", "值得", "喜欢", "印象", "满意", "圆满", "最好", "丰富", "惊喜", "难忘",
        "激动", "受益", "干货", "非常",
    ]),
    lesson: Phrases::of(&[
        "学到", "收获", "启发", "认识到", "体会", "重要", "关键", "印象深刻", "总结", "感受", "认为", "发现", "意味着", "在于", "应该",
    ]),
    courtesy: Phrases::of(&[
        "感谢", "谢谢", "抱歉", "赞助", "志愿者", "主办方", "恭喜", "祝贺",
    ]),
    logistics: Phrases::of(&[
        "酒店", "飞机", "高铁", "午餐", "晚餐", "午饭", "晚饭", "早餐", "啤酒", "咖啡", "到达", "签到", "地铁", "机场", "晚宴", "礼品", "书",
    ]),
    pointing: Phrases::of(&[
        "以下", "下面", "如下", "本文", "这篇文章", "这里", "链接", "视频", "照片", "ppt", "上一篇", "下一篇", "请看", "点击", "见下",
    ]),
    past: Phrases::of(&[
        "了", "过", "举行", "举办", "落幕",
    ]),
    connective: Phrases::of(&[
        "但是", "不过", "然而", "另外", "此外", "同时", "最后", "总之", "当然", "因此", "所以", "其实", "总的来说", "而且",
    ]),
    future: Phrases::of(&["将", "将会", "即将"]),
    closing: Phrases::of(&[
        "总结", "结语", "感想", "后记", "小结", "写在最后", "最后", "收获", "感受", "尾声", "结束语",
    ]),
    counted: Phrases::of(&[
        "人", "名", "位", "场", "个国家", "家公司", "议题", "嘉宾", "天", "开发者",
    ]),
    biography: Phrases::of(&[
        "是一名", "是一位", "任职", "就职", "毕业于",
    ]),
    joint: Phrases::of(&[
        "另一个", "另外", "其他", "接下来", "随后", "还有", "也", "两个", "最后", "第二", "两位", "最後",
    ]),
    many: Phrases::of(&["讲者", "讲师们", "演讲者", "嘉宾", "议题", "場議程", "講者"]),
    advice: Phrases::of(&["应该", "需要", "必须", "可以", "如果", "想要", "應該", "必須"]),
    states: Phrases::of(&["是"]),
    tells: Phrases::of(&["关于", "如何", "为什么", "介绍", "關於", "為什麼"]),
    aside: Phrases::of(&["只", "甚至", "也", "还", "還"]),
    invite: Phrases::of(&["欢迎", "期待", "关注", "联系我们", "加入我们", "下次见", "明年见", "再见", "报名", "扫码", "歡迎", "一起"]),
    video: Phrases::of(&["视频", "录像", "回放", "youtube", "bilibili", "視頻", "影片"]),
    slides: Phrases::of(&["幻灯片", "幻灯", "ppt", "slides", "课件", "讲稿", "pdf", "簡報", "投影片"]),
    credit: Phrases::of(&["摄影", "图片来源", "图源", "照片来自"]),
    events: Phrases::of(&[
        "大会", "峰会", "沙龙", "聚会", "活动", "论坛", "研讨会", "黑客松", "节", "开发者大会", "年会", "meetup", "devfest", "大會", "站",
        "现场",
    ]),
};

/// Chinese wording.
pub(super) static WORDING: Wording = Wording {
    code: "zh",
    recap: "{} 回顾",
    with: "讲者：{}",
    mine: "我的分享",
    also: "文中还有：{}",
    read: "全文： {}",
    news: News {
        event: "{} ",
        first: Announced {
            recording: "{}演讲视频上线了",
            recordings: "{}演讲视频上线了",
            slides: "{}演讲幻灯片上线了",
            both: "{}演讲视频和幻灯片上线了",
        },
        further: Announced {
            recording: "{}又有演讲视频上线了",
            recordings: "{}又有演讲视频上线了",
            slides: "{}又有演讲幻灯片上线了",
            both: "{}又有演讲视频和幻灯片上线了",
        },
        end: "：",
    },
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
