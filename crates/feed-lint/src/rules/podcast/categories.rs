//! Apple's categories of podcasts, current and former.

/// Apple's categories, each with its subcategories (Apple Podcasts, November 2026).
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Arts", "Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts"),
    ("Business", "Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit"),
    ("Comedy", "Comedy Interviews, Improv, Stand-Up"),
    ("Education", "Courses, How To, Language Learning, Self-Improvement"),
    ("Fiction", "Comedy Fiction, Drama, Science Fiction"),
    ("Government", ""),
    ("History", ""),
    (
        "Health & Fitness",
        "Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality",
    ),
    ("Kids & Family", "Education for Kids, Parenting, Pets & Animals, Stories for Kids"),
    (
        "Leisure",
        "Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, \
         Video Games",
    ),
    ("Music", "Music Commentary, Music History, Music Interviews"),
    (
        "News",
        "Business News, Daily News, Entertainment News, News Commentary, Politics, Sports \
         News, Tech News",
    ),
    (
        "Religion & Spirituality",
        "Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality",
    ),
    (
        "Science",
        "Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, \
         Nature, Physics, Social Sciences",
    ),
    (
        "Society & Culture",
        "Documentary, Personal Journals, Philosophy, Places & Travel, Relationships",
    ),
    (
        "Sports",
        "Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, \
         Running, Soccer, Swimming, Tennis, Volleyball, Wilderness, Wrestling",
    ),
    ("Technology", ""),
    ("True Crime", ""),
    ("TV & Film", "After Shows, Film History, Film Interviews, Film Reviews, TV Reviews"),
];

/// Categories of former lists.
pub(super) const OLD_CATEGORIES: &str = "Arts & Entertainment, Audio Blogs, Games & Hobbies, Government & Organizations, Health, \
    International, Movies & Television, News & Politics, Politics, Public Radio, Religion, \
    Science & Medicine, Sports & Recreation, Talk Radio, Transportation, Travel, Food, Family";

/// Subcategories of former lists.
pub(super) const OLD_SUBCATEGORIES: &str = "Architecture, Literature, Photography, Poetry, Science Fiction, Finance, Investing, \
    Business News, Shopping, K-12, Higher Education, Education Technology, Educational \
    Technology, Language Courses, Training, Diet & Nutrition, Fitness, Relationships, \
    Self-Help, Sexuality, Alternative Health, Fitness & Nutrition, Australian, \
    Belgian, Brazilian, Canadian, Chinese, Dutch, French, German, Hebrew, Italian, Japanese, \
    Norwegian, Polish, Portuguese, Spanish, Swedish, Conservative (Right), Liberal (Left), \
    Buddhism, Islam, Judaism, New Age, Philosophy, Spirituality, History, Gay & Lesbian, \
    Operating Systems, Podcasting, Smart Phones, Text/Speech, Tech News, Software How-To, \
    Gadgets, IT News, Information Technology, Computers, Developers, Automotive, Aviation, \
    Bicycles, Commuting, College & High School, Outdoor, Professional, Amateur, Local, \
    National, Regional, Non-Profit, Hobbies, Other Games, Video Games, Christianity, \
    Hinduism, Other, Medicine, Natural Sciences, Social Sciences, Books, Entertainment, \
    Games, Performing Arts, Food, Design, Fashion & Beauty, Visual Arts, Careers, Management \
    & Marketing, Personal Journals, Places & Travel";

/// Whether a name is in a list.
pub(super) fn has(list: &str, name: &str) -> bool {
    !name.is_empty() && list.split(", ").any(|known| known == name)
}
