export const SITE = {
  website: "https://example.org/",
  author: "Ada Example",
  desc: "What was seen in the field.",
  title: "Field notes",
  timezone: "Asia/Bangkok",
  lang: "en",
} as const;
