//! The noun phrase that ends at a word, found by walking left.
//!
//! In: a tagged sentence and the last word of a phrase. Out: where it begins, with what hangs on
//! it and without the adverbials before it ("In May", "In the north").

use super::clause::{Clause, Range};
use super::words::Class;

impl Clause<'_> {
    /// The noun phrase whose last token is `last`, with what hangs on it.
    pub(crate) fn phrase_ending(&self, last: usize) -> Option<Range> {
        if self.class(last) == Class::Pron {
            return Some(last..last + 1);
        }
        if !self.nominal(last) && self.class(last) != Class::Det {
            // "those detained said", "persons affected reported"
            if !(self.class(last) == Class::Ed
                && last > 0
                && (self.nominal(last - 1) || self.class(last - 1) == Class::Det))
            {
                return None;
            }
        }
        let scan = self.scan(last);
        let start = self.first_segment(&scan, last)?;
        let start = self.without_adverbial(start, last)?;
        let end = self.without_time(start, last + 1);
        (start < end).then_some(start..end)
    }

    /// Walks left from `last` over everything that may belong to a noun phrase.
    pub(super) fn scan(&self, last: usize) -> Scan {
        let mut scan = Scan {
            limit: 0,
            commas: Vec::new(),
            object: false,
            joints: Vec::new(),
        };
        let mut at = last + 1;
        while at > 0 {
            let k = at - 1;
            match self.class(k) {
                Class::Noun | Class::Name | Class::Num | Class::Poss | Class::Hyphen => {}
                Class::Pron => {
                    // "them" and "it" end an object; a phrase does not run over them.
                    scan.limit = at;
                    scan.object = true;
                    return scan;
                }
                Class::Det | Class::No => {
                    // A new article after a noun begins a new phrase.
                    let new = k > 0
                        && self.class(k - 1) != Class::Det
                        && matches!(
                            self.class(k - 1),
                            Class::Noun | Class::Name | Class::Num | Class::Close
                        )
                        && !self.is_any(k, &["all", "both", "each", "such", "more", "half"])
                        && !(self.is_any(k - 1, &["all", "half", "both"]));
                    if new {
                        scan.limit = k;
                        // Behind the comma something else begins: "... the north, the mayor said".
                        scan.object =
                            !scan.commas.is_empty() && !self.tag(k - 1).is_some_and(|tag| tag.time);
                        return scan;
                    }
                }
                Class::Prep | Class::To => {
                    let conjoins = self
                        .is_any(k, &["after", "before", "since", "until", "till", "as"])
                        && !self.temporal(k)
                        && !self.is_any(k + 1, &["well", "of"]);
                    let compares = k > 0
                        && (self.is_any(k - 1, &["well", "such"])
                            || self.class(k - 1) == Class::Ed);
                    if conjoins && !compares && k < last {
                        scan.limit = at;
                        return scan;
                    }
                    if self.class(k) == Class::To
                        && self.class(k + 1) == Class::Noun
                        && self.tag(k + 1).is_some_and(|tag| {
                            tag.verb.is_some() || tag.noun.is_none() && tag.before.is_none()
                        })
                        && !scan.commas.is_empty()
                    {
                        // An infinitive is no part of a speaker.
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                }
                Class::And => scan.joints.push(k),
                Class::Comma => scan.commas.push(k),
                Class::Close => {
                    let open = self.opening(k);
                    at = open;
                    continue;
                }
                Class::Quote => {
                    // A name in quotation marks, or the end of a quotation.
                    let open = (k.saturating_sub(8)..k)
                        .rev()
                        .find(|at| self.class(*at) == Class::Quote);
                    match open {
                        Some(open)
                            if (open + 1..k).all(|at| {
                                matches!(
                                    self.class(at),
                                    Class::Name
                                        | Class::Prep
                                        | Class::Det
                                        | Class::And
                                        | Class::Noun
                                        | Class::Hyphen
                                        | Class::Ing
                                )
                            }) && (self.class(open + 1) == Class::Name
                                || k < open + 5 && k < last) =>
                        {
                            at = open;
                            continue;
                        }
                        _ => {
                            scan.limit = at;
                            return scan;
                        }
                    }
                }
                Class::Adv => {}
                Class::Ing => {
                    let before = self.class(k.wrapping_sub(1));
                    let inside = k > 0
                        && (self.nominal(k - 1)
                            || matches!(
                                before,
                                Class::Prep | Class::Det | Class::Hyphen | Class::And
                            ))
                        || (k > 1 && before == Class::Adv && self.nominal(k - 2));
                    let noun = matches!(self.class(k + 1), Class::Noun)
                        && matches!(before, Class::Det | Class::Prep | Class::Noun);
                    if !inside && !noun && k > 0 && before != Class::Stop {
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                    if k == 0 || before == Class::Stop {
                        scan.limit = at;
                        scan.object = true;
                        return scan;
                    }
                }
                Class::Ed if self.adjectival(k) || self.reduced(k) || k == last => {}
                Class::Ed | Class::Finite | Class::Be | Class::Have | Class::Do | Class::Modal => {
                    if let Some(pronoun) = self.relative_before(k) {
                        at = pronoun;
                        continue;
                    }
                    scan.limit = at;
                    // "media reported activists and lawyers said": the clause is the object.
                    scan.object = !self
                        .tag(k)
                        .is_some_and(|tag| tag.verb.is_some() && !tag.object);
                    return scan;
                }
                Class::Rel => {
                    if k > 0 && self.nominal(k - 1) {
                        at = k;
                        continue;
                    }
                    scan.limit = at;
                    return scan;
                }
                Class::Stop
                | Class::Sub
                | Class::That
                | Class::But
                | Class::Open
                | Class::There => {
                    scan.limit = at;
                    return scan;
                }
            }
            at = k;
        }
        scan
    }

    /// Where, among the stretches parted by commas, the phrase begins.
    pub(super) fn first_segment(&self, scan: &Scan, last: usize) -> Option<usize> {
        // Commas are listed from right to left.
        let mut start = scan.commas.first().map_or(scan.limit, |comma| comma + 1);
        if scan.object {
            // An object stands left: only what follows the last joint or comma is new.
            let joint = scan.joints.first().copied();
            return match (scan.commas.first(), joint) {
                (Some(comma), Some(joint)) if joint == comma + 1 => Some(joint + 1),
                (Some(comma), Some(joint)) if joint > *comma => Some(comma + 1),
                (Some(comma), _) => Some(comma + 1),
                (None, Some(joint)) => Some(joint + 1),
                (None, None) => None,
            };
        }
        let mut listed = self.class(start) == Class::And
            || (start..last).any(|at| self.class(at) == Class::And && !scan.commas.is_empty());
        if self.class(start) == Class::And && scan.commas.is_empty() {
            return Some(start + 1);
        }
        let with_joint = self.class(start) == Class::And;
        for (n, comma) in scan.commas.iter().enumerate() {
            if !listed {
                break;
            }
            let from = scan.commas.get(n + 1).map_or(scan.limit, |comma| comma + 1);
            let first = self.class(from);
            let leads = matches!(
                first,
                Class::Prep | Class::Adv | Class::Ing | Class::Ed | Class::To | Class::And
            ) || self.timely(&(from..*comma))
                || *comma == from
                || self.is_any(comma - 1, &["later", "earlier", "ago", "afterwards"]);
            if leads {
                break;
            }
            if !with_joint && (from..*comma).any(|at| self.class(at) == Class::And) {
                break;
            }
            start = from;
            listed = true;
        }
        if self.class(start) == Class::And {
            start += 1;
        }
        Some(start)
    }

    /// The phrase without "in May" at its end.
    pub(super) fn without_time(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        while at > start + 1 {
            at -= 1;
            let tag = self.tag(at);
            if self.class(at) == Class::Prep {
                let clipped = self.is_any(at, &["in", "on", "during", "at", "since"])
                    && self.timely(&(at + 1..end))
                    // "results published in May"
                    && self.class(at - 1) != Class::Ed;
                return if clipped { at } else { end };
            }
            if !tag.is_some_and(|tag| tag.time || matches!(tag.class, Class::Det | Class::Num)) {
                return end;
            }
        }
        end
    }

    /// The phrase without "In May", "According to the press" and the like before it.
    pub(super) fn without_adverbial(&self, start: usize, last: usize) -> Option<usize> {
        let mut at = start;
        for _ in 0..4 {
            while at <= last
                && (self.class(at) == Class::Adv || (self.class(at) == Class::And && at < last))
            {
                at += 1;
            }
            if at > last {
                return None;
            }
            let timely_start = self.is_any(at, &["last", "next", "each", "every", "this"])
                && self.tag(at + 1).is_some_and(|tag| tag.time);
            if self.class(at) != Class::Prep && !timely_start {
                return Some(at);
            }
            // "In <time>": all words of time, as far as they go.
            let from = if timely_start { at } else { at + 1 };
            let mut end = from;
            let mut timely = false;
            while end <= last {
                let Some(tag) = self.tag(end) else { break };
                if tag.time {
                    timely = true;
                } else if !(matches!(tag.class, Class::Hyphen)
                    || matches!(tag.class, Class::Det | Class::Prep | Class::And)
                        && self.tag(end + 1).is_some_and(|next| next.time)
                    || (tag.class == Class::Det
                        && self
                            .tag(end + 1)
                            .is_some_and(|next| next.class == Class::Num)))
                {
                    break;
                }
                end += 1;
            }
            if timely && end > from {
                at = end;
                continue;
            }
            return self.after_place(at, last);
        }
        Some(at)
    }

    /// "In Northern Province residents": where the phrase after the place begins.
    pub(super) fn after_place(&self, prep: usize, last: usize) -> Option<usize> {
        let mut at = prep + 1;
        while at <= last && matches!(self.class(at), Class::Det | Class::Adv | Class::Num) {
            at += 1;
        }
        // "In other cases military officials", "In some areas local leaders"
        if at < last && at > prep + 1 && self.is_any(at, OCCASIONS) {
            return Some(at + 1);
        }
        let mut seen_name = false;
        while at <= last {
            match self.class(at) {
                Class::Name | Class::Num => seen_name = true,
                Class::Det if seen_name || at > prep + 1 && self.class(at - 1) == Class::Noun => {
                    return Some(at);
                }
                Class::Noun if seen_name && self.class(at - 1) == Class::Name => return Some(at),
                Class::Prep | Class::And | Class::Hyphen | Class::Poss => {}
                _ => {}
            }
            at += 1;
        }
        // "After the storm the mayor": nothing tells the two apart but the last noun.
        (self.class(last) == Class::Noun
            && last > prep + 2
            && self.is_person(last)
            && self.class(last - 1) == Class::Noun)
            .then_some(last)
    }
}

/// Nouns of an adverbial before a subject: "In many cases", "In some areas".
const OCCASIONS: &[&str] = &[
    "cases",
    "case",
    "instances",
    "instance",
    "areas",
    "regions",
    "provinces",
    "districts",
    "locations",
    "occasions",
    "occasion",
    "communities",
    "prisons",
    "facilities",
    "incidents",
    "incident",
    "times",
    "places",
    "sectors",
];

/// What a walk to the left passed.
pub(super) struct Scan {
    /// First token that may belong to the phrase.
    pub(super) limit: usize,
    /// Commas passed, from right to left.
    pub(super) commas: Vec<usize>,
    /// "and" and "or" passed, from right to left.
    pub(super) joints: Vec<usize>,
    /// The walk ended at a verb that takes what follows as its object.
    pub(super) object: bool,
}
