//! The rules of bodies: links, images, raw HTML.

crate::report::rules! {
    Warning UNSAFE_LINK "unsafe-link" w3c "SecurityRiskAttr" {
        what: "Links and images use schemes that every reader opens safely, such as https and mailto.",
        why: "A URL such as `javascript:` or `data:` runs or carries code inside the reader; readers \
          and aggregators remove it, and some drop the whole entry. The text of the link is kept.",
        example: "[slides](javascript:open())",
        instead: "[slides](https://example.org/slides/)",
    }
    Error LOCAL_LINK "local-link" {
        what: "Links and images lead to the web, not to files on the author's machine.",
        why: "A `file:` URL or a path such as `C:\\pictures` works on no other machine and discloses \
          how the author's folders are named.",
        example: "![stage](file:///home/ada/stage.jpg)",
        instead: "![stage](stage.jpg), with the image beside the post",
    }
    Error BROKEN_LINK "broken-link" w3c "InvalidURLAttribute" {
        what: "Every URL in a post can be made absolute.",
        why: "A feed is read away from its site, so relative URLs are resolved against the post's \
          own; one that is malformed leads nowhere (WHATWG URL standard, section 4).",
        example: "[program](https://example.org:port/)",
        instead: "[program](https://example.org/)",
    }
    Error HIDDEN_IN_LINK "hidden-character-in-link" {
        what: "URLs contain no zero-width and no bidirectional control characters.",
        why: "Such a character comes in by copy and paste; the URL looks right and leads elsewhere \
          or nowhere.",
        example: "[program](https://example.org/pro\\u{200b}gram)",
        instead: "[program](https://example.org/program)",
    }
    Warning EMPTY_ADDRESS "empty-address" {
        what: "Every link and every image has a URL.",
        why: "A link without a URL leads nowhere and an image without one is not shown; only the text \
          of the link or the alt text of the image is left.",
        example: "![The stage]()",
        instead: "![The stage](stage.jpg)",
    }
    Warning MISSING_FILE "missing-file" {
        what: "The images and files that a post links to on its own site are in the tree.",
        why: "A reader shows a broken image or an error page. Beside a site generator, which may have the \
          file from a theme or make it, a file is only missed if its folder is there and has others. Of \
          pages, only those below the post's own URL are checked: a link such as `talks/` leads there.",
        example: "![The stage](stgae.jpg)",
        instead: "![The stage](stage.jpg)",
    }
    Warning LOOK_ALIKE_HOST "look-alike-host" {
        what: "The host of a link does not mix alphabets whose letters look alike.",
        why: "A Cyrillic `о` in a Latin name leads to another site, which may have been registered for \
          that very purpose. The message shows the name as the network sees it.",
        example: "[tickets](https://exаmple.org/) with a Cyrillic а",
        instead: "[tickets](https://example.org/)",
    }
    Error, always FORBIDDEN_REFERENCE "forbidden-character-reference" w3c "BadCharacters" {
        what: "Character references name characters that XML can hold.",
        why: "A control character makes RSS and Atom ill-formed, and one such character keeps the whole \
          feed from being read (XML 1.0, section 2.2). Replacing it in silence would change the text.",
        example: "a&#8;b",
        instead: "ab",
    }
    Warning REMOVED_HTML "removed-html" w3c "SecurityRisk" {
        what: "Raw HTML keeps to what feed readers show: no scripts, styles, forms, frames or event handlers.",
        why: "Readers remove such markup for safety, often together with its content. It is left \
          out of the feed; the text inside is kept, except for that of scripts and style sheets.",
        example: "<p onclick=\"vote()\">Vote!</p>",
        instead: "[Vote!](https://example.org/vote/)",
    }
    Warning OMITTED_HTML "omitted-html" {
        what: "A post has raw HTML only where the site generator renders it.",
        why: "Hugo leaves raw HTML out of its pages unless the configuration has `unsafe = true` under \
          `[markup.goldmark.renderer]`; the feeds leave it out as well.",
        example: "<div>Only in the source.</div>",
        instead: "Markdown, a shortcode, or `unsafe = true`",
    }
    Info EMBED_AS_LINK "embed-as-link" {
        what: "An embedded page or video becomes a link in the feed with its title.",
        why: "Readers remove frames, so that a video would vanish without a trace. The frame's `title` \
          becomes the text of the link.",
        example: "<iframe src=\"https://www.youtube.com/embed/abc\"></iframe>",
        instead: "<iframe src=\"https://www.youtube.com/embed/abc\" title=\"The keynote\"></iframe>",
    }
    Warning CHANGED_FORMULA "changed-formula" {
        what: "A formula in a page is MathML or TeX, not only a drawing.",
        why: "What KaTeX and MathJax draw depends on their style sheets, which readers do not load: \
          fractions, powers and roots become plain letters that mean something else.",
        example: "<span class=\"katex-html\" aria-hidden=\"true\">ekt</span>",
        instead: "katex.renderToString(tex, { output: \"htmlAndMathml\" })",
    }
    Warning UNUSED_FOOTNOTE "unused-footnote" {
        what: "Every footnote is referred to from the text.",
        why: "A footnote without a reference is shown nowhere, as on GitHub, so its text is lost.",
        example: "Text.\n\n[^1]: Never mentioned.",
        instead: "Text.[^1]\n\n[^1]: Now mentioned.",
    }
    Error, always TOO_DEEP "too-deep" {
        what: "Quotes, lists and HTML elements are nested at most 128 deep.",
        why: "Deeper nesting is an accident or an attack: browsers flatten it, and programs that read \
          feeds take very long or crash.",
        example: ">>>>>>>>>>>>>>>>>>>>>>>> … (200 times) text",
        instead: "> text",
    }
    Warning UNKNOWN_TEMPLATE "unknown-template" {
        what: "Shortcodes, tags and components in a post are ones that mean something to a feed reader.",
        why: "A feed and a draft are read without the site's generator, so template code that only it \
          knows would appear as it is. It is left out; `[posts] unknown_templates` in afterword.toml chooses \
          between leaving out what it encloses too, keeping that, and a link to the page.",
        example: "{{< seating-plan room=\"B\" >}}",
        instead: "![Seating plan of room B](seating-plan-b.png)",
    }
    Warning TEMPLATE_LOGIC "template-logic" {
        what: "The text of a post does not depend on template logic.",
        why: "Conditions and loops need the generator's own data. They are not run: of a condition the \
          first branch is shown, of a loop nothing.",
        example: "{% for talk in site.data.talks %}- {{ talk.title }}{% endfor %}",
        instead: "- The first talk\n- The second talk",
    }
    Warning UNKNOWN_PAGE "unknown-page" {
        what: "Links that name a post's file lead to a post that is there.",
        why: "Such a link becomes the post's URL. Where no post has that name, the URL is \
          made from the path by the generator's usual rule, or only the text is kept.",
        example: "[the first day](@/recaps/day-one.md)",
        instead: "[the first day](https://example.org/recaps/day-one/)",
    }
    Error, always NO_ARTICLE "no-article" {
        what: "A rendered page says which part of it is the post's text.",
        why: "Menus, lists of posts and footers are on the same page; without a mark nothing tells them \
          from what the author wrote, and readers would get them with every entry.",
        example: "<body><div><p>The hall was full.</p></div></body>",
        instead: "<body><article class=\"e-content\"><p>The hall was full.</p></article></body>",
    }
}
