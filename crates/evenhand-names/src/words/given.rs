//! Short, pet and sister forms of given names: those that stand for each other in reports and registers.
//!
//! Each line is one group; a form may stand in several groups. Written as `romanise` writes them.

use crate::skeleton;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const GROUPS: &[&str] = &[
    // English.
    "alexander alex alec sandy sasha aleksandr alexandr oleksandr aliaksandr alejandro alexandre alessandro aleksander iskander sascha",
    "alexandra alex sandra sasha aleksandra oleksandra",
    "andrew andy drew andrei andrey andrii andriy andrzej andre andreas andres anders andrej",
    "anthony tony antony anton antonio antoine antonin",
    "albert al bert alberto",
    "arthur art artur arturo",
    "barack barry",
    "benjamin ben benny bibi binyamin benyamin benji",
    "bernard bernie bernardo bernhard",
    "bradley brad",
    "caroline carol carrie karolina carolina",
    "catherine kate katie cathy kathy katherine kathryn ekaterina yekaterina katya katerina katarina catalina kateryna catarina",
    "charles charlie chuck carlos karl carl carlo karel",
    "christopher chris kit christoph christophe cristobal",
    "christina tina chris kristina cristina khristina",
    "daniel dan danny daniil danila danilo danylo",
    "david dave davy dawid daud dawood davit",
    "deborah debbie deb",
    "dmitry dima dmitri dmitriy dmytro dimitri dzmitry mitya dimitar",
    "donald don donnie",
    "dorothy dot dolly dorothea",
    "edward ed eddie ted teddy ned eduard eduardo edouard edoardo",
    "edmund ed ned",
    "elizabeth liz lizzie beth betsy eliza elisabeth bess elizaveta yelizaveta liza lisa isabel elisabetta",
    "emmanuel manuel manny emanuel manolo",
    "eugene gene evgeny yevgeny evgenii yevgeniy evgeniy yevhen yevgeni zhenya eugen eugenio yauhen",
    "francis frank francisco franz francesco francois paco pancho",
    "frederick fred freddy friedrich frederic federico fritz freddie",
    "galina galya",
    "george georgy georgiy georgi jorge georg giorgi giorgio yuri yury jorg heorhii heorhiy yegor",
    "gerald gerry jerry",
    "geoffrey jeff geoff jeffrey",
    "gregory greg grigory grigoriy hryhoriy grigori grzegorz gregor gregorio grisha",
    "gwendolyn gwen wendy",
    "harold harry hal",
    "henry harry hank heinrich henri enrique enrico hendrik henrik henryk heinz",
    "helen elena yelena olena alena helena lena helene ellen nelly",
    "ivan vanya john johann johannes jean juan giovanni jan johan hans ian sean jack johnny johnnie joao yahya yohannes ivane ioann ion janos",
    "jacob jake jakob yakov jacques jacobo james jim jimmy jamie diego iago santiago yaakov yaqub yakub yaqoub jaime",
    "irina ira irene irena iryna",
    "jennifer jen jenny",
    "jessica jess jessie",
    "jonathan jon yonatan jonathon",
    "joseph joe joey josef jose giuseppe yosef yusuf yousef youssef iosif osip yosyp pepe youssouf yousuf josep josip jozef",
    "joshua josh yehoshua",
    "kenneth ken kenny",
    "laurence larry lawrence lorenzo laurent lars",
    "leonard leo len lenny leonardo",
    "leonid lyonya",
    "lev leo leon",
    "louis lou lewis luis luigi ludwig luiz",
    "lyudmila ludmila lyuda mila ludmilla",
    "margaret maggie meg peggy marge margarita greta margarete marguerite",
    "maria mary marie mariya masha miriam mariam maryam molly maryam mariia",
    "mark marc marcus marco markus marcos marko",
    "martha marta",
    "matthew matt matthias matteo mateo matthieu matvey mateusz mathias",
    "maxim max maksim maksym maximilian maxime massimo",
    "michael mike mick mickey mikhail misha miguel michel mihail mykhailo mykhaylo michele mihai mikael mikhael mihajlo michal",
    "muhammad mohammed mohamed muhammed mohammad mohamad muhamad mohamet magomed magomet mukhammad mehmet mamadou mahamadou mohd md mahomed \
     mahammad mukhamed mamed",
    "nathaniel nathan nate natan",
    "natalia natasha nataliya natalie nathalie natalya nataliia",
    "nicholas nick nicky nikolai nikolay nicolas nikolaus klaus mykola kolya nikola nicolae niccolo nikolas nicola nikolaos mikalai miklos",
    "oleg oleh",
    "olga olya olha",
    "patricia pat patty tricia trish",
    "patrick pat paddy patricio",
    "paul pavel pablo paolo pavlo pasha pawel paulo pal",
    "peter pete pyotr petr pedro pietro pierre petro petar petya piotr pieter petros boutros butros",
    "philip phil filipp philippe felipe filip philipp pilipe",
    "rebecca becky rebekah",
    "richard rick dick rich ricky ricardo riccardo",
    "robert bob rob bobby robbie bert roberto rupert",
    "roger rodger ruggiero",
    "ronald ron ronnie",
    "samuel sam sammy samuil",
    "samantha sam",
    "sergei sergey sergio serge serhiy serhii seryozha siarhei sergii sergiy serhi",
    "stephen steve steven stefan stepan stephan etienne esteban stefano szczepan steffen stevan",
    "stanislav stas stanislaw stanislaus",
    "susan sue suzanne susie susana",
    "svetlana sveta svitlana sviatlana",
    "tatiana tanya tatyana tetiana tetyana tania",
    "theodore ted teddy theo fyodor fedor theodor teodoro fedir teodor feodor",
    "thomas tom tommy tomas foma tomasz tomasso",
    "timothy tim timmy timofey tymofiy timoteo",
    "valery valeriy valeri valerii valeriya",
    "victor vic viktor vitya vittorio",
    "victoria vicky viktoria viktoriya vika",
    "vincent vince vincenzo vicente vinny",
    "vladimir volodymyr vova volodya uladzimir vladimír włodzimierz wladimir wolodymyr",
    "vladislav vlad uladzislau vladyslav",
    "vyacheslav slava viacheslav vaclav",
    "walter walt wally gautier",
    "vasily vasil vasyl vasiliy vassili basil vasya",
    "william bill will billy willy liam wilhelm guillermo guillaume guglielmo willem willi",
    "xenia ksenia kseniya oksana aksana",
    "yulia julia julie yuliya iuliia juliya yuliia giulia",
    "zachary zach zack",
    // Arabic, Persian, Turkic, where forms differ by more than a letter.
    "abdullah abdallah abdulla abdalla abdoulaye abdullo",
    "ahmad ahmed akhmed akhmad achmad ahmet akhmet",
    "ali aly alee",
    "hasan hassan khasan hasen hassen",
    "husayn hussein husain hussain hossein husein khusein hussayn huseyin hoseyn houssein hocine",
    "ibrahim ibrohim ebrahim brahim abraham avraham ibragim",
    "ishaq ishak isaac isaak yitzhak itzhak iskhak",
    "ismail ismael ismoil esmail smail",
    "jamal gamal djamel camal",
    "mahmud mahmoud mahmood makhmud mehmud mahmut",
    "mustafa mostafa moustafa mustapha mustafo",
    "musa moussa mousa moses moshe moisei",
    "omar umar omer oumar",
    "osama usama oussama",
    "othman uthman osman usman ousmane",
    "said saeed sayeed saiid sayid saeid",
    "sulayman suleiman sulaiman soleiman suleyman solomon soliman souleymane",
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
    groups(skeleton).iter().filter_map(|&group| FORMS.get(usize::from(group))).flatten().map(String::as_str)
}

/// The skeletons of each group.
static FORMS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    GROUPS
        .iter()
        .map(|group| group.split_ascii_whitespace().map(skeleton::skeleton).collect())
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_share_a_group_with_the_long() {
        let shared = |one: &str, other: &str| {
            let others = groups(&skeleton::skeleton(other));
            groups(&skeleton::skeleton(one)).iter().any(|group| others.contains(group))
        };
        assert!(shared("Kate", "Catherine"));
        assert!(shared("Zhenya", "Yevgeny"));
        assert!(!shared("Kate", "Yevgeny"));
    }
}
