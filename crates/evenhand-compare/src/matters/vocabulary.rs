//! The words that say what a figure counts and on what occasion.
//!
//! Tables only: what befell those counted, who they are, occasions, months, words that make a
//! figure a part of another.

use crate::words::Table;
use evenhand_report::Date;
use std::sync::LazyLock;

/// What befell those counted; different words for it are the same matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Befell {
    Died,
    Injured,
    Detained,
    Missing,
    Displaced,
    Convicted,
    Released,
}

impl Befell {
    /// As it is called in the name of a matter.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Died => "deaths",
            Self::Injured => "injured",
            Self::Detained => "detained or arrested",
            Self::Missing => "missing",
            Self::Displaced => "displaced",
            Self::Convicted => "convicted or sentenced",
            Self::Released => "released",
        }
    }
}

pub(super) static BEFELL: LazyLock<Table<Befell>> = LazyLock::new(|| {
    Table::new(&[
        (
            "killed killing killings died dead death deaths dying fatality fatalities bodies \
             corpses perished",
            Befell::Died,
        ),
        ("injured injuries injury wounded wounding", Befell::Injured),
        (
            "detained detaining detention detentions arrested arresting arrest arrests",
            Befell::Detained,
        ),
        (
            "missing disappeared disappearance disappearances unaccounted",
            Befell::Missing,
        ),
        ("displaced displacing displacement idps", Befell::Displaced),
        (
            "convicted convicting convictions sentenced",
            Befell::Convicted,
        ),
        (
            "released releasing releases pardoned amnestied freed",
            Befell::Released,
        ),
    ])
});

/// Anybody: does not tell one group from another.
pub(super) static ANYBODY: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "persons people person individuals individual civilians civilian citizens citizen victims \
         victim number numbers total total lives those others case cases human beings toll figure \
         figures the a an of or and other such more additional new his her their in about",
        (),
    )])
});

/// Occasions, by kind: one kind may be called by any of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    Unrest,
    Disaster,
    Fire,
    Crash,
    Vote,
    Attack,
    Operation,
}

pub(super) static OCCASIONS: LazyLock<Table<Occasion>> = LazyLock::new(|| {
    Table::new(&[
        (
            "events unrest riots riot riots protests protest demonstrations demonstration clashes \
             crackdown uprising massacre violence",
            Occasion::Unrest,
        ),
        (
            "earthquake flood floods flooding cyclone hurricane typhoon landslide explosion blast \
             disaster",
            Occasion::Disaster,
        ),
        ("fire blaze", Occasion::Fire),
        (
            "crash accident collision derailment shipwreck",
            Occasion::Crash,
        ),
        ("election elections referendum vote", Occasion::Vote),
        (
            "attack attacks bombing shooting airstrike airstrikes strike ambush raid",
            Occasion::Attack,
        ),
        ("operation operations offensive siege", Occasion::Operation),
    ])
});

/// Months and their number.
pub(super) static MONTHS: LazyLock<Table<u8>> =
    LazyLock::new(|| Table::new(&Date::MONTHS.into_iter().zip(1..).collect::<Vec<_>>()));

/// Words after which a capitalised word is a place.
pub(super) static PLACE_BEFORE: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("in at near outside around across from", ())]));

/// Words right before a figure that make it a part of another figure, or a change.
pub(super) static PART_NEXT: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "among them remaining rest another additional other further fewer increase decrease",
        (),
    )])
});

/// Words a little before a figure that make it a part of another figure.
pub(super) static PART_NEAR: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("including include included", ())]));

/// "The true number was higher, possibly 60": words by which a sentence corrects a number before.
pub(super) static CORRECTS: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("higher lower true actual real closer", ())]));

/// What a sentence calls the number it corrects.
pub(super) static NUMBER_NOUN: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("number figure toll total count", ())]));

/// Words by which somebody gives a number ("the union counted 36").
pub(super) static GIVES: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "counted gave put puts listed recorded documented registered estimated verified reported \
         tallied cited",
        (),
    )])
});

/// Words that set one clause beside another.
pub(super) static BESIDE: LazyLock<Table<()>> =
    LazyLock::new(|| Table::new(&[("while whereas but although", ())]));

/// Shares that are a matter of their own, by the word before or after the figure.
pub(super) static SHARES: LazyLock<Table<&'static str>> =
    LazyLock::new(|| Table::new(&[("turnout", "turnout"), ("unemployment", "unemployment")]));

/// Things everybody counts who receives them: two receivers do not count the same.
pub(super) static RECEIVED: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(&[(
        "complaints reports requests calls petitions applications visits inspections trainings \
         training investigations prosecutions inspectors officers members seats times years \
         articles cases allegations employees staff inquiries proceedings hearings offices \
         branches centers shelters",
        (),
    )])
});
