//! The part each word may play in a clause: the lexicon of the attribution rules.
//!
//! In: a token. Out: a [`Tag`]. One look-up a token; the letters are touched only for endings
//! ("-ed", "-ing", "-ly") of words that no list holds.

use super::heads::{MODIFIERS, NOUNS};
use super::verbs::{self, VERBS};
use crate::lexicon::Lexicon;
use crate::tokens::{Case, Kind, Token, Words, key_of};
use evenhand_report::SourceKind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The part a word plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// "the", "several", "its".
    Det,
    /// "no", "neither".
    No,
    /// Digits and number words.
    Num,
    /// A common noun or adjective, or a word not known.
    Noun,
    /// A word with a capital inside the sentence.
    Name,
    /// "'s".
    Poss,
    /// "he", "they", "it".
    Pron,
    /// "of", "in".
    Prep,
    /// "to".
    To,
    /// "and", "or".
    And,
    /// "but", "nor", "yet".
    But,
    /// ",".
    Comma,
    /// "(" or "[".
    Open,
    /// ")" or "]".
    Close,
    /// A quotation mark.
    Quote,
    /// ";", ":", "." and dashes.
    Stop,
    /// "-" or "/" inside a word.
    Hyphen,
    /// "although", "because", "if".
    Sub,
    /// "that".
    That,
    /// "who", "which".
    Rel,
    /// Forms of "be".
    Be,
    /// Forms of "have".
    Have,
    /// Forms of "do".
    Do,
    /// "may", "would".
    Modal,
    /// "also", "-ly".
    Adv,
    /// A finite verb that is no "-ed" form: "took", "provides".
    Finite,
    /// A word in "-ed", or a participle: "arrested", "taken".
    Ed,
    /// A word in "-ing".
    Ing,
    /// "there".
    There,
}

/// The form in which a verb of the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "report".
    Base,
    /// "reports".
    Third,
    /// "said", "reported".
    Past,
    /// "seen", where it differs from the past.
    Participle,
    /// "reporting".
    Ing,
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    /// The part it plays.
    pub(crate) class: Class,
    /// Row of `VERBS` and form.
    pub(crate) verb: Option<(u16, Form)>,
    /// Row of `NOUNS`.
    pub(crate) noun: Option<u16>,
    /// Kind told by the word before a noun.
    pub(crate) before: Option<SourceKind>,
    /// A word some rule begins at.
    pub(crate) trigger: Option<Trigger>,
    /// Part of a date or a stretch of time.
    pub(crate) time: bool,
    /// A verb that stands without an object.
    pub(crate) alone: bool,
    /// A verb that cannot stand without one.
    pub(crate) object: bool,
}

/// Words at which rules other than those of verbs begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// "according".
    According,
    /// "per", "based", "quoting": phrases that rest on a document.
    Rests,
    /// "reportedly", "allegedly".
    Adverb,
    /// "alleged" before a noun.
    Adjective,
    /// "reports", "allegations".
    Noun,
    /// "critical", "concerned".
    Stance,
}

const PLAIN: Tag = Tag {
    class: Class::Noun,
    verb: None,
    noun: None,
    before: None,
    trigger: None,
    time: false,
    alone: false,
    object: false,
};

#[rustfmt::skip]
const CLASSES: &[(Class, &str)] = &[
    (Class::Det, "the a an this these those its their his her our your my some many several few most all both any each
        every another other numerous various multiple certain more fewer countless innumerable
        half such enough much"),
    (Class::No, "no neither none nobody"),
    (Class::Num, "twenty thirty forty fifty sixty seventy eighty ninety eleven thirteen fourteen fifteen sixteen seventeen eighteen nineteen one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
        thousand thousands million millions billion percent"),
    (Class::Pron, "he she they it we i him them us you who's himself themselves"),
    (Class::Prep, "of in on at by for from with within into during among amongst between against about under over
        through throughout despite regarding concerning without toward towards upon amid near outside inside
        across along around beyond behind like per via including excluding due following besides off above below
        alongside versus onto pending except"),
    (Class::Prep, "as after before since until till than"),
    (Class::To, "to"),
    (Class::And, "and or &"),
    (Class::But, "but nor yet"),
    (Class::Sub, "although though while whereas because when whenever if unless where wherever whether once how why
        lest so"),
    (Class::That, "that"),
    (Class::Rel, "who whom whose which what whoever whichever"),
    (Class::Be, "is are was were be been being am isn't aren't wasn't weren't"),
    (Class::Have, "has have had having hadn't hasn't haven't"),
    (Class::Do, "do does did didn't doesn't don't"),
    (Class::Modal, "may might can could would will shall should must cannot couldn't wouldn't"),
    (Class::There, "there"),
    (Class::Adv, "seldom also then often never not still again further additionally however therefore thus meanwhile
        sometimes always ever even just only too very rather quite later earlier soon once afterwards instead
        moreover furthermore nevertheless nonetheless indeed already almost now today here away nearly
        twice likewise otherwise perhaps elsewhere together thereby apparently widely openly
        ago anyway overall"),
    (Class::Finite, "upheld withheld took held gave went came got left kept led met won lost sent spent built fought sought brought bought
        caught taught felt fell rose grew drew threw knew chose broke spoke woke wore tore swore shot
        sat stood understood became began ran swam rang sank drank hid bit ate forgot forgave
        paid laid struck stuck dealt meant read let set cut shut hit hurt cost quit spread
        provides prohibits requires allows includes remains continues criminalizes guarantees
        permits sets grants makes takes gives does establishes protects prescribes mandates defines
        applies covers lacks contains operates exists occurs receives maintains enforces imposes
        appears seems tends ensures specifies stipulates bans forbids restricts limits gets goes comes
        became underwent overthrew withdrew arose beat fled slept swept wept
"),
    (Class::Ed, "taken given gone seen known shown beaten broken chosen driven forbidden forgotten hidden written
        stolen sworn torn worn withdrawn undertaken overthrown born borne drawn grown thrown held
        forced sentenced"),
    (Class::Noun, "police family families assembly supply only-child early daily weekly monthly yearly elderly family's
        italy july ally reply bully hundred seed need speed red bed breed shed deed creed media kindred feed shed sped
        king thing things morning evening housing building buildings hearing hearings meeting meetings training
        trafficking funding lodging ruling rulings killing killings beating beatings proceedings ring spring
        wing string finding findings working living fishing farming mining logging policing
        counseling banking broadcasting screening gathering gatherings bombing bombings shooting shootings
        armed displaced detained imprisoned accredited unidentified unnamed united related organized incarcerated
        disabled retired exiled convicted interested married internally disadvantaged educated
        so-called affiliated unspecified unauthorized elected high-ranking low-income jailed self-proclaimed
        likely friendly lonely costly deadly local leading ongoing neighboring remaining existing
        incoming outgoing overwhelming growing increasing prevailing developing standing
        family-run nonaligned well-known
        illegitimate legitimate
        ethnic rural urban poor young old elderly vulnerable former senior prominent independent domestic foreign national
        regional municipal significant widespread credible numerous various additional similar different major minor
        common frequent recent previous current general public private political social economic cultural religious
        legal illegal criminal civil human international humanitarian medical physical sexual racial female male
        nongovernmental nonprofit unofficial official state federal provincial unknown unconfirmed anonymous potential
        pretrial antigovernment progovernment low high lower higher small large severe serious
        internal external inadequate insufficient poor harsh arbitrary unlawful extrajudicial gay lesbian bisexual
        transgender intersex lgbtqi lgbti lgbt lgbtq black white indigenous migrant domestic child early
        societal violent nonviolent peaceful
        unaccompanied undocumented stateless homeless unemployed pregnant single married blind deaf mute
        internet online print broadcast electronic social-media"),
    (Class::Prep, "according regardless"),
    (Class::Adv, "reportedly allegedly purportedly supposedly"),
];

#[rustfmt::skip]
const TRIGGERS: &[(Trigger, &str)] = &[
    (Trigger::According, "according"),
    (Trigger::Rests, "per based"),
    (Trigger::Adverb, "reportedly allegedly purportedly supposedly"),
    (Trigger::Adjective, "alleged purported reported claimed rumored rumoured suspected"),
    (Trigger::Noun, "reports report allegations allegation accusations accusation claims complaints evidence indications
        rumors rumours concerns suspicions calls recommendations speculation fears"),
    (Trigger::Stance, "critical concerned skeptical sceptical worried"),
];

/// Verbs with no object: "operated without", never "those operated without".
const ALONE: &str = "operated continued worked lived acted resulted occurred existed remained participated complied failed
    responded appeared died served cooperated functioned persisted increased decreased declined improved contributed
    arrived traveled belonged consisted depended disappeared emerged engaged attempted happened interfered intervened
    lasted looked returned succeeded suffered varied voted ranged refused agreed relied resided
    protested ruled sat marched rallied gathered demonstrated walked escaped returned emigrated migrated
    remained stayed waited talked chanted shouted assembled congregated camped clashed fought collaborated
    competed coped dealt deteriorated died differed diminished disagreed dropped elapsed ended endured evolved
    exited expired fled flourished fluctuated hesitated lapsed lingered moved negotiated objected originated
    perished persevered prevailed proceeded progressed reacted resigned retired retreated rioted sympathized
    testified traded transpired vanished wept withdrew yielded abstained adhered apologized assisted
    benefited campaigned complained concurred converged dwindled erupted escalated
    experimented fared intensified joked lobbied mediated mourned partnered paused presided prospered reappeared
    reconvened refrained reigned remarked rose sided spiked strove stumbled subsisted surged surfaced surrendered toured
    traveled travelled volunteered";

const TIME: &str = "january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday year years month months week weeks day days quarter
    decade decades period half past recent previous prior last next early late mid end beginning start
    fiscal calendar first second third fourth season summer winter spring autumn time times today yesterday
    night morning afternoon evening weekend century age ages";

static LEXICON: LazyLock<Lexicon<Tag>> = LazyLock::new(build);

fn build() -> Lexicon<Tag> {
    let mut rows: BTreeMap<String, Tag> = BTreeMap::new();
    let mut each = |words: &str, change: &dyn Fn(&mut Tag)| {
        for word in words.split_whitespace() {
            change(rows.entry(word.to_owned()).or_insert(PLAIN));
        }
    };
    for (words, row) in (0_u16..).zip(NOUNS).map(|(row, (words, _))| (words, row)) {
        each(words, &|tag| {
            if tag.noun.is_none() {
                tag.noun = Some(row);
            }
        });
    }
    for (words, kind) in MODIFIERS {
        each(words, &|tag| tag.before = Some(*kind));
    }
    for (row, verb) in (0_u16..).zip(VERBS) {
        let forms = verbs::forms(verb);
        let kinds = [
            Form::Base,
            Form::Third,
            Form::Past,
            Form::Participle,
            Form::Ing,
        ];
        for (form, kind) in forms.iter().zip(kinds) {
            each(form, &|tag| {
                if tag.verb.is_none() {
                    tag.verb = Some((row, kind));
                    tag.alone = kind == Form::Past && verbs::without_object(verb);
                    tag.object = kind == Form::Past && verbs::needs_object(verb);
                    match kind {
                        Form::Past | Form::Participle => tag.class = Class::Ed,
                        Form::Ing => tag.class = Class::Ing,
                        Form::Base | Form::Third => {}
                    }
                }
            });
        }
    }
    for (class, words) in CLASSES {
        each(words, &|tag| tag.class = *class);
    }
    for (trigger, words) in TRIGGERS {
        each(words, &|tag| tag.trigger = Some(*trigger));
    }
    each(TIME, &|tag| tag.time = true);
    each(ALONE, &|tag| {
        tag.alone = true;
        tag.class = Class::Ed;
    });
    let rows: Vec<(&str, Tag)> = rows
        .iter()
        .map(|(word, tag)| (word.as_str(), *tag))
        .collect();
    Lexicon::new(&rows)
}

/// What the lexicon knows of the token at `at`.
pub(crate) fn tag(words: &Words, at: usize, token: Token, opening: bool) -> Tag {
    match token.kind {
        Kind::Number => Tag {
            class: Class::Num,
            time: true,
            ..PLAIN
        },
        Kind::Possessive => Tag {
            class: Class::Poss,
            ..PLAIN
        },
        Kind::Mark => Tag {
            class: mark(words.str(token), token, words.tokens().get(at + 1)),
            ..PLAIN
        },
        Kind::Word => word(words, token, opening),
    }
}

fn mark(text: &str, token: Token, next: Option<&Token>) -> Class {
    let glued = token.glued && next.is_some_and(|next| next.glued);
    match text {
        "," => Class::Comma,
        "(" | "[" => Class::Open,
        ")" | "]" => Class::Close,
        "“" | "”" | "\"" | "‘" | "'" | "’" | "«" | "»" => Class::Quote,
        "-" | "/" | "‑" | "." if glued => Class::Hyphen,
        "&" => Class::And,
        "–" | "—" | "-" | ";" | ":" | "." | "!" | "?" => Class::Stop,
        _ => Class::Noun,
    }
}

fn word(words: &Words, token: Token, opening: bool) -> Tag {
    let known = LEXICON.get(token.key);
    if token.case != Case::Lower && !opening {
        // Inside a sentence a capital makes a name; its noun still tells the kind.
        let tag = known.unwrap_or(PLAIN);
        return Tag {
            class: Class::Name,
            verb: None,
            trigger: None,
            ..tag
        };
    }
    if token.case == Case::Upper && opening && known.is_none_or(|tag| tag.noun.is_none()) {
        return Tag {
            class: Class::Name,
            ..PLAIN
        };
    }
    if let Some(tag) = known {
        return tag;
    }
    if opening && token.case == Case::Capital {
        let text = words.str(token);
        let inner_capital = text.chars().skip(1).any(char::is_uppercase);
        let class = match ending(text) {
            _ if inner_capital || crate::names::people(text).is_some() => Class::Name,
            Class::Noun => Class::Name,
            class => class,
        };
        return Tag { class, ..PLAIN };
    }
    Tag {
        class: ending(words.str(token)),
        ..PLAIN
    }
}

fn ending(word: &str) -> Class {
    if word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") {
        Class::Ed
    } else if word.len() > 4 && word.ends_with("ing") {
        Class::Ing
    } else if word.len() > 4 && word.ends_with("ly") {
        Class::Adv
    } else {
        Class::Noun
    }
}

/// Whether an unlisted plural is most likely a word for people: "weavers", "pharmacists".
pub(crate) fn people(word: &str) -> bool {
    if let Some(people) = crate::names::people(word) {
        return people == crate::names::People::Several;
    }
    ["ers", "ors", "ists", "ants", "ees", "ians", "men", "women"]
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// The key of a word that several rules ask for.
pub(crate) struct Keys {
    /// "of".
    pub(crate) of: u64,
    /// "by".
    pub(crate) by: u64,
    /// "with".
    pub(crate) with: u64,
    /// "from".
    pub(crate) from: u64,
    /// "in".
    pub(crate) r#in: u64,
    /// "the".
    pub(crate) the: u64,
}

/// Keys known when the program starts.
pub(crate) static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    of: key_of("of"),
    by: key_of("by"),
    with: key_of("with"),
    from: key_of("from"),
    r#in: key_of("in"),
    the: key_of("the"),
});
