//! Ties as a web: parties joined by name or identifier, and the ways from one to another.
//!
//! In: ties. Out: for two parties the shortest way of ties between them, each step with all its
//! ties, so that every step can be cited. The web does not judge what a way means.

use crate::naming::Known;
use crate::{Naming, Party, Relation, Tie};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A party of the web, whatever its spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(usize);

/// A step from one party to another: all ties of one relation between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// Where the step begins; not always the giver.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// The ties it rests on, in the order given; at least one.
    pub ties: Vec<&'a Tie>,
}

impl Step<'_> {
    /// Whether the step goes from who gives, employs, owns to who receives.
    #[must_use]
    pub fn forwards(&self, web: &Web<'_>) -> bool {
        self.ties
            .first()
            .is_some_and(|tie| web.node(&tie.from) == Some(self.from))
    }
}

/// The web.
#[derive(Debug, Default)]
pub struct Web<'a> {
    names: Vec<Vec<String>>,
    by_key: BTreeMap<String, usize>,
    by_id: BTreeMap<String, usize>,
    known: Known,
    /// `(giver, receiver, relation)` to the ties.
    edges: BTreeMap<(usize, usize, Relation), Vec<&'a Tie>>,
    /// Parties tied to a party, in order.
    beside: BTreeMap<usize, BTreeSet<usize>>,
}

/// Longest way that is followed, in ties.
const LONGEST: usize = 6;

impl<'a> Web<'a> {
    /// The web of these ties.
    #[must_use]
    pub fn new(ties: &'a [Tie]) -> Self {
        let mut web = Self::default();
        for tie in ties {
            for party in [&tie.from, &tie.to] {
                web.enter(party);
            }
        }
        web.join();
        for tie in ties {
            let (Some(Node(from)), Some(Node(to))) = (web.node(&tie.from), web.node(&tie.to))
            else {
                continue;
            };
            if from == to {
                continue;
            }
            web.edges
                .entry((from, to, tie.relation))
                .or_default()
                .push(tie);
            web.beside.entry(from).or_default().insert(to);
            web.beside.entry(to).or_default().insert(from);
        }
        web
    }

    /// Notes a party under its identifier and the key of its name.
    fn enter(&mut self, party: &Party) {
        let key = Naming::Body.key(&party.name);
        let known = party
            .id
            .as_ref()
            .and_then(|id| self.by_id.get(id))
            .or_else(|| self.by_key.get(&key))
            .copied();
        let at = known.unwrap_or_else(|| {
            self.names.push(Vec::new());
            self.names.len() - 1
        });
        let names = &mut self.names[at];
        if !names.contains(&party.name) {
            names.push(party.name.clone());
        }
        self.by_key.entry(key).or_insert(at);
        if let Some(id) = &party.id {
            self.by_id.entry(id.clone()).or_insert(at);
        }
    }

    /// Joins parties whose names are the same in other spellings: the later into the first.
    fn join(&mut self) {
        self.known = Known::new(self.names.iter().map(|names| names[0].as_str()));
        for at in 0..self.names.len() {
            let Some(first) = self
                .alike(&self.names[at][0].clone())
                .filter(|first| *first < at)
            else {
                continue;
            };
            let names = std::mem::take(&mut self.names[at]);
            self.names[first].extend(names);
            for place in self.by_key.values_mut().chain(self.by_id.values_mut()) {
                if *place == at {
                    *place = first;
                }
            }
        }
    }

    /// The party whose name is the same in another spelling, the first of them.
    fn alike(&self, name: &str) -> Option<usize> {
        self.known
            .alike(name)
            .into_iter()
            .filter(|at| self.names.get(*at).is_some_and(|names| !names.is_empty()))
            .min()
    }

    /// The party of a tie's end.
    #[must_use]
    pub fn node(&self, party: &Party) -> Option<Node> {
        self.by_key
            .get(&Naming::Body.key(&party.name))
            .or_else(|| party.id.as_ref().and_then(|id| self.by_id.get(id)))
            .map(|at| Node(*at))
    }

    /// The party that bears this name, in any spelling.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Node> {
        self.by_key
            .get(&Naming::Body.key(name))
            .copied()
            .or_else(|| self.alike(name))
            .map(Node)
    }

    /// The name of a party, as it first stands in the ties.
    #[must_use]
    pub fn name(&self, node: Node) -> &str {
        self.names
            .get(node.0)
            .and_then(|names| names.first())
            .map_or("", String::as_str)
    }

    /// Every party.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        (0..self.names.len())
            .filter(|at| !self.names[*at].is_empty())
            .map(Node)
    }

    /// The steps between two parties, whichever gives.
    #[must_use]
    pub fn steps(&self, from: Node, to: Node) -> Vec<Step<'a>> {
        let along = |one: usize, other: usize| {
            Relation::ALL.iter().filter_map(move |relation| {
                self.edges.get(&(one, other, *relation)).map(|ties| Step {
                    from,
                    to,
                    ties: ties.clone(),
                })
            })
        };
        along(from.0, to.0).chain(along(to.0, from.0)).collect()
    }

    /// The parties tied to a party.
    pub fn beside(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        self.beside
            .get(&node.0)
            .into_iter()
            .flatten()
            .map(|at| Node(*at))
    }

    /// Whether a step keeps to one side: what is part of another, or owned by it.
    fn keeps_side(step: &Step<'_>) -> bool {
        step.ties
            .first()
            .is_some_and(|tie| matches!(tie.relation, Relation::HasPart | Relation::Owns))
    }

    /// The side of some parties: themselves, the wholes they are part of, and the parts of those.
    #[must_use]
    pub fn side(&self, of: &[Node]) -> BTreeSet<Node> {
        let mut side: BTreeSet<Node> = of.iter().copied().collect();
        let mut open: Vec<Node> = of.to_vec();
        while let Some(node) = open.pop() {
            for next in self.beside(node) {
                if self.steps(node, next).iter().any(Self::keeps_side) && side.insert(next) {
                    open.push(next);
                }
            }
        }
        side
    }

    /// The shortest way from any of `from` to `to` on which somebody gives: first, where `from` is
    /// part of something, up and down inside that side; then along what is given, owned, employed.
    /// None where there is no such way.
    #[must_use]
    pub fn way(&self, from: &[Node], to: Node) -> Option<Vec<Step<'a>>> {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        enum Leg {
            Side,
            Given,
        }
        let mut seen: BTreeMap<(Node, Leg), Option<(Node, Leg)>> = BTreeMap::new();
        let mut open: VecDeque<((Node, Leg), usize)> = VecDeque::new();
        for node in from {
            seen.insert((*node, Leg::Side), None);
            open.push_back(((*node, Leg::Side), 0));
        }
        let mut reached = None;
        while let Some((at, length)) = open.pop_front() {
            if at.0 == to && at.1 == Leg::Given {
                reached = Some(at);
                break;
            }
            if length == LONGEST {
                continue;
            }
            for next in self.beside(at.0) {
                let mut steps = self.steps(at.0, next);
                // What is part of something is told before what it is given.
                steps.sort_by_key(|step| !Self::keeps_side(step));
                for step in steps {
                    let leg = if at.1 == Leg::Side && Self::keeps_side(&step) {
                        Leg::Side
                    } else if step.forwards(self) {
                        Leg::Given
                    } else {
                        continue;
                    };
                    if let std::collections::btree_map::Entry::Vacant(free) =
                        seen.entry((next, leg))
                    {
                        free.insert(Some(at));
                        open.push_back(((next, leg), length + 1));
                    }
                }
            }
        }
        let mut at = reached?;
        let mut way = Vec::new();
        while let Some(Some(before)) = seen.get(&at) {
            let fits = |step: &Step<'_>| match (before.1, at.1) {
                (Leg::Side, Leg::Side) => Self::keeps_side(step),
                (Leg::Side, Leg::Given) => !Self::keeps_side(step) && step.forwards(self),
                (Leg::Given, _) => step.forwards(self),
            };
            way.push(self.steps(before.0, at.0).into_iter().find(fits)?);
            at = *before;
        }
        way.reverse();
        Some(way)
    }

    /// Parties that give to both, directly: two sources with one origin.
    #[must_use]
    pub fn origins(&self, one: Node, other: Node) -> Vec<(Node, Vec<Step<'a>>, Vec<Step<'a>>)> {
        let given = |to: Node, by: Node| -> Vec<Step<'a>> {
            self.steps(by, to)
                .into_iter()
                .filter(|step| step.forwards(self))
                .collect()
        };
        self.beside(one)
            .filter(|origin| *origin != other)
            .filter_map(|origin| {
                let first = given(one, origin);
                let second = given(other, origin);
                (!first.is_empty() && !second.is_empty()).then_some((origin, first, second))
            })
            .collect()
    }
}
