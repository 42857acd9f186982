//! The names of HTML, SVG, `MathML` and CSS that content may use (WHATWG HTML, sections 4 and 16;
//! SVG 2; `MathML` Core; CSS 2.2).

use crate::values::listed;

/// Elements of HTML, obsolete ones included, by their first letter.
pub(crate) static ELEMENTS: [&str; 26] = [
    "a abbr area aside audio acronym address article",
    "b br bdi bdo big body button blockquote",
    "col cite code canvas center caption colgroup",
    "dd dl dt del dfn dir div data dialog details datalist",
    "em",
    "font form figure footer fieldset figcaption",
    "",
    "h1 h2 h3 h4 h5 h6 hr head html header hgroup",
    "i img ins input",
    "",
    "kbd",
    "li label legend",
    "map main mark math menu meter",
    "nav nobr noscript",
    "ol option output optgroup",
    "p pre param picture progress",
    "q",
    "rb rp rt rtc ruby",
    "s sub sup svg samp slot span small search select source strike strong section summary",
    "td th tr tt time table tbody tfoot thead title track template textarea",
    "u ul",
    "var video",
    "wbr",
    "",
    "",
    "",
];

/// Elements that readers remove, because they run code, load documents or change the page around them.
pub(crate) static UNSAFE: &str = "applet base bgsound embed frame frameset iframe ilayer isindex link layer listing \
    meta marquee noembed noframes object plaintext style script xml xmp";

/// Elements without an end tag.
pub(crate) static VOID: &str =
    "area br base col embed hr img input link meta param source track wbr";

/// Attributes of HTML, obsolete ones included, without those that load or run something. The sources
/// are in `tests/html-attributes.txt`; the test below compares the table with them.
pub(crate) static ATTRIBUTES: [&str; 26] = [
    "as alt abbr axis about align alink allow async accept action autoplay accesskey \
     autofocus aria-hidden autocomplete accept-charset autocapitalize allowfullscreen",
    "border bgcolor balance background bordercolor bgproperties bottompadding bordercolordark \
     bordercolorlight",
    "ch char cite cols class clear color choff coords capture charoff charset checked classid \
     colspan compact content controls challenge cellpadding cellspacing crossorigin \
     controlslist contenteditable",
    "dir data delay dynsrc default dirname datafld datasrc datatype datetime decoding \
     disabled download draggable datapagesize",
    "end enctype enterkeyhint elementtiming",
    "for face form frame formaction formmethod formtarget formenctype frameborder \
     fetchpriority formnovalidate",
    "gutter galleryimg",
    "high href height hidden hspace headers hreflang hidefocus http-equiv",
    "id is icon inert ismap itemid itemref itemprop itemtype inputmode integrity itemscope \
     imagesizes imagesrcset",
    "",
    "kind keytype",
    "low lang link list loop label lowsrc loading loopend language longdesc loopcount \
     loopstart leftspacing",
    "max min media muted method multiple maxlength minlength marginwidth marginheight",
    "name nonce nohref nowrap noshade novalidate",
    "open optimum",
    "pqg part ping poster prefix prompt pattern popover preload profile property point-size \
     placeholder playsinline popovertarget",
    "",
    "rel rev role rows rules rowspan replace readonly required resource reversed radiogroup \
     repeat-max repeat-min rightspacing referrerpolicy",
    "src size slot span step scope shape sizes start style scheme srcdoc srcset sandbox \
     srclang standby summary selected suppress scrolling spellcheck",
    "text type title target typeof tabindex template translate toppadding",
    "urn usemap unselectable",
    "vrml value vlink vocab valign vspace volume variable valuetype",
    "wrap width",
    "xmlns xml:base xml:lang",
    "",
    "",
];

/// Elements of SVG that run nothing.
pub(crate) static SVG_ELEMENTS: &str = "a animate animateColor animateMotion animateTransform circle clipPath defs desc ellipse \
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence filter font-face font-face-name \
    font-face-src g glyph hkern image line linearGradient marker mask metadata missing-glyph \
    mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol \
    text textPath title tref tspan use view";

/// Attributes of SVG that run nothing.
pub(crate) static SVG_ATTRIBUTES: &str = "accent-height accumulate additive alignment-baseline alphabetic arabic-form ascent \
    attributeName attributeType azimuth baseFrequency baseProfile baseline-shift bbox begin \
    bias by calcMode cap-height class clip clip-path clip-rule clipPathUnits color \
    color-interpolation color-interpolation-filters color-rendering content \
    contentScriptType cursor cx cy d descent diffuseConstant direction display divisor \
    dominant-baseline dur dx dy edgeMode elevation enable-background end exponent fill \
    fill-opacity fill-rule filter filterUnits flood-color flood-opacity focusable \
    font-family font-size font-size-adjust font-stretch font-style font-variant font-weight \
    fr from fx fy g1 g2 glyph-name gradientTransform gradientUnits hanging height \
    horiz-adv-x horiz-origin-x href id ideographic image-rendering in in2 intercept k k1 k2 \
    k3 k4 kernelMatrix kerning keyPoints keySplines keyTimes lang lengthAdjust \
    letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start \
    markerHeight markerUnits markerWidth mask maskContentUnits maskUnits mathematical max \
    media method min mode name numOctaves offset opacity operator order orient origin \
    overflow overline-position overline-thickness paint-order panose-1 path pathLength \
    patternContentUnits patternTransform patternUnits pointer-events points pointsAtX \
    pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY \
    rendering-intent repeatCount repeatDur requiredExtensions requiredFeatures restart \
    result role rotate rx ry scale seed shape-rendering slope spacing specularConstant \
    specularExponent spreadMethod startOffset stdDeviation stemh stemv stitchTiles \
    stop-color stop-opacity strikethrough-position strikethrough-thickness stroke \
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width style surfaceScale systemLanguage tabindex tableValues \
    target targetX targetY text-anchor text-decoration text-rendering textLength title to \
    transform transform-origin type u1 u2 underline-position underline-thickness unicode \
    unicode-bidi unicode-range units-per-em values vector-effect version viewBox visibility \
    width widths word-spacing writing-mode x x-height x1 x2 xChannelSelector xlink:actuate \
    xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:base xml:lang \
    xml:space xmlns xmlns:xlink y y1 y2 yChannelSelector z zoomAndPan";

/// Elements of `MathML`.
pub(crate) static MATH_ELEMENTS: &str = "annotation annotation-xml maction math menclose merror mfenced mfrac mglyph mi \
    mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms \
    mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup \
    mtable mtd mtext mtr munder munderover none semantics";

/// Attributes of `MathML`.
pub(crate) static MATH_ATTRIBUTES: &str = "accent accentunder actiontype align altimg altimg-height altimg-valign altimg-width \
    alttext bevelled charalign class close columnalign columnlines columnspacing columnspan \
    columnwidth crossout decimalpoint denomalign depth dir display displaystyle edge \
    encoding equalcolumns equalrows fence fontstyle fontweight form frame framespacing \
    groupalign height href id indentalign indentshift infixlinebreakstyle largeop length \
    linebreak linethickness location longdivstyle lquote lspace mathbackground mathcolor \
    mathsize mathvariant maxsize minlabelspacing minsize movablelimits mslinethickness name \
    notation numalign open other overflow position rowalign rowlines rowspacing rowspan \
    rquote rspace scriptlevel scriptminsize scriptsizemultiplier selection separator \
    separators shift side src stackalign stretchy style subscriptshift superscriptshift \
    symmetric valign voffset width xlink:href xlink:show xlink:type xml:lang xmlns \
    xmlns:xlink";

/// CSS properties that cannot move an element, hide other content or load anything.
pub(crate) static CSS_PROPERTIES: &str = "azimuth background-color border-bottom-color border-collapse border-color \
    border-left-color border-radius border-right-color border-top-color caption-side clear \
    color cursor direction display elevation empty-cells float font font-family font-size \
    font-style font-variant font-weight height letter-spacing line-height list-style-type \
    max-height max-width min-height min-width orphans overflow overflow-wrap \
    page-break-after page-break-before page-break-inside pause pause-after pause-before \
    pitch pitch-range quotes richness speak speak-header speak-numeral speak-punctuation \
    speech-rate stress table-layout text-align text-decoration text-indent text-transform \
    unicode-bidi vertical-align voice-family volume white-space widows width word-break \
    word-spacing";

/// Keywords of the shorthand properties for borders, margins, padding and backgrounds.
pub(crate) static CSS_KEYWORDS: &str = "!important aqua auto black block blue bold both bottom brown center collapse dashed \
    dotted double fuchsia gray green groove hidden important inherit initial inset italic \
    left lime maroon medium navy none normal nowrap olive outset pointer purple red ridge \
    right silver solid teal thick thin top transparent underline white yellow";

/// Whether `name`, in lower case, is in a table by first letters.
pub(crate) fn has(table: &[&str; 26], name: &str) -> bool {
    let letter = name.bytes().next().and_then(|byte| byte.checked_sub(b'a'));
    letter
        .and_then(|letter| table.get(usize::from(letter)))
        .is_some_and(|names| listed(names, name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ATTRIBUTES;

    /// Attributes of other specifications: `RDFa`, WAI-ARIA, XML, and three of the WICG and the W3C
    /// that browsers support.
    const BESIDES: &str = "about datatype prefix property resource typeof vocab aria-hidden role \
        xml:base xml:lang xmlns capture controlslist elementtiming";

    /// HTML attributes that readers remove: they load or run something, belong to a frame, a
    /// template or the whole document, or are newer than the readers' lists.
    const WITHHELD: &str = "allowpaymentrequest allowusermedia alpha archive autocorrect blocking \
        closedby code codebase codetype colorspace command commandfor declare defer exportparts \
        manifest nomodule noresize object popovertargetaction shadowrootclonable \
        shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootmode \
        shadowrootserializable typemustmatch version writingsuggestions";

    #[test]
    fn attributes_have_a_source() {
        let source = include_str!("../../tests/html-attributes.txt");
        let words = source.lines().filter(|line| !line.starts_with('#'));
        let words = words.flat_map(str::split_ascii_whitespace);
        let words = words.filter(|word| !matches!(*word, "html" | "html5lib"));
        let known: BTreeSet<&str> = words.chain(BESIDES.split_ascii_whitespace()).collect();
        let withheld = WITHHELD.split_ascii_whitespace().collect();
        let wanted: BTreeSet<&str> = known.difference(&withheld).copied().collect();
        let table: BTreeSet<&str> =
            ATTRIBUTES.iter().flat_map(|names| names.split_ascii_whitespace()).collect();
        assert_eq!(table, wanted);
    }
}
