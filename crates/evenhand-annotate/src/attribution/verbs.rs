//! Verbs that credit content to somebody: their forms, what must follow them, who may be the subject.
//!
//! In: nothing. Out: [`VERBS`], from which the lexicon makes every form of every verb. The list was
//! gathered from the verbs with human subjects in country reports, UN and NGO texts. It decides
//! nothing by itself: the rules look at the words around.

use evenhand_report::Stance;

/// What must follow a verb for it to credit content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Anything: "said", "criticized the law".
    Any,
    /// A clause or a quotation: "maintained that", "feared the army would".
    Clause,
    /// "that ..." or a quotation in so many words: "maintained that", not "maintained a ban".
    That,
    /// A clause, or an object that is not a person ("denied the charges", not "denied him entry").
    Claim,
    /// One of these words next, as part of the cue: "called for".
    Particle(&'static [&'static str]),
    /// One of these nouns in the object, as part of the cue: "expressed concern".
    Noun(&'static [&'static str]),
    /// An object and a judgement of it: "considered the law unfair", "called it a sham".
    Judgement,
}

/// Who may be the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Any noun phrase that could be a person, a body or a document.
    Anyone,
    /// Somebody who watches and tells: not police or residents ("police found weapons").
    Watcher,
    /// A document or an estimate: "estimates placed".
    Document,
}

/// One verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verb {
    /// Base form, or "base third-person past participle present-participle" where irregular.
    pub(crate) forms: &'static str,
    /// What the verb makes of the content.
    pub(crate) stance: Stance,
    /// What must follow.
    pub(crate) frame: Frame,
    /// Who may be the subject.
    pub(crate) who: Who,
    /// "was reported", with nobody named, credits impersonally.
    pub(crate) passive: bool,
}

const CONCERN: &[&str] = &[
    "concern",
    "concerns",
    "alarm",
    "doubt",
    "doubts",
    "fear",
    "fears",
    "hope",
    "hopes",
    "regret",
    "outrage",
    "dissatisfaction",
    "frustration",
    "skepticism",
    "scepticism",
    "reservations",
    "opposition",
    "criticism",
    "criticisms",
    "disappointment",
    "dismay",
    "worry",
    "worries",
    "anger",
    "shock",
    "opinion",
    "opinions",
    "view",
    "views",
    "belief",
    "satisfaction",
    "appreciation",
    "support",
    "optimism",
    "discontent",
    "unease",
    "apprehension",
    "suspicion",
    "suspicions",
    "grievances",
    "objections",
    "objection",
    "displeasure",
    "disagreement",
    "confidence",
    "mistrust",
    "distrust",
    "condemnation",
    "indignation",
    "complaints",
    "remorse",
    "sadness",
    "disapproval",
    "interest",
    "worry",
    "exasperation",
    "bewilderment",
    "consternation",
    "misgivings",
    "sympathy",
    "gratitude",
    "pessimism",
    "solidarity",
    "disbelief",
    "horror",
];

const RAISED: &[&str] = &[
    "concern",
    "concerns",
    "question",
    "questions",
    "alarm",
    "objections",
    "objection",
    "doubts",
    "allegations",
    "complaints",
    "fears",
    "suspicions",
    "reservations",
    "accusations",
    "claims",
];

const MADE: &[&str] = &[
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "claim",
    "claims",
    "complaint",
    "complaints",
    "recommendation",
    "recommendations",
];

const fn verb(forms: &'static str, stance: Stance, frame: Frame, who: Who) -> Verb {
    Verb {
        forms,
        stance,
        frame,
        who,
        passive: false,
    }
}

const fn passive(forms: &'static str, stance: Stance, frame: Frame, who: Who) -> Verb {
    Verb {
        forms,
        stance,
        frame,
        who,
        passive: true,
    }
}

use Frame::{Any, Claim, Clause, Judgement, Noun, Particle, That};
use Stance::{Admits, Alleges, Believes, Criticises, Demands, Denies, Estimates, Praises, Reports};
use Who::{Anyone, Document, Watcher};

/// Every verb that may credit.
#[rustfmt::skip]
pub(crate) const VERBS: &[Verb] = &[
    // Saying.
    passive("say says said said saying", Reports, Any, Anyone),
    passive("report", Reports, Any, Anyone),
    verb("state", Reports, Any, Anyone),
    verb("tell tells told told telling", Reports, Any, Anyone),
    verb("announce", Reports, Any, Anyone),
    verb("declare", Reports, Any, Anyone),
    verb("proclaim", Reports, Any, Anyone),
    verb("note", Reports, Any, Anyone),
    verb("observe", Reports, That, Anyone),
    verb("remark", Reports, Any, Anyone),
    verb("comment", Reports, Any, Anyone),
    verb("mention", Reports, Any, Anyone),
    verb("explain", Reports, Any, Anyone),
    verb("confirm", Reports, Claim, Anyone),
    verb("clarify", Reports, Any, Anyone),
    verb("specify", Reports, That, Anyone),
    verb("reiterate", Reports, Any, Anyone),
    verb("repeat", Reports, That, Anyone),
    verb("reaffirm", Reports, Any, Anyone),
    verb("affirm", Reports, Clause, Anyone),
    verb("add", Reports, Clause, Anyone),
    verb("emphasize", Reports, Any, Anyone),
    verb("emphasise", Reports, Any, Anyone),
    verb("stress", Reports, Any, Anyone),
    verb("underline", Reports, Any, Anyone),
    verb("underscore", Reports, Any, Anyone),
    verb("highlight", Reports, Any, Anyone),
    verb("indicate", Reports, Any, Anyone),
    verb("reveal", Reports, Any, Anyone),
    verb("disclose", Reports, Clause, Anyone),
    verb("relate", Reports, Clause, Anyone),
    verb("recount", Reports, Any, Anyone),
    verb("describe", Reports, Any, Anyone),
    verb("characterize", Reports, Any, Anyone),
    verb("characterise", Reports, Any, Anyone),
    verb("portray", Reports, Any, Anyone),
    verb("depict", Reports, Any, Anyone),
    verb("testify", Reports, Any, Anyone),
    verb("cite", Reports, Any, Anyone),
    verb("quote", Reports, Any, Anyone),
    verb("detail", Reports, Any, Anyone),
    verb("outline", Reports, Any, Watcher),
    verb("document", Reports, Any, Watcher),
    verb("record", Reports, Any, Watcher),
    verb("register", Reports, Any, Watcher),
    verb("identify", Reports, Any, Watcher),
    verb("corroborate", Reports, Any, Anyone),
    verb("attest", Reports, Any, Anyone),
    verb("chronicle", Reports, Any, Watcher),
    verb("liken", Reports, Any, Anyone),
    verb("brand", Reports, Judgement, Anyone),
    verb("verify", Reports, Any, Watcher),
    verb("tally", Reports, Any, Watcher),
    verb("catalog", Reports, Any, Watcher),
    verb("attribute", Reports, Any, Anyone),
    verb("ascribe", Reports, Any, Anyone),
    verb("tweet", Reports, Any, Anyone),
    verb("post", Reports, That, Anyone),
    verb("write writes wrote written writing", Reports, That, Anyone),
    verb("respond", Reports, That, Anyone),
    verb("reply replies replied replied replying", Reports, Clause, Anyone),
    verb("answer", Reports, That, Anyone),
    verb("inform", Reports, That, Anyone),
    verb("advise", Reports, That, Anyone),
    verb("point", Reports, Particle(&["out", "to"]), Anyone),
    verb("speak speaks spoke spoken speaking", Criticises, Particle(&["out"]), Anyone),
    verb("draw draws drew drawn drawing", Reports, Noun(&["attention"]), Anyone),
    verb("call", Demands, Particle(&["for", "on", "upon", "attention"]), Anyone),
    verb("term", Reports, Judgement, Anyone),
    verb("label", Reports, Judgement, Anyone),
    verb("dub dubs dubbed dubbed dubbing", Reports, Judgement, Anyone),
    verb("echo echoes echoed echoed echoing", Reports, Any, Anyone),
    verb("refer refers referred referred referring", Reports, Particle(&["to"]), Document),
    verb("show shows showed shown showing", Reports, Any, Document),
    verb("reflect", Reports, Any, Document),
    verb("put puts put put putting", Estimates, Any, Document),
    verb("place", Estimates, Any, Document),
    verb("range", Estimates, Any, Document),
    verb("vary varies varied varied varying", Estimates, Any, Document),
    verb("list", Reports, Any, Document),
    verb("rank", Reports, Any, Document),
    verb("suggest", Reports, Any, Anyone),
    verb("find finds found found finding", Reports, Any, Watcher),
    verb("conclude", Reports, Clause, Anyone),
    verb("uncover", Reports, Any, Document),
    verb("determine", Reports, That, Watcher),
    verb("pledge", Reports, That, Anyone),
    verb("promise", Reports, That, Anyone),
    verb("vow", Reports, That, Anyone),
    verb("admit admits admitted admitted admitting", Admits, Claim, Anyone),
    verb("acknowledge", Admits, Any, Anyone),
    verb("concede", Admits, Any, Anyone),
    verb("apologize", Admits, Particle(&["for"]), Anyone),
    verb("confess", Admits, Clause, Anyone),
    verb("recognize", Admits, That, Anyone),
    verb("recognise", Admits, That, Anyone),
    verb("agree", Admits, That, Anyone),
    verb("concur concurs concurred concurred concurring", Reports, Any, Anyone),
    // At a distance.
    passive("allege", Alleges, Any, Anyone),
    verb("claim", Alleges, Any, Anyone),
    verb("assert", Alleges, Any, Anyone),
    verb("contend", Alleges, Any, Anyone),
    verb("maintain", Alleges, That, Anyone),
    verb("argue", Alleges, Any, Anyone),
    verb("insist", Alleges, Any, Anyone),
    verb("profess", Alleges, Any, Anyone),
    verb("charge", Alleges, That, Anyone),
    passive("accuse", Alleges, Any, Anyone),
    passive("blame", Alleges, Any, Anyone),
    verb("implicate", Alleges, Any, Watcher),
    verb("speculate", Alleges, Any, Anyone),
    passive("rumor", Alleges, Any, Anyone),
    passive("rumour", Alleges, Any, Anyone),
    verb("complain", Alleges, Any, Anyone),
    // Measuring.
    passive("estimate", Estimates, Any, Anyone),
    verb("assess", Estimates, Clause, Watcher),
    verb("calculate", Estimates, Any, Watcher),
    verb("project", Estimates, That, Anyone),
    verb("predict", Estimates, Any, Anyone),
    verb("forecast forecasts forecast forecast forecasting", Estimates, Any, Anyone),
    // Believing.
    passive("believe", Believes, Any, Anyone),
    passive("think thinks thought thought thinking", Believes, Clause, Anyone),
    passive("suspect", Believes, Any, Anyone),
    verb("consider", Believes, Judgement, Anyone),
    verb("deem", Believes, Judgement, Anyone),
    verb("judge", Believes, Judgement, Anyone),
    verb("view", Believes, Judgement, Anyone),
    verb("regard", Believes, Judgement, Anyone),
    verb("perceive", Believes, Judgement, Anyone),
    verb("see sees saw seen seeing", Believes, Judgement, Watcher),
    verb("interpret", Believes, Judgement, Anyone),
    verb("rate", Believes, Judgement, Watcher),
    verb("evaluate", Believes, Judgement, Watcher),
    verb("feel feels felt felt feeling", Believes, Clause, Anyone),
    verb("hope", Believes, That, Anyone),
    verb("surmise", Believes, Clause, Anyone),
    verb("posit", Believes, Clause, Anyone),
    verb("fear", Believes, Clause, Anyone),
    verb("worry worries worried worried worrying", Believes, Clause, Anyone),
    verb("expect", Believes, Any, Watcher),
    verb("anticipate", Believes, Clause, Watcher),
    verb("assume", Believes, That, Anyone),
    verb("opine", Believes, Any, Anyone),
    verb("doubt", Believes, Clause, Anyone),
    // Denying.
    verb("deny denies denied denied denying", Denies, Claim, Anyone),
    verb("refute", Denies, Any, Anyone),
    verb("rebut rebuts rebutted rebutted rebutting", Denies, Any, Anyone),
    verb("reject", Denies, Noun(&["allegations", "allegation", "accusations", "accusation", "claims", "claim", "criticism", "criticisms", "report", "reports", "findings", "figures", "conclusions", "charges", "assertions", "suggestions", "characterization"]), Anyone),
    verb("dismiss", Denies, Noun(&["allegations", "accusations", "claims", "claim", "criticism", "reports", "report", "concerns", "findings"]), Anyone),
    verb("dispute", Denies, Any, Anyone),
    verb("contradict", Denies, Any, Anyone),
    verb("disagree", Denies, Any, Anyone),
    verb("counter", Denies, That, Anyone),
    verb("disavow", Denies, Any, Anyone),
    verb("contest", Denies, Noun(&["claim", "claims", "allegations", "allegation", "accusations", "charges", "findings", "figures", "report", "characterization"]), Anyone),
    verb("downplay", Denies, Any, Anyone),
    // Criticising.
    passive("criticize", Criticises, Any, Anyone),
    passive("criticise", Criticises, Any, Anyone),
    verb("condemn", Criticises, Any, Anyone),
    verb("denounce", Criticises, Any, Anyone),
    verb("decry decries decried decried decrying", Criticises, Any, Anyone),
    verb("deplore", Criticises, Any, Anyone),
    verb("lament", Criticises, Any, Anyone),
    verb("bemoan", Criticises, Any, Anyone),
    verb("lambast", Criticises, Any, Anyone),
    verb("slam slams slammed slammed slamming", Criticises, Any, Anyone),
    verb("rebuke", Criticises, Any, Anyone),
    verb("chastise", Criticises, Any, Anyone),
    verb("fault", Criticises, Any, Anyone),
    verb("decline declines declined declined declining", Criticises, Noun(&["comment"]), Document),
    verb("object", Criticises, Any, Anyone),
    verb("question", Criticises, Any, Watcher),
    verb("challenge", Criticises, That, Anyone),
    verb("warn", Criticises, Any, Anyone),
    verb("caution", Criticises, Any, Anyone),
    verb("express", Criticises, Noun(CONCERN), Anyone),
    verb("voice", Criticises, Noun(CONCERN), Anyone),
    verb("raise", Criticises, Noun(RAISED), Anyone),
    verb("make makes made made making", Alleges, Noun(MADE), Anyone),
    verb("protest", Criticises, That, Anyone),
    verb("assail", Criticises, Any, Anyone),
    verb("deride", Criticises, Any, Anyone),
    verb("ridicule", Criticises, Any, Anyone),
    verb("admonish", Criticises, Any, Anyone),
    verb("lash", Criticises, Particle(&["out"]), Anyone),
    verb("regret regrets regretted regretted regretting", Criticises, Any, Anyone),
    // Praising.
    verb("praise", Praises, Any, Anyone),
    verb("welcome", Praises, Any, Watcher),
    verb("applaud", Praises, Any, Anyone),
    verb("commend", Praises, Any, Anyone),
    verb("laud", Praises, Any, Anyone),
    verb("hail", Praises, Any, Anyone),
    verb("credit", Praises, Any, Anyone),
    // Demanding.
    verb("urge", Demands, Any, Anyone),
    verb("demand", Demands, Any, Anyone),
    verb("recommend", Demands, Any, Anyone),
    verb("appeal", Demands, Particle(&["for", "to"]), Watcher),
    verb("advocate", Demands, Any, Anyone),
    verb("plead", Demands, Particle(&["for"]), Anyone),
    verb("propose", Demands, That, Anyone),
    verb("press", Demands, Particle(&["for"]), Watcher),
    verb("request", Demands, That, Anyone),
    verb("ask", Demands, That, Anyone),
    verb("encourage", Demands, Any, Watcher),
    verb("implore", Demands, Any, Anyone),
    verb("exhort", Demands, Any, Anyone),
    verb("notify notifies notified notified notifying", Reports, That, Anyone),
    verb("assure", Reports, That, Anyone),
    verb("remind", Reports, That, Anyone),
    verb("retort", Denies, That, Anyone),
    verb("divulge", Reports, Clause, Anyone),
    verb("narrate", Reports, Any, Anyone),
    verb("recollect", Reports, That, Anyone),
    verb("recall", Reports, That, Anyone),
    verb("elaborate", Reports, That, Anyone),
    verb("summarize", Reports, Any, Document),
    verb("enumerate", Reports, Any, Watcher),
    verb("count", Estimates, Any, Document),
    verb("track", Reports, Any, Document),
    verb("chart", Reports, Any, Document),
    verb("establish establishes established established establishing", Reports, That, Watcher),
    verb("discover", Reports, That, Watcher),
    verb("demonstrate", Reports, That, Document),
    verb("illustrate", Reports, That, Document),
    verb("publicize", Reports, Any, Watcher),
    verb("reckon", Estimates, Clause, Anyone),
    verb("guess", Estimates, That, Anyone),
    verb("theorize", Believes, That, Anyone),
    verb("conjecture", Alleges, That, Anyone),
    verb("hypothesize", Believes, That, Anyone),
    verb("presume", Believes, That, Anyone),
    verb("suppose", Believes, That, Anyone),
    verb("imply implies implied implied implying", Alleges, That, Anyone),
    verb("insinuate", Alleges, That, Anyone),
    verb("intimate", Alleges, That, Anyone),
    verb("hint", Alleges, That, Anyone),
    verb("signal", Reports, That, Anyone),
    verb("swear swears swore sworn swearing", Alleges, That, Anyone),
    verb("boast", Alleges, That, Anyone),
    verb("threaten", Demands, That, Anyone),
    verb("castigate", Criticises, Any, Anyone),
    verb("excoriate", Criticises, Any, Anyone),
    verb("berate", Criticises, Any, Anyone),
    verb("censure", Criticises, Any, Watcher),
    verb("disparage", Criticises, Any, Anyone),
    verb("disapprove", Criticises, Particle(&["of"]), Anyone),
    verb("dissent", Criticises, Particle(&["from"]), Anyone),
    verb("grumble", Criticises, That, Anyone),
    verb("bristle", Criticises, Particle(&["at"]), Anyone),
    verb("mock", Criticises, Any, Watcher),
    verb("reprimand", Criticises, Any, Document),
    verb("discredit", Denies, Noun(&["allegations", "claims", "reports", "findings"]), Anyone),
    verb("debunk", Denies, Any, Anyone),
    verb("disclaim", Denies, Noun(&["responsibility", "knowledge", "involvement"]), Anyone),
    verb("disown", Denies, Noun(&["statement", "remarks", "report"]), Anyone),
    verb("rubbish", Denies, Noun(&["allegations", "claims", "reports"]), Anyone),
    verb("minimize", Denies, Noun(&["allegations", "reports", "concerns", "claims"]), Anyone),
    verb("discount", Denies, Noun(&["allegations", "reports", "concerns", "claims"]), Anyone),
    verb("beseech beseeches beseeched beseeched beseeching", Demands, Any, Anyone),
    verb("entreat", Demands, Any, Anyone),
    verb("petition", Demands, That, Anyone),
    verb("lobby lobbies lobbied lobbied lobbying", Demands, Particle(&["for"]), Watcher),
    verb("clamor", Demands, Particle(&["for"]), Anyone),
    verb("counsel", Demands, That, Anyone),
    verb("champion", Praises, Any, Document),
    verb("compliment", Praises, Any, Anyone),
    verb("extol extols extolled extolled extolling", Praises, Any, Anyone),
    verb("salute", Praises, Any, Watcher),
    verb("congratulate", Praises, Any, Anyone),
];

/// Whether the verb, followed by a preposition, can only be a participle: "persons accused of".
pub(crate) fn needs_object(verb: &Verb) -> bool {
    match verb.frame {
        Frame::Judgement | Frame::Noun(_) => true,
        Frame::Any => {
            matches!(verb.stance, Stance::Criticises | Stance::Praises)
                && !matches!(verb.forms, "object" | "warn" | "caution")
                || matches!(
                    verb.forms,
                    "accuse"
                        | "blame"
                        | "implicate"
                        | "suspect"
                        | "recommend"
                        | "urge"
                        | "describe"
                        | "characterize"
                        | "characterise"
                        | "document"
                        | "record"
                        | "register"
                        | "identify"
                        | "verify"
                        | "quote"
                        | "refute"
                        | "find finds found found finding"
                        | "attribute"
                        | "ascribe"
                        | "list"
                )
        }
        Frame::Clause | Frame::That | Frame::Claim | Frame::Particle(_) => false,
    }
}

/// Verbs that stand with no object: "complained of", "commented on".
pub(crate) fn without_object(verb: &Verb) -> bool {
    matches!(verb.frame, Frame::Particle(_))
        || matches!(
            verb.forms,
            "complain"
                | "comment"
                | "testify"
                | "speculate"
                | "disagree"
                | "object"
                | "respond"
                | "remark"
                | "insist"
                | "warn"
                | "argue"
                | "tweet"
                | "advocate"
                | "range"
                | "vary varies varied varied varying"
                | "concur concurs concurred concurred concurring"
        )
}

/// The forms of a verb: base, third person, past, participle, present participle.
pub(crate) fn forms(verb: &Verb) -> [String; 5] {
    let given: Vec<&str> = verb.forms.split(' ').collect();
    if let [base, third, past, participle, ing] = given.as_slice() {
        return [base, third, past, participle, ing].map(|form| (*form).to_owned());
    }
    let base = verb.forms;
    let stem = base.trim_end_matches('e');
    let consonant_y = base.ends_with('y') && !base.ends_with(['a', 'e', 'o']) && {
        let before = base.trim_end_matches('y');
        !before.ends_with(['a', 'e', 'o', 'u'])
    };
    let (third, past) = if consonant_y {
        let short = base.trim_end_matches('y');
        (format!("{short}ies"), format!("{short}ied"))
    } else {
        let third =
            if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") {
                format!("{base}es")
            } else {
                format!("{base}s")
            };
        let past = if base.ends_with('e') {
            format!("{base}d")
        } else {
            format!("{base}ed")
        };
        (third, past)
    };
    let ing = if base.ends_with("ee") {
        format!("{base}ing")
    } else {
        format!("{stem}ing")
    };
    [base.to_owned(), third, past.clone(), past, ing]
}
