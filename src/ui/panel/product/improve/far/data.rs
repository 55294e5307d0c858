//! How far, as final strings: the targets to choose from, where the target is met, and what the map says.

use super::super::super::data::names;
use crate::explain::advice::{Field, Found, Map, Meeting, Piece, Target};
use crate::figure::PathwayFigure;
use crate::text::{ImproveMsg, Lang};
use crate::ui::view::View;

/// A sentence, and the value of the lever that it gives.
pub type Answer = (String, Option<f64>);

/// `value` of the figure that is looked at.
pub fn figure(found: &Found, value: f64, view: &View<'_>) -> String {
    found.figure.form().text(value, view.lang)
}

/// `value` of the lever that is turned.
pub fn lever(found: &Found, value: f64, view: &View<'_>) -> String {
    found.lever.said(value, view.library, view.lang)
}

/// A target to choose, in words.
pub fn target(view: &View<'_>, target: &Target, figure: PathwayFigure, value: f64) -> String {
    let lang = view.lang;
    let value = figure.form().text(value, lang);
    match target {
        Target::Pathway(id) => {
            let values = [("pathway", names(view).pathway(id)), ("value", value)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            ImproveMsg::AsPathway.with(lang, &values)
        }
        Target::National => ImproveMsg::AsNational.with(lang, &[("value", &value)]),
        Target::Even => ImproveMsg::AsEven.text(lang).to_owned(),
        Target::Value(_) => ImproveMsg::AsTyped.text(lang).to_owned(),
    }
}

/// Where lever and figure stand.
pub fn now(found: &Found, view: &View<'_>) -> String {
    view.lang.lines(|lang| {
        let view = &View { lang, ..*view };
        let values = [
            ("lever", found.lever.name.get(lang).to_owned()),
            ("value", lever(found, found.lever.now, view)),
            ("figure", found.figure.text(lang).to_owned()),
            ("now", figure(found, found.now, view)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        ImproveMsg::FarNow.with(lang, &values)
    })
}

/// Every value of the lever that meets the target, or how near it comes.
pub fn answers(found: &Found, view: &View<'_>) -> Vec<Answer> {
    let in_lang = |lang: Lang| answers_in(found, &View { lang, ..*view });
    let first = in_lang(view.lang);
    let said = |at: usize| {
        view.lang.lines(|lang| {
            let all = in_lang(lang);
            all.get(at).map_or_else(String::new, |(words, _)| words.clone())
        })
    };
    let all = first.iter().enumerate();
    all.map(|(at, (_, value))| (said(at), *value)).collect()
}

/// The same in one language.
fn answers_in(found: &Found, view: &View<'_>) -> Vec<Answer> {
    let lang = view.lang;
    let name = found.figure.text(lang);
    let target = figure(found, found.target, view);
    if !found.reach.is_reached() {
        if found.reach.is_flat() {
            let values = [("figure", name), ("lever", found.lever.name.get(lang))];
            return vec![(ImproveMsg::FarNever.with(lang, &values), None)];
        }
        let (at, best) = found.reach.best;
        let message = if best < found.target {
            ImproveMsg::FarMost
        } else {
            ImproveMsg::FarLeast
        };
        let (at, best) = (lever(found, at, view), figure(found, best, view));
        let values = [
            ("figure", name),
            ("target", &target),
            ("best", &best),
            ("value", &at),
        ];
        return vec![(message.with(lang, &values), None)];
    }
    let said = |meeting: &Meeting| match *meeting {
        Meeting::At(at) => {
            let value = lever(found, at, view);
            let values = [("value", value.as_str()), ("figure", name), ("target", &target)];
            (ImproveMsg::FarMet.with(lang, &values), Some(at))
        }
        Meeting::Jump { at, before, after } => {
            let value = lever(found, at, view);
            let (before, after) = (figure(found, before, view), figure(found, after, view));
            let values = [
                ("value", value.as_str()),
                ("figure", name),
                ("before", &before),
                ("after", &after),
            ];
            (ImproveMsg::FarJump.with(lang, &values), Some(at))
        }
        Meeting::Plateau { low, high } => {
            let (from, to) = (lever(found, low, view), lever(found, high, view));
            let values = [
                ("low", from.as_str()),
                ("high", &to),
                ("figure", name),
                ("target", &target),
            ];
            (ImproveMsg::FarFlat.with(lang, &values), Some(low))
        }
    };
    found.reach.meetings.iter().map(said).collect()
}

/// Where both lines of the map lie with the second lever as it stands.
pub fn crossings(found: &Found, map: &Map, view: &View<'_>) -> [String; 2] {
    let lang = view.lang;
    let said = |line: &[Piece], [some, none]: [ImproveMsg; 2]| {
        let values = Field::crossings(line, map.lever.now);
        let at: Vec<String> = values.iter().map(|at| lever(found, *at, view)).collect();
        let message = if at.is_empty() { none } else { some };
        let values = [
            ("beside", map.lever.name.get(lang).to_owned()),
            ("now", map.lever.said(map.lever.now, view.library, lang)),
            ("lever", found.lever.name.get(lang).to_owned()),
            ("values", at.join(lang.comma())),
            ("figure", found.figure.text(lang).to_owned()),
            ("pathway", names(view).pathway(&map.other)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        message.with(lang, &values)
    };
    [
        said(
            &map.field.equal(),
            [ImproveMsg::MapEqual, ImproveMsg::MapNotEqual],
        ),
        said(
            &map.field.break_even(),
            [ImproveMsg::MapEven, ImproveMsg::MapNotEven],
        ),
    ]
}

/// One place of the map, by its row and column.
pub fn place(found: &Found, map: &Map, (column, row): (usize, usize), view: &View<'_>) -> Option<String> {
    let lang = view.lang;
    let field = &map.field;
    let (x, y) = (field.xs.get(column)?, field.ys.get(row)?);
    let value = field.values.get(row * field.xs.len() + column)?;
    let values = [
        ("lever", found.lever.name.get(lang).to_owned()),
        ("x", lever(found, *x, view)),
        ("beside", map.lever.name.get(lang).to_owned()),
        ("y", map.lever.said(*y, view.library, lang)),
        ("figure", found.figure.text(lang).to_owned()),
        ("value", figure(found, *value, view)),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    Some(ImproveMsg::MapPlace.with(lang, &values))
}
