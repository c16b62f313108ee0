//! "There were no reports of ...": a sentence that says at its opening that an abuse was not reported.

use crate::lexicon::KeyHasher;
use crate::tokens::{Kind, Words, key_of};
use evenhand_report::Span;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

pub(super) const RULE: &str = "none_reported";

/// How sure the rule is, from labelled sentences: 76 of 81 that it marks are labelled so.
pub(super) const SCORE: f32 = 0.94;

/// Most tokens of an opening before the comma ("During the first nine months of the year,").
const OPENING: usize = 14;
/// Most words between "no" and what there was none of.
const BETWEEN: usize = 6;

type Keys = HashSet<u64, BuildHasherDefault<KeyHasher>>;

struct Lists {
    openers: Keys,
    heads: Keys,
    between: Keys,
    by_law: Keys,
    turns: Keys,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let all = |words: &str| words.split_whitespace().map(key_of).collect::<Keys>();
    Lists {
        openers: all("during in as through by unlike for between from since until"),
        heads: all(
            "report reports case cases instance instances incident incidents allegation allegations account accounts \
             indication indications complaint complaints restriction restrictions attack attacks killing killings \
             disappearance disappearances abuse abuses abduction abductions arrests detentions deaths",
        ),
        between: all(
            "known new confirmed credible verified reported documented recorded registered public official formal \
             specific such similar other further additional significant major serious substantiated media press \
             government societal politically motivated verifiable local recent widespread reliable large scale apparent \
             independent overt violent antisemitic anti semitic or and - ,",
        ),
        // No restriction by law is a safeguard, not an absence of reports.
        by_law: all("legal legislative statutory constitutional formal law laws"),
        // What follows turns the sentence, or what there was none of is a remedy, a request or a datum.
        turns: all(
            "but however although though while despite except unless nevertheless nonetheless only other since \
             prosecution prosecutions prosecute prosecuted prosecuting conviction convictions convicted investigation \
             investigations investigate investigated investigating action actions effort efforts step steps enforce \
             enforced enforcement enforcing punish punished punishment request requests requested requesting asylum \
             progress improve improved improvement improvements statistics data information assist assisted \
             assistance attempt attempts attempted attempting register registered registering claim claims applied \
             applications application implement implemented implementation pending apply taking took taken \
             disciplinary disciplined accountable accountability brought court courts women trial trials resolved \
             resolution sentenced sentences sentence measures program programs monitoring outcome result results visit \
             visits hid largely stigma responded response restitution sanction sanctions sanctioned charges charged \
             remedy remedies compensation received filed dismissed fined",
        ),
    }
});

/// The words that say so, where the sentence says so.
pub(super) fn marks(words: &Words) -> Option<Span> {
    let tokens = words.tokens();
    let lists = &*LISTS;
    let mut at = 0;
    if lists.openers.contains(&tokens.first()?.key) {
        at = 1 + tokens
            .iter()
            .take(OPENING)
            .position(|token| words.str(*token) == ",")?;
    }
    let start = at;
    if !words.is(at, "there") {
        return None;
    }
    at += match (words.at(at + 1), words.at(at + 2)) {
        ("was" | "were", _) => 2,
        ("has" | "have" | "had", "been") => 3,
        _ => return None,
    };
    if !words.is(at, "no") {
        return None;
    }
    let from = at + 1;
    let head = (from..=from + BETWEEN).find(|at| {
        let here = tokens.get(*at);
        // "Reported cases": the last of such words in a row is what there was none of.
        here.is_some_and(|token| lists.heads.contains(&token.key))
            && tokens
                .get(at + 1)
                .is_none_or(|next| !lists.heads.contains(&next.key))
    })?;
    let between = tokens.get(from..head)?;
    let of_kind = |token: &crate::tokens::Token| {
        lists.between.contains(&token.key) || lists.heads.contains(&token.key)
    };
    let restriction = matches!(words.at(head), "restriction" | "restrictions");
    if !between.iter().all(of_kind)
        || restriction
            && between
                .iter()
                .any(|token| lists.by_law.contains(&token.key))
    {
        return None;
    }
    let after = tokens.get(head + 1..).unwrap_or(&[]);
    let turned = after
        .iter()
        .any(|token| token.kind == Kind::Word && lists.turns.contains(&token.key));
    (!turned).then(|| words.span(start, head + 1))
}
