//! What a point after a word may mean: the abbreviations of reports, in English and Russian.
//!
//! A judgement table: each word is here because a report of the editions 2016-2024, a UN or an
//! NGO text wrote it with a point inside a sentence.

/// How a word with a point after it behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// Never ends a sentence: a name follows ("Gen. Ostrava", "St. Ilona").
    Title,
    /// Ends no sentence before a number ("No. 5", "Art. 12", "Jan. 3").
    BeforeNumber,
    /// Ends a sentence only before a word that begins one ("the U.S. The").
    Inside,
    /// Ends a sentence before any capital that is no name of a time ("at 5 p.m. Police").
    Time,
    /// Ends a sentence.
    End,
}

/// Longest abbreviation of the table, in bytes.
pub(super) const LONGEST: usize = 12;

/// What the point after `word` means; `word` is without its last point.
pub(super) fn point(word: &str) -> Point {
    let mut lower = [0_u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return Point::End;
    };
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    // "Gen. Ostrava", but neither "gen." nor the acronym "GEN."
    let capital = word.starts_with(|ch: char| ch.is_ascii_uppercase())
        && !word.ends_with(|ch: char| ch.is_ascii_uppercase());
    match std::str::from_utf8(lower).unwrap_or("") {
        "mr" | "mrs" | "ms" | "mx" | "dr" | "drs" | "prof" | "gen" | "lt" | "col" | "maj"
        | "capt" | "cpt" | "sgt" | "cpl" | "adm" | "brig" | "cmdr" | "comdr" | "gov" | "sen"
        | "rep" | "rev" | "hon" | "fr" | "pres" | "amb" | "st" | "ste" | "sts" | "mt" | "ft"
        | "atty" | "supt" | "insp" | "msgr" | "mgr" | "eng" | "ing" | "lic" | "pvt" | "bros"
        | "messrs" | "mme" | "mlle" | "sr" | "sra" | "hr" | "det" | "dep" | "yu" | "ya" | "zh"
        | "sh" | "kh" | "ts" | "dzh" | "ye"
            if capital =>
        {
            Point::Title
        }
        "vs" | "v" | "e.g" | "i.e" | "cf" | "viz" | "ca" | "approx" | "incl" | "a.k.a"
        | "d/b/a" | "lt.gen" | "maj.gen" => Point::Title,
        "no" | "nos" | "art" | "arts" | "sec" | "secs" | "sect" | "para" | "paras" | "par"
        | "p" | "pp" | "ch" | "chap" | "vol" | "vols" | "fig" | "figs" | "cl" | "reg" | "nr"
        | "num" | "app" | "fn" | "cap" | "gs" | "rs" | "bs" | "ksh" | "tsh" | "ush" | "tk"
        | "lps" | "frs" | "dhs" | "kz" | "kr" | "mil" | "bln" | "mln" | "sched" | "tel" | "ext"
        | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct"
        | "nov" | "dec" | "ст" | "п" | "ч" => Point::BeforeNumber,
        "inc" | "ltd" | "co" | "corp" | "llc" | "plc" | "jr" | "bhd" | "sdn" | "al" | "ph.d"
        | "m.d" | "esq" | "dept" | "univ" | "assn" | "intl" | "govt" | "ave" | "blvd" | "rd"
        | "dist" | "est" | "ret" | "ibid" | "op" | "u.s" | "u.k" | "u.n" => Point::Inside,
        "a.m" | "p.m" | "etc" => Point::Time,
        // Russian: "г.", "гг.", "ул.", "им.", "т.е.", "т.д.", "тыс.", "млн.".
        "г" | "гг" | "ул" | "им" | "д" | "т.е" | "т.д" | "т.п" | "др" | "см" | "тыс" | "млн"
        | "млрд" | "руб" | "стр" | "обл" | "проф" | "акад" => Point::Inside,
        _ => Point::End,
    }
}

/// Whether a capitalised word begins a sentence more often than it goes on with a name.
pub(super) fn begins_sentence(word: &str) -> bool {
    matches!(
        word,
        "A" | "According"
            | "Additionally"
            | "After"
            | "All"
            | "Also"
            | "Although"
            | "Among"
            | "An"
            | "Another"
            | "Any"
            | "Approximately"
            | "As"
            | "At"
            | "Authorities"
            | "Because"
            | "Before"
            | "Between"
            | "Both"
            | "But"
            | "By"
            | "Critics"
            | "Despite"
            | "Due"
            | "During"
            | "Each"
            | "Even"
            | "Every"
            | "Few"
            | "Following"
            | "For"
            | "From"
            | "Furthermore"
            | "Given"
            | "Had"
            | "Has"
            | "Have"
            | "He"
            | "Her"
            | "His"
            | "How"
            | "However"
            | "If"
            | "In"
            | "Individuals"
            | "Instead"
            | "It"
            | "Its"
            | "Laws"
            | "Many"
            | "Meanwhile"
            | "Moreover"
            | "Most"
            | "Neither"
            | "Nevertheless"
            | "No"
            | "Nonetheless"
            | "Not"
            | "Observers"
            | "Of"
            | "On"
            | "Once"
            | "One"
            | "Only"
            | "Other"
            | "Others"
            | "Our"
            | "Over"
            | "Prior"
            | "Reports"
            | "See"
            | "Several"
            | "She"
            | "Since"
            | "Some"
            | "Subsequently"
            | "Such"
            | "That"
            | "The"
            | "Their"
            | "Then"
            | "There"
            | "Therefore"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "Through"
            | "Throughout"
            | "Thus"
            | "To"
            | "Two"
            | "Under"
            | "Unlike"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "Whereas"
            | "Whether"
            | "While"
            | "Who"
            | "With"
            | "Within"
            | "Without"
            | "Women"
            | "You"
            | "В"
            | "На"
            | "Он"
            | "Она"
            | "По"
            | "Это"
    )
}

/// Days, months and zones that follow a time of day.
pub(super) fn follows_time(word: &str) -> bool {
    matches!(
        word,
        "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "GMT"
            | "UTC"
            | "EST"
            | "CET"
            | "EET"
            | "EDT"
    )
}

/// Words whose letter or number ends the phrase ("Annex A. The", "World War I. The").
pub(super) fn is_lettered(word: &str) -> bool {
    matches!(
        word,
        "Annex"
            | "Appendix"
            | "Article"
            | "Block"
            | "Category"
            | "Chapter"
            | "Class"
            | "Division"
            | "Group"
            | "Hepatitis"
            | "Level"
            | "Part"
            | "Phase"
            | "Schedule"
            | "Section"
            | "Table"
            | "Tier"
            | "Vitamin"
            | "War"
            | "Zone"
            | "vitamin"
            | "hepatitis"
            | "category"
            | "class"
            | "section"
    )
}
