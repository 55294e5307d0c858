//! Explanations of what stands beside the answers: carbon line by line with its factors, wages line by line with theirs.

use super::circularity::Way;
use super::say::Say;
use super::{Explanation, FactorUse, PathwayFigure, Term};
use crate::assess::beside::{Beside, Carbon, LeftOut, PaidLine, Term as Line, Wages, row_id};
use crate::data::{Figure, Sourced, carbon as rows};
use crate::figure::Form;
use crate::flow::assemble::{effective, typed_figure};
use crate::model::{FactorId, Name};
use crate::text::{BesideMsg, Lang, number, units};

/// Lines of carbon that are told one by one; the rest stand in the sums.
const MOST: usize = 14;
/// The unit of yearly pay.
const YEARLY: &str = "yuan per year";

impl Say<'_> {
    /// A factor of carbon or wages as it is used: of the library, of a row of carbon, or typed in.
    pub(super) fn beside_factor(&self, id: &FactorId) -> Option<FactorUse> {
        let (library, own) = (self.names.library, self.project.overrides.get(id));
        let (figure, name): (Figure, String) = if let Some(factor) = library.factor(id.as_str()) {
            (effective(factor, own).0, factor.name.get(self.lang).to_owned())
        } else if let Some(row) = rows().iter().find(|row| row_id(&row.id) == *id) {
            let unit = row.of.unit().to_owned();
            let figure = Sourced {
                unit,
                ..row.figure.own()
            };
            (figure.into(), row.name.get(self.lang).to_owned())
        } else {
            let (name, unit) = library.typed(id)?;
            (typed_figure(own?, unit).into(), name.get(self.lang).to_owned())
        };
        let shown = self.figure(&figure);
        Some(FactorUse {
            id: id.clone().into(),
            name,
            own: own.is_some(),
            ..shown
        })
    }
}

/// The factors of carbon or wages that `figure` rests on; none of other figures.
pub(super) fn behind(beside: &Beside, figure: PathwayFigure) -> Vec<FactorId> {
    match figure {
        PathwayFigure::CarbonPer100Wears => beside.carbon.behind(),
        PathwayFigure::WageGained => beside.wages.behind(true),
        PathwayFigure::WageLost => beside.wages.behind(false),
        _ => Vec::new(),
    }
}

impl Way<'_> {
    fn beside(&self) -> Option<&Beside> {
        self.figures.beside.as_ref()
    }

    /// The factors of carbon or wages that `figure` rests on; none of other figures.
    pub(super) fn beside_behind(&self, figure: PathwayFigure) -> Vec<FactorId> {
        self.beside()
            .map_or_else(Vec::new, |beside| behind(beside, figure))
    }

    /// Explanations of carbon and wages; none of other figures.
    pub(super) fn beside_answers(&self, figure: PathwayFigure) -> Option<Explanation> {
        let beside = self.beside()?;
        match figure {
            PathwayFigure::CarbonPer100Wears => Some(self.carbon(&beside.carbon)),
            PathwayFigure::WageGained => Some(self.wages(&beside.wages, true)),
            PathwayFigure::WageLost => Some(self.wages(&beside.wages, false)),
            _ => None,
        }
    }

    fn carbon(&self, carbon: &Carbon) -> Explanation {
        let lang = self.say.lang;
        let kg = |value: f64| Form::Carbon.text(value, lang);
        let plain = |value: f64| Form::Carbon.bare(value, lang);
        let wears = PathwayFigure::Wears.said(self.figures, lang);
        let value = PathwayFigure::CarbonPer100Wears.said(self.figures, lang);
        let [made, washed, ended] = [carbon.made, carbon.washed, carbon.ended].map(plain);
        let sum =
            |message: BesideMsg, value: f64| Term::named("", message.text(lang).to_owned(), kg(value), None);
        let mut terms = vec![
            sum(BesideMsg::Made, carbon.made),
            sum(BesideMsg::Washed, carbon.washed),
            sum(BesideMsg::Ended, carbon.ended),
            self.opening("", PathwayFigure::Wears),
            sum(BesideMsg::Carbon, carbon.per_piece),
            sum(BesideMsg::Biogenic, carbon.biogenic),
            sum(BesideMsg::Avoided, carbon.avoided),
        ];
        let mut lines: Vec<&Line> = carbon.counted().collect();
        lines.sort_by(|a, b| b.kg.abs().total_cmp(&a.kg.abs()));
        let line = |line: &Line| Term::named("", self.line_words(line), kg(line.kg), None);
        terms.extend(lines.into_iter().take(MOST).map(line));
        let left: Vec<String> = carbon.left_out.iter().map(|left| left_out(left, lang)).collect();
        let list = left.join(lang.semicolon());
        let mut notes = vec![
            BesideMsg::Indicative.text(lang).to_owned(),
            BesideMsg::LeftOut.with(lang, &[("list", &list)]),
        ];
        if let Some((_, own)) = &carbon.typed {
            notes.insert(0, BesideMsg::Typed.with(lang, &[("source", source(&own.note))]));
        }
        Explanation {
            substituted: format!("({made} + {washed} + {ended}) / {wears} × 100 = {value}"),
            terms,
            notes,
            ..Explanation::default()
        }
    }

    /// What a line of carbon is, with its amount.
    fn line_words(&self, line: &Line) -> String {
        let lang = self.say.lang;
        let unit = units::unit(line.row.of.amount(), lang);
        let amount = number::with_unit(&number::rough(line.amount, lang), &unit, lang);
        let values = [("name", line.row.name.get(lang)), ("amount", &amount)];
        BesideMsg::Line.with(lang, &values)
    }

    fn wages(&self, wages: &Wages, gained: bool) -> Explanation {
        let lang = self.say.lang;
        let paid = if gained { &wages.gained } else { &wages.lost };
        let mut lines: Vec<&PaidLine> = wages.side(gained).collect();
        lines.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
        let terms: Vec<Term> = lines.iter().map(|line| self.wage_term(line)).collect();
        let covered = number::share(paid.covered, lang);
        let covered = [("covered", covered.as_str())];
        let told = if paid.yuan.is_some() {
            BesideMsg::Covered.with(lang, &covered)
        } else {
            BesideMsg::NoSum.with(lang, &covered)
        };
        let figure = if gained {
            PathwayFigure::WageGained
        } else {
            PathwayFigure::WageLost
        };
        let parts = lines.iter().filter_map(|line| {
            let (wage, _) = line.wage.as_ref()?;
            let hours = number::rough(line.hours.abs(), lang);
            Some(format!(
                "{hours} × {}",
                number::typed((wage.value * 100.0).round() / 100.0)
            ))
        });
        let parts: Vec<String> = parts.collect();
        let value = figure.said(self.figures, lang);
        let mut notes = vec![told, BesideMsg::Indicative.text(lang).to_owned()];
        notes.extend(self.yearly(&lines));
        Explanation {
            substituted: if paid.yuan.is_some() && !parts.is_empty() {
                format!("{} = {value}", parts.join(" + "))
            } else {
                value
            },
            terms,
            notes,
            ..Explanation::default()
        }
    }

    /// Published yearly pay at the places of `lines`, with its year: shown beside, for it is of other staff than that which is
    /// paid by the hour here, and never used. None where there is none.
    fn yearly(&self, lines: &[&PaidLine]) -> Option<String> {
        let (names, lang) = (&self.say.names, self.say.lang);
        let mut all = Vec::new();
        for region in &names.library.regions {
            let Some(place) = region.place() else { continue };
            let has_line = |line: &&PaidLine| names.library.lies_in(&line.place, &place);
            if !lines.iter().any(has_line) {
                continue;
            }
            let figures = region.figures.iter();
            for yearly in figures.filter(|yearly| yearly.figure.unit == YEARLY) {
                let figure = &yearly.figure;
                let (value, _) = units::figure(figure.value, None, &figure.unit, lang);
                let values = [
                    ("place", names.place(&place)),
                    ("name", yearly.name.get(lang).to_owned()),
                    ("value", value),
                    ("year", figure.year.clone()),
                ];
                let values = values.each_ref().map(|(key, words)| (*key, words.as_str()));
                all.push(BesideMsg::YearlyOne.with(lang, &values));
            }
        }
        let list = all.join(lang.semicolon());
        (!all.is_empty()).then(|| BesideMsg::Yearly.with(lang, &[("list", &list)]))
    }

    fn wage_term(&self, line: &PaidLine) -> Term {
        let (say, lang) = (self.say, self.say.lang);
        let (activity, place) = (say.names.activity(&line.activity), say.names.place(&line.place));
        let hours = say.hours(line.hours.abs());
        let values = [
            ("activity", activity.as_str()),
            ("place", &place),
            ("hours", &hours),
        ];
        let meaning = BesideMsg::WageLine.with(lang, &values);
        let value = line.wage.as_ref().map_or_else(
            || BesideMsg::NoData.text(lang).to_owned(),
            |(wage, _)| Form::Yuan.text(line.hours.abs() * wage.value, lang),
        );
        Term::named("", meaning, value, None)
    }
}

/// A source, or that none is given.
fn source(note: &str) -> &str {
    match note.trim() {
        "" => number::NOTHING,
        note => note,
    }
}

/// What is left out, in words.
pub fn left_out(left: &LeftOut, lang: Lang) -> String {
    let with = |message: BesideMsg, name: &Name, kg: f64| {
        let mass = number::grams(kg, lang);
        message.with(lang, &[("name", name.get(lang)), ("mass", &mass)])
    };
    match left {
        LeftOut::Fibre(_, name, kg) => with(BesideMsg::LeftFibre, name, *kg),
        LeftOut::Burnt(_, name, kg) => with(BesideMsg::LeftBurnt, name, *kg),
        LeftOut::Process(name, kg) => with(BesideMsg::LeftProcess, name, *kg),
        LeftOut::Trims(kg) => {
            let mass = number::grams(*kg, lang);
            BesideMsg::LeftTrims.with(lang, &[("mass", &mass)])
        }
        LeftOut::Steps => BesideMsg::LeftSteps.text(lang).to_owned(),
    }
}
