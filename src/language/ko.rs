//! Korean.

use super::wording::{Announced, News, Wording, year_month_day};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "ko",
    common: Phrases::of(&[]),
    by: Phrases::of(&["by"]),
    and: Phrases::of(&["와", "과", "및"]),
    of: Phrases::of(&["의"]),
    about: Phrases::of(&["에 대해", "에 대한"]),
    with: Phrases::of(&[]),
    introduces: Phrases::of(&[
        "발표자는", "연사는", "첫 번째는", "다음은", "마지막은",
    ]),
    roles: Phrases::of(&["개발자", "엔지니어", "대표", "교수"]),
    titled: Phrases::of(&["라는 제목", "이라는 제목", "제목의"]),
    months: [
        &["1월"], &["2월"], &["3월"], &["4월"], &["5월"], &["6월"],
        &["7월"], &["8월"], &["9월"], &["10월"], &["11월"], &["12월"],
    ],
    verbs: Phrases::of(&["님이", "님의", "님께서", "발표", "연사", "강연"]),
    talks: Phrases::of(&["발표", "세션", "강연", "키노트", "기조연설", "워크숍", "워크샵", "패널", "라이트닝 토크", "토크", "연사"]),
    sessions: Phrases::of(&[
        "발표", "세션", "강연", "키노트", "발표 목록", "세션 목록", "연사", "프로그램", "아젠다", "일정", "타임테이블", "라이트닝 토크", "세션 후기",
        "들은 세션", "참여한 세션", "세션 정리",
    ]),
    others: Phrases::of(&[
        "마무리", "마치며", "마무리하며", "결론", "정리", "소감", "후기", "느낀점", "느낀 점", "총평", "들어가며", "시작하며", "서론", "장소", "스폰서",
        "후원", "감사", "참고", "참고자료", "링크", "네트워킹", "운영진", "사진", "부스", "점심", "행사장", "개요", "소개", "이벤트", "굿즈", "질문",
        "qna", "q&a", "회고",
    ]),
    breaks: Phrases::of(&["점심", "점심시간", "휴식", "쉬는 시간", "등록", "개회", "폐회", "오프닝", "클로징", "네트워킹", "입장", "경품 추첨", "개회사"]),
    recap: Phrases::of(&[
        "에 다녀오다", "다녀온", "에서", "에", "를", "을", "참가 후기", "참여 후기", "참석 후기", "방문 후기", "후기", "다녀왔습니다", "다녀온 후기",
        "다녀오다", "다녀왔어요", "다녀와서", "정리", "요약", "리뷰", "회고", "스케치", "를 다녀와서", "을 다녀와서", "에 다녀왔습니다", "에 다녀와서",
        "참관기", "첫째날", "둘째날", "셋째날", "첫날", "1일차", "2일차", "참가기", "발표 후기", "현장 스케치", "에서 발표했습니다", "를 마치며",
    ]),
    attended: Phrases::of(&["다녀왔", "참석했", "참가했", "참여했", "열렸", "진행되었", "개최되었", "다녀온", "후기", "발표했", "들었습니다", "들었다", "참석하", "참가하", "참여하", "방문했", "개최했", "진행했", "들은", "듣고 왔", "갔다 왔", "갔다왔"]),
    coming: Phrases::of(&[
        "열립니다", "개최됩니다", "진행됩니다", "신청", "등록하세요", "참가 신청", "모집", "예정입니다", "예정이다", "초대합니다", "만나요", "기다립니다",
        "사전등록", "사전 등록", "개최합니다", "연사 모집", "발표자 모집",
    ]),
    elsewhere: Phrases::of(&["릴리스 노트", "릴리즈", "뉴스레터", "주간", "월간", "책", "독서", "인터뷰", "튜토리얼", "가이드", "업데이트"]),
    places: Phrases::of(&["장소", "위치"]),
    moves: Phrases::of(&["to"]),
    place_articles: Phrases::of(&[]),
    place_joins: Phrases::of(&[]),
    place_labels: Phrases::of(&["장소", "위치"]),
    venues: Phrases::of(&[]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["온라인", "형식", "방식"]),
    online: Phrases::of(&["온라인으로", "온라인"]),
    says_online: Phrases::of(&["온라인"]),
    after_places: Phrases::of(&["에"]),
    held_after: Phrases::of(&["에서 열", "에서 개최", "에서 진행"]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&["내년", "작년", "지난해"]),
    title_places: Phrases::of(&["in", "at"]),
    until: Phrases::of(&["와", "과", "부터", "및"]),
    of_days: Phrases::of(&[]),
    ordinal_ends: Phrases::of(&[]),
    filing: Phrases::of(&[]),
    link_texts: Phrases::of(&["슬라이드"]),
    joints: Phrases::of(&[]),
    journeys: Phrases::of(&[]),
    written_on: Phrases::of(&["작성", "게시"]),
    one_of_days: Phrases::of(&[]),
    yesterday: Phrases::of(&["어제"]),
    today: Phrases::of(&["오늘"]),
    last: Phrases::of(&[]),
    weekdays: [&[], &[], &[], &[], &[], &[], &[]],
    hashtags: Phrases::of(&["해시태그"]),
    channels: Phrases::of(&[]),
    parts: Phrases::of(&[]),
    ordinals: Phrases::of(&[]),
    name_joins: Phrases::of(&[]),
    dangling: Phrases::of(&[
        "이것", "그것", "저것", "이", "그", "저", "하지만", "그러나", "그리고", "그래서", "또한", "또", "그런데", "따라서", "다음으로", "예를 들어",
        "여기", "거기", "이런", "그런", "이렇게", "그렇게", "이러한", "그러한", "마지막으로", "먼저", "이를", "이는", "안녕하세요",
    ]),
    telling: Phrases::of(&[]),
    own_view: Phrases::of(&["저는", "나는", "개인적"]),
    ranking: Phrases::of(&[
        "처음", "첫", "최대", "번째", "주년", "제1회", "회째",
    ]),
    verdict: Phrases::of(&[
        "재미있", "재밌", "좋았", "좋은", "즐거", "유익", "훌륭", "최고", "만족", "인상", "의미", "뜻깊", "알찬", "대단", "멋진", "감동", "뿌듯",
        "성공",
    ]),
    lesson: Phrases::of(&[
        "배웠", "배울", "느꼈", "깨달", "알게", "생각했", "중요", "핵심", "인상 깊", "인상적", "기억에 남", "라고 한다", "고 합니다", "도움이",
    ]),
    courtesy: Phrases::of(&[
        "감사", "고맙", "죄송", "수고", "후원", "스폰서", "운영진",
    ]),
    logistics: Phrases::of(&[
        "호텔", "비행기", "기차", "점심", "저녁", "식사", "맥주", "커피", "도시락", "도착", "숙소", "지하철", "버스", "간식", "굿즈", "피자",
    ]),
    pointing: Phrases::of(&[
        "아래", "다음과 같", "이 글", "이번 글", "여기", "링크", "슬라이드는", "영상은", "자료는", "사진", "지난 글", "정리해", "공유하",
    ]),
    past: Phrases::of(&[
        "었다", "았다", "였다", "었습니다", "았습니다", "였습니다", "했다", "했습니다", "왔다", "었고", "됐다", "되었",
    ]),
    connective: Phrases::of(&[
        "하지만", "그리고", "또한", "그래도", "그래서", "그런데", "아무튼", "마지막으로", "사실", "역시", "다만",
    ]),
    future: Phrases::of(&["예정", "것이다", "할 것"]),
    closing: Phrases::of(&[
        "마치며", "마무리", "후기", "정리", "결론", "느낀 점", "느낀점", "총평", "회고", "소감",
    ]),
    counted: Phrases::of(&[
        "명", "개국", "참가자", "참석자", "세션", "발표", "일간",
    ]),
    biography: Phrases::of(&[
        "에서 일하", "개발자입니다", "근무",
    ]),
    joint: Phrases::of(&[
        "다른", "또 다른", "이어서", "다음으로", "두 세션", "마찬가지", "마지막", "두 번째", "두 개",
    ]),
    many: Phrases::of(&["세션들", "발표들", "연사", "발표자", "강연들"]),
    advice: Phrases::of(&["해야", "필요", "수 있", "하면", "싶"]),
    states: Phrases::of(&["이다", "입니다"]),
    tells: Phrases::of(&["대해", "대한", "관한", "어떻게", "방법"]),
    aside: Phrases::of(&["조차", "또한"]),
    invite: Phrases::of(&["만나요", "기다립니다", "참여해", "신청하세요", "문의", "연락", "구독", "팔로우", "함께해", "다음에", "기대됩니다", "추천합니다"]),
    video: Phrases::of(&["영상", "동영상", "유튜브", "다시보기", "녹화", "youtube"]),
    slides: Phrases::of(&["슬라이드", "발표자료", "발표 자료", "자료"]),
    credit: Phrases::of(&["사진 제공", "사진", "출처"]),
    events: Phrases::of(&["컨퍼런스", "밋업", "세미나", "모임", "행사", "캠프", "서밋", "포럼", "해커톤", "축제", "데이", "콘퍼런스", "심포지엄"]),
};

/// Korean wording.
pub(super) static WORDING: Wording = Wording {
    code: "ko",
    recap: "{} 후기",
    with: "발표: {}",
    mine: "내 발표",
    also: "글에서 함께 다룬 발표: {}",
    read: "전체 후기: {}",
    news: News {
        event: "{} ",
        first: Announced {
            recording: "{}발표 영상이 올라왔습니다",
            recordings: "{}발표 영상이 올라왔습니다",
            slides: "{}발표 자료가 올라왔습니다",
            both: "{}발표 영상과 자료가 올라왔습니다",
        },
        further: Announced {
            recording: "{}발표 영상이 더 올라왔습니다",
            recordings: "{}발표 영상이 더 올라왔습니다",
            slides: "{}발표 자료가 더 올라왔습니다",
            both: "{}발표 영상과 자료가 더 올라왔습니다",
        },
        end: ".",
    },
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
