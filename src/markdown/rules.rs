//! The rules of bodies: links, images, raw HTML.

crate::report::rules! {
    /// Links and images use schemes that every reader opens safely, such as https and mailto.
    ///
    /// A URL such as `javascript:` or `data:` runs or carries code inside the reader; readers and
    /// aggregators remove it, and some drop the whole entry. The text of the link is kept.
    Warning UNSAFE_LINK "unsafe-link" w3c "SecurityRiskAttr":
        "[slides](javascript:open())" => "[slides](https://example.org/slides/)";

    /// Links and images lead to the web, not to files on the author's machine.
    ///
    /// A `file:` URL or a path such as `C:\pictures` works on no other machine and discloses how
    /// the author's folders are named.
    Error LOCAL_LINK "local-link":
        "![stage](file:///home/ada/stage.jpg)" => "![stage](stage.jpg), with the image beside the post";

    /// Every URL in a post can be made absolute.
    ///
    /// A feed is read away from its site, so relative URLs are resolved against the post's own; one
    /// that is malformed leads nowhere (WHATWG URL standard, section 4).
    Error BROKEN_LINK "broken-link" w3c "InvalidURLAttribute":
        "[program](https://example.org:port/)" => "[program](https://example.org/)";

    /// URLs contain no zero-width and no bidirectional control characters.
    ///
    /// Such a character comes in by copy and paste; the URL looks right and leads elsewhere or
    /// nowhere.
    Error HIDDEN_IN_LINK "hidden-character-in-link":
        "[program](https://example.org/pro\\u{200b}gram)" => "[program](https://example.org/program)";

    /// Every link and every image has a URL.
    ///
    /// A link without a URL leads nowhere and an image without one is not shown; only the text of
    /// the link or the alt text of the image is left.
    Warning EMPTY_URL "empty-url":
        "![The stage]()" => "![The stage](stage.jpg)";

    /// The images and files that a post links to on its own site are in the tree.
    ///
    /// A reader shows a broken image or an error page. Beside a site generator, which may have the
    /// file from a theme or make it, a file is only missed if its folder is there and has others.
    /// Of pages, only those below the post's own URL are checked: a link such as `talks/` leads
    /// there.
    Warning MISSING_FILE "missing-file":
        "![The stage](stgae.jpg)" => "![The stage](stage.jpg)";

    /// The host of a link does not mix alphabets whose letters look alike.
    ///
    /// A Cyrillic `о` in a Latin name leads to another site, which may have been registered for
    /// that very purpose. The message shows the name as the network sees it.
    Warning LOOK_ALIKE_HOST "look-alike-host":
        "[tickets](https://exаmple.org/) with a Cyrillic а" => "[tickets](https://example.org/)";

    /// Character references name characters that XML can hold.
    ///
    /// A control character makes RSS and Atom ill-formed, and one such character keeps the whole
    /// feed from being read (XML 1.0, section 2.2). Replacing it in silence would change the text.
    Error, always FORBIDDEN_REFERENCE "forbidden-character-reference" w3c "BadCharacters":
        "a&#8;b" => "ab";

    /// Raw HTML keeps to what feed readers show: no scripts, styles, forms, frames or event handlers.
    ///
    /// Readers remove such markup for safety, often together with its content. It is left out of
    /// the feed; the text inside is kept, except for that of scripts and style sheets.
    Warning REMOVED_HTML "removed-html" w3c "SecurityRisk":
        "<p onclick=\"vote()\">Vote!</p>" => "[Vote!](https://example.org/vote/)";

    /// A post has raw HTML only where the site generator renders it.
    ///
    /// Hugo leaves raw HTML out of its pages unless the configuration has `unsafe = true` under
    /// `[markup.goldmark.renderer]`; the feeds leave it out as well.
    Warning OMITTED_HTML "omitted-html":
        "<div>Only in the source.</div>" => "Markdown, a shortcode, or `unsafe = true`";

    /// An embedded page or video becomes a link in the feed with its title.
    ///
    /// Readers remove frames, so that a video would vanish without a trace. The frame's `title`
    /// becomes the text of the link.
    Info EMBED_AS_LINK "embed-as-link":
        "<iframe src=\"https://www.youtube.com/embed/abc\"></iframe>"
        => "<iframe src=\"https://www.youtube.com/embed/abc\" title=\"The keynote\"></iframe>";

    /// A formula in a page is MathML or TeX, not only a drawing.
    ///
    /// What KaTeX and MathJax draw depends on their style sheets, which readers do not load:
    /// fractions, powers and roots become plain letters that mean something else.
    Warning CHANGED_FORMULA "changed-formula":
        "<span class=\"katex-html\" aria-hidden=\"true\">ekt</span>"
        => "katex.renderToString(tex, { output: \"htmlAndMathml\" })";

    /// Every footnote is referred to from the text.
    ///
    /// A footnote without a reference is shown nowhere, as on GitHub, so its text is lost.
    Warning UNUSED_FOOTNOTE "unused-footnote":
        "Text.\n\n[^1]: Never mentioned." => "Text.[^1]\n\n[^1]: Now mentioned.";

    /// Quotes, lists and HTML elements are nested at most 128 deep.
    ///
    /// Deeper nesting is an accident or an attack: browsers flatten it, and programs that read
    /// feeds take very long or crash.
    Error, always TOO_DEEP "too-deep":
        ">>>>>>>>>>>>>>>>>>>>>>>> … (200 times) text" => "> text";

    /// Shortcodes, tags and components in a post are ones that mean something to a feed reader.
    ///
    /// A feed and a draft are read without the site's generator, so template code that only it
    /// knows would appear as it is. It is left out; `[posts] unknown_templates` in afterword.toml
    /// chooses between leaving out what it encloses too, keeping that, and a link to the page.
    Warning UNKNOWN_TEMPLATE "unknown-template":
        "{{< seating-plan room=\"B\" >}}" => "![Seating plan of room B](seating-plan-b.png)";

    /// The text of a post does not depend on template logic.
    ///
    /// Conditions and loops need the generator's own data. They are not run: of a condition the
    /// first branch is shown, of a loop nothing.
    Warning TEMPLATE_LOGIC "template-logic":
        "{% for talk in site.data.talks %}- {{ talk.title }}{% endfor %}"
        => "- The first talk\n- The second talk";

    /// Links that name a post's file lead to a post that is there.
    ///
    /// Such a link becomes the post's URL. Where no post has that name, the URL is made from the
    /// path by the generator's usual rule, or only the text is kept.
    Warning UNKNOWN_PAGE "unknown-page":
        "[the first day](@/recaps/day-one.md)" => "[the first day](https://example.org/recaps/day-one/)";

    /// A rendered page says which part of it is the post's text.
    ///
    /// Menus, lists of posts and footers are on the same page; without a mark nothing tells them
    /// from what the author wrote, and readers would get them with every entry.
    Error, always NO_ARTICLE "no-article":
        "<body><div><p>The hall was full.</p></div></body>"
        => "<body><article class=\"e-content\"><p>The hall was full.</p></article></body>";
}
