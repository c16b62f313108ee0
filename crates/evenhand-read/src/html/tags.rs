//! What is known of HTML's elements: their names, and what each means for reading.
//!
//! An element that is not listed is transparent: its text belongs to what surrounds it.

use super::tokens::Attributes;

macro_rules! names {
    ($($variant:ident = $text:literal),+ $(,)?) => {
        /// The name of an element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Name {
            $(#[doc = $text] $variant,)+
            /// Any other.
            Other,
        }

        impl Name {
            /// How many there are.
            pub(crate) const COUNT: usize = Name::Other as usize + 1;

            /// The name with this spelling, in any case.
            pub(crate) fn of(word: &str) -> Self {
                let mut lower = [0_u8; 10];
                let Some(lower) = lower.get_mut(..word.len()) else {
                    return Name::Other;
                };
                for (to, from) in lower.iter_mut().zip(word.bytes()) {
                    *to = from.to_ascii_lowercase();
                }
                match std::str::from_utf8(lower).unwrap_or("") {
                    $($text => Name::$variant,)+
                    _ => Name::Other,
                }
            }
        }
    };
}

names! {
    A = "a", Address = "address", Article = "article", Aside = "aside", Audio = "audio",
    B = "b", Base = "base", Blockquote = "blockquote", Body = "body", Br = "br",
    Button = "button", Canvas = "canvas", Caption = "caption", Center = "center", Dd = "dd",
    Details = "details", Dialog = "dialog", Div = "div", Dl = "dl", Dt = "dt", Em = "em",
    Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure", Font = "font",
    Footer = "footer", Form = "form", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5",
    H6 = "h6", Head = "head", Header = "header", Hr = "hr", Html = "html", I = "i",
    Iframe = "iframe", Label = "label", Li = "li", Link = "link", Main = "main", Meta = "meta",
    Nav = "nav", Noscript = "noscript", Object = "object", Ol = "ol", Option = "option",
    P = "p", Pre = "pre", Script = "script", Section = "section", Select = "select",
    Span = "span", Strong = "strong", Style = "style", Sub = "sub", Summary = "summary",
    Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody", Td = "td",
    Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead",
    Title = "title", Tr = "tr", U = "u", Ul = "ul", Video = "video",
}

impl Name {
    /// The inside is not markup.
    pub(crate) fn holds_raw_text(self) -> bool {
        matches!(
            self,
            Name::Script | Name::Style | Name::Title | Name::Textarea | Name::Iframe
        )
    }

    /// Stands inside a line of text and is followed on the way down.
    pub(crate) fn is_inline(self) -> bool {
        matches!(
            self,
            Name::A
                | Name::B
                | Name::Em
                | Name::Font
                | Name::I
                | Name::Span
                | Name::Strong
                | Name::Sub
                | Name::Sup
                | Name::U
                | Name::Label
        )
    }

    /// Never has an inside, or its inside is none of ours and needs no following.
    pub(crate) fn is_void(self) -> bool {
        self.holds_raw_text()
            || matches!(
                self,
                Name::Base | Name::Br | Name::Hr | Name::Link | Name::Meta | Name::Other
            )
    }

    /// Its inside is never part of the report's text.
    pub(crate) fn is_furniture(self) -> bool {
        matches!(
            self,
            Name::Aside
                | Name::Audio
                | Name::Button
                | Name::Canvas
                | Name::Dialog
                | Name::Figcaption
                | Name::Footer
                | Name::Head
                | Name::Label
                | Name::Nav
                | Name::Noscript
                | Name::Object
                | Name::Option
                | Name::Select
                | Name::Svg
                | Name::Template
                | Name::Video
        )
    }

    /// Level of a heading.
    pub(crate) fn heading(self) -> Option<u8> {
        match self {
            Name::H1 => Some(1),
            Name::H2 => Some(2),
            Name::H3 => Some(3),
            Name::H4 => Some(4),
            Name::H5 => Some(5),
            Name::H6 => Some(6),
            _ => None,
        }
    }

    /// Bold or underlined: how headings are set inside a line.
    pub(crate) fn is_strong(self) -> bool {
        matches!(self, Name::B | Name::Strong | Name::U)
    }

    /// Italic: how titles and foreign words are set, now and then a heading.
    pub(crate) fn is_slanted(self) -> bool {
        matches!(self, Name::Em | Name::I)
    }

    /// May hold the main text of a page.
    pub(crate) fn is_container(self) -> bool {
        matches!(
            self,
            Name::Article
                | Name::Body
                | Name::Center
                | Name::Div
                | Name::Form
                | Name::Main
                | Name::Section
                | Name::Table
                | Name::Td
        )
    }
}

/// Class names, whole words, whose elements are site furniture or not shown: seen on state.gov
/// ("related-tags", "stars-above", "old-format-links"), and common on WordPress and Drupal sites.
const FURNITURE_CLASSES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "cookie-banner",
    "icon-svg",
    "mininav",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "old-format-links",
    "pagination",
    "related-content",
    "related-posts",
    "related-tags",
    "report-nav",
    "report__side",
    "report__tags",
    "screen-reader-text",
    "share",
    "share-buttons",
    "sharing",
    "sidebar",
    "site-footer",
    "site-header",
    "skip-link",
    "social-share",
    "sr-only",
    "stars-above",
    "subscribe",
    "table-of-contents",
    "toc",
    "visually-hidden",
];

/// Class names of notes at the foot or end.
const NOTE_CLASSES: &[&str] = &[
    "endnote",
    "endnotes",
    "footnote",
    "footnotes",
    "msofootnotetext",
    "wp-block-footnotes",
];

/// What the attributes of a tag say about its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks<'a> {
    /// Not shown, or site furniture.
    pub(crate) left_out: bool,
    /// Set off as a heading by its style.
    pub(crate) strong: bool,
    /// A note at the foot or end.
    pub(crate) note: bool,
    /// The marker "Section 1." of a heading that follows.
    pub(crate) section_marker: bool,
    /// The main text of the page: `role="main"` or state.gov's `report__main`.
    pub(crate) main: bool,
    /// Where a link leads.
    pub(crate) href: &'a str,
}

impl<'a> Marks<'a> {
    /// What these attributes say.
    pub(crate) fn of(attributes: &'a str) -> Self {
        let mut marks = Marks::default();
        if attributes.is_empty() {
            return marks;
        }
        for (name, value) in Attributes::new(attributes) {
            match name.len() {
                4 if name.eq_ignore_ascii_case("href") => marks.href = value,
                4 if name.eq_ignore_ascii_case("role") => match value {
                    "navigation" | "banner" | "contentinfo" | "complementary" | "search" => {
                        marks.left_out = true;
                    }
                    "doc-endnotes" | "doc-footnote" | "note" => marks.note = true,
                    "main" => marks.main = true,
                    _ => {}
                },
                5 if name.eq_ignore_ascii_case("class") => marks.class(value),
                5 if name.eq_ignore_ascii_case("style") => marks.style(value),
                2 if name.eq_ignore_ascii_case("id") => {
                    marks.note |= ["fn:", "fn-", "_ftn", "_edn", "footnote-", "endnote-"]
                        .iter()
                        .any(|start| value.starts_with(start))
                        && !value.starts_with("_ftnref")
                        && !value.starts_with("_ednref");
                }
                6 if name.eq_ignore_ascii_case("hidden") => marks.left_out = true,
                11 if name.eq_ignore_ascii_case("aria-hidden") => {
                    marks.left_out |= value.eq_ignore_ascii_case("true");
                }
                _ => {}
            }
        }
        marks
    }

    fn class(&mut self, value: &str) {
        let alone = value.trim();
        if alone == "hidden" {
            self.left_out = true;
            return;
        }
        for class in value.split_ascii_whitespace() {
            match class.len() {
                12 if class == "report__main" => self.main = true,
                18 if class == "report-toc-section" => self.section_marker = true,
                2..=20 => {
                    self.left_out |= FURNITURE_CLASSES.contains(&class);
                    self.note |= NOTE_CLASSES
                        .iter()
                        .any(|note| note.eq_ignore_ascii_case(class));
                }
                _ => {}
            }
        }
    }

    fn style(&mut self, value: &str) {
        let has = |needle: &str| value.contains(needle);
        self.left_out |= has("display:none")
            || has("display: none")
            || has("visibility:hidden")
            || has("visibility: hidden");
        self.strong |= has("underline")
            || has("font-size")
            || has("bold")
            || has("font-weight: 7")
            || has("font-weight:7");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_ignore_case() {
        assert_eq!(Name::of("DIV"), Name::Div);
        assert_eq!(Name::of("x-widget"), Name::Other);
        assert_eq!(Name::of(""), Name::Other);
    }

    #[test]
    fn marks_of_attributes() {
        assert!(Marks::of(" class=\"a stars-above\"").left_out);
        assert!(Marks::of(" style='display:none'").left_out);
        assert!(!Marks::of(" class=\"hidden-gem has-sidebar\"").left_out);
        assert!(Marks::of(" class='report__main js'").main);
        assert!(Marks::of(" id='_ftn1'").note);
        assert_eq!(Marks::of(" target=_blank href=\"/a b\"").href, "/a b");
    }
}
