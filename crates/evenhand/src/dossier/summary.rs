//! The dossier as one screen of text.
use super::Dossier;
/// The dossier as one screen of text.
#[must_use]
pub fn summary(dossier: &Dossier) -> String {
    let _ = dossier;
    String::new()
}
