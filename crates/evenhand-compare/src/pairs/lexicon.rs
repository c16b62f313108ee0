//! The words that tell one kind of change from another: terms that are exchanged without a change
//! of meaning, hedges, shares, how often, sources, words that carry no assertion.
//!
//! In: a word or a run of words, by stem. Out: what it stands for. General English of the genre
//! and public house style; nothing here names a country or a person.

use super::tokens::own_stem;
use crate::words::{Key, KeyMap};
use std::sync::LazyLock;

/// What a word does in a sentence, as far as comparing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Articles, prepositions, pronouns, connecting words: nothing is asserted by them alone.
    Function,
    /// Words that add little to what is asserted ("continued", "case", "respectively").
    Light,
    /// A quantity.
    Number,
    /// A month, a day of a month, a year.
    Date,
    /// A capitalised word inside the sentence.
    Name,
    /// A common noun for a body: what a name is exchanged for ("the bureau", "the Labor Office").
    Body,
    /// How sure it is: reportedly, credible, alleged, may have.
    Hedge,
    /// How many or how much, without a figure: some, many, most.
    Share,
    /// How often: generally, sometimes, routinely.
    Often,
    /// No, not, never, without.
    Negation,
    /// A word that credits: reported, stated, according to.
    Saying,
    /// Within whose doing or by which law it is said to hold: "by law", "on the part of the government".
    Bound,
    /// Anything else: what is asserted.
    Content,
}

/// Forms of one word, and words or phrases that editors exchange without changing what is said:
/// alternatives parted by `|`, one group a line.
const TERMS: &str = "
held|hold|holds|holding
began|begin|begun|start|commence
took|take|taken
gave|give|given
found|find|discover
made|make
led|lead
left|leave
lost|lose
met|meet
paid|pay
rose|rise|risen
fell|fall|fallen
sent|send
spent|spend
won|win
wrote|write|written
went|go|goes|gone
saw|see|seen
sought|seek|aim|attempt|try|tried
brought|bring
bought|buy|purchase
built|build|construct
became|become
came|come
chose|choose|chosen
drew|draw|drawn
fought|fight
forbade|forbid|forbidden|prohibit|ban|bar
grew|grow|grown
kept|keep|maintain|retain
knew|know|known
ran|run
shown|show|showed|demonstrate
sold|sell
spoke|speak|spoken
struck|strike|stricken
taught|teach
thought|think|thinks
withdrew|withdraw|withdrawn
understood|understand
women|woman|female|females
men|man|male|males
children|child|minor|minors|juvenile|juveniles
people|person|persons|individual|individuals
victim|survivor
ombudsman|ombudsperson|ombudswoman
chairman|chairperson|chairwoman|chair
younger than|under the age of|under|below
older than|over the age of|over|above|more than|exceeding
approximately|about|around|roughly|nearly|an estimated|some estimated
may|can|could|might|be able to|are permitted to|were permitted to|is permitted to|was permitted to|are allowed to|were allowed to|was allowed to
cannot|can not|may not|could not|be unable to|were unable to|was unable to|are unable to|is unable to
must|are required to|is required to|were required to|was required to|have to|has to|had to|need to|needs to|needed to|should|shall
allow|permit|let|authorize|authorise
require|mandate|stipulate|oblige
have the right to|has the right to|had the right to|are entitled to|were entitled to|is entitled to|was entitled to
provide for|provide|grant|guarantee|offer
say|said|stated|report|noted|assert|indicate|claim|allege|complain|contend|charge|maintained that|tell|told|inform|announce|describe|observe|highlight|emphasize|stress|disclose|reveal|cite|point out|according to|allegation|allegations|counter|argue|add that
continue|continued to be|remain|persist|stay|was still|were still|is still|are still|still
speech|expression
issue|abuse|violation|infringement
authorities|government|government authorities|government officials|officials
inmate|prisoner|detainee
worker|employee|laborer|labourer|labor|labour
pass|adopt|enact|approve
use|employ|utilize
aid|assistance|help|assist|support
ability|capacity
because of|due to|owing to|as a result of|for fear of|because|since
and|as well as|along with|together with|or
although|though|but|however|while|nevertheless|nonetheless|despite|despite this|despite these|yet|whereas|even though|on the other hand
inadequate|insufficient|not adequate|not sufficient|lacking
adequate|sufficient|enough
approximately|some
obtain|receive|get|acquire
prior|previous|former|before|earlier
end|conclude|complete|finish
carry out|conduct|perform|implement|undertake
harm|injure|hurt
kill|slay
increase|rise|grew
common|prevalent|widespread|pervasive
frequent|often|frequently
e-mail|email
percent|per cent|%
foreigner|foreign national|foreign nationals|noncitizen|non-citizen
country|nation|state-wide|national|nationwide|countrywide|across the country|throughout the country|in the country|within the country
abroad|overseas|outside the country
home|house|residence
school|schools
doctor|physician|medical doctor
lawyer|attorney|legal counsel|counsel|legal representative
jail|prison|penitentiary|detention center|detention facility
accuse|charge
defendant|accused
punish|penalize|sanction
law|legislation|statute|code|legal provision
rule|regulation
criminalize|criminalise
police|police officers|police officer
effective|effectively|adequately
NGO|nongovernmental organization|non-governmental organization|nongovernmental organizations|NGOs
human rights organizations|human rights groups|rights groups
Indigenous|native
COVID-19|coronavirus|COVID
disappearance|enforced disappearance|forced disappearance|enforced disappearances|forced disappearances
press|media|press and other media|press and media
members of the press|press|journalists|reporters
trafficking in persons|human trafficking|trafficking
occupational safety and health|OSH|occupational health and safety|health and safety
such as|including|for example|for instance|e.g|among others|in particular
during the year|in the year|throughout the year|in the reporting period|over the year
regarding|concerning|about|on|relating to|related to|with respect to|with regard to
concern|worry
persecute|harass
hospital|clinic
fee|charge|cost
road|street
citizen|national
also|additionally|in addition|furthermore|moreover|too|as well|further
therefore|thus|consequently|hence|as a result|accordingly|as such
apply|implement|enforce
aged|age|ages|years of age|years old
pregnant|expecting
disabled persons|persons with disabilities
analogous|similar|comparable|other similar|other
commit|perpetrate
monitor|observe|oversee
reach|attain
lack|lacking|absence
ask|request|call for
detain|arrest
hear|heard
deal|address|handle
quickly|promptly|prompt|expeditiously|swiftly
often|in many cases|in many instances
year|years
limit|restrict|restrain|constrain
participate|take part|took part|participation
poor|harsh|substandard
large|big|major
main|principal|primary
begin|initiate|launch|open
rape|sexual assault
marry|marriage|married
gender-based|gender based
ISIS|Da'esh|Daesh|ISIL
LGBT|LGBTI|LGBTQI|LGBTQ|LGBTQIA|lesbian gay bisexual transgender and intersex|lesbian gay bisexual transgender or intersex|lesbian gay bisexual transgender queer and intersex|lesbian gay bisexual transgender queer or intersex
in accordance with|as prescribed in|under|pursuant to|by
private|privately owned|privately-owned
seldom|rarely
is composed of|consists of|consisted of|comprised
part of|member of
area|region|district|zone
town|city|village
need|require
plan|program|programme|project|initiative
strict|stringent
right|rights
punishable by|carries|subject to
";

/// Words by what they do. A word of several rows takes the last.
const KINDS: &[(Kind, &str)] = &[
    (
        Kind::Function,
        "a the of in on at to for from by with and or but nor so if than that which who whom whose \
         this it its he she his her him they them their there here where when be have do will can \
         as into onto upon between among during through throughout within against toward towards \
         about regarding concerning over under after before since until while although though \
         however despite because due both either neither each every one's also then thus therefore \
         too such other another same those these what how up out off down per via plus amid yet \
         even very just only itself themselves himself herself we our you your i not-only rather \
         instead else respectively including include like regardless whether along across around \
         behind beyond near above below inside outside except besides unlike versus additionally \
         furthermore moreover consequently accordingly subsequently nevertheless nonetheless \
         meanwhile hence again still already once any must s etc",
    ),
    (
        Kind::Light,
        "continue remain case cases instance person individual number total type kind year period \
         day time end addition example order part basis regard term process way manner effort \
         matter fact accordance respect result purpose specific specifically various overall \
         particular particularly especially annual annually current currently present existing \
         available related concerned applicable appropriate relevant certain situation \
         condition conditions issue provision provide set own so-called new latest recent \
         conviction convicted identified make take give hold find show become seek use work \
         country national local body member official institution \
         system section enforced analogous similar following follow previous another reporting \
         operate carry conduct perform undertake implement known based located place \
         commonly widely fully directly further different individual",
    ),
    (
        Kind::Hedge,
        "reportedly allegedly alleged apparently apparent credible credibly unconfirmed confirmed \
         possible possibly probable probably suspected suspect supposed supposedly purported \
         purportedly presumed anecdotal unsubstantiated substantiated likely unlikely appeared \
         appear seem seemed perceived believed considered unverified rumored evidently ostensibly \
         arguably maybe perhaps potentially potential allegation allegations",
    ),
    (
        Kind::Share,
        "some many most several few all numerous multiple almost nearly approximately \
         estimated majority minority dozens hundreds thousands half mostly mainly largely \
         primarily predominantly entirely completely partially partly limited significant \
         considerable substantial isolated scattered much little more fewer less least \
         extensive least up",
    ),
    (
        Kind::Often,
        "generally usually often frequently sometimes occasionally rarely seldom routinely \
         regularly always consistently increasingly typically normally commonly periodically \
         sporadically continually constantly frequent infrequent infrequently inconsistently \
         systematically repeatedly hardly",
    ),
    (
        Kind::Negation,
        "no not never without none nobody nothing neither nor cannot lack failed fail unable refuse \
         absent unless ineffective ineffectively insufficient inadequate",
    ),
    (
        Kind::Saying,
        "say said stated report noted assert indicate claim allege complain contend describe \
         announce estimate acknowledge admit deny believe criticize express accuse according \
         argue cite observe document confirm conclude",
    ),
    (
        Kind::Body,
        "bureau office ministry agency council commission department police government authority \
         authorities committee court tribunal union party organization organisation service \
         directorate inspectorate secretariat parliament legislature assembly prosecutor minister \
         president king forces force army military gendarmerie institute association federation \
         foundation center centre fund board company ngo group",
    ),
    (
        Kind::Date,
        "january february march april june july august september october november december \
         monday tuesday wednesday thursday friday saturday sunday",
    ),
];

/// Phrases that are taken for one thing, wherever they are added or dropped.
const PHRASES: &[(Kind, &str)] = &[
    (
        Kind::Function,
        "during the year|at year's end|at the end of the year|by year's end|as of year's end|in the country|see also|for example|in addition|as well|in order|of age|years of age|throughout the year|in this regard|such as|the practice of|on the basis of|with respect to|the fact that|in fact|if convicted|upon conviction|conviction of|conviction for|convicted of|similar to the following examples|or both|to year's end|known|as follows|on its own|their own",
    ),
    (
        Kind::Often,
        "at times|in some cases|in some instances|in many cases|in many instances|from time to time|on occasion|in most cases|in certain cases|in several cases|in some areas",
    ),
    (
        Kind::Bound,
        "by law|under the law|in practice|in general|on the part of government authorities|on the part of the government|by the government|by government authorities|by or on behalf of the government|in principle|in theory|at least in part|with few exceptions|to some extent|for the most part",
    ),
    (
        Kind::Share,
        "at least|at most|up to|a number of|a majority of|the majority of|a few|a variety of|a large number of|a small number of|dozens of|hundreds of|thousands of",
    ),
    (Kind::Hedge, "may have|might have|may be|it was unclear"),
];

/// Number words and their values.
pub(super) const NUMBER_WORDS: &[(&str, u32)] = &[
    ("zero", 0),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("one", 1),
    ("one-third", 33),
    ("one-half", 50),
    ("two-thirds", 66),
    ("three-quarters", 75),
    ("hundred", 100),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// The lists above, by stem.
pub(super) struct Lexicon {
    /// Single words: the key of their group.
    pub(super) terms: KeyMap<u64>,
    /// Runs of words by their first stem: the run, and the key or kind they stand for, longest first.
    pub(super) runs: KeyMap<Vec<(Vec<u64>, Run)>>,
    kinds: KeyMap<Kind>,
    numbers: KeyMap<u32>,
}

/// What a run of words stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// A group of terms.
    Term(u64),
    /// A phrase of this kind, under its own key.
    Phrase(u64, Kind),
}

/// The lexicon, made once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Self {
        let mut lower = String::new();
        let mut stems = |text: &str| -> Vec<u64> {
            text.split_whitespace()
                .map(|word| own_stem(word, &mut lower))
                .collect()
        };
        let mut terms = KeyMap::default();
        let mut runs: KeyMap<Vec<(Vec<u64>, Run)>> = KeyMap::default();
        for line in TERMS.lines().filter(|line| !line.is_empty()) {
            let group = key_of(line);
            for alternative in line.split('|') {
                match stems(alternative).as_slice() {
                    [] => {}
                    // A word of two groups keeps the first: groups never run into each other.
                    [one] => {
                        terms.entry(*one).or_insert(group);
                    }
                    many @ [first, ..] => runs
                        .entry(*first)
                        .or_default()
                        .push((many.to_vec(), Run::Term(group))),
                }
            }
        }
        for (kind, line) in PHRASES {
            for phrase in line.split('|') {
                let many = stems(phrase);
                if let (Some(first), true) = (many.first().copied(), many.len() > 1) {
                    let run = Run::Phrase(key_of(phrase), *kind);
                    runs.entry(first).or_default().push((many, run));
                }
            }
        }
        #[expect(
            clippy::iter_over_hash_type,
            reason = "each list is sorted by itself; their order does not matter"
        )]
        for list in runs.values_mut() {
            list.sort_by_key(|(run, _)| std::cmp::Reverse(run.len()));
        }
        let mut kinds = KeyMap::default();
        for (kind, words) in KINDS {
            for one in stems(words) {
                kinds.insert(one, *kind);
            }
        }
        let mut numbers = KeyMap::default();
        for (word, value) in NUMBER_WORDS {
            for one in stems(word) {
                numbers.insert(one, *value);
            }
        }
        Self {
            terms,
            runs,
            kinds,
            numbers,
        }
    }

    /// What the word with this stem does, where a list says so.
    pub(super) fn kind(&self, stem: u64) -> Option<Kind> {
        self.kinds.get(&stem).copied()
    }

    /// The value of a number word.
    pub(super) fn number(&self, stem: u64) -> Option<u32> {
        self.numbers.get(&stem).copied()
    }
}

fn key_of(text: &str) -> u64 {
    let mut key = Key::new();
    key.byte(b'|');
    text.bytes().for_each(|byte| key.byte(byte));
    key.done()
}
