//! What kinds of words a sentence brings together, in order: a law and what it forbids, a court and whom it
//! convicts of what, a negation and what it denies.
//!
//! "Sentenced" says little by itself: an officer sentenced for torture is accountability, a reporter sentenced for an insult
//! is a restriction. A frame is the order in which the first words of two or three kinds stand.

use super::masked::Seen;
use crate::lexicon::KeyHasher;
use crate::tokens::key_of;
use evenhand_report::Span;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// The kinds, each with its words. The place in this list is the number of the kind: a new kind goes to the end.
const KINDS: &[(&str, &str)] = &[
    (
        "law",
        "law laws constitution code act legislation decree regulation regulations statute provision provisions \
         amendment amendments bill rules policy",
    ),
    (
        "forbids",
        "prohibits prohibit prohibited prohibiting criminalizes criminalize criminalized forbids forbid forbade bans \
         ban banned outlaws bars barred illegal unlawful punishable penalizes penalties penalty punishes",
    ),
    (
        "restricts",
        "restricts restrict restricted restricting limits limit limited limiting denies deny denied prevents prevented \
         blocked revoked suspended closed dissolved cancelled canceled refused refuse rejected confiscated seized \
         censored obstructed interfered interference dispersed restrictions restriction",
    ),
    (
        "grants",
        "provides provide provided guarantees guarantee guaranteed grants grant granted protects protect protected \
         allows allow allowed permits permit permitted entitles entitled ensures ensure recognizes recognized right rights",
    ),
    (
        "requires",
        "requires require required must stipulates stipulated mandates obliges sets set specifies",
    ),
    (
        "respects",
        "respected respects observed enforced enforces enforce implemented adhered cooperated cooperative freely \
         effectively generally",
    ),
    (
        "calls_to_account",
        "convicted convicts sentenced prosecuted indicted charged charges disciplined dismissed fired demoted \
         fined sanctioned punished conviction convictions prosecution prosecutions indictment arraigned tried trial \
         sentences sentence indictments",
    ),
    (
        "takes",
        "arrested arrests arrest detained detention detains detainees held imprisoned jailed custody incarcerated \
         summoned interrogated questioned deported expelled",
    ),
    (
        "looks_into",
        "investigated investigates investigate investigating investigation investigations inquiry inquiries probe \
         inspected inspections inspection reviewed monitored",
    ),
    (
        "agent",
        "police officer officers soldier soldiers guard guards official officials policeman policemen commander \
         general colonel mayor minister judge judges prosecutor warden gendarmes personnel inspector inspectors \
         bodyguard governor commissioner",
    ),
    (
        "culprit",
        "man men suspect suspects perpetrator perpetrators assailant assailants attacker attackers trafficker \
         traffickers husband father teacher abuser abusers offender offenders rapist employer employers owner \
         smuggler smugglers company companies businessman",
    ),
    (
        "critic",
        "journalist journalists activist activists opposition blogger bloggers protester protesters protestors \
         demonstrators demonstrator critic critics dissident dissidents reporter reporters defender defenders \
         lawyer lawyers editor newspaper unionist unionists student students cleric clerics critical party parties",
    ),
    (
        "harm",
        "torture tortured killing killings killed murder murdered rape raped abuse abuses abused assault assaulted \
         beating beatings beat beaten trafficking violence ill-treatment mistreatment disappearance disappearances \
         disappeared exploitation slavery discrimination harassment corruption bribery bribes bribe embezzlement \
         fraud threats threatened attack attacks attacked kidnapping kidnapped manslaughter homicide death deaths died \
         forced hate domestic labor",
    ),
    (
        "offence_of_words",
        "insulting insult insulted defamation defamatory libel slander extremism extremist terrorism treason \
         incitement inciting blasphemy unauthorized propaganda espionage spreading criticizing sedition hooliganism \
         subversion illegal dissemination disinformation rumors",
    ),
    (
        "freedom",
        "assembly assemblies association associations speech expression press media internet strike strikes union \
         unions demonstration demonstrations protest protests rally rallies march movement religion election elections \
         vote voting candidate candidates bargaining travel publication publications website websites broadcast",
    ),
    (
        "help",
        "shelter shelters hotline services assistance training trained trainings campaign campaigns program programs \
         awareness support supported funding funded compensation counseling education scholarships projects project",
    ),
    (
        "change",
        "adopted amended enacted passed approved established launched introduced created opened signed began \
         inaugurated increased improved reformed released acquitted pardoned ratified reduced lifted reinstated \
         overturned ordered ruled annulled announced decreased declined new",
    ),
    (
        "worse",
        "increased rose worsened continued remained persisted deteriorated grew widespread common frequent frequently \
         often routinely regularly problem problems",
    ),
    (
        "not",
        "no not never without none nor neither cannot few rarely seldom",
    ),
    (
        "lacks",
        "lack lacked lacks lacking failed fail fails failure insufficient inadequate poor weak ineffective unable \
         overcrowded overcrowding delays delayed impunity unequal insufficiently inconsistently limited difficult \
         difficulties",
    ),
    (
        "reports",
        "reports report reported reportedly cases case instances incidents allegations alleged complaints known \
         evidence",
    ),
    (
        "number",
        "percent number total average approximately estimated population minimum maximum age wage",
    ),
    (
        "state",
        "government authorities court courts ministry parliament president state",
    ),
    (
        "course",
        "pending appeal appealed hearing hearings scheduled awaiting trial underway ongoing continuing continued appeals",
    ),
    (
        "duty",
        "responsible responsibility oversees jurisdiction reports consists composed headed appoints appointed \
         elected members",
    ),
    (
        "turn",
        "but however although though while despite nevertheless nonetheless",
    ),
];

/// Most kinds of a sentence that are put together: the first ones.
const MOST: usize = 9;

type Kinds = HashMap<u64, u32, BuildHasherDefault<KeyHasher>>;

static WORDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut words = Kinds::default();
    for (number, (_, list)) in KINDS.iter().enumerate() {
        for word in list.split_whitespace() {
            *words.entry(key_of(word)).or_default() |= 1 << number;
        }
    }
    words
});

/// The kinds of a sentence, numbered from 1, with the first word of each, in order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    kinds: [(u16, Span); MOST],
    count: usize,
}

impl Frame {
    /// The kinds of these words.
    pub(super) fn of(seen: &[Seen]) -> Self {
        let mut frame = Self::default();
        let mut had = 0_u32;
        for word in seen {
            let Some(mask) = WORDS.get(&word.key) else {
                continue;
            };
            let mut new = mask & !had;
            had |= mask;
            while new != 0 && frame.count < MOST {
                let number = u16::try_from(new.trailing_zeros() + 1).unwrap_or(0);
                new &= new - 1;
                frame.kinds[frame.count] = (number, word.span);
                frame.count += 1;
            }
        }
        frame
    }

    /// The kinds, in order.
    pub(super) fn kinds(&self) -> &[(u16, Span)] {
        self.kinds.get(..self.count).unwrap_or(&[])
    }
}
