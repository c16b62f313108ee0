//! Words of the field that stand for one another in replies and reports.
//!
//! In: the stem of a word. Out: the groups it belongs to. The groups are of the genre: how
//! ministries and their critics speak of the same thing, in translation too. No group knows a
//! country. A group says "look there too", never "means the same".

use crate::words::{KeyMap, stem};
use std::sync::LazyLock;

/// One group a line. Several words joined by `_` are not wanted here: groups hold single words.
const GROUPS: &[&str] = &[
    "shelter refuge crisis safehouse",
    "kill killing murder murdered slain dead died die death deaths fatality casualty homicide execution lives perish victim",
    "wounded injured injury hurt",
    "jail prison penitentiary colony imprisonment incarceration prisoner inmate",
    "detain detention arrest custody detained arrested",
    "police policeman policemen policewoman policewomen officer militia law-enforcement gendarme",
    "unrest riot disturbance protest demonstration rally event upheaval tragic tragedy",
    "torture ill-treatment mistreatment abuse beating cruelty",
    "tighten increase raise toughen strengthen stiffen harsher stricter",
    "reduce lower cut decrease halve ease relax simplify liberalize liberalise liberalization liberalisation soften",
    "obstacle barrier hindrance",
    "disability disabled invalid wheelchair",
    "nonpartisan non-partisan independent self-nominated unaffiliated single-mandate",
    "relative family kin brother sister spouse wife husband relatives",
    "wage salary pay earnings remuneration",
    "worker employee labor labour workforce employment working",
    "union syndicate trade-union",
    "ngo nongovernmental nongovernment nonprofit civil foundation charity association organisation organization",
    "register registration registered registry deregistration unregistered",
    "election vote poll ballot electoral voting referendum",
    "parliament legislature assembly mp deputy lawmaker senate mazhilis",
    "president presidency presidential head-of-state",
    "term tenure mandate",
    "ban prohibit forbid outlaw banned prohibition bar",
    "law act legislation statute code amendment bill",
    "reform change amendment transformation modernization modernisation",
    "court tribunal judge judiciary judicial justice",
    "lawyer attorney counsel advocate defender",
    "convict sentence conviction verdict sentenced condemn judgment",
    "trial case prosecution proceedings hearing",
    "punish punishment penalty sanction liability responsibility accountability",
    "crime criminal offense offence felony",
    "fraud embezzlement laundering tax evasion nonpayment bribery corruption corrupt",
    "extradite extradition return surrender",
    "fugitive exile exiled wanted escape abroad",
    "cross-border transnational extraterritorial abroad",
    "repression persecution reprisal harassment pressure intimidation",
    "opposition dissident critic",
    "leader head chief chairman founder",
    "elite elites clan faction",
    "internal domestic inner",
    "conflict clash struggle strife confrontation dispute",
    "journalist reporter correspondent editor blogger press media",
    "newspaper outlet broadcaster media press",
    "website site internet online web page address",
    "block blocked shut suspend restrict",
    "blame accuse responsibility fault allege charge",
    "praise welcome commend credit",
    "fund funding finance grant donor money support subsidy sponsor",
    "woman women female girl gender",
    "child children minor juvenile boy girl",
    "domestic violence family beating battery household partner",
    "rape sexual assault",
    "homosexual lgbt lgbti lgbtq lgbtqi gay lesbian same-sex partnership transgender queer",
    "religion religious faith church mosque worship",
    "minority ethnic nationality",
    "refugee asylum migrant displaced",
    "stateless citizenship nationality passport",
    "surveillance wiretap monitoring eavesdropping tracking",
    "monitor observe observer visit inspect inspection mission",
    "unannounced warning prenotification notification notice",
    "ombudsman ombudsperson defender commissioner",
    "mine miner coal pit colliery",
    "accident disaster explosion catastrophe",
    "compensation payment indemnity damages paid",
    "amnesty pardon release freed clemency",
    "death-penalty capital execution",
    "election candidate run nominate stand contest",
    "party movement political faction",
    "complaint appeal petition",
    "health hospital medical treatment clinic doctor",
    "food nutrition meal",
    "education school teacher pupil student",
    "poverty subsistence minimum",
    "socio-economic socioeconomic economic social welfare wage poverty pension housing employment subsistence",
    "conditions occupational safety osh hazardous working",
    "safety occupational osh hazard hazardous",
    "standard norm requirement",
    "statistics figure number data count total estimate",
    "unofficial estimate informal",
    "list listed register include inclusion",
    "improve improvement progress positive advance better",
    "worsen deterioration setback worse",
    "restrict limit restriction limitation constrain",
    "participate participation take-part role",
    "state government authorities official administration",
    "region province oblast district territory",
    "soldier army military armed troops guard",
    "embassy consulate diplomat ambassador",
    "property land housing house home",
    "secret classified confidential undisclosed",
    "source sources unnamed anonymous named name",
    "free freedom liberty",
    "legal aid counsel free lawyer",
    "terrorism terrorist extremism extremist",
    "inquiry investigation commission probe",
    "fence detention closed camp",
    "alter altered change changed changes unchanged",
    "kidnap kidnapping kidnapped abduct abducted abduction disappear disappearance disappeared",
    "beat beaten beating baton blow blows kick",
    "electrocute electrocuted electrocution shock electric",
    "magistrate judge justice",
    "dismiss dismissed dismissal remove removed removal sack sacked fire fired oust ousted replace",
    "pact truce deal agreement negotiate negotiated negotiation",
    "spyware hacking hacked infiltrate eavesdropping wiretap surveillance pegasus",
    "gang gangs maras mara criminal crime",
    "slander libel defamation defame insult",
    "pushback pushbacks expel expelled expulsion return deport deportation",
    "migrant migrants refugee asylum displaced idps",
    "crowded overcrowded overcrowding",
    "deadly lethal life-threatening",
    "hunger starvation malnutrition food",
    "pardon pardoned amnesty release released freed",
    "condemn condemned convict convicted sentence sentenced",
    "acquit acquitted acquittal dismissed",
    "close closed suspend suspended ban banned block blocked shutdown",
    "radio broadcaster broadcasting television channel",
    "renew renewed renewal registration accreditation",
    "license licence permit permission authorization approval",
    "raze razed demolish demolished demolition destroy destroyed destruction seizure seized",
    "landmine landmines mine mines minefield minefields antipersonnel",
    "grave graves body bodies corpse bones remains",
    "lynch lynching mob vigilante",
    "opened inaugurated launched",
    "newsroom headquarters office",
    "evict evicted eviction",
    "strike strikes walkout stoppage",
    "bribe bribery bribes corruption corrupt",
    "impunity unpunished accountability",
    "curfew lockdown emergency",
    "widow orphan relative family",
    "threat threaten threatened intimidate intimidation",
    "hospital clinic ward",
    "slave slavery forced trafficking",
    "marriage bride wedding married",
    "mutilation circumcision cutting",
    "exile emigrate emigrated fled flee",
    "quota quotas share",
    "budget allocation spending",
    "vigil rally protest march demonstration gathering",
    "tear-gas teargas rubber bullets water-cannon",
    "farmer peasant villager herder",
    "tribe clan ethnic indigenous",
    "rent eviction tenant housing",
    "uniform uniformed plainclothes",
    "ballot ballots vote votes voting counting tabulation",
    "fraud rigging irregularities manipulation falsification",
    "boycott abstain abstention",
    "audit audits auditor treasury finance",
    "tax taxes fiscal revenue",
];

/// Groups of each stem. Never iterated.
static TABLE: LazyLock<KeyMap<Vec<u16>>> = LazyLock::new(|| {
    let mut lower = String::new();
    let mut table: KeyMap<Vec<u16>> = KeyMap::default();
    for (group, words) in (0..).zip(GROUPS) {
        for word in words.split_whitespace() {
            let groups = table.entry(stem(word, &mut lower)).or_default();
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }
    table
});

/// The groups that the word with this stem belongs to.
pub(super) fn groups(stem: u64) -> &'static [u16] {
    TABLE.get(&stem).map_or(&[], Vec::as_slice)
}

/// The words of a group.
pub(super) fn words(group: u16) -> impl Iterator<Item = &'static str> {
    GROUPS
        .get(usize::from(group))
        .into_iter()
        .flat_map(|words| words.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_group_meet_and_others_do_not() {
        let mut lower = String::new();
        let mut of = |word: &str| groups(stem(word, &mut lower)).to_vec();
        let meet = |a: &[u16], b: &[u16]| a.iter().any(|group| b.contains(group));
        let (shelters, refuges, wages) = (of("shelters"), of("refuge"), of("wages"));
        assert!(meet(&shelters, &refuges));
        assert!(!meet(&shelters, &wages));
        assert!(of("xyzzy").is_empty());
    }
}
