//! Words of the diagram, in the language of the window.

use super::model::shown_class;
use crate::assess::{FlowFigure, FlowKind, PathwayFigures, StageFigure};
use crate::flow::network::EndClass as Class;
use crate::model::{Pathway, Stage, StageId};
use crate::text::names::Names;
use crate::text::{CommonMsg, JOINT, Lang, PathwaysMsg, gates, halves, number};
use crate::ui::theme::EndClass;

/// A share above this is more than one passage of a piece.
const WHOLE: f64 = 1.0 + 1e-9;
/// The most parts that a stage names with the reason why it refuses them.
const MOST_REFUSED: usize = 8;

/// Says what nodes and ribbons are.
pub(super) struct Words<'a> {
    pathway: &'a Pathway,
    figures: &'a PathwayFigures,
    mass_kg: f64,
    names: &'a Names<'a>,
}

/// The word for a class of ends.
pub fn class_word(class: EndClass) -> CommonMsg {
    match class {
        EndClass::Reused => CommonMsg::ClassReused,
        EndClass::SameGrade => CommonMsg::ClassSameGrade,
        EndClass::Downcycled => CommonMsg::ClassDowncycled,
        EndClass::Biological => CommonMsg::ClassBiological,
        EndClass::Energy => CommonMsg::ClassEnergy,
        EndClass::Lost => CommonMsg::ClassLost,
        EndClass::Undecided => CommonMsg::ClassUndecided,
    }
}

/// The name of a stage as it stands alone: with a capital in English.
pub fn standing(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What stands before the first bracket, comma or colon of a name; none where that alone says too little.
pub(super) fn stem_in_both(name: &str) -> Option<String> {
    let (first, second) = halves(name);
    let first = stem(first)?;
    match second {
        None => Some(first.to_owned()),
        Some(second) => Some(format!("{first}{JOINT}{}", stem(second).unwrap_or(second))),
    }
}

fn stem(name: &str) -> Option<&str> {
    let stem = name.split(['（', '(', '，', ',', '：', ':']).next()?.trim_end();
    // Which of the two ways of recycling is meant stands in the bracket.
    let says_little =
        stem.is_empty() || stem == name || ["机械法", "物理法", "Mechanical", "Physical"].contains(&stem);
    (!says_little).then_some(stem)
}

impl<'a> Words<'a> {
    pub(super) fn new(
        pathway: &'a Pathway,
        figures: &'a PathwayFigures,
        mass_kg: f64,
        names: &'a Names<'a>,
    ) -> Self {
        Self {
            pathway,
            figures,
            mass_kg,
            names,
        }
    }

    pub(super) fn product(&self) -> String {
        self.names.project.product.name.head(self.names.lang)
    }

    /// A stage; the output of a route by its class and the route.
    pub(super) fn name(&self, id: &StageId, class: Option<Class>) -> String {
        let of = id.as_str().strip_suffix("_output");
        let output = of.and_then(|of| self.pathway.stage(&of.into()));
        match (output, class) {
            (Some(stage), Some(class)) if self.pathway.stage(id).is_none() => {
                let route = self.names.stage_of(stage);
                let class = class_word(shown_class(class)).text(self.names.lang);
                if route.starts_with(class) {
                    return route;
                }
                let values = [("class", class), ("route", route.as_str())];
                PathwaysMsg::OutputEnd.with(self.names.lang, &values)
            }
            _ => standing(&self.names.stage(self.pathway, id)),
        }
    }

    /// The name of a stage as a heading.
    pub(super) fn head(&self, id: &StageId, class: Option<Class>) -> String {
        self.names.head(|names| Words { names, ..*self }.name(id, class))
    }

    /// Shorter forms of the name of a stage, the fuller first; an output of a route is at last its class alone.
    pub(super) fn shorter(&self, id: &StageId, class: Option<Class>) -> Vec<String> {
        let of = id.as_str().strip_suffix("_output");
        let output = of.and_then(|of| self.pathway.stage(&of.into()));
        let output = output.filter(|_| self.pathway.stage(id).is_none());
        let short_of = |stage: &Stage| self.names.head(|names| standing(&names.short_stage_of(stage)));
        let head = self.head(id, class);
        let shorter = match (output, class) {
            (Some(stage), Some(class)) => {
                let class = class_word(shown_class(class));
                let with_route = self.names.head(|names| {
                    let route = names.short_stage_of(stage);
                    let values = [("class", class.text(names.lang)), ("route", route.as_str())];
                    PathwaysMsg::OutputEnd.with(names.lang, &values)
                });
                vec![with_route, class.head(self.names.lang).to_owned()]
            }
            _ => self.pathway.stage(id).map(short_of).into_iter().collect(),
        };
        let shortest = shorter.last().unwrap_or(&head);
        let stem = stem_in_both(shortest);
        let all = shorter.iter().cloned().chain(stem);
        all.filter(|name| *name != head).collect()
    }

    pub(super) fn grams(&self, kg: f64) -> String {
        number::grams(kg, self.names.lang)
    }

    fn share(&self, kg: f64) -> String {
        number::share(self.of_piece(kg), self.names.lang)
    }

    fn of_piece(&self, kg: f64) -> f64 {
        if self.mass_kg > 0.0 {
            kg / self.mass_kg
        } else {
            0.0
        }
    }

    /// Mass and share of the piece; more than a whole piece is told as passages, for a share never exceeds 100 %.
    pub(super) fn value(&self, kg: f64) -> String {
        let (mass, share) = (self.grams(kg), self.share(kg));
        if self.of_piece(kg) > WHOLE {
            return self.passages(self.of_piece(kg), &mass);
        }
        PathwaysMsg::MassShare.with(self.names.lang, &[("mass", &mass), ("share", &share)])
    }

    /// Mass of a ribbon with the share of its stage that takes it, as it was typed; without one, its share of the piece.
    pub(super) fn ribbon(&self, kg: f64, share: Option<f64>) -> String {
        let Some(share) = share else { return self.value(kg) };
        let (mass, share) = (self.grams(kg), number::share(share, self.names.lang));
        PathwaysMsg::MassShare.with(self.names.lang, &[("mass", &mass), ("share", &share)])
    }

    /// What a stage shows: how often a piece passes a stage of the item, else mass and share.
    pub(super) fn stage_value(&self, stage: &StageFigure) -> String {
        match stage.visits {
            Some(visits) => self.passages(visits, &self.grams(stage.kg)),
            None => self.value(stage.kg),
        }
    }

    fn passages(&self, times: f64, mass: &str) -> String {
        let times = self.ratio(times);
        if self.names.lang == Lang::Both {
            // In signs that both languages read.
            return format!("{times}× · {mass}");
        }
        PathwaysMsg::TimesMass.with(self.names.lang, &[("times", &times), ("mass", mass)])
    }

    /// What the gates of a stage turned away.
    pub(super) fn flag(&self, id: &StageId) -> Option<(String, String)> {
        let refused: f64 = self.gates(id).map(|gate| gate.refused_kg).sum();
        let is_seen = refused > 0.0005 * self.mass_kg;
        is_seen.then(|| {
            let mass = self.grams(refused);
            let refused = |lang: Lang| PathwaysMsg::RefusedShort.with(lang, &[("mass", &mass)]);
            let words = self.names.lang.head(refused);
            (words, mass)
        })
    }

    fn gates(&self, id: &StageId) -> impl Iterator<Item = &crate::assess::GateFigure> {
        self.figures.gates.iter().filter(move |gate| &gate.stage == id)
    }

    /// A stage with all that the diagram shows of it, and why its gates refuse.
    pub(super) fn spoken(&self, stage: &StageFigure) -> String {
        let class = self.figures.ends.iter().find(|end| end.stage == stage.stage);
        let name = self.name(&stage.stage, class.map(|end| end.class));
        let (mass, share) = (self.grams(stage.kg), self.share(stage.kg));
        let visits = stage.visits.map(|visits| self.ratio(visits));
        let message = if visits.is_some() {
            PathwaysMsg::Visits
        } else {
            PathwaysMsg::Reaches
        };
        let values = [
            ("stage", name.as_str()),
            ("visits", visits.as_deref().unwrap_or_default()),
            ("mass", &mass),
            ("share", &share),
        ];
        let mut text = message.with(self.names.lang, &values);
        let refused = || self.gates(&stage.stage).filter(|gate| gate.refused_kg > 0.0);
        for gate in refused().take(MOST_REFUSED) {
            let part = self.names.part(&gate.part);
            for reason in gates::reasons(&gate.answer, &part, &gate.route, self.names) {
                text.push('\n');
                text.push_str(&reason);
            }
        }
        let more = refused().count().saturating_sub(MOST_REFUSED);
        if more > 0 {
            let count = more.to_string();
            text.push('\n');
            text.push_str(&PathwaysMsg::MoreRefused.with(self.names.lang, &[("count", &count)]));
        }
        text
    }

    pub(super) fn sold(&self, start: &StageId) -> String {
        let (stage, mass) = (self.name(start, None), self.grams(self.mass_kg));
        PathwaysMsg::Sold.with(self.names.lang, &[("stage", &stage), ("mass", &mass)])
    }

    /// How often a loop brings the piece back, to use or to another stage.
    pub(super) fn comes_back(&self, from: &StageId, to: &StageId, kg: f64) -> String {
        self.names
            .head(|names| Words { names, ..*self }.comes_back_in_one(from, to, kg))
    }

    fn comes_back_in_one(&self, from: &StageId, to: &StageId, kg: f64) -> String {
        let message = if self.is_use(to) {
            PathwaysMsg::ComesBack
        } else {
            PathwaysMsg::LeadsBack
        };
        let values = [
            ("stage", self.name(from, None)),
            ("to", self.name(to, None)),
            ("times", self.times(kg)),
        ];
        let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
        message.with(self.names.lang, &values)
    }

    /// True for a stage of use.
    pub(super) fn is_use(&self, id: &StageId) -> bool {
        self.pathway.stage(id).is_some_and(|stage| stage.kind.is_use())
    }

    /// True for a stage that garments pass whole.
    pub(super) fn is_passed(&self, id: &StageId) -> bool {
        self.pathway.stage(id).is_some_and(|stage| stage.kind.is_item())
    }

    /// The language.
    pub(super) const fn lang(&self) -> Lang {
        self.names.lang
    }

    /// A mass as pieces per piece sold; never none for what is there.
    fn times(&self, kg: f64) -> String {
        self.ratio(self.of_piece(kg))
    }

    fn ratio(&self, pieces: f64) -> String {
        if pieces > 0.0 && pieces < 0.005 {
            format!("<{}", number::ratio(0.01, self.names.lang))
        } else {
            number::ratio(pieces, self.names.lang)
        }
    }

    /// `words` of a loop that is drawn narrower than its mass, for the diagram itself.
    pub(super) fn narrowed(&self, words: &str) -> String {
        let one = |words: &str, lang: Lang| PathwaysMsg::Narrowed.with(lang, &[("words", words)]);
        match halves(words) {
            (zh, Some(en)) => format!("{}{JOINT}{}", one(zh, Lang::Zh), one(en, Lang::En)),
            (words, None) => one(words, self.names.lang),
        }
    }

    /// `words` of what is drawn smaller than its mass, for the tooltip and screen readers.
    pub(super) fn spoken_narrowed(&self, words: &str) -> String {
        format!("{words}\n{}", PathwaysMsg::NarrowedHint.text(self.names.lang))
    }

    pub(super) fn flow(&self, flow: &FlowFigure, reached: &StageId, is_loop: bool) -> String {
        let class = |id: &StageId| self.figures.ends.iter().find(|end| &end.stage == id);
        let (from, to) = (
            self.name(&flow.from, None),
            self.name(reached, class(reached).map(|end| end.class)),
        );
        let (mass, share) = (self.grams(flow.kg), self.share(flow.kg));
        let times = self.times(flow.kg);
        let message = match flow.kind {
            FlowKind::Pieces if is_loop => PathwaysMsg::FlowBack,
            FlowKind::Pieces if self.of_piece(flow.kg) > WHOLE => PathwaysMsg::FlowTimes,
            FlowKind::Pieces => PathwaysMsg::FlowOf,
            FlowKind::Output => PathwaysMsg::FlowOutput,
            FlowKind::Residue => PathwaysMsg::FlowResidue,
            FlowKind::Removed => PathwaysMsg::FlowRemoved,
            FlowKind::Refused => PathwaysMsg::FlowRefused,
        };
        let values = [
            ("from", from.as_str()),
            ("to", &to),
            ("mass", &mass),
            ("share", &share),
            ("times", &times),
        ];
        message.with(self.names.lang, &values)
    }

    /// So many that stand together.
    pub(super) fn more(&self, count: usize) -> String {
        let count = count.to_string();
        self.names
            .head(|names| PathwaysMsg::MoreStages.with(names.lang, &[("count", &count)]))
    }

    /// The title of a band with how many flows are too thin to be drawn.
    pub(super) fn left_out(&self, title: &str, count: usize) -> String {
        let count = count.to_string();
        PathwaysMsg::ThinFlows.with(self.names.lang, &[("title", title), ("count", &count)])
    }

    /// Titles of the four bands.
    pub(super) fn bands(&self, columns: usize) -> Vec<(usize, String)> {
        let text = |message: PathwaysMsg| message.head(self.names.lang).to_owned();
        let mut bands = vec![
            (0, text(PathwaysMsg::BandProduct)),
            (1, text(PathwaysMsg::BandUse)),
        ];
        if columns > 3 {
            bands.push((2, text(PathwaysMsg::BandSorted)));
        }
        bands.push((columns.saturating_sub(1), text(PathwaysMsg::BandEnds)));
        bands
    }
}
