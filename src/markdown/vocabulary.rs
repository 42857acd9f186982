//! Names of HTML elements and classes by what they are for, in lists with spaces between the names.

/// Whether a list has this name, in any case.
pub(crate) fn has(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|own| own.eq_ignore_ascii_case(name))
}

/// Elements that begin a line of their own.
pub(crate) const BLOCKS: &str = "address article aside blockquote body center dd details dialog div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav
    ol p pre search section summary table ul";

/// Classes of a post's text in microformats and common themes.
pub(crate) const TEXT: &str = "article-body article-content article__body article__content blog-content
    blog-post-content e-content entry-body entry-content gh-content markdown-body post-body post-content
    post__body post__content prose story-body td-content td-post-content";

/// Classes of page chrome inside or beside an article: tables of contents, share buttons, links to
/// neighbours, comments.
pub(crate) const CHROME: &str = "advertisement author-bio author-box breadcrumb breadcrumbs comment-list
    comments cookie-banner copy-button copy-code disqus_thread nav-links navbar newsletter pagination
    paginav post-nav post-navigation post-tags related related-posts respond screen-reader-text share
    share-buttons sharedaddy sharing sidebar skip-link social social-share sr-only subscribe
    table-of-contents tableofcontents toc visually-hidden";

/// Classes of what a theme adds to a text: title and date above it, heading anchors, line numbers.
pub(super) const ADDED: &str = "anchor anchor-link article-meta copy entry-meta giallo-ln gutter
    header-anchor heading-anchor headerlink lineno linenos ln lnt post-header post-meta
    td-heading-self-link zola-anchor";
