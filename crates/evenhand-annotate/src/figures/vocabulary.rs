//! The words that figures are made of and stand among: number words, times, currencies, and the
//! small grammar that tells where a number's noun begins and ends. In: a token; out: what it can
//! be. Looks at single words only; what stands around them is for the rules to weigh.

use crate::lexicon::Lexicon;

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
        (
            "the a an this these those its their his her our your my such",
            DETERMINER,
        ),
        (
            "all each every both any some several many other others",
            DETERMINER,
        ),
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
        (
            "he she it they we you i them him us me himself herself themselves itself there",
            PRONOUN,
        ),
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
             sat bore bought grew hid knew heard lay sued taught understood withdrew wore \
             require requires provides remains allows operates operate exists continues hear hears \
             consists contains receives governs belongs depends accounts",
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
             pregnant brides partner spouse spouses mother father brother \
             sister wife husband uncle aunt grandmother grandfather accused defendant perpetrator",
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
        (
            "no not never cannot neither nor without nobody none",
            NEGATION,
        ),
        (
            "dollar dollars euro euros pound franc francs dinar dinars shekel shekels rupee rupees \
             peso pesos ruble rubles rouble roubles shilling shillings yen yuan renminbi rmb tenge \
             som soms som's sums somoni hryvnia hryvnias manat manats lari lev levs leva lei kuna kunas \
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
        (
            "won real sol colon gold crown sums som pound mark marks loti cent crowns leone",
            DOUBTFUL_CURRENCY,
        ),
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
        (
            "half daily weekly annually monthly yearly each apiece nationwide worldwide alone thereafter respectively overall instead later earlier ago",
            ADVERBIAL,
        ),
        (
            "hotline helpline dial dialing telephone phone line call calling number",
            TELEPHONE,
        ),
    ])
});

/// What the word with this key can be.
pub(super) fn roles_of(key: u64) -> Roles {
    ROLES.get(key).unwrap_or(0)
}
