//! The terms of numbers: the words they are written with, times, currency codes. In: a word's key;
//! out: what it stands for. Single words only.

use crate::lexicon::Lexicon;
use std::sync::LazyLock;

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
        (
            "day days night nights workday workdays weekday weekdays fortnight",
            Time::Day,
        ),
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
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    rows.extend((0u8..).zip(small).map(|(n, word)| (word, Word::Small(n))));
    let tens = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    rows.extend(
        (2u8..)
            .zip(tens)
            .map(|(n, word)| (word, Word::Tens(n * 10))),
    );
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

/// The time with this key.
pub(super) fn time_word(key: u64) -> Option<Time> {
    TIMES.get(key)
}
