//! Short, pet and sister forms of given names: those that stand for each other in reports and registers.
//!
//! Each line is one group; a form may stand in several groups. Written as `romanise` writes them.

use crate::skeleton;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const GROUPS: &[&str] = &[
    // English.
    "alexander alex alec sandy sasha aleksandr alexandr oleksandr aliaksandr aleksander alexandre",
    "iskander iskandar",
    "alejandro alex",
    "alessandro alex",
    "alexandra alex sandra sasha aleksandra oleksandra",
    "andrew andy drew",
    "andrei andrey andrii andriy andrej andrzej",
    "andreas andy",
    "andre andy",
    "anthony tony antony",
    "anton antosha",
    "antonio tony toni",
    "antonin tonda",
    "albert al bert",
    "alberto beto",
    "arthur art artur",
    "benjamin ben benny bibi binyamin benyamin benji",
    "bernard bernie bernardo bernhard",
    "bradley brad",
    "caroline carol carrie karolina carolina",
    "catherine kate katie cathy kathy katherine kathryn ekaterina yekaterina katya katerina katarina catalina kateryna catarina",
    "charles charlie chuck",
    "carlos carlitos",
    "karl carl karel",
    "christopher chris kit christoph christophe cristobal",
    "christina tina chris kristina cristina khristina",
    "daniel dan danny",
    "daniil danila danylo daniel danil",
    "danilo danny",
    "david dave davy",
    "dawud daud dawood davud",
    "deborah debbie deb",
    "dmitry dima dmitri dmitriy dmytro dimitri dzmitry mitya dimitar",
    "donald don donnie",
    "dorothy dot dolly dorothea",
    "edward ed eddie ted teddy ned",
    "eduard edik eduardo edouard",
    "edmund ed ned",
    "elizabeth liz lizzie beth betsy eliza elisabeth bess elizaveta yelizaveta liza lisa isabel elisabetta",
    "emmanuel manny emanuel manu",
    "manuel manolo manny",
    "eugene gene",
    "evgeny yevgeny evgenii yevgeniy evgeniy yevhen yevgeni zhenya yauhen",
    "francis frank",
    "francisco paco pancho",
    "franz",
    "francesco franco",
    "francois",
    "frederick fred freddy freddie frederic",
    "friedrich fritz",
    "federico fede",
    "galina galya",
    "george",
    "georgy georgiy georgi heorhii heorhiy yegor zhora",
    "yuri yury iurii yuriy",
    "giorgi gia",
    "gerald gerry jerry",
    "geoffrey jeff geoff jeffrey",
    "gregory greg",
    "grigory grigoriy hryhoriy grigori grisha",
    "gregor greg",
    "gregorio goyo",
    "gwendolyn gwen wendy",
    "harold harry hal",
    "henry harry hank hal",
    "heinrich heinz",
    "enrique quique",
    "helen elena yelena olena alena helena lena helene ellen nelly",
    "john johnny johnnie jack jon",
    "ivan vanya ioann",
    "johann johannes hans johan",
    "jan janek",
    "juan juanito",
    "giovanni gianni",
    "yahya yahia",
    "jacob jake jakob",
    "yakov yasha yakiv",
    "james jim jimmy jamie",
    "yaqub yakub yaqoub yakoub yaaqub",
    "irina ira irene irena iryna",
    "jennifer jen jenny",
    "jessica jess jessie",
    "jonathan jon yonatan jonathon",
    "joseph joe joey josef",
    "jose pepe",
    "giuseppe beppe",
    "yusuf yousef youssef yousuf youssouf yosef iusuf",
    "iosif osip yosyp",
    "joshua josh yehoshua",
    "kenneth ken kenny",
    "laurence larry lawrence",
    "lorenzo renzo",
    "leonard leo len lenny leonardo",
    "leonid lyonya",
    "lev leo leon",
    "louis lou lewis",
    "luis lucho",
    "luigi gigi",
    "lyudmila ludmila lyuda mila ludmilla",
    "margaret maggie meg peggy marge",
    "margarita rita",
    "margarete greta",
    "maria mary masha mariya mariia",
    "marie",
    "maryam mariam miriam meryem maryam",
    "mark marc",
    "marcus marc mark",
    "marco marko markos",
    "martha marta",
    "matthew matt",
    "matthias matt mathias",
    "matvey matvei matviy",
    "maxim max maksim maksym",
    "maximilian max",
    "michael mike mick mickey mikael",
    "mikhail misha mihail mykhailo mykhaylo mihajlo mikhailo",
    "miguel mike",
    "michel",
    "michele",
    "muhammad mohammed mohamed muhammed mohammad mohamad muhamad mohamet magomed magomet mukhammad mehmet mamadou mahamadou mohd md mahomed \
     mahammad mukhamed mamed",
    "nathaniel nathan nate natan",
    "natalia natasha nataliya natalie nathalie natalya nataliia",
    "nicholas nick nicky nicolas nikolas",
    "nikolai nikolay mykola kolya nikolaj mikalai",
    "nikolaos nikos",
    "oleg oleh",
    "olga olya olha",
    "patricia pat patty tricia trish",
    "patrick pat paddy patricio",
    "paul",
    "pavel pavlo pasha pavlik",
    "pablo",
    "paolo",
    "peter pete",
    "pyotr petr petro petya piotr",
    "pedro",
    "pierre",
    "butros boutros",
    "philip phil phillip",
    "filipp filip",
    "philippe phil",
    "rebecca becky rebekah",
    "richard rick dick rich ricky",
    "ricardo ricky",
    "robert bob rob bobby robbie bert",
    "roberto beto",
    "roger rodger",
    "ronald ron ronnie",
    "samuel sam sammy samuil",
    "samantha sam",
    "sergei sergey serhiy serhii seryozha siarhei sergii sergiy serhi",
    "sergio checo",
    "stephen steve steven stephan",
    "stefan stepan",
    "esteban",
    "stanislav stas stanislaw stanislaus",
    "susan sue suzanne susie susana",
    "svetlana sveta svitlana sviatlana",
    "tatiana tanya tatyana tetiana tetyana tania",
    "theodore ted teddy theo",
    "fyodor fedor fedir feodor",
    "thomas tom tommy",
    "tomas tomasz",
    "timothy tim timmy",
    "timofey tymofiy",
    "valery valeriy valeri valerii valeriya",
    "victor vic viktor vitya",
    "victoria vicky viktoria viktoriya vika",
    "vincent vince",
    "vincenzo enzo",
    "vicente",
    "vladimir volodymyr vova volodya uladzimir vladimír włodzimierz wladimir wolodymyr",
    "vladislav vlad uladzislau vladyslav",
    "vyacheslav slava viacheslav vyacheslau",
    "walter walt wally",
    "vasily vasil vasyl vasiliy vassili basil vasya",
    "william bill will billy willy liam",
    "wilhelm willi willem",
    "guillermo memo",
    "xenia ksenia kseniya oksana aksana",
    "yulia julia julie yuliya iuliia juliya yuliia giulia",
    "zachary zach zack",
    // Arabic, Persian, Turkic, where forms differ by more than a letter.
    "abdullah abdallah abdulla abdalla abdoulaye abdullo",
    "ahmad ahmed akhmed akhmad achmad ahmet akhmet",
    "ali aly alee",
    "hasan hassan khasan hasen hassen",
    "husayn hussein husain hussain hossein husein khusein hussayn huseyin hoseyn houssein hocine",
    "ibrahim ibrohim ebrahim brahim ibragim",
    "ishaq ishak iskhak is-haq",
    "ismail ismael ismoil esmail smail",
    "jamal gamal djamel camal",
    "mahmud mahmoud mahmood makhmud mehmud mahmut",
    "mustafa mostafa moustafa mustapha mustafo",
    "musa moussa mousa ",
    "omar umar omer oumar",
    "osama usama oussama",
    "othman uthman osman usman ousmane",
    "said saeed sayeed saiid sayid saeid",
    "sulayman suleiman sulaiman soleiman suleyman soliman souleymane",
    "yunus younis yunis younes jonas",
    "aisha ayesha aicha aysha",
    "fatima fatma fatimah fatemeh fatoumata",
    "khadija khadijah hadija khadidja",
    "zaynab zainab zeinab zeynab zeynep",
    // Kazakh and neighbours, short and respectful forms.
    "nursultan nureke nurik",
    "aleksei alexei alexey aleksey alyosha lyosha oleksiy oleksii alexis aliaksei alexej aleksej",
    "anastasia nastya anastasiya anastasiia",
    "konstantin kostya constantine kostyantyn",
    "lyubov lyuba liubov",
    "nadezhda nadya nadia nadiya",
    "yekaterina katya",
    "zhanbolat zhanik",
    "askar asqar",
    "igor ihor",
    "ilya illia ilia elias iliya elijah ilyas",
    "kirill kyrylo cyril",
    "rostislav rostyslav",
    "nikita mykyta",
    "timur temur tamerlan",
];

/// The groups each skeleton stands in, as bits would be too many: at most four numbers.
static TABLE: LazyLock<FxHashMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut table: FxHashMap<String, Vec<u16>> = FxHashMap::default();
    for (number, group) in (0_u16..).zip(GROUPS) {
        for form in group.split_ascii_whitespace() {
            let key = skeleton::skeleton(form);
            let groups = table.entry(key).or_default();
            if !groups.contains(&number) {
                groups.push(number);
            }
        }
    }
    table
});

/// The groups that a given name (its skeleton) stands in; empty for most words.
pub(crate) fn groups(skeleton: &str) -> &'static [u16] {
    TABLE.get(skeleton).map_or(&[], Vec::as_slice)
}

/// Every other form in the groups of a given name (skeletons).
pub(crate) fn sisters(skeleton: &str) -> impl Iterator<Item = &'static str> {
    groups(skeleton)
        .iter()
        .filter_map(|&group| FORMS.get(usize::from(group)))
        .flatten()
        .map(String::as_str)
}

/// The skeletons of each group.
static FORMS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    GROUPS
        .iter()
        .map(|group| {
            group
                .split_ascii_whitespace()
                .map(skeleton::skeleton)
                .collect()
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_share_a_group_with_the_long() {
        let shared = |one: &str, other: &str| {
            let others = groups(&skeleton::skeleton(other));
            groups(&skeleton::skeleton(one))
                .iter()
                .any(|group| others.contains(group))
        };
        assert!(shared("Kate", "Catherine"));
        assert!(shared("Zhenya", "Yevgeny"));
        assert!(!shared("Kate", "Yevgeny"));
    }
}
