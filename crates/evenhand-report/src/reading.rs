//! What is noted on a sentence. Spans count bytes from the sentence's start.

use crate::Span;

crate::written_enum! {
    /// Who a source is.
    pub enum SourceKind {
        /// The government reported on, its ministries, police, prosecutors, officials, parliament, statistics.
        State = "state",
        /// Another government, embassies.
        ForeignState = "foreign_state",
        /// Ombudsman, national human rights institution, preventive mechanism, audit or election commission.
        Oversight = "oversight",
        /// A court as speaker.
        Court = "court",
        /// Non-governmental organisations, civil society, human rights defenders, activists.
        Ngo = "ngo",
        /// The UN and its agencies, OSCE, EU, AU, ICRC, ILO, World Bank.
        Intergovernmental = "intergovernmental",
        /// Outlets, journalists, press reports.
        Media = "media",
        /// Parties, opposition politicians.
        Party = "party",
        /// Trade unions, employers' bodies.
        Union = "union",
        /// Religious bodies and leaders.
        Faith = "faith",
        /// Academics, analysts, lawyers, doctors, studies without a body.
        Expert = "expert",
        /// Victims, relatives, detainees, witnesses, residents, refugees, workers.
        Affected = "affected",
        /// Observers, critics, some, many, the international community.
        Observer = "observer",
        /// Nobody: "reportedly".
        Impersonal = "impersonal",
    }
}

crate::written_enum! {
    /// How closely a source is identified.
    pub enum Specificity {
        /// A proper name, or an institution uniquely identified.
        Named = "named",
        /// A class with nobody identified.
        Category = "category",
        /// No source at all.
        Impersonal = "impersonal",
    }
}

crate::written_enum! {
    /// What the crediting words make of the content.
    pub enum Stance {
        /// Neutral: reported, said, stated, according to.
        Reports = "reports",
        /// At a distance: alleged, claimed, accused.
        Alleges = "alleges",
        /// A measure or judgement of size: estimated.
        Estimates = "estimates",
        /// Denied, rejected, disputed.
        Denies = "denies",
        /// Acknowledged, admitted, conceded.
        Admits = "admits",
        /// Criticised, condemned, expressed concern.
        Criticises = "criticises",
        /// Praised, welcomed.
        Praises = "praises",
        /// Called for, urged, demanded, recommended.
        Demands = "demands",
        /// Believed, considered, expected.
        Believes = "believes",
    }
}

/// Content credited to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The noun phrase that names the source; none where the crediting is impersonal.
    pub source: Option<Span>,
    /// The words that do the crediting.
    pub cue: Span,
    /// Who the source is.
    pub kind: SourceKind,
    /// How closely it is identified.
    pub specificity: Specificity,
    /// What the cue makes of the content.
    pub stance: Stance,
    /// The body of the register, or the body defined in the report, that the source names.
    pub body: Option<String>,
    /// What a pronoun stands for, in words of the passage before it.
    pub antecedent: Option<String>,
    /// The rule that found it.
    pub rule: &'static str,
}

crate::written_enum! {
    /// How a number is qualified.
    pub enum Qualifier {
        /// As it stands.
        Exact = "exact",
        /// Approximately, an estimated, nearly, almost, some.
        About = "about",
        /// At least, or more, minimum.
        AtLeast = "at_least",
        /// More than, over.
        MoreThan = "more_than",
        /// Up to, at most, maximum, no more than.
        AtMost = "at_most",
        /// Fewer than, under, less than.
        LessThan = "less_than",
        /// A lower and an upper end.
        Range = "range",
    }
}

crate::written_enum! {
    /// What a figure measures.
    pub enum FigureKind {
        /// People, cases, things.
        Count = "count",
        /// A share of a hundred.
        Percent = "percent",
        /// A sum of money.
        Money = "money",
        /// A length of time.
        Duration = "duration",
        /// A person's age.
        Age = "age",
        /// Rates, distances, sizes.
        Other = "other",
    }
}

/// A quantity stated by a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number with its qualifier words.
    pub span: Span,
    /// The number; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How it is qualified.
    pub qualifier: Qualifier,
    /// What it measures.
    pub kind: FigureKind,
    /// What is counted, in words of the sentence.
    pub unit: String,
    /// Set by a law, policy, court or contract, rather than measured.
    pub norm: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

crate::written_enum! {
    /// What a name names.
    pub enum NameKind {
        /// A person.
        Person = "person",
        /// An organisation or institution.
        Body = "body",
        /// A place.
        Place = "place",
    }
}

/// A name, with the description given to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMention {
    /// The name itself.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// The words that describe it ("fugitive banker"), before or after the name.
    pub description: Option<Span>,
    /// The full name, where the mention is a short form defined earlier in the report.
    pub full: Option<String>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// An article of the Universal Declaration a sentence is about.
#[derive(Debug, Clone, PartialEq)]
pub struct RightCall {
    /// Article, 1 to 30.
    pub article: u8,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// The words that decided it.
    pub because: Vec<Span>,
    /// The rule or model that decided it.
    pub rule: &'static str,
}

crate::written_enum! {
    /// What the main assertion says about the state of the right.
    pub enum Direction {
        /// Abuse, restriction, failing, impunity: alleged or established.
        Violation = "violation",
        /// A positive step or change.
        Improvement = "improvement",
        /// A protective norm or practice as a standing fact.
        Safeguard = "safeguard",
        /// There were no reports of abuse.
        NoneReported = "none_reported",
        /// Neutral background.
        Context = "context",
    }
}

/// The direction of a sentence and what decided it.
#[derive(Debug, Clone, PartialEq)]
pub struct DirectionCall {
    /// The direction.
    pub direction: Direction,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// The words that decided it.
    pub because: Vec<Span>,
    /// The rule or model that decided it.
    pub rule: &'static str,
}

impl Default for DirectionCall {
    fn default() -> Self {
        Self {
            direction: Direction::Context,
            score: 0.0,
            because: Vec::new(),
            rule: "none",
        }
    }
}

/// Everything noted on one sentence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Who says so, in order of the cue.
    pub attributions: Vec<Attribution>,
    /// Quantities, in order.
    pub figures: Vec<Figure>,
    /// Names, in order.
    pub names: Vec<NameMention>,
    /// Rights, most central first.
    pub rights: Vec<RightCall>,
    /// Direction of the main assertion.
    pub direction: DirectionCall,
}
