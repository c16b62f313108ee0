//! The points as a document for a word processor, with numbered paragraphs.

use super::judgements::Judgements;
use super::view::View;
use super::{CheckError, Checked};
use crate::docx::{Block, write};

/// The points as the bytes of a `.docx` file.
///
/// # Errors
/// [`CheckError::Docx`] when the file cannot be packed.
pub fn docx(checked: &Checked, judgements: &Judgements) -> Result<Vec<u8>, CheckError> {
    let view = View::new(checked, judgements);
    let mut blocks = vec![
        Block::Title(format!("A reply checked: {}", view.reply)),
        Block::Plain(format!("Against {}; beside it {}.", view.report, view.beside)),
        Block::Plain(
            "Verdicts are proposals made by rules, with the sentences they rest on; a person decides. Absence of reporting is not \
             absence of what is not reported."
                .to_owned(),
        ),
    ];
    if !view.registers.is_empty() {
        blocks.push(Block::Plain(format!("Registers: {}.", view.registers)));
    }
    blocks.push(Block::Heading("Summary".to_owned()));
    for share in &view.shares {
        blocks.push(Block::Labelled(
            format!("{}:", share.verdict),
            format!(
                "{} of {} ({})",
                share.count,
                view.points.len(),
                share.percent
            ),
        ));
    }
    blocks.push(Block::Labelled(
        "Uncertain:".to_owned(),
        format!("{} of {}", view.uncertain, view.points.len()),
    ));
    blocks.push(Block::Heading("Points".to_owned()));
    for point in &view.points {
        blocks.push(Block::Numbered(point.text.to_owned()));
        blocks.push(Block::Labelled(
            format!("{}.", point.verdict),
            format!(
                "About {}; {}. {}",
                point.kind, point.confidence, point.repeated
            ),
        ));
        if !point.judgement.is_empty() {
            blocks.push(Block::Labelled(
                "Judgement:".to_owned(),
                point.judgement.clone(),
            ));
        }
        for reason in &point.reasons {
            blocks.push(Block::Labelled(
                "–".to_owned(),
                format!("{} [{}]", reason.message, reason.rule),
            ));
            // What a register rests on stands with it; what the other checks rest on is among the passages.
            let of_register = super::PAGES.iter().any(|page| page.name == reason.rule);
            for quote in reason.quotes.iter().filter(|_| of_register) {
                blocks.push(Block::Quote(quote.text.to_owned(), quote.pin.clone()));
            }
        }
        for passage in &point.passages {
            blocks.push(Block::Quote(passage.text.to_owned(), passage.pin.clone()));
        }
    }
    write(&blocks).map_err(CheckError::Docx)
}
