//! Nouns that tell who a source is: "ministry", "activists", "survey"; and the words before them.
//!
//! In: nothing. Out: tables of words for the lexicon. No proper name of a country, place or person
//! stands here; well-known bodies are in the register (`bodies`).

use evenhand_report::SourceKind;

/// What a noun does for the phrase it heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Tells the kind by itself: "prosecutors".
    Head,
    /// Tells the kind only where nothing else does: "members", "leaders", "organizations".
    Weak,
    /// A document: its kind is that of the body behind it.
    Document,
    /// A law, which provides and does not credit.
    Law,
    /// Neither a person, nor a body, nor a document: "cases".
    Thing,
}

/// When a phrase with this noun names one institution or person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unique {
    /// "officials": a class.
    Never,
    /// "the ministry" is one; "a ministry" is not.
    WithThe,
    /// "police", "authorities": with or without the article.
    Always,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noun {
    /// What it does.
    pub(crate) role: Role,
    /// Who it is.
    pub(crate) kind: Option<SourceKind>,
    /// Whether it names one.
    pub(crate) unique: Unique,
}

use Role::{Document, Head, Law, Thing, Weak};
use SourceKind::{
    Affected, Court, Expert, Faith, ForeignState, Intergovernmental, Media, Ngo, Observer,
    Oversight, Party, State, Union,
};
use Unique::{Always, Never, WithThe};

const fn noun(role: Role, kind: SourceKind, unique: Unique) -> Noun {
    Noun {
        role,
        kind: Some(kind),
        unique,
    }
}

const fn plain(role: Role) -> Noun {
    Noun {
        role,
        kind: None,
        unique: Never,
    }
}

/// Every noun, by what it tells.
#[rustfmt::skip]
pub(crate) const NOUNS: &[(&str, Noun)] = &[
    // The state.
    ("prosecutors government authorities police parliament prosecution military army congress cabinet
      gendarmerie regime legislature judiciary politburo", noun(Head, State, Always)),
    ("ministry senate presidency administration treasury inspectorate municipality junta department
      directorate bureau customs navy secretariat embassy consulate house assembly state kingdom crown
      palace prefecture taskforce diet duma knesset majlis registry procuracy prosecutor-general", noun(Head, State, WithThe)),
    ("president minister premier chancellor king queen prince emir sultan governor mayor commissioner
      prosecutor ambassador general commander registrar superintendent undersecretary vice-president
      vice-minister prosecutor-general procurator sheriff chief-of-staff inspector-general solicitor-general
      monarch pm regent", noun(Head, State, WithThe)),
    ("cell agency office service authority corps force brigade division unit taskforce program programme
      railway bank institution board chamber chambers", noun(Weak, State, WithThe)),
    ("director secretary chief chairman chairwoman chairperson chair head coordinator attorney
      superior warden deputy", noun(Weak, State, WithThe)),
    ("official officer spokesperson spokesman spokeswoman soldier legislator lawmaker parliamentarian
      senator congressman congresswoman mp civil-servant bureaucrat councilor councillor policeman
      policewoman inspector bureaucrats apparatchik functionary functionaries statesman constable sergeant
      lieutenant captain colonel brigadier admiral corporal coroner", noun(Head, State, Never)),
    ("officials officers spokespersons spokesmen soldiers legislators lawmakers parliamentarians
      senators mps ministers ministries governors mayors commanders troops guards gendarmes
      inspectors servants agents coroners constables jailers jailer colonels captains policewomen administrators policemen embassies
      generals commissioners secretaries councilors councillors negotiators wardens municipalities
      cadres congressmen presidents", noun(Head, State, Never)),
    ("forces personnel agencies departments directors chiefs deputies services offices", noun(Weak, State, Never)),
    ("diplomats diplomat", noun(Head, ForeignState, Never)),
    ("decree", noun(Document, State, WithThe)),
    // Oversight.
    ("ombudsman ombudsperson ombudswoman ombuds auditor-general comptroller auditor chrc", noun(Head, Oversight, WithThe)),
    ("ombudsmen ombudspersons auditors", noun(Head, Oversight, Never)),
    ("commission mechanism", noun(Weak, Oversight, WithThe)),
    // Courts.
    ("court tribunal judge judges courts magistrate magistrates justices bench judgment judgement verdict
      ruling", noun(Head, Court, WithThe)),
    // NGOs.
    ("ngo ngos cso csos activist activists advocates advocate campaigners campaigner defenders defender
      nonprofit nonprofits non-profit watchdogs watchdog wikis hrd hrds shelters shelter hotline
      humanitarians", noun(Head, Ngo, Never)),
    ("organization organizations organisation organisations group groups association associations
      foundation foundations coalition coalitions alliance network networks initiative movement movements
      observatory observatories society societies center centre centers centres collective campaign platform forum project
      federation confederation league committee council consortium trust fund caucus
      volunteers monitor organizers organizer club clubs brotherhood sisterhood", noun(Weak, Ngo, WithThe)),
    // Intergovernmental.
    ("un eu au osce nato ecowas oas asean", noun(Head, Intergovernmental, Always)),
    ("rapporteur", noun(Head, Intergovernmental, WithThe)),
    ("peacekeepers rapporteurs", noun(Head, Intergovernmental, Never)),
    ("mission delegation envoy", noun(Weak, Intergovernmental, WithThe)),
    // Media.
    ("media press newspaper newspapers journalist journalists reporter reporters editor editors outlet outlets
      broadcaster broadcasters blogger bloggers magazine magazines columnist columnists publishers publisher
      correspondent correspondents radio television website websites daily weekly newsroom
      dailies weeklies blog cameraman photographers photographer
      headlines newswire podcaster podcasters influencer influencers vlogger vloggers newscaster anchors
      presenter presenters newsmagazine newsweekly newspapermen cameramen videographer videographers
      news-site wire-service tabloid tabloids newsletter newsletters anchorman reportage", noun(Head, Media, Never)),
    // Parties.
    ("party parties opposition oppositionist oppositionists politician politicians incumbent", noun(Head, Party, WithThe)),
    ("candidate candidates challengers challenger campaigns frontrunner", noun(Head, Party, Never)),
    // Unions and employers.
    ("guild guilds union unions unionists unionist syndicate syndicates employers employer firms firm company companies businesses
      businesspersons businessmen businesspeople entrepreneurs business investors corporations corporation
      manufacturers stewards", noun(Head, Union, Never)),
    // Faith.
    ("church churches imam imams clergy bishop bishops archbishop priest priests pastor pastors rabbi
      rabbis cleric clerics monks monk nuns diocese archdiocese mosque congregation congregations cardinal pope vatican
      patriarch missionaries mufti believers", noun(Head, Faith, Never)),
    // Experts.
    ("expert experts academic academics analyst analysts lawyer lawyers attorneys solicitor solicitors
      barristers barrister jurist jurists scholar scholars professor professors doctor doctors
      physician physicians psychologist psychologists researchers researcher economist economists
      scientists scientist specialists specialist practitioners practitioner historian historians
      sociologist sociologists advocates-general nurses clinicians psychiatrist psychiatrists university universities
      economists commentator commentators thinktank demographers tank tanks pathologist epidemiologist pollsters counsel
      consultants consultant statisticians anthropologist anthropologists criminologist criminologists
      political-scientist forensic-pathologist pediatrician pediatricians gynecologist gynecologists surgeon surgeons
      midwives midwife nurse therapist therapists psychotherapist counselor counselors notary notaries paralegals
      legal-scholars litigators litigator pollster demographer statistician geographer agronomist
      educators educator ethnographers theologian", noun(Head, Expert, Never)),
    ("institute", noun(Weak, Expert, WithThe)),
    // Those concerned.
    ("victim victims relative relatives detainee detainees prisoner prisoners inmate inmates witness
      witnesses eyewitness eyewitnesses resident residents refugee refugees worker workers migrant migrants
      survivor survivors family families mother mothers father fathers parents parent wife wives husband
      husbands brother brothers sister sisters son sons daughter daughters widow widows villager
      villagers farmer farmers teachers teacher student students women woman men man girls girl boys boy
      children child youth youths persons person people individuals individual employee employees
      laborers labourers miners fishermen herders defendant defendants plaintiff plaintiffs complainant complainants
      respondents respondent applicants applicant asylum-seekers seekers returnees protesters protester protestors
      demonstrators demonstrator strikers passengers patients consumers customers citizens citizen
      civilians civilian locals inhabitants neighbors neighbours landowners homeowners tenants users tribe tribes
      minorities immigrants foreigners nationals expatriates converts deportees defectors defector escapees
      hostages captives suspects suspect convicts convict accused petitioners petitioner voters lgbtqi lgbti
      idps drivers artist artists writer writers author authors musician musicians singer filmmaker actor
      actress comedian academics-at-risk adults adolescents teenagers teenager friends friend associates associate
      colleagues colleague veterans pensioners nomads trainees recruits soldiers' maids housewives roma
      businessman businesswoman households spouse spouses partner partners whistleblower whistleblowers contractors
      parishioners elders elder chief's clients client passersby bystanders interviewees callers
      cartoonist cartoonists rapper rappers poet poets playwright novelist novelists dissident dissidents exile exiles
      trafficker traffickers smuggler smugglers fisherman shopkeeper shopkeepers merchants merchant
      blogger-activist translators translator interpreter interpreters hunger-strikers bus-drivers driver taxi-drivers
      carpenters mechanics tailors cleaners cooks nannies pupils schoolchildren schoolteacher schoolteachers
      lecturers lecturer graduates alumni apprentices freelancers pedestrians motorists travelers travellers tourists
      tourist immigrant foreigner expatriate stepmother stepfather fiancee girlfriend boyfriend
      grandfather grandparents grandson granddaughter in-laws siblings sibling classmates classmate cellmate cellmates
      roommate neighbor neighbour landowner landlord landlords settlers settler pastoralists peasants peasant
      ranchers smallholders growers laborer labourer miner herder sailors sailor seafarers fishers
      conscripts conscript draftee draftees deserters ex-combatants ex-combatant internee internees
      hostage captive abductee abductees kidnapper kidnappers rapist rapists addicts
      dancers dancer celebrity celebrities comedians actors-guild filmmakers musician painters painter sculptor
      athlete athletes guardians caregivers orphans aunt uncle cousin nephew niece grandmother owner owners vendors vendor
      interns prostitutes traders fisherfolk adherents sufferers trans
      descendants perpetrators jews muslims christians catholics ex-prisoners
      detained assailant attacker attackers assailants gunman caller callers", noun(Head, Affected, Never)),
    ("member members staff community communities leader leaders representative representatives group's
      employees' participants participant followers supporters supporter kin
      population populations peoples nation management", noun(Weak, Affected, Never)),
    ("percent", noun(Head, Affected, Never)),
    // Observers.
    ("observer observers critic critics others sources source monitors skeptics sceptics pundits onlookers
      opponents proponents actors stakeholders commenters insiders watchers interlocutors
      countries governments contacts providers provider operators operator commentariat
      onlooker watcher spectators informants informant cynics detractors sceptic skeptic interlocutor quarters", noun(Weak, Observer, Never)),
    ("many some several most few both all", noun(Weak, Observer, Never)),
    ("teams team investigators", noun(Weak, Expert, Never)),
    // Documents.
    ("report reports survey surveys study studies data statistics estimates estimate figures statement
      statements release releases letter article articles index census information records record documents document
      investigation investigations inquiry assessment assessments review reviews paper papers
      communique announcement announcements poll polls findings research publication publications
      reporting account accounts reportage footage bulletin bulletins brief briefs letters
      database indicators analyses analysis testimony testimonies audit audits evaluation
      documentation coverage interviews website's yearbook survey's video videos
      numbers note petition complaint lawsuit suit submission memo memorandum scorecard barometer
      recommendations recommendation factsheet dossier communication communications dispatch dispatches writings
      datasets dataset mapping survey-data infographic questionnaire questionnaires compendium email tweet post posts speech fact-check indictment affidavit
      resolution resolutions communiqués communiqué communiques projections calculations transcript transcripts
      projection", plain(Document)),
    // Laws: they provide, they do not credit.
    ("law laws constitution code codes act acts legislation statute statutes regulation regulations bill bills amendment
      amendments rule rules provision provisions charter convention treaty policy article's
      clause ordinance ordinances edict order orders directive directives mandate procedure procedures
      guideline guidelines penalties contract contracts covenant protocol agreement accord sharia custom
      customs' schedule criteria standards", plain(Law)),
    // Neither.
    ("abuses abuse cases case incidents incident violations violation number numbers' complaints complaint's rate rates
      attacks attack killings deaths crimes crime conditions condition year years months month problems
      problem issue issues allegations claims restrictions prisons prison facilities facility areas
      area regions provinces district districts sectors sector industries industry measures efforts
      events event charges elections election trials trial raids operations discrimination violence
      harassment centers' matters letters' powers factors concerns instances
      corruption practices practice lack amount share proportion categories category evidence
      vaccines homes buildings schools hospitals clinics hours wages prices
      changes developments delays threats arrests detentions disappearances
      accidents injuries reforms thing things decision decisions plan plans", plain(Thing)),
];

/// Words before a noun that tell the kind when the noun alone does not.
#[rustfmt::skip]
pub(crate) const MODIFIERS: &[(&str, SourceKind)] = &[
    ("opposition party campaign electoral-bloc separatist ruling-party", Party),
    ("political", Party),
    ("religious church muslim christian jewish islamic catholic buddhist hindu orthodox protestant evangelical baha'i
      shia sunni ahmadiyya ahmadi faith faith-based interfaith clerical israelite adventist methodist anglican
      baptist pentecostal lutheran mormon sikh yezidi yazidi coptic rabbinical rabbinate jews christians muslims catholics witnesses
      islam judaism", Faith),
    ("union labor labour trade trades workers employees employers business chamber unions industrial commerce
      employee employer worker syndicate industrialists manufacturers", Union),
    ("media press news radio television tv newspaper journalistic broadcasting newspapers broadcast televised times
      tribune herald gazette news-agency broadcaster online-news", Media),
    ("rights human civil women's womens advocacy nongovernmental nonprofit humanitarian lgbt lgbti lgbtq lgbtqi watchdog
      environmental volunteer antitrafficking grassroots society feminist charitable charity
      activist relief aid anticorruption antiracism prodemocracy democracy community-based disability
      conservation transparency equality gender ngo ngos welfare gay lesbian transgender lawyers' cso
      indigenous-rights helsinki", Ngo),
    ("government official officials ministry minister state police military prison security federal governmental
      municipal provincial presidential parliamentary ministerial intelligence senior authorities interior
      administration health education immigration law-enforcement enforcement local-government cabinet
      justice army prosecutorial prosecutor prosecutor's customs consular congressional senate
      executive legislative royal public correctional penitentiary regulatory tax census", State),
    ("court supreme appellate tribunal judicial", Court),
    ("ombudsman's ombudsman ombudsperson", Oversight),
    ("international un intergovernmental multilateral", Intergovernmental),
    ("foreign diplomatic", ForeignState),
    ("legal medical academic scientific scholarly university health-care psychiatric think", Expert),
    ("opposition's", Party),
];
