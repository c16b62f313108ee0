//! The words that figures are made of and stand among: number words, times, currencies, and the
//! small grammar that tells where a number's noun begins and ends. In: a token; out: what it can
//! be. Looks at single words only; what stands around them is for the rules to weigh.

use crate::lexicon::Lexicon;
use crate::tokens::{Case, Kind, Token, Words, key_of};
use std::sync::LazyLock;

/// A part that a word can play beside a number; several at once.
pub(super) type Roles = u32;

/// "the", "its": opens a noun phrase.
pub(super) const DETERMINER: Roles = 1;
/// "of", "in", "during".
pub(super) const PREPOSITION: Roles = 1 << 1;
/// "and", "or", "while", "that", "who".
pub(super) const JOINER: Roles = 1 << 2;
/// "they", "him".
pub(super) const PRONOUN: Roles = 1 << 3;
/// Forms of be, have, do, and the modal verbs.
pub(super) const AUXILIARY: Roles = 1 << 4;
/// A verb that cannot be taken for a noun after a number.
pub(super) const VERB: Roles = 1 << 5;
/// A month.
pub(super) const MONTH: Roles = 1 << 6;
/// "article", "section": the digits after it are its number.
pub(super) const LABEL: Roles = 1 << 7;
/// "Branch", "Zone": the same where written with a capital.
pub(super) const PROPER_LABEL: Roles = 1 << 8;
/// "consecutive", "working": may stand between a number and a time.
pub(super) const TIME_ADJECTIVE: Roles = 1 << 9;
/// A word for persons of some age.
pub(super) const PERSON: Roles = 1 << 10;
/// A plural that does not end in s.
pub(super) const PLURAL: Roles = 1 << 11;
/// "said", "found": what a single source does.
pub(super) const REPORTING: Roles = 1 << 12;
/// "most", "few", "main": "one of the main" counts nothing.
pub(super) const RANKING: Roles = 1 << 13;
/// "rose", "reduces": what stands from … to … after it is no range.
pub(super) const CHANGE: Roles = 1 << 14;
/// "member", "seat": counted after a hyphen.
pub(super) const COUNTED: Roles = 1 << 15;
/// "kilometers", "hectares".
pub(super) const MEASURE: Roles = 1 << 16;
/// "killed", "arrested": told of the counted after their noun.
pub(super) const FATE: Roles = 1 << 17;
/// "approximately", "only": adverbs before numbers.
pub(super) const ADVERB: Roles = 1 << 18;
/// "no", "not", "cannot".
pub(super) const NEGATION: Roles = 1 << 19;
/// A currency's noun.
pub(super) const CURRENCY: Roles = 1 << 20;
/// A currency's noun that is also another word: money only where something else says so.
pub(super) const DOUBTFUL_CURRENCY: Roles = 1 << 21;
/// A currency's sign.
pub(super) const SIGN: Roles = 1 << 22;
/// "age", "ages", "aged".
pub(super) const AGE: Roles = 1 << 23;
/// "another", "additional", "remaining": part of the figure's words, no part of its noun.
pub(super) const MORE: Roles = 1 << 24;
/// "half", "daily": never the head of what is counted.
pub(super) const ADVERBIAL: Roles = 1 << 25;
/// "hotline", "dial": the digits after it are to be called.
pub(super) const TELEPHONE: Roles = 1 << 26;

/// Anything at which a noun phrase ends.
pub(super) const BOUNDARY: Roles =
    DETERMINER | PREPOSITION | JOINER | PRONOUN | AUXILIARY | VERB | NEGATION;

static ROLES: LazyLock<Lexicon<Roles>> = LazyLock::new(|| {
    Lexicon::flags(&[
        ("the a an this these those its their his her our your my such", DETERMINER),
        ("all each every both any some several many other others", DETERMINER),
        (
            "of in on at by for from with without to during since as per between among against \
             under over after before until till through throughout across within into onto upon \
             about regarding including due despite toward towards around near via versus than like \
             concerning following involving outside inside above below beyond except amid amidst \
             plus alongside along behind compared related according ranging serving affecting \
             totaling leaving",
            PREPOSITION,
        ),
        (
            "and or but nor while whereas although though because if when where unless whether who \
             whom whose which that so yet however therefore whereby wherever once then respectively",
            JOINER,
        ),
        ("he she it they we you i them him us me himself herself themselves itself there", PRONOUN),
        (
            "was were is are be been being am has have had having do does did would could should \
             may might must shall can will cannot ought",
            AUXILIARY,
        ),
        ("not no never neither none cannot without", NEGATION),
        (
            "fled died said told took went came left won gave made began began found saw got led met \
             paid sent spent stood became rose fell lived drove ran lost felt kept wrote brought \
             broke chose threw shot beat held remain remains live include includes continue receive \
             received work occurred exist existed lack lacked need needed face faced appeared \
             responded participated resulted worked lived remained continued returned belonged \
             included died stated escaped entered accounted consisted happened failed sought stood \
             went underwent ran received obtained fell represented constituted comprised reside \
             resided increased decreased declined entitle entitles applied voted suffered made took \
             earned wanted refused signed filed completed attended won served awaited managed held \
             sat bore bought grew hid knew heard lay sued taught understood withdrew wore",
            VERB,
        ),
        (
            "january february march april may june july august september october november december \
             jan feb mar apr jun jul aug sep sept oct nov dec ramadan",
            MONTH,
        ),
        (
            "article articles art section sections sec paragraph paragraphs para paras chapter \
             chapters clause clauses no nos page pp decree resolution resolutions convention \
             conventions annex appendix schedule subsection subparagraph amendment directive \
             ordinance protocol law laws act bill decrees bylaw rule rules regulation regulations",
            LABEL,
        ),
        (
            "branch channel kanal channel room block ward wards unit precinct zone sector type \
             level tier category grade phase stage step version title part volume vol order petition \
             case form item point route highway road street avenue gate line flight bus camp station \
             prison war division battalion brigade regiment squadron group plan net agenda article \
             section chapter number cell fund forum vision strategy goal sdg building hall block \
             apartment km kilometer terminal district region radio tv studio agreement operation \
             table figure box footnote note priority pillar option list class model base center \
             hospital school committee team court municipality area village detachment",
            PROPER_LABEL,
        ),
        (
            "consecutive full calendar working work business additional more further continuous \
             successive extra whole straight solid uninterrupted school paid unpaid weekly daily \
             monthly cumulative intervening overtime holiday to-day non official public lunar \
             academic long standard rest separate such billable annual yearly entire different \
             guaranteed mandatory fully partially previous preceding last past prior",
            TIME_ADJECTIVE,
        ),
        (
            "person persons people girl girls boy boys woman women man men child children minor \
             minors youth youths adult adults individual individuals student students worker \
             workers citizen citizens employee employees anyone someone victim victims refugees \
             population those youngsters teenagers adolescents adolescent pupils respondents \
             females males female male juveniles juvenile offender offenders resident residents \
             persons voter voters candidates candidate applicants infants infant mothers daughters \
             sons daughter son pensioners elderly survivors prisoners detainees inmates mothers \
             pregnant brides partner spouse spouses",
            PERSON,
        ),
        (
            "people men women children police staff personnel youth media roma feet teeth cattle \
             livestock sheep policemen policewomen servicemen clergymen businessmen congressmen \
             congresswomen gunmen fishermen businesswomen militiamen clergy crew infantry \
             nationals offspring servicewomen firemen aircraft series alumni criteria data \
             percent internally",
            PLURAL,
        ),
        (
            "said reported stated estimated noted claimed alleged found told described indicated \
             argued asserted observed believed complained added commented explained expressed \
             documented suggested concluded revealed showed called criticized stressed reports \
             says states notes estimates claims alleges confirmed maintained announced remarked \
             acknowledged accused cited published warned recorded urged characterized recounted \
             testified wrote",
            REPORTING,
        ),
        (
            "most least few first main leading key best worst only major primary top prominent \
             principal important common many several reasons ways",
            RANKING,
        ),
        (
            "increased increase increases increasing decreased decrease decreases decreasing rose \
             rise rises rising raised raise raises raising fell fall falls falling dropped drop \
             drops dropping declined decline declines declining grew grow reduced reduce reduces \
             reducing lowered lower lowers lowering climbed extended extend extends extending \
             shortened changed change changes expanded expand expands expanding cut moved doubled \
             tripled went jumped improved up down commuted lengthened adjusted amended",
            CHANGE,
        ),
        (
            "member members person persons people seat judge bed beds inmate man woman justice \
             nation country state page pages room cell story storey story vehicle car unit student \
             candidate delegate signature count article city village family household worker \
             officer lawyer juror commissioner deputy language province district team strong \
             prisoner detainee shelter capacity employee recommendation lash lashes volume part",
            COUNTED,
        ),
        (
            "kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet \
             inch inches yards yard centimeters centimetres hectare hectares acre acres square cubic \
             ton tons tonnes tonne metric kilogram kilograms kg grams gram pounds ounces liter liters \
             litres gallons degrees degree calories kilocalories megabits megawatts km mm cm barrels \
             dunams sqm milligrams micrograms bytes gigabytes megabytes kilowatts watts volts \
             decibels caliber calibre",
            MEASURE,
        ),
        (
            "killed injured wounded arrested detained missing displaced dead released convicted died \
             registered imprisoned kidnapped abducted executed hospitalized rescued deported charged \
             prosecuted indicted sentenced reported pending disappeared acquitted elected appointed \
             infected employed enrolled affected tortured raped resettled tried",
            FATE,
        ),
        (
            "approximately nearly almost about around roughly only just exactly possibly reportedly \
             allegedly some estimated well perhaps even barely fully still probably merely \
             virtually precisely already officially",
            ADVERB,
        ),
        ("no not never cannot neither nor without nobody none", NEGATION),
        (
            "dollar dollars euro euros pound franc francs dinar dinars shekel shekels rupee rupees \
             peso pesos ruble rubles rouble roubles shilling shillings yen yuan renminbi rmb tenge \
             som soms som's sums somoni hryvnia hryvnias manat manats lari levs leva lei kuna kunas \
             zloty zlotys zlotych forint forints koruna korunas crown crowns krona kronor krone \
             kroner kronur dirham dirhams riyal riyals rial rials lira liras baht ringgit rupiah \
             dong kip riel riels kyat kyats taka ngultrum rufiyaa afghani afghanis tugrik tugriks \
             togrog won rands rand pula kwacha kwanza kwanzas metical meticais naira cedi cedis \
             leone leones dalasi dalasis ouguiya ouguiyas birr nakfa emalangeni lilangeni maloti \
             loti ariary escudo escudos dobra dobras real reais guarani guaranies boliviano \
             bolivianos bolivars bolivar sol soles colon colones quetzal quetzales lempira \
             lempiras cordoba cordobas balboa balboas gourde gourdes florin florins guilder \
             guilders tala pa'anga vatu kina toea cents cent euro-cents dram drams denar denars \
             marks lek leks lats litas kopecks pence sterling pataca patacas dollarization nuevos \
             bolívares colón colones córdobas guaraníes quetzals lira vatus kwachas nairas pulas \
             tenges birrs riel gold",
            CURRENCY,
        ),
        ("won real sol colon gold crown sums som pound mark marks loti cent crowns leone", DOUBTFUL_CURRENCY),
        (
            "usd eur gbp chf cny jpy inr rub uah kzt kgs uzs tjs tmt azn amd gel byn mdl ron bgn huf \
             pln czk sek nok dkk isk try ils nis jod lbp syp iqd irr sar aed qar kwd bhd omr yer egp \
             lyd tnd dzd mad mru sdg ssp etb ern djf sos kes tzs ugx rwf bif cdf xaf xof gnf ngn ghs \
             sle sll lrd gmd cve stn aoa zmw mwk mzn zwl zwg bwp nad zar lsl szl mga mur scr kmf pkr \
             npr btn bdt lkr mvr mmk thb lak khr vnd idr myr sgd bnd php twd krw kpw mnt hkd mop aud \
             nzd pgk sbd vuv fjd top wst xpf cad mxn gtq hnl nio crc pab cup dop htg jmd ttd bbd xcd \
             bsd bzd gyd srd cop ves vef bob pen clp ars uyu pyg brl awg ang afn rsd mkd bam hrk all \
             rs rm rp tk ksh tsh ush gs nt fcfa cfa le nfa",
            0,
        ),
        ("$ € £ ¥ ₦ ₹ ₪ ₽ ₴ ₸ ₺ ₩ ₱ ฿ ₫ ₡ ₲ ₵ ₾ ₼ ֏ ؋", SIGN),
        ("age ages aged", AGE),
        ("another additional further remaining", MORE),
        ("half daily weekly annually monthly yearly each apiece nationwide worldwide alone respectively overall instead later earlier ago", ADVERBIAL),
        ("hotline helpline dial dialing telephone phone call calling number", TELEPHONE),
    ])
});

static CODES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "usd eur gbp chf cny jpy inr rub uah kzt kgs uzs tjs tmt azn amd gel byn mdl ron bgn huf \
             pln czk sek nok dkk isk ils nis jod lbp syp iqd irr sar aed qar kwd bhd omr yer egp \
             lyd tnd dzd mad mru sdg ssp etb ern djf sos kes tzs ugx rwf bif cdf xaf xof gnf ngn ghs \
             sle sll lrd gmd cve stn aoa zmw mwk mzn zwl zwg bwp nad zar lsl szl mga mur scr kmf pkr \
             npr btn bdt lkr mvr mmk thb lak khr vnd idr myr sgd bnd php twd krw kpw mnt hkd mop aud \
             nzd pgk sbd vuv fjd wst xpf cad mxn gtq hnl nio crc pab cup dop htg jmd ttd bbd xcd \
             bsd bzd gyd srd cop ves vef bob clp ars uyu pyg brl awg ang afn rsd mkd bam hrk fcfa cfa \
             rmb",
            "",
        ),
        ("rs", "rupees"),
        ("rp", "rupiah"),
        ("rm", "ringgit"),
        ("tk", "taka"),
        ("ksh tsh ush", "shillings"),
        ("gs", "guaranies"),
        ("us u.s", "U.S. dollars"),
        ("a au", "Australian dollars"),
        ("c ca", "Canadian dollars"),
        ("nz", "New Zealand dollars"),
        ("hk", "Hong Kong dollars"),
        ("nt", "New Taiwan dollars"),
        ("s", "Singapore dollars"),
        ("b", "Bahamian dollars"),
        ("bz", "Belize dollars"),
        ("ec", "Eastern Caribbean dollars"),
        ("j", "Jamaican dollars"),
        ("tt", "Trinidad and Tobago dollars"),
        ("n", "Namibian dollars"),
        ("r", "reais"),
        ("g", "Guyanese dollars"),
        ("fj", "Fijian dollars"),
        ("si", "Solomon Islands dollars"),
        ("z", "Zimbabwean dollars"),
        ("bds", "Barbados dollars"),
        ("l", "Liberian dollars"),
    ])
});

/// The currency a code or the letters before a dollar sign stand for; empty where the code
/// itself is the best name.
pub(super) fn currency_code(key: u64) -> Option<&'static str> {
    CODES.get(key)
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Time {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
}

impl Time {
    /// How many of `unit` one of `self` makes, by the round reckoning of law books (a year is
    /// 12 months or 365 days, a month 30 days).
    pub(super) fn in_units_of(self, unit: Time) -> f64 {
        let days = |time: Time| match time {
            Time::Second => 1.0 / 86_400.0,
            Time::Minute => 1.0 / 1_440.0,
            Time::Hour => 1.0 / 24.0,
            Time::Day => 1.0,
            Time::Week => 7.0,
            Time::Month => 30.0,
            Time::Year => 365.0,
            Time::Decade => 3_650.0,
        };
        match (self, unit) {
            (Time::Year, Time::Month) => 12.0,
            (Time::Month, Time::Year) => 1.0 / 12.0,
            (Time::Year, Time::Week) => 52.0,
            (Time::Month, Time::Week) => 4.0,
            _ => days(self) / days(unit),
        }
    }
}

static TIMES: LazyLock<Lexicon<Time>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("second seconds", Time::Second),
        ("minute minutes", Time::Minute),
        ("hour hours", Time::Hour),
        ("day days night nights workday workdays weekday weekdays fortnight", Time::Day),
        ("week weeks workweek workweeks", Time::Week),
        ("month months", Time::Month),
        ("year years", Time::Year),
        ("decade decades", Time::Decade),
    ])
});

/// A word that numbers are written with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    /// zero … nineteen.
    Small(u8),
    /// twenty … ninety.
    Tens(u8),
    /// hundred.
    Hundred,
    /// thousand, million …
    Scale(f64),
    /// dozen.
    Dozen,
    /// half.
    Half,
    /// third(s), quarter(s), fifth(s) … of something; whether written as a plural.
    Part(u8, bool),
    /// a, an.
    Article,
    /// twice.
    Twice,
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let mut rows = Vec::new();
    let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ];
    rows.extend((0u8..).zip(small).map(|(n, word)| (word, Word::Small(n))));
    let tens = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    rows.extend((2u8..).zip(tens).map(|(n, word)| (word, Word::Tens(n * 10))));
    rows.extend([
        ("hundred", Word::Hundred),
        ("thousand", Word::Scale(1e3)),
        ("lakh lakhs", Word::Scale(1e5)),
        ("million mln", Word::Scale(1e6)),
        ("crore crores", Word::Scale(1e7)),
        ("billion bln", Word::Scale(1e9)),
        ("trillion", Word::Scale(1e12)),
        ("dozen", Word::Dozen),
        ("half halves", Word::Half),
        ("third", Word::Part(3, false)),
        ("thirds", Word::Part(3, true)),
        ("quarter fourth", Word::Part(4, false)),
        ("quarters fourths", Word::Part(4, true)),
        ("fifth", Word::Part(5, false)),
        ("fifths", Word::Part(5, true)),
        ("sixth", Word::Part(6, false)),
        ("sixths", Word::Part(6, true)),
        ("seventh", Word::Part(7, false)),
        ("sevenths", Word::Part(7, true)),
        ("eighth", Word::Part(8, false)),
        ("eighths", Word::Part(8, true)),
        ("ninth", Word::Part(9, false)),
        ("ninths", Word::Part(9, true)),
        ("tenth", Word::Part(10, false)),
        ("tenths", Word::Part(10, true)),
        ("a an", Word::Article),
        ("twice", Word::Twice),
    ]);
    Lexicon::new(&rows)
});

/// The number word with this key.
pub(super) fn number_word(key: u64) -> Option<Word> {
    WORDS.get(key)
}

/// The words of a sentence, looked at by place; every answer past either end is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    /// The words.
    pub(super) words: &'a Words,
    tokens: &'a [Token],
}

impl<'a> Look<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        Self {
            words,
            tokens: words.tokens(),
        }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    pub(super) fn key(self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.key)
    }

    /// The key `back` places before `at`.
    pub(super) fn key_before(self, at: usize, back: usize) -> u64 {
        at.checked_sub(back).map_or(0, |at| self.key(at))
    }

    pub(super) fn is(self, at: usize, key: u64) -> bool {
        self.key(at) == key
    }

    pub(super) fn roles(self, at: usize) -> Roles {
        match self.tokens.get(at) {
            Some(token) => ROLES.get(token.key).unwrap_or(0),
            None => 0,
        }
    }

    pub(super) fn has(self, at: usize, roles: Roles) -> bool {
        self.roles(at) & roles != 0
    }

    /// Whether the token `back` places before `at` has one of these roles.
    pub(super) fn had(self, at: usize, back: usize, roles: Roles) -> bool {
        at.checked_sub(back).is_some_and(|at| self.has(at, roles))
    }

    pub(super) fn word(self, at: usize) -> Option<Word> {
        self.tokens.get(at).and_then(|token| WORDS.get(token.key))
    }

    pub(super) fn time(self, at: usize) -> Option<Time> {
        self.tokens.get(at).and_then(|token| TIMES.get(token.key))
    }

    pub(super) fn glued(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn kind(self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub(super) fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    /// Written with a capital, or in capitals.
    pub(super) fn capital(self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.case != Case::Lower)
    }

    /// A hyphen that ties the words on both its sides together.
    pub(super) fn hyphen(self, at: usize) -> bool {
        self.glued(at) && self.glued(at + 1) && is_hyphen(self.str(at))
    }

    /// A dash of a range, tied or not.
    pub(super) fn dash(self, at: usize) -> bool {
        is_hyphen(self.str(at)) || matches!(self.str(at), "–" | "—" | "‒")
    }

    pub(super) fn str(self, at: usize) -> &'a str {
        self.words.at(at)
    }

    /// The words from `start` to `end`.
    pub(super) fn text(self, start: usize, end: usize) -> &'a str {
        self.words.span(start, end).of(self.words.text())
    }

    /// A noun that looks like more than one.
    pub(super) fn plural(self, at: usize) -> bool {
        if self.has(at, PLURAL) {
            return true;
        }
        let word = self.str(at);
        self.is_word(at)
            && word.len() > 3
            && (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous")
                && !word.ends_with("us") && !word.ends_with("is"))
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "‐" | "‑")
}

/// Phrases looked up by their last word, read from right to left.
#[derive(Debug)]
pub(super) struct Endings<T> {
    by_last: Lexicon<(usize, usize)>,
    rows: Vec<(Vec<u64>, T)>,
}

impl<T: Copy> Endings<T> {
    /// The phrases of a table; of two that fit, the longer is taken.
    pub(super) fn new(table: &[(&str, T)]) -> Self {
        let mut rows: Vec<(Vec<u64>, T)> = table
            .iter()
            .map(|(phrase, value)| (phrase.split(' ').rev().map(key_of).collect(), *value))
            .collect();
        rows.sort_by_key(|(keys, _)| (keys.first().copied(), usize::MAX - keys.len()));
        let mut by_last: Vec<(&str, (usize, usize))> = Vec::new();
        for (phrase, _) in table {
            let Some(last) = phrase.rsplit(' ').next() else {
                continue;
            };
            let key = key_of(last);
            let start = rows.partition_point(|(keys, _)| keys.first() < Some(&key));
            let end = rows.partition_point(|(keys, _)| keys.first() <= Some(&key));
            by_last.push((last, (start, end)));
        }
        Self {
            by_last: Lexicon::new(&by_last),
            rows,
        }
    }

    /// The longest phrase that ends right before `at`: where it starts, and its value.
    pub(super) fn before(&self, look: Look<'_>, at: usize) -> Option<(usize, T)> {
        let (start, end) = self.by_last.get(look.key_before(at, 1))?;
        self.rows.get(start..end)?.iter().find_map(|(keys, value)| {
            let from = at.checked_sub(keys.len())?;
            keys.iter()
                .enumerate()
                .all(|(back, key)| look.key_before(at, back + 1) == *key)
                .then_some((from, *value))
        })
    }
}
