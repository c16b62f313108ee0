//! Who is tied to whom, for every body a report relies on: to the publisher's side, to the government
//! reported on, to others the report quotes or names; and ways on which money or posts lead in a circle.

use super::tie_rows::{
    BodyTies, Given, Link, SharedOrigin, Side, StepRow, TieRow, TiesReport, When,
};
use super::{Held, Quoted};
use crate::Opened;
use crate::dossier::{Count, speakers::BodyRow};
use evenhand_registers::web::{Node, Step, Web};
use evenhand_registers::{Relation, Status, Sum, Tie, TiesFile, sums};
use evenhand_report::country::Countries;
use evenhand_report::{Date, NameKind, SourceKind};
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences are quoted for each body.
const QUOTES: usize = 3;

/// Everything at hand while ties are held against a report.
struct Case<'a> {
    web: Web<'a>,
    opened: &'a Opened,
    publisher: BTreeSet<Node>,
    government: BTreeSet<Node>,
    sources: BTreeMap<Node, usize>,
    named: BTreeSet<Node>,
}

/// Holds ties against the bodies a report relies on.
#[must_use]
pub fn ties(opened: &Opened, file: &TiesFile, given: &Given) -> TiesReport {
    let speakers = crate::audit(opened, &[]).speakers;
    let web = Web::new(&file.ties);
    let publishers: Vec<Node> = opened
        .report
        .identity
        .publisher
        .iter()
        .chain(&given.publisher)
        .filter_map(|name| web.find(name))
        .collect();
    let government = government(opened, &web, &speakers.bodies, given);
    let mut sources: BTreeMap<Node, usize> = BTreeMap::new();
    for (at, body) in speakers.bodies.iter().enumerate() {
        if let Some(node) = node_of(opened, &web, body) {
            sources.entry(node).or_insert(at);
        }
    }
    let case = Case {
        publisher: web.side(&publishers),
        government,
        named: named(opened, &web),
        sources,
        opened,
        web,
    };
    let mut order: Vec<(usize, Node)> =
        case.sources.iter().map(|(node, at)| (*at, *node)).collect();
    order.sort_unstable();
    let bodies: Vec<BodyTies> = order
        .iter()
        .filter_map(|(at, node)| case.body(speakers.bodies.get(*at)?, *node, &publishers))
        .collect();
    let names = |side: &BTreeSet<Node>| -> Vec<String> {
        side.iter()
            .map(|node| case.web.name(*node).to_owned())
            .collect()
    };
    TiesReport {
        report: Held::new(opened),
        publisher_side: names(&case.publisher),
        government_side: names(&case.government),
        sources: speakers.bodies.len(),
        tied: bodies.len(),
        percent: crate::dossier::percent(bodies.len(), speakers.bodies.len()),
        shared_origins: case.shared_origins(&speakers.bodies, &order),
        bodies,
        ties: file.ties.len(),
        notes: file.notes.clone(),
    }
}

/// The party a source is: by its name, by the words of its mentions, by a name inside them ("a poll by the
/// Institute …", "the operator, Sarve Coal").
fn node_of(opened: &Opened, web: &Web<'_>, body: &BodyRow) -> Option<Node> {
    let report = &opened.report;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut inside: BTreeSet<&str> = BTreeSet::new();
    for place in &body.count.at {
        let (Some(sentence), Some(reading)) = (
            report.sentences.get(place.sentence.0 as usize),
            opened.readings.get(place.sentence.0 as usize),
        ) else {
            continue;
        };
        let text = report.sentence_text(sentence);
        let source = reading
            .attributions
            .get(place.attribution)
            .and_then(|credit| credit.source);
        if let Some(source) = source {
            names.insert(source.of(text));
            for name in reading
                .names
                .iter()
                .filter(|name| name.kind != NameKind::Place && source.contains(name.span))
            {
                inside.insert(name.span.of(text));
                inside.extend(name.full.as_deref());
            }
        }
    }
    std::iter::once(body.name.as_str())
        .chain(names)
        .chain(inside)
        .find_map(|name| web.find(name))
}

/// The government reported on: sources of that kind, and parties whose names say so.
fn government(opened: &Opened, web: &Web<'_>, bodies: &[BodyRow], given: &Given) -> BTreeSet<Node> {
    let country = opened
        .report
        .identity
        .country
        .and_then(|code| Countries::register().get(code));
    let mut nodes: Vec<Node> = bodies
        .iter()
        .filter(|body| body.kind == SourceKind::State)
        .map(|body| body.name.as_str())
        .chain(given.government.iter().map(String::as_str))
        .filter_map(|name| web.find(name))
        .collect();
    if let Some(country) = country {
        let own: Vec<String> = std::iter::once(&country.name)
            .chain(&country.names)
            .chain(&country.adjectives)
            .map(|name| evenhand_report::country::key(name))
            .collect();
        for node in web.nodes() {
            let name = evenhand_report::country::key(web.name(node));
            let of_state = name.split(' ').any(|word| {
                matches!(
                    word,
                    "government"
                        | "ministry"
                        | "president"
                        | "presidential"
                        | "parliament"
                        | "prosecutor"
                )
            });
            let of_country = own
                .iter()
                .any(|own| format!(" {name} ").contains(&format!(" {own} ")));
            if of_state && of_country {
                nodes.push(node);
            }
        }
    }
    web.side(&nodes)
}

/// Parties the report names as persons or bodies.
fn named(opened: &Opened, web: &Web<'_>) -> BTreeSet<Node> {
    let report = &opened.report;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for (at, sentence) in report.statements() {
        let text = report.sentence_text(sentence);
        let Some(reading) = opened.readings.get(at.0 as usize) else {
            continue;
        };
        for name in reading
            .names
            .iter()
            .filter(|name| name.kind != NameKind::Place)
        {
            names.insert(name.span.of(text));
            names.extend(name.full.as_deref());
        }
    }
    names.iter().filter_map(|name| web.find(name)).collect()
}

impl Case<'_> {
    fn side(&self, node: Node) -> Side {
        if self.publisher.contains(&node) {
            Side::Publisher
        } else if self.government.contains(&node) {
            Side::Government
        } else if self.sources.contains_key(&node) {
            Side::Source
        } else if self.named.contains(&node) {
            Side::Named
        } else {
            Side::Unnamed
        }
    }

    fn body(&self, body: &BodyRow, node: Node, publishers: &[Node]) -> Option<BodyTies> {
        let mut links: Vec<Link> = Vec::new();
        for other in self.web.beside(node) {
            for step in self.web.steps(node, other) {
                links.push(Link {
                    side: self.side(other),
                    other: self.web.name(other).to_owned(),
                    step: self.step(&step),
                });
            }
        }
        if links.is_empty() {
            return None;
        }
        links.sort_by_key(|link| link.side);
        let way = |side: &BTreeSet<Node>, from: &[Node]| -> Vec<StepRow> {
            if side.contains(&node) {
                return Vec::new();
            }
            let way = self.web.way(from, node).unwrap_or_default();
            way.iter().map(|step| self.step(step)).collect()
        };
        let circle = way(&self.publisher, publishers);
        let government: Vec<Node> = self.government.iter().copied().collect();
        let from_government = way(&self.government, &government);
        let Count {
            count,
            of,
            percent,
            at,
        } = &body.count;
        Some(BodyTies {
            circle_words: way_words(&circle, &body.name, *count, *of),
            from_government_words: way_words(&from_government, &body.name, *count, *of),
            name: body.name.clone(),
            name_in_ties: self.web.name(node).to_owned(),
            kind: body.kind,
            attributions: *count,
            of: *of,
            percent: *percent,
            quotes: at
                .iter()
                .take(QUOTES)
                .filter_map(|place| {
                    let reading = self.opened.readings.get(place.sentence.0 as usize)?;
                    let credit = reading.attributions.get(place.attribution)?;
                    let spans = credit.source.into_iter().chain([credit.cue]).collect();
                    Quoted::new(self.opened, place.sentence, spans)
                })
                .collect(),
            links,
            circle,
            from_government,
        })
    }

    fn step(&self, step: &Step<'_>) -> StepRow {
        let (giver, receiver) = if step.forwards(&self.web) {
            (step.from, step.to)
        } else {
            (step.to, step.from)
        };
        let (giver, receiver) = (self.web.name(giver), self.web.name(receiver));
        let relation = step
            .ties
            .first()
            .map_or(Relation::Related, |tie| tie.relation);
        let sums = sums(&step.ties);
        let ties: Vec<TieRow> = step.ties.iter().map(|tie| self.tie(tie)).collect();
        StepRow {
            words: words(giver, relation, receiver, &sums, &ties),
            giver: giver.to_owned(),
            relation,
            receiver: receiver.to_owned(),
            ties,
            sums,
        }
    }

    fn tie(&self, tie: &Tie) -> TieRow {
        TieRow {
            id: tie.id.clone(),
            amount: tie.money.as_ref().map(|money| money.amount),
            currency: tie.money.as_ref().map(|money| money.currency.clone()),
            status: tie.status,
            start: tie.start,
            end: tie.end,
            when: when(self.opened.report.identity.year, tie),
            purpose: tie.purpose.clone(),
            citation: tie.citation.clone(),
            flags: tie.flags.clone(),
            file: tie.place.file.clone(),
            line: tie.place.line,
        }
    }

    /// Origins that give to two or more sources of the report.
    fn shared_origins(&self, bodies: &[BodyRow], order: &[(usize, Node)]) -> Vec<SharedOrigin> {
        let mut by_origin: BTreeMap<Node, BTreeSet<(usize, Node)>> = BTreeMap::new();
        for (at, one) in order.iter().enumerate() {
            for other in order.iter().skip(at + 1) {
                for (origin, ..) in self.web.origins(one.1, other.1) {
                    by_origin.entry(origin).or_default().extend([*one, *other]);
                }
            }
        }
        by_origin
            .into_iter()
            .map(|(origin, receivers)| {
                let mut steps = Vec::new();
                let mut sources = Vec::new();
                for (at, receiver) in receivers {
                    sources.extend(bodies.get(at).map(|body| body.name.clone()));
                    let given = self.web.steps(origin, receiver);
                    steps.extend(
                        given
                            .iter()
                            .filter(|step| step.forwards(&self.web))
                            .map(|step| self.step(step)),
                    );
                }
                let origin_name = self.web.name(origin).to_owned();
                let told: Vec<&str> = steps
                    .iter()
                    .map(|step: &StepRow| step.words.as_str())
                    .collect();
                SharedOrigin {
                    words: told.join("; "),
                    side: self.side(origin),
                    origin: origin_name,
                    sources,
                    steps,
                }
            })
            .collect()
    }
}

/// How a tie's period stands to the year reported on.
fn when(year: Option<u16>, tie: &Tie) -> When {
    let Some(year) = year.and_then(|year| Date::new(year, None, None)) else {
        return When::Unknown;
    };
    match (tie.start, tie.end) {
        (None, None) => When::Unknown,
        (_, Some(end)) if end.surely_before(year) => When::Before,
        (Some(start), _) if year.surely_before(start) => When::After,
        // A single date without an end: a payment or an award, unless it is a lasting tie.
        (Some(start), None) if start.surely_before(year) && moment(tie) => When::Before,
        _ => When::During,
    }
}

/// Whether a tie is a moment rather than a state that lasts until it is said to end.
fn moment(tie: &Tie) -> bool {
    tie.money.is_some() || matches!(tie.relation, Relation::Awards | Relation::Founded)
}

/// A step in plain words, the same for everybody.
fn words(giver: &str, relation: Relation, receiver: &str, sums: &[Sum], ties: &[TieRow]) -> String {
    let verb = match relation {
        Relation::Funds
            if sums.iter().all(|sum| sum.status == Status::Planned) && !sums.is_empty() =>
        {
            "plans to fund"
        }
        Relation::Funds => "funds",
        Relation::Awards => "gives an award to",
        Relation::Employs => "employs",
        Relation::BoardMember => "has on its board",
        Relation::Founded => "founded",
        Relation::Owns => "owns",
        Relation::HasPart => "has as a part",
        Relation::Commissions => "answers for work carried out by",
        Relation::Related => "is related to",
    };
    let mut notes: Vec<String> = sums.iter().map(ToString::to_string).collect();
    let starts = ties
        .iter()
        .filter_map(|tie| tie.start)
        .min_by(|a, b| a.in_order(*b));
    let ends = ties
        .iter()
        .filter_map(|tie| tie.end)
        .max_by(|a, b| a.in_order(*b));
    match (starts, ends) {
        (Some(start), Some(end)) => notes.push(format!("{start} to {end}")),
        (Some(start), None) => notes.push(format!("from {start}")),
        (None, Some(end)) => notes.push(format!("until {end}")),
        (None, None) => {}
    }
    if !ties.is_empty() && ties.iter().all(|tie| tie.when == When::Before) {
        notes.push("before the year reported on".to_owned());
    }
    if !ties.is_empty() && ties.iter().all(|tie| tie.when == When::After) {
        notes.push("after the year reported on".to_owned());
    }
    let mut cited: Vec<&str> = ties.iter().map(|tie| tie.id.as_str()).collect();
    cited.dedup();
    notes.push(cited.join(", "));
    format!("{giver} {verb} {receiver} ({})", notes.join("; "))
}

fn way_words(circle: &[StepRow], name: &str, count: usize, of: usize) -> String {
    if circle.is_empty() {
        return String::new();
    }
    let told: Vec<&str> = circle.iter().map(|step| step.words.as_str()).collect();
    let times = if count == 1 {
        "once".to_owned()
    } else {
        format!("{count} times")
    };
    format!(
        "{}; the report credits {name} {times} among {of} attributions to named sources",
        told.join("; ")
    )
}
