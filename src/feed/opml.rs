//! OPML 2.0: a list of feeds that readers can import (opml.org/spec2.opml).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use url::Url;

use crate::report::Finding;

/// A feed of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The feed's title.
    pub title: String,
    /// The feed's URL.
    pub feed: Url,
    /// The page whose feed it is.
    pub home: Url,
}

/// A list of feeds, ending in one line feed. It has no date, so that it changes only with its feeds.
///
/// # Errors
/// A [`Finding`] where a title holds a character that XML cannot carry.
pub fn write(title: &str, outlines: &[Outline]) -> Result<String, Finding> {
    for text in std::iter::once(title).chain(outlines.iter().map(|one| one.title.as_str())) {
        super::fit::text("the title of a feed", text)?;
    }
    super::xml_text(&[], |bytes| {
        let mut writer = Writer::new_with_indent(bytes, b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let opml = writer.create_element("opml").with_attribute(("version", "2.0"));
        opml.write_inner_content(|writer| {
            writer.create_element("head").write_inner_content(|writer| {
                let title = BytesText::new(title);
                writer.create_element("title").write_text_content(title)?;
                Ok(())
            })?;
            writer.create_element("body").write_inner_content(|writer| {
                for one in outlines {
                    writer
                        .create_element("outline")
                        .with_attribute(("type", "rss"))
                        .with_attribute(("text", one.title.as_str()))
                        .with_attribute(("title", one.title.as_str()))
                        .with_attribute(("xmlUrl", one.feed.as_str()))
                        .with_attribute(("htmlUrl", one.home.as_str()))
                        .write_empty()?;
                }
                Ok(())
            })?;
            Ok(())
        })
        .map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::{Outline, write};
    use url::Url;

    #[test]
    fn a_list_of_feeds() {
        let url = |path: &str| Url::parse("https://example.org/").and_then(|base| base.join(path));
        let outline = Outline {
            title: "C & \"B\" <x>".to_owned(),
            feed: url("tags/c/rss.xml?a&b").expect("a URL"),
            home: url("").expect("a URL"),
        };
        let expected = r#"<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>Recaps</title>
  </head>
  <body>
    <outline type="rss" text="C &amp; &quot;B&quot; &lt;x&gt;" title="C &amp; &quot;B&quot; &lt;x&gt;" xmlUrl="https://example.org/tags/c/rss.xml?a&amp;b" htmlUrl="https://example.org/"/>
  </body>
</opml>
"#;
        assert_eq!(write("Recaps", &[outline]).expect("can be written"), expected);
        assert!(write("Re\u{8}caps", &[]).is_err());
    }
}
