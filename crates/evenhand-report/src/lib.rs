//! The field's words as types: reports, spans, readings, rights, countries.
//!
//! Nothing here reads a file, a clock or the environment. Every other crate speaks in these
//! types; their names are the glossary in `docs/glossary.md`.

pub mod country;
mod date;
mod identity;
mod leader;
mod note;
mod reading;
mod report;
mod rule;
mod span;
pub mod yardstick;

pub use date::Date;
pub use identity::{Format, Identity};
pub use leader::{Leader, leaders};
pub use note::{NoteKind, ReadingNote};
pub use reading::{
    Attribution, Direction, DirectionCall, Figure, FigureKind, NameKind, NameMention, Qualifier,
    Reading, RightCall, SourceKind, Specificity, Stance,
};
pub use report::{
    Link, Passage, PassageId, PassageKind, Report, Section, SectionId, Sentence, SentenceId,
    SentenceIndex, SourceMap,
};
pub use rule::{Family, RulePage};
pub use span::Span;

/// Declares an enum whose variants have one written form each, used in every output format.
#[macro_export]
macro_rules! written_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The written form, as it stands in JSON, CSV and on pages.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The variant with this written form.
            #[must_use]
            pub fn from_written(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }
    };
}

#[doc(hidden)]
pub use serde;
