//! The dossier as one screen of text, for the terminal.

use super::Dossier;
use super::html::elsewhere::compared;
use super::html::words::{direction, grouped, kind, share};
use evenhand_compare::across::families::Closeness;
use evenhand_report::Direction;
use std::fmt::Write as _;

/// Width of the screen, in characters.
const WIDTH: usize = 88;
/// How far in a line goes on.
const HANGING: usize = 14;
/// Lines of a list before the rest is left to the page.
const FEW: usize = 5;

/// The dossier as one screen of text, at most some forty lines.
#[must_use]
pub fn summary(dossier: &Dossier) -> String {
    let mut out = String::new();
    head(&mut out, dossier);
    statements(&mut out, dossier);
    speakers(&mut out, dossier);
    rights(&mut out, dossier);
    editions(&mut out, dossier);
    findings(&mut out, dossier);
    elsewhere(&mut out, dossier);
    out
}

/// Writes a line; one too long goes on in the next, further in.
fn line(out: &mut String, text: &str) {
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let indent = clean.chars().take_while(|c| *c == ' ').count();
    let mut width = 0;
    for (at, word) in clean.trim().split(' ').enumerate() {
        let length = word.chars().count();
        if at == 0 {
            let _ = write!(out, "{:indent$}", "");
            width = indent;
        } else if width + 1 + length > WIDTH {
            let _ = write!(out, "\n{:HANGING$}", "");
            width = HANGING;
        } else {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out.push('\n');
}

fn head(out: &mut String, dossier: &Dossier) {
    let about = &dossier.about;
    let identity = &about.identity;
    let country = about.country_name.as_deref().unwrap_or("country not told");
    let year = identity
        .year
        .map_or("year not told".to_owned(), |year| year.to_string());
    line(out, &format!("{country}, {year}"));
    let said = [identity.title.as_deref(), identity.publisher.as_deref()];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    if !said.is_empty() {
        line(out, &said.join(". "));
    }
    line(out, &format!("sha-256 {}", about.sha256));
    out.push('\n');
}

fn statements(out: &mut String, dossier: &Dossier) {
    let about = &dossier.about;
    let glance = &dossier.glance;
    let statements = about.statements;
    line(
        out,
        &format!(
            "{} statements in {} words; {} pointers and {} repetitions are not counted",
            grouped(statements as u64),
            grouped(about.words as u64),
            about.pointers.len(),
            about.repeated.len()
        ),
    );
    let directions: Vec<String> = glance
        .directions
        .iter()
        .map(|row| format!("{} {}", direction(row.direction), share(row.count.percent)))
        .collect();
    line(out, &format!("  direction   {}", directions.join(", ")));
    let basis: Vec<String> = glance
        .basis
        .iter()
        .map(|row| format!("{} {}", basis_word(row.basis), share(row.count.percent)))
        .collect();
    line(out, &format!("  rest on     {}", basis.join(", ")));
    line(
        out,
        &format!(
            "  figures     {}: {} facts, {} norms; {} matters with several figures, {} where they differ",
            grouped(dossier.figures.all.len() as u64),
            grouped(glance.facts.count as u64),
            grouped(glance.norms.count as u64),
            dossier.figures.matters.len(),
            dossier
                .figures
                .matters
                .iter()
                .filter(|matter| matter.differ)
                .count()
        ),
    );
    out.push('\n');
}

const fn basis_word(basis: super::Basis) -> &'static str {
    match basis {
        super::Basis::Named => "a named source",
        super::Basis::Category => "an unnamed one",
        super::Basis::Impersonal => "“reportedly”",
        super::Basis::Unattributed => "no source",
    }
}

fn speakers(out: &mut String, dossier: &Dossier) {
    let speakers = &dossier.speakers;
    line(
        out,
        &format!(
            "Who speaks ({} attributions)",
            grouped(speakers.attributions as u64)
        ),
    );
    for row in speakers.kinds.iter().take(FEW) {
        let cues: Vec<&str> = row
            .cues
            .iter()
            .take(4)
            .map(|cue| cue.cue.as_str())
            .collect();
        line(
            out,
            &format!(
                "  {:<26} {:>6} {:>6}  {}",
                kind(row.kind),
                grouped(row.count.count as u64),
                share(row.count.percent),
                cues.join(", ")
            ),
        );
    }
    let violations = &speakers.violations;
    let rest: Vec<String> = violations
        .basis
        .iter()
        .map(|row| format!("{} {}", basis_word(row.basis), share(row.count.percent)))
        .collect();
    line(
        out,
        &format!(
            "  {} violations rest on: {}",
            grouped(violations.violations as u64),
            rest.join(", ")
        ),
    );
    out.push('\n');
}

fn rights(out: &mut String, dossier: &Dossier) {
    let mut rows: Vec<_> = dossier
        .rights
        .articles
        .iter()
        .filter(|r| r.count.count > 0)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count.count));
    line(
        out,
        "Rights spoken of most (articles of the Universal Declaration)",
    );
    for row in rows.iter().take(FEW) {
        let violation = row
            .directions
            .iter()
            .find(|c| c.direction == Direction::Violation);
        line(
            out,
            &format!(
                "  {:>2} {:<26} {:>5}   violations {}",
                row.article,
                row.name,
                grouped(row.count.count as u64),
                violation.map_or("–".to_owned(), |cell| share(cell.count.percent))
            ),
        );
    }
    if !dossier.rights.silent.is_empty() {
        let silent: Vec<String> = dossier.rights.silent.iter().map(u8::to_string).collect();
        line(
            out,
            &format!(
                "  nothing said on {} (not reported is not: no abuse)",
                silent.join(", ")
            ),
        );
    }
    out.push('\n');
}

fn editions(out: &mut String, dossier: &Dossier) {
    for comparison in &dossier.editions {
        line(
            out,
            &format!("Against {}", comparison.earlier.identity.document),
        );
        let fates: Vec<String> = comparison
            .fates
            .iter()
            .map(|row| {
                let of = row.percent_of_later.or(row.percent_of_earlier);
                format!(
                    "{} {} ({})",
                    row.fate.as_str().replace('_', " "),
                    row.count,
                    share(of)
                )
            })
            .collect();
        line(out, &format!("  {}", fates.join(", ")));
        out.push('\n');
    }
}

fn findings(out: &mut String, dossier: &Dossier) {
    line(
        out,
        &format!("Findings ({})", grouped(dossier.findings.all.len() as u64)),
    );
    for test in &dossier.glance.findings {
        let rate = test
            .per_100_statements
            .map_or("–".to_owned(), |rate| format!("{rate:.1}"));
        line(
            out,
            &format!(
                "  {:<34} {:>5}   {:>5} on 100 statements",
                test.rule,
                grouped(test.count as u64),
                rate
            ),
        );
    }
}

fn elsewhere(out: &mut String, dossier: &Dossier) {
    let Some(elsewhere) = &dossier.elsewhere else {
        return;
    };
    out.push('\n');
    line(
        out,
        &format!("Other countries ({})", compared(dossier, elsewhere)),
    );
    if let Some(same) = &elsewhere.same_words {
        let told: Vec<String> = same
            .closeness
            .iter()
            .map(|row| {
                let how = match row.closeness {
                    Closeness::Exact => "word for word",
                    Closeness::Masked => "but for names and numbers",
                    Closeness::Near => "nearly",
                };
                format!(
                    "{} {how} ({})",
                    grouped(row.count.count as u64),
                    share(row.count.percent)
                )
            })
            .collect();
        line(
            out,
            &format!(
                "  same words  statements that stand there too: {}",
                told.join(", ")
            ),
        );
    }
    if let Some(missing) = &elsewhere.missing {
        line(
            out,
            &format!(
                "  formulas    {} that at least {:.0}% of the countries get are not here (not reported is not: no abuse)",
                grouped(missing.found as u64),
                missing.least_percent
            ),
        );
    }
    let standing = elsewhere.standing.as_ref();
    let attributed = standing.and_then(|standing| {
        let mut rows = standing.measures.iter().map(|row| &row.standing);
        rows.find(|row| row.measure == "attributed")
    });
    if let Some((row, all)) = attributed.and_then(|row| Some((row, row.beside.first()?))) {
        let told = |value: Option<f64>| share(value.map(|value| value * 100.0));
        line(
            out,
            &format!(
                "  beside them {} of statements credit somebody, {} there; clearly lower in {} of {} countries, clearly higher in {}",
                told(row.own.map(|own| own.value)),
                told(all.together.map(|together| together.value)),
                grouped(all.below as u64),
                grouped(all.countries as u64),
                grouped(all.above as u64)
            ),
        );
    }
}
