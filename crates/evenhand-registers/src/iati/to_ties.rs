//! Activities as ties: every transaction between two parties, and every funder with who carries it out.

use super::{Activity, IatiFile, Movement, PartyRole};
use crate::ties::TieNote;
use crate::{Flag, Level, Party, Relation, Status, Tie, TiesFile};

impl IatiFile {
    /// The ties of the activities, with what is odd about them.
    #[must_use]
    pub fn ties_file(&self) -> TiesFile {
        let mut file = TiesFile::default();
        for activity in &self.activities {
            for flag in &activity.flags {
                file.notes.push(TieNote {
                    flag: *flag,
                    message: message(activity, *flag),
                    place: activity.place.clone(),
                });
            }
            activity.roles(&mut file.ties);
            for movement in &activity.movements {
                activity.moved(movement, &mut file.ties);
            }
        }
        file
    }
}

fn message(activity: &Activity, flag: Flag) -> String {
    match flag {
        Flag::DuplicateId => format!(
            "the identifier {} stands a second time; this activity is shown, its money is not added up",
            activity.identifier
        ),
        Flag::SecondaryPublisher => format!(
            "{} reports {} as a secondary publisher; its money may be reported by another too and is not added up",
            activity.reporter.name, activity.identifier
        ),
    }
}

impl Activity {
    fn who(&self, role: PartyRole) -> impl Iterator<Item = &Party> {
        self.participants
            .iter()
            .filter(move |participant| participant.role == role)
            .map(|participant| &participant.party)
    }

    fn tie(&self, from: &Party, relation: Relation, to: &Party) -> Option<Tie> {
        (from != to).then(|| Tie {
            id: self.identifier.clone(),
            from: from.clone(),
            relation,
            to: to.clone(),
            money: None,
            status: Status::Stated,
            start: self.start,
            end: self.end,
            purpose: self.title.clone(),
            citation: format!(
                "IATI activity {}, reported by {}",
                self.identifier, self.reporter.name
            ),
            level: Level::Activity,
            hierarchy: Some(self.hierarchy),
            flags: self.flags.clone(),
            place: self.place.clone(),
        })
    }

    /// Who funds whom and who answers for whose work, without amounts.
    fn roles(&self, ties: &mut Vec<Tie>) {
        let extending: Vec<&Party> = self.who(PartyRole::Extending).collect();
        for funder in self.who(PartyRole::Funding) {
            for through in &extending {
                ties.extend(self.tie(funder, Relation::Funds, through));
            }
            if extending.is_empty() {
                for doer in self.who(PartyRole::Implementing) {
                    ties.extend(self.tie(funder, Relation::Funds, doer));
                }
            }
        }
        for doer in self.who(PartyRole::Implementing) {
            for through in &extending {
                ties.extend(self.tie(through, Relation::Funds, doer));
            }
            for accountable in self.who(PartyRole::Accountable) {
                ties.extend(self.tie(accountable, Relation::Commissions, doer));
            }
        }
    }

    /// Money between two parties. Where a transaction does not say who gives, it is the reporter
    /// for money going out; who receives, the one who carries the activity out, if it is only one.
    fn moved(&self, movement: &Movement, ties: &mut Vec<Tie>) {
        let Some(status) = movement.status else {
            return;
        };
        let only = |role| -> Option<&Party> {
            let mut all = self.who(role);
            all.next().filter(|_| all.next().is_none())
        };
        let incoming = matches!(movement.kind.as_str(), "1" | "11" | "13");
        let from = match &movement.provider {
            Some(provider) => Some(provider),
            None if incoming || self.flags.contains(&Flag::SecondaryPublisher) => {
                only(PartyRole::Funding)
            }
            None => Some(&self.reporter),
        };
        let to = match &movement.receiver {
            Some(receiver) => Some(receiver),
            None if incoming => Some(&self.reporter),
            None => only(PartyRole::Implementing),
        };
        let (Some(from), Some(to)) = (from, to) else {
            return;
        };
        let Some(tie) = self.tie(from, Relation::Funds, to) else {
            return;
        };
        ties.push(Tie {
            money: Some(movement.money.clone()),
            status,
            start: movement.start,
            end: movement.end,
            purpose: if movement.description.is_empty() {
                tie.purpose.clone()
            } else {
                movement.description.clone()
            },
            level: match movement.kind.as_str() {
                "budget" => Level::Budget,
                "planned-disbursement" => Level::PlannedDisbursement,
                _ => Level::Transaction,
            },
            place: movement.place.clone(),
            ..tie
        });
    }
}
