//! The dossier as one page.
use super::Dossier;
/// The dossier as one self-contained page.
#[must_use]
pub fn html(dossier: &Dossier) -> String {
    let _ = dossier;
    String::new()
}
