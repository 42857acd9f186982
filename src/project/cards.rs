//! The share cards of a project.

use super::{Project, Stop};
use crate::card::rules::CARD_FONT;
use crate::card::{self, Card, Fonts, Shape, draw};
use crate::config::Cards;
use crate::feed::Enclosure;
use crate::language::wording;
use crate::output::Artifact;
use crate::post::{Image, Post};
use crate::recap::Recap;
use crate::report::{Finding, Source};
use crate::secrets;
use crate::tree::under;

/// What drawing cards needs, read once for all of them.
pub(super) struct CardPainter<'a> {
    cards: &'a Cards,
    fonts: Fonts,
    template: Option<Source>,
}

/// The cards of a post; the first one is its image.
pub(super) struct PostCards {
    /// The files.
    pub files: Vec<Artifact>,
    /// The alt text of the first one.
    pub alt: String,
    /// The findings about them.
    pub findings: Vec<Finding>,
}

impl<'a> CardPainter<'a> {
    /// Reads fonts and template. `None` where cards are not enabled.
    ///
    /// # Errors
    /// A font or the template cannot be read.
    pub(super) fn open(project: &'a Project<'_>) -> Result<Option<Self>, Stop> {
        let Some(cards) = &project.config.cards else { return Ok(None) };
        let files: Result<_, _> = cards.fonts.iter().map(|font| project.tree.read(font)).collect();
        let (fonts, unread) = Fonts::new(files?, cards.family.as_deref());
        if let Some(font) = unread.first().and_then(|index| cards.fonts.get(*index)) {
            let message = format!("{font} is not a readable font");
            let finding = Finding::new(&CARD_FONT, message)
                .at(project.config.span_of("cards", "fonts"))
                .help("name a .ttf, .otf or .ttc file");
            return Err(Stop::Config(vec![finding]));
        }
        let read = |path: &str| {
            let bytes = project.tree.read(path)?;
            let no_text = |_| Stop::Failed(format!("{path}: is not UTF-8 text"));
            Ok::<_, Stop>(Source::new(path, String::from_utf8(bytes).map_err(no_text)?))
        };
        let template = cards.template.as_deref().map(read).transpose()?;
        // A fault of the template is one finding, not one of each post.
        if let Some(template) = &template {
            // With words in each field, as in a real card.
            let word = || "Example".to_owned();
            let card = Card {
                title: word(),
                event: word(),
                date: word(),
                speakers: vec![word()],
                site: word(),
                language: "en".to_owned(),
            };
            draw(&card, Shape::Landscape, &cards.colours, Some(template), &fonts)
                .map_err(|finding| Stop::Config(vec![finding]))?;
        }
        Ok(Some(Self { cards, fonts, template }))
    }

    /// The secrets of the template.
    pub(super) fn leaks(&self) -> Vec<Finding> {
        (self.template.iter())
            .flat_map(|template| secrets::scan(template.path(), template.text()))
            .collect()
    }

    /// Draws the cards of a post.
    pub(super) fn draw(&self, project: &Project<'_>, post: &Post, recap: &Recap) -> PostCards {
        let site = &project.config.site;
        let event = &recap.event;
        let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = wording::of(&recap.language);
        let start = event.start.as_ref().map(|day| day.value);
        let end = event.end.as_ref().map(|day| day.value).or(start);
        let mut speakers: Vec<String> = Vec::new();
        for speaker in recap.sessions.iter().flat_map(|session| &session.speakers) {
            if !speakers.contains(&speaker.value) {
                speakers.push(speaker.value.clone());
            }
        }
        let of_post = Card {
            title: (post.head.title.as_ref())
                .map_or_else(String::new, |title| joined(&title.value)),
            event: (event.name.as_ref()).map_or_else(String::new, |name| joined(&name.value)),
            date: (start.zip(end))
                .map_or_else(String::new, |(start, end)| (words.days)(start, end.max(start), true)),
            speakers,
            site: site.title.clone(),
            language: recap.language.clone(),
        };
        let mut made = PostCards { files: Vec::new(), alt: of_post.alt(), findings: Vec::new() };
        self.add(post, &of_post, None, &mut made);
        if self.cards.sessions {
            for (index, session) in recap.sessions.iter().enumerate() {
                let Some(title) = &session.title else { continue };
                let card = Card {
                    title: joined(&title.value),
                    speakers: (session.speakers.iter())
                        .map(|speaker| speaker.value.clone())
                        .collect(),
                    ..of_post.clone()
                };
                self.add(post, &card, Some(index + 1), &mut made);
            }
        }
        made
    }

    fn add(&self, post: &Post, card: &Card, session: Option<usize>, made: &mut PostCards) {
        let mut shapes = vec![Shape::Landscape];
        shapes.extend(self.cards.portrait.then_some(Shape::Portrait));
        let title = post.head.title.as_ref().map_or(0..0, |title| title.range.clone());
        for shape in shapes {
            let template = self.template.as_ref();
            let findings = match draw(card, shape, &self.cards.colours, template, &self.fonts) {
                Ok(drawn) => {
                    let file = card::file(&post.key, session, shape);
                    made.files.push(Artifact::binary(under(&self.cards.dir, &file), drawn.png));
                    drawn.findings
                }
                Err(finding) => vec![finding],
            };
            for finding in findings {
                if !(made.findings.iter()).any(|known: &Finding| known.message == finding.message) {
                    let has_place = finding.at.is_some();
                    let placed = if has_place { finding } else { finding.at(post.span(&title)) };
                    made.findings.push(placed);
                }
            }
        }
    }

    /// The card as the image of a feed's entry, where cards are attached.
    pub(super) fn enclosure(&self, made: &PostCards) -> Option<Enclosure> {
        let file = made.files.first().filter(|_| self.cards.attach)?;
        let name = file.path.strip_prefix(&self.cards.dir)?;
        let (width, height) = Shape::Landscape.size();
        Some(Enclosure {
            url: self.cards.url.join(name.trim_start_matches('/')).ok()?,
            media_type: Some("image/png".to_owned()),
            // It is the entry's thumbnail, not a download, so its length is not needed.
            length: None,
            size: Some((width, height)),
            alt: Some(made.alt.clone()),
            credit: None,
        })
    }

    /// The card as a draft's image, where cards are attached; its path is relative to the root.
    pub(super) fn image(&self, made: &PostCards) -> Option<Image> {
        let file = made.files.first().filter(|_| self.cards.attach)?;
        Some(Image { src: file.path.clone(), alt: Some(made.alt.clone()), credit: None })
    }
}
