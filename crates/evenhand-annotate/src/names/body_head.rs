//! A body by its head noun: "Ministry of Justice", "Human Rights Watch", "X Foundation".

use super::description;
use super::look::{Look, Mention};
use super::vocabulary::{ALONE_BODY, BODY_HEAD, BODY_NOUN, PLACE_HEAD, PLAIN, SIDE, TITLE};
use evenhand_report::NameKind;

pub(super) const RULE: &str = "body_head";

/// Words that make a "center" a place.
const HELD_IN: &[&str] = &[
    "detention",
    "prison",
    "correctional",
    "correction",
    "holding",
    "remand",
    "reception",
    "transit",
    "custody",
    "penal",
    "penitentiary",
    "rehabilitation",
];

/// A run whose head noun is that of a body.
pub(super) fn find(look: &Look<'_>) -> Option<Mention> {
    let t = look.t;
    let head = match look.head() {
        // "Inspectorate General".
        head if t.text(head) == "General" && head > look.start && t.is(head - 1, BODY_HEAD) => {
            head - 1
        }
        head => head,
    };
    let body = || {
        Mention::sure(look.tokens(), NameKind::Body, RULE)
            .described(description::before(t, look.from, look.start, BODY_NOUN))
            .described(description::after(t, look.end, BODY_NOUN))
    };
    if look.start == head && look.capitals().count() == 1 {
        // "Parliament"; "the Ministry" alone says nothing. "Congress passed": also at the start.
        let alone = t.is(head, ALONE_BODY) && look.end == t.after(head) && !generic(look);
        return alone.then(body);
    }
    if !t.is(head, BODY_HEAD) {
        // "Radio Azattyk", "TV Rain", "Partido Verde": the head comes first.
        let first = t.is(look.start, BODY_HEAD)
            && !t.is(look.start, TITLE)
            && head > look.start
            && !look.initial()
            && look.start + 1 < look.end;
        let foreign = matches!(
            t.text(look.start).to_lowercase().as_str(),
            "police" | "state" | "national"
        );
        return (first
            && !foreign
            && look.unknown(head)
            && FIRST.contains(&t.text(look.start).to_lowercase().as_str()))
        .then(body);
    }
    if place(look, head) {
        return None;
    }
    Some(body())
}

/// Heads that stand before the rest of the name.
const FIRST: &[&str] = &[
    "radio",
    "tv",
    "television",
    "agence",
    "parti",
    "partido",
    "partei",
    "mouvement",
    "movimiento",
    "association",
    "asociación",
    "asociacion",
    "fundación",
    "fundacion",
    "comité",
    "comite",
    "comisión",
    "comision",
    "ligue",
    "instituto",
    "ministerio",
    "grupo",
    "frente",
    "centro",
    "coordinadora",
    "consejo",
    "réseau",
    "reseau",
    "fédération",
    "federation",
    "collectif",
    "syndicat",
    "banco",
    "universidad",
    "channel",
    "team",
    "club",
    "group",
    "studio",
    "union",
    "house",
    "camp",
    "hospital",
    "college",
];

/// Whether a head that may also be a place's is one here: "Usulután Department", "West Bank".
fn place(look: &Look<'_>, head: usize) -> bool {
    let t = look.t;
    let before = head.checked_sub(1).filter(|at| *at >= look.start);
    let text = t.text(head);
    if matches!(
        text,
        "Center" | "Centre" | "Centers" | "Centres" | "Unit" | "Complex" | "Facility"
    ) {
        return before.is_some_and(|at| HELD_IN.contains(&t.text(at).to_lowercase().as_str()));
    }
    if !t.is(head, PLACE_HEAD) {
        return false;
    }
    match before {
        Some(at) if text.starts_with("Bank") => t.is(at, SIDE) && t.text(at) != "Central",
        Some(at) => !t.is(at, PLAIN) || t.is(at, SIDE),
        None => false,
    }
}

/// "Interior" and the like are bodies only for other rules.
fn generic(look: &Look<'_>) -> bool {
    matches!(
        look.t.text(look.start),
        "Interior" | "Signal" | "Presidency" | "Cabinet" | "Diet" | "Amnesty" | "Telegram"
    ) && look.initial()
        || look.t.text(look.start) == "Interior"
}
