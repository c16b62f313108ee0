//! What a word can be in and around a name: one table, one look-up a token.
//!
//! In: the key of a word. Out: a set of roles. No country, and no person or body of a single
//! country, stands here; countries and their leaders come from the register (`register`).
//! `plain_words.txt` holds ordinary English words that also occur with a capital (counted over nine
//! editions: in small letters at least 6 times and in more than an eighth of the uses);
//! `given_names.txt` holds first names borne in many countries.

use crate::lexicon::KeyHasher;
use crate::tokens::key_of;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// A set of roles.
pub(super) type Roles = u32;

/// An ordinary English word.
pub(super) const PLAIN: Roles = 1;
/// A word that never belongs to a name at the start of a sentence: article, preposition, pronoun, adverb.
pub(super) const FUNCTION: Roles = 1 << 1;
/// A title or post that stands before a person's name ("President").
pub(super) const TITLE: Roles = 1 << 2;
/// A noun for a person ("journalist").
pub(super) const PERSON_NOUN: Roles = 1 << 3;
/// A noun for a body ("newspaper").
pub(super) const BODY_NOUN: Roles = 1 << 4;
/// A noun for a place ("village").
pub(super) const PLACE_NOUN: Roles = 1 << 5;
/// The head noun of a body's name ("Ministry").
pub(super) const BODY_HEAD: Roles = 1 << 6;
/// The head noun of a place's name ("Province").
pub(super) const PLACE_HEAD: Roles = 1 << 7;
/// The head noun of a law, document, day, event ("Act").
pub(super) const DOCUMENT_HEAD: Roles = 1 << 8;
/// A first name.
pub(super) const GIVEN: Roles = 1 << 9;
/// An adjective of a people, religion or language ("Muslim"), or a country's.
pub(super) const ADJECTIVE: Roles = 1 << 10;
/// A month or weekday.
pub(super) const DATE: Roles = 1 << 11;
/// Capitals that are no name ("HIV", "Internet").
pub(super) const NO_NAME: Roles = 1 << 12;
/// A small word inside persons' and places' names ("bin", "de").
pub(super) const PARTICLE: Roles = 1 << 13;
/// "of", "for", "on", "against", "to": joins the parts of a body's name.
pub(super) const JOINER: Roles = 1 << 14;
/// "North", "Upper": with a name it makes a place.
pub(super) const SIDE: Roles = 1 << 15;
/// "in", "near", "from": stands before places.
pub(super) const PLACE_BEFORE: Roles = 1 << 16;
/// A body with a name of one ordinary word ("Parliament").
pub(super) const ALONE_BODY: Roles = 1 << 17;
/// An article or possessive before a noun.
pub(super) const DETERMINER: Roles = 1 << 18;
/// A verb whose subject is a person ("died"), or that follows one ("was").
pub(super) const PERSON_ACT: Roles = 1 << 19;
/// A country's name.
pub(super) const COUNTRY: Roles = 1 << 20;
/// A capital.
pub(super) const CAPITAL: Roles = 1 << 21;
/// A head of state or government of the register.
pub(super) const LEADER: Roles = 1 << 22;
/// Inside a unit of the register, not its first word.
pub(super) const INSIDE: Roles = 1 << 23;
/// A person of the family ("wife").
pub(super) const KIN: Roles = 1 << 24;
/// Capitals all through: "UNHCR".
pub(super) const ACRONYM: Roles = 1 << 25;
/// An abbreviation that keeps its point ("Dr.").
pub(super) const ABBREVIATION: Roles = 1 << 27;
/// An ordinary word that often opens a sentence before a name.
pub(super) const OPENER: Roles = 1 << 28;
/// A name that is one of the register (country, capital or leader).
pub(super) const REGISTER: Roles = COUNTRY | CAPITAL | LEADER;

const ROWS: &[(Roles, &str)] = &[
    (
        FUNCTION,
        "a about above according across additionally after afterwards again against albeit all allegedly almost along \
         already also although always am amid among amongst an and another any anyone approximately are around as at \
         away based be because been before being below beneath beside besides between beyond both but by can \
         compared concerning consequently considering could despite did do does domestic due during each earlier either \
         elsewhere especially even eventually ever every everyone except excluding few fewer finally first following for \
         foreign former formerly fortunately frequently from fully further furthermore generally given had has have he \
         hence her here him his historically how however i if in including indeed initially inside instead into is it its \
         itself just last lastly lately later least less like likewise local many may meanwhile members might more moreover \
         most mostly much must my near nearby nearly neither never nevertheless new next no nobody none nonetheless nor not \
         nothing notwithstanding now numerous occasionally of off often on once one only onto opposite or original other others \
         otherwise ought our out outside over overall own particularly past pending per perhaps persons previously \
         prior privately pursuant rather recently regarding regardless reportedly respectively responding same second \
         separately several shall she should similarly simultaneously since so some someone sometimes somewhat soon specifically \
         still subsequently such than that the their them then thereafter therefore these they third this those though \
         through throughout thus till to together too toward towards two three four five six seven eight nine ten typically \
         under unfortunately unknown unlike unlikely until unto up upon us usually various very via virtually was we well were \
         what whatever when whenever where whereas wherever whether which while who whoever whom whose why widely will \
         with within without would yet you your",
    ),
    (
        OPENER,
        "dozens hundreds thousands media sources reports observers critics activists residents police officials lawyers \
         journalists protesters witnesses victims individuals representatives leaders women men children girls boys workers \
         employers prosecutors prisoners detainees judges courts supporters relatives groups organizations nongovernmental \
         ngos separate unidentified suspected armed authorities security state opposition government progovernment former then \
         international national regional federal provincial labor human civil public students teachers refugees migrants citing see note",
    ),
    (
        DETERMINER,
        "a an the his her their its our my your this that these those another each every some one two three four five six \
         seven eight nine ten several many both no any other fellow",
    ),
    (
        TITLE | PERSON_NOUN,
        "president vice-president minister premier chancellor judge justice magistrate general colonel captain major \
         lieutenant sergeant corporal brigadier admiral commander commodore marshal inspector superintendent constable \
         sheikh shaikh sheik shaykh imam ayatollah mullah mufti rabbi father bishop archbishop cardinal pope patriarch \
         metropolitan reverend pastor priest sister brother dr mr mrs ms miss prof professor professors doctor king queen prince \
         princess sultan sultana emir amir shah senator congressman congresswoman representative deputy governor mayor \
         ambassador secretary undersecretary commissioner chief director chairman chairwoman chairperson chair speaker mp \
         mps attorney prosecutor ombudsman ombudswoman ombudsperson rapporteur envoy spokesperson spokesman spokeswoman \
         sir lord lady lama haji hajj maulana mawlana comrade hon honorable sen rep gov gen col capt maj lt sgt rev brig \
         fr msgr lieutenant-general counselor councilor councillor administrator editor coordinator solicitor registrar \
         leader ceo cofounder founder vice prefect deacon monk nun venerable advocate candidate officer taoiseach \
         hojatoleslam cheikh maître maitre comptroller head",
    ),
    (
        ABBREVIATION,
        "dr mr mrs ms prof st gen col capt maj lt sgt rev brig fr msgr hon sen rep gov jr sr cpl adm cmdr insp supt ste",
    ),
    (
        PERSON_NOUN,
        "journalist journalists activist activists leaders blogger bloggers lawyer lawyers attorneys banker businessman \
         businesswoman businessmen businessperson entrepreneur tycoon oligarch magnate defender defenders politician \
         politicians member members candidates student students teacher teachers editors reporter reporters \
         correspondent correspondents photographer photographers photojournalist cameraman cameramen columnist commentator \
         broadcaster presenter anchor host author authors writer writers novelist poet poets playwright artist artists actor actress \
         singer singers rapper musician musicians comedian filmmaker filmmakers producer director-general lawmaker lawmakers \
         legislator legislators parliamentarian parliamentarians deputies senators ministers judges magistrates prosecutors \
         governors mayors chiefs directors presidents officers official officials soldier soldiers policeman policemen guard \
         general-secretary secretary-general advisor adviser advisors advisers aide aides ally allies associate associates \
         partner partners colleague colleagues critic critics dissident dissidents prisoner prisoners detainee detainees \
         inmate inmates suspect suspects defendant defendants convict victim victims survivor witness whistleblower \
         whistleblowers informant citizen citizens national nationals resident residents migrant refugee farmer farmers \
         fisherman worker workers trader driver drivers engineer doctor doctors nurse physician psychologist psychiatrist \
         economist historian scientist scholar academic academics researcher researchers lecturer expert experts analyst \
         analysts consultant unionist unionists trade-unionist organizer organizers campaigner campaigners environmentalist \
         feminist cleric clerics preacher preachers missionary priests pastors bishops monks nuns chieftain elder warlord \
         commanders rebel militant militants fighter fighters terrorist jihadist gunman kingpin smuggler trafficker gangster \
         youth teenager boy girl man woman men women child baby infant toddler person persons individual individuals human \
         executive executives manager managers owner owners shareholder publisher publishers owner-editor \
         founders co-founder cofounders spokespersons representatives participant participants protester protesters \
         demonstrator demonstrators opponent opponents rival rivals supporter supporters follower followers figure figures \
         hopeful contender nominee winner incumbent predecessor successor heir monarch ruler dictator strongman autocrat \
         programmer developer influencer youtuber vlogger tiktoker athlete footballer player coach boxer wrestler champion \
         accountant auditor treasurer treasurers bureaucrat diplomat diplomats consul envoys delegate peacekeeper pilot \
         sergeant-major trainee apprentice intern volunteer volunteers paramedic pharmacist veteran guide \
         financier industrialist developer landlord shopkeeper vendor herder peasant miner laborer barber \
         laureate playwrights essayist translator interpreter linguist jurist jurists notary bailiff \
         Christian Rom lesbian prodigy celebrity model bodyguard assassin hitman murderer perpetrator fugitive \
         facilitator chairpersons chairmen ministers-delegate commissioner-general governor-general",
    ),
    (
        PERSON_NOUN | KIN,
        "wife husband son daughter father mother brother sister brothers sisters sons daughters parents uncle aunt nephew \
         niece cousin cousins grandson granddaughter grandfather grandmother spouse widow widower fiance fiancee fiancé \
         fiancée girlfriend boyfriend son-in-law father-in-law brother-in-law half-brother stepson stepfather relative \
         relatives friend friends twin lover kin",
    ),
    (
        BODY_NOUN,
        "newspaper newspapers daily weekly magazine magazines website websites portal portals outlet outlets station stations \
         channel channels broadcaster broadcasters network networks television radio agency agencies blog podcast ngo ngos \
         organization organizations organisation organisations group groups association associations foundation coalition \
         coalitions alliance federation confederation union unions party parties movement movements militia militias gang \
         gangs cartel cartels syndicate company companies firm firms corporation conglomerate enterprise bank airline \
         retailer contractor manufacturer app apps platform platforms charity charities think-tank tank institute center centre university college \
         school hospital church sect cult club society council committee commission body bloc insurgency consortium publisher \
         journal tabloid paper operator provider supermarket brewery factory team band initiative institution institutions",
    ),
    (
        PLACE_NOUN,
        "city cities town towns village villages hamlet province provinces region regions district districts area areas \
         neighborhood neighborhoods neighbourhood suburb suburbs municipality municipalities state states island islands \
         archipelago camp camps prison prisons jail river lake valley mountain governorate governorates oblast department \
         departments county counties commune communes canton cantons township townships prefecture prefectures territory \
         territories subdistrict settlement settlements capital coast peninsula strait port border zone slum favela outskirts \
         atoll parish parishes ward barangay community communities sector locality localities subcounty stronghold penitentiary",
    ),
    (
        BODY_HEAD,
        "ministry ministries department departments directorate directorates committee committees subcommittee commission \
         commissions court courts tribunal tribunals chamber chambers party parties foundation foundations union unions \
         office offices police council councils agency agencies authority authorities board boards bureau bureaus secretariat \
         institute institutes institution center centers centre centres association associations federation confederation \
         congress coalition alliance league society movement front forum network organization organizations organisation \
         organisations group groups service services force forces army navy guard guards corps brigade brigades battalion \
         regiment division command unit units team university universities college school academy polytechnic faculty hospital hospitals clinic \
         church churches synod diocese archdiocese brotherhood fund bank company corporation holding holdings enterprise \
         consortium inc ltd llc limited plc times post news newspaper gazette tribune herald journal magazine radio tv \
         television broadcasting channel press media agence telegraph guardian observer monitor watch mission delegation embassy consulate \
         parliament assembly senate legislature house cabinet inspectorate ombudsman defensoria defensoría prosecutor-general \
         observatory observatoire laboratory rapporteur registry registrar constabulary gendarmerie intelligence militia administration \
         administrations presidency government trust collective syndicate syndicat workers teachers journalists lawyers jurists \
         women's students syndicates caucus bloc club clubs initiative working-group taskforce task-force fellowship ministries \
         treasury customs immigration penitentiary-service investigations mechanism platform partnership consulates high-commission \
         airlines railways telecom telecommunications communications electoral-commission committee's reporters doctors \
         physicians mothers veterans fighters rangers secretariats cooperative cooperatives conference directorate-general branch station fraternity \
         politburo presidium duma majlis shura knesset diet sejm bundestag bundesrat storting riksdag folketing althing loya jirga \
         taliban mafia cartel youth solidarity memorial publishing studio studios theater theatre museum library \
         syndicale asociación asociacion comisión comision comité comite fundación fundacion instituto ministerio partido movimiento \
         coordinadora consejo corte defensor sindicato association mouvement parti ligue comité conseil centre réseau reseau fédération \
         organisation ong partido partei centro frente red grupo banco universidad colegio hermanos organisasi",
    ),
    (
        ALONE_BODY,
        "parliament congress senate knesset duma majlis bundestag bundesrat sejm riksdag storting folketing althing diet \
         politburo taliban interpol europol frontex gendarmerie presidency cabinet facebook twitter instagram whatsapp youtube \
         telegram tiktok google wikipedia signal hezbollah hizballah hamas houthi houthis unicef unesco unaids eurostat amnesty carabineros \
         carabinieri reuters bloomberg vkontakte wechat weibo microsoft apple skype viber facebook's interior",
    ),
    (
        PLACE_HEAD,
        "province provinces oblast oblasts region regions district districts county counties city town township townships village \
         villages island islands isles archipelago river rivers lake mountain mountains mount valley desert sea ocean bay gulf \
         peninsula strait straits cape coast governorate governorates governate prefecture prefectures canton cantons municipality \
         municipalities commune communes parish subdistrict subprefecture territory territories republic emirate kingdom state \
         states camp camps settlement barracks prison prisons jail penitentiary penitentiaries square street avenue road highway bridge \
         airport port harbor harbour forest park plateau delta basin highlands heights hill hills plains falls creek canal \
         mosque cathedral temple monastery shrine synagogue cemetery monument stadium palace market reservation reserve \
         neighborhood quarter suburb subcounty division ward barangay krai raion rayon okrug autonomous atoll atolls reef \
         woreda kebele wilaya voivodeship department departments reformatory fort base checkpoint crossing corridor triangle strip bank \
         colony dungeon mine dam facility complex plaza isla islas puerto cerro villa lago rio río",
    ),
    (
        DOCUMENT_HEAD,
        "law laws act acts code codes constitution convention conventions covenant protocol protocols declaration declarations decree \
         decrees treaty treaties agreement agreements charter article articles section sections chapter bill bills amendment \
         amendments plan plans strategy strategies program programs programme programmes policy policies report reports resolution resolutions \
         framework index guidelines guideline rules rule principle principles statute statutes order orders ordinance ordinances \
         directive directives regulation regulations accord accords accord's pact edict roadmap recommendation recommendations \
         review survey surveys study findings overview yearbook barometer list map handbook manual standards standard campaign \
         day week month year eve prize award awards medal war wars holocaust genocide operation operations project projects summit \
         games cup championship spring revolution festival parade concert course fair olympics world-cup elections election referendum census \
         penal-code roadmap note memorandum memoranda understanding scheme scale score rating notice warrant visa passport card certificate \
         platform-for-action goals goal agenda budget white-paper bulletin decision judgment ruling verdict case cases trial affair scandal \
         massacre uprising crisis pandemic epidemic disease syndrome virus fever hurricane cyclone typhoon earthquake flood storm \
         model doctrine ideology theory age century era period season number no nos annex appendix table part paragraph clause title \
         schedule bible koran quran torah gospel sharia shari'a minimum forms worst practices indicators responsibilities requirements",
    ),
    (
        ADJECTIVE,
        "muslim muslims christian christians jewish jew jews islamic islamist islamists islam catholic catholics orthodox \
         protestant protestants evangelical evangelicals pentecostal pentecostals baptist baptists methodist lutheran anglican adventist mormon mormons \
         buddhist buddhists buddhism hindu hindus hinduism sikh sikhs jain jains shia shias shi'a shi'as shi'ite shi'ites shiite shiites \
         sunni sunnis ahmadi ahmadis ahmadiyya alawite alawites ismaili zaidi bahai baha'i baha'is bahais zoroastrian zoroastrians rastafarian \
         rastafarians voodoo salafi salafist wahhabi sufi judaism christianity catholicism hebrew yiddish latin arabic mandarin \
         cantonese english spanish french russian urdu hindi swahili kiswahili creole farsi dari pashto roma romani romany rom sinti \
         ashkali balkan-egyptian traveller travellers kurdish kurds kurd arab arabs persian persians berber berbers amazigh tibetan tibetans uighur \
         uighurs uyghur uyghurs rohingya rohingyas hazara hazaras pashtun pashtuns tajik uzbek tatar tatars crimean chechen chechens ingush bashkir circassian tamil \
         tamils dalit dalits sinhalese bengali punjabi balochi baloch sindhi kachin karen shan kayin rakhine hmong montagnard montagnards khmer \
         malay malays bumiputera dayak papuan papuans maori aboriginal aborigines inuit metis métis mapuche maya mayan quechua aymara guarani garifuna \
         quilombola afro-descendant afro hispanic latino latina black blacks white whites indigenous native natives african africans asian asians european \
         europeans western westerners caucasian caucasians middle-eastern sub-saharan saharan sahelian eurasian balkan baltic nordic scandinavian slavic slavs \
         bantu twa batwa pygmy pygmies basarwa khoisan khoi hutu hutus tutsi tutsis fulani fula peul hausa igbo yoruba ijaw oromo oromos amhara tigrayan \
         tigrayans afar sahrawi sahrawis tuareg tuaregs dinka nuer darfuri maasai kikuyu luo zulu xhosa bidoon bidoons yezidi yezidis yazidi yazidis druze copt copts coptic \
         chaldean assyrian assyrians turkmen turkoman turkmens turkomans shabak kaka'i mandean mandaean palestinian palestinians israeli bosniak bosniaks serb serbs croats \
         croat macedonians vlach vlachs gorani nazi nazis nazism neo-nazi neo-nazis soviet communist marxist maoist leninist stalinist stalin-era gypsy gypsies semitic \
         anti-semitic anti-semitism hui mongols gulenist gülenist kemalist falun-gong jehovah's jehovah witnesses kosovar abkhaz ossetian transnistrian \
         kabyle rastafari latvians igbos somalis lgbtqi+ syriac albinos",
    ),
    (
        DATE,
        "january february march april may june july august september october november december monday tuesday wednesday \
         thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec",
    ),
    (
        NO_NAME,
        "internet web worldwide covid covid-19 ebola hiv aids hiv/aids sars tb idp idps ngo ngos ingo ingos cso csos lgbt lgbti \
         lgbtq lgbtqi lgbtqia lgb lgbtiq tv pm am ceo dna gdp ppe ied ieds sim vat gbv sgbv fgm osh fgm/c id ids ids gps usb sms vpn vpns mou mous noc nocs \
         ii iii iv vi vii viii ix xi xii xiii xiv xv usd eur gbp chf cad aud xaf xof gnf cfa kzt rub uah inr pkr euro euros dollar dollars franc francs peso pesos \
         rupee rupees dinar dinars dirham dirhams riyal riyals rial rials ruble rubles lira kwacha kwanza naira cedi shilling shillings rand won yen yuan baht ringgit \
         rupiah dong kyat taka tenge som somoni manat lari dram leu lei lev zloty koruna forint krona krone euro-area hryvnia hryvnias gourde gourdes lempira lempiras quetzal quetzales \
         colon colones cordoba cordobas balboa guarani soles real reais bolivar bolivars bolivares pula loti maloti metical meticais ariary dalasi leone leones cedis \
         ramadan christmas easter eid ashura diwali hanukkah passover halloween hajj umrah bible koran quran qur'an torah god allah holocaust mr. antisemitism semitism \
         cedaw iccpr icescr crpd udhr cat/op opcat covid‑19 h1n1 ict icts it pdf url rsf-index gmt utc cctv ak ak-47 ptsd stem sti stis std ivf iud iuds ussr eez pwd pwds sogi \
         twitterspace wi wifi wi-fi o.k ok vs ph.d phd md ba ma msc mba un-backed l'etat allahu akbar dec. zina hijab burqa niqab hudood hudud i we he she it they youtubers \
         marxism communism socialism islamism zionism fascism feminism apartheid north-south cold-war westernized transgender lgbtqi2s+ lgbtqi2s 2slgbtqi+ 2slgbtqi lgbtq2i",
    ),
    (
        PARTICLE,
        "de del della dela la las los le du des di da das do dos e y et van von der den ter ten bin bint ibn ben al el ul \
         ur abu ould mint wa ag ap",
    ),
    (JOINER, "of for on against to"),
    (
        SIDE,
        "north south east west northern southern eastern western northeast northwest southeast southwest northeastern \
         northwestern southeastern southwestern central upper lower greater inner outer mid new old saint st san santa mount mt lake \
         cape port fort",
    ),
    (
        PLACE_BEFORE,
        "in near from at outside inside across around throughout between through within into toward towards via to",
    ),
    (
        PERSON_ACT,
        "was were had has said told died remained who whom whose is did stated testified denied appealed pled pleaded fled went \
         received served claimed alleged called tweeted posted wrote disappeared suffered left returned won lost took made \
         ran became resigned reported began stood argued refused asked filed faced spent used sought announced also reportedly allegedly \
         later continued founded admitted appeared arrived attended participated published accused criticized",
    ),
];

/// The table of all words.
struct Vocabulary(HashMap<u64, Roles, BuildHasherDefault<KeyHasher>>);

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut words: HashMap<u64, Roles, BuildHasherDefault<KeyHasher>> = HashMap::default();
    let mut add = |roles: Roles, list: &str| {
        for word in list.split_whitespace() {
            *words.entry(key_of(word)).or_insert(0) |= roles;
        }
    };
    add(PLAIN, include_str!("plain_words.txt"));
    add(GIVEN, include_str!("given_names.txt"));
    for (roles, list) in ROWS {
        add(*roles, list);
    }
    Vocabulary(words)
});

/// The roles a word can play.
pub(super) fn roles(key: u64) -> Roles {
    VOCABULARY.0.get(&key).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_report::country::Countries;

    #[test]
    fn holds_no_country_as_an_ordinary_word() {
        for country in Countries::register().all() {
            for name in std::iter::once(&country.name).chain(&country.adjectives) {
                let found = roles(key_of(name)) & (PLAIN | FUNCTION | GIVEN | BODY_HEAD | NO_NAME);
                assert_eq!(found, 0, "{name} is also listed as a word");
            }
        }
    }

    #[test]
    fn a_word_has_all_its_roles() {
        assert_ne!(roles(key_of("Minister")) & TITLE, 0);
        assert_ne!(roles(key_of("minister")) & PERSON_NOUN, 0);
        assert_ne!(roles(key_of("Commission")) & BODY_HEAD, 0);
        assert_eq!(roles(key_of("Ablyazov")), 0);
    }
}
