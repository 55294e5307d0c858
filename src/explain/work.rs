//! Explanations of a pathway's work.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::assess::WorkFigure;
use crate::flow::{Flow, Slot, Target};
use crate::model::{ActivityId, PlaceId};
use crate::text::{ExplainMsg, number};
use crate::work::hours::fte;

impl Way<'_> {
    pub(super) fn gross(&self) -> Explanation {
        let say = self.say;
        let terms: Vec<Term> = self
            .figures
            .own_work
            .iter()
            .map(|line| self.line_term(line, false))
            .collect();
        let total = say.hours(self.figures.totals.gross);
        let own = self
            .work_plan()
            .map(|work| work.own.iter().map(|at| at.hours).collect::<Vec<_>>());
        Explanation {
            title: say.text(ExplainMsg::Gross),
            formula: "Σ flow · h · 1000".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            value: total,
            terms,
            factors: say.factors(own.unwrap_or_default()),
            notes: vec![say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }

    fn work_plan(&self) -> Option<&crate::work::ledger::WorkPlan> {
        Some(&self.say.assessment.engine.pathways.get(self.index)?.work)
    }

    fn line_term(&self, line: &WorkFigure, opens: bool) -> Term {
        let say = self.say;
        let (activity, place) = (say.names.activity(&line.activity), say.names.place(&line.place));
        let meaning = ExplainMsg::TermLine.with(say.lang, &[("activity", &activity), ("place", &place)]);
        let figure = FigureId::Work {
            pathway: self.figures.id.clone(),
            activity: line.activity.clone(),
            place: line.place.clone(),
        };
        Term::named("", meaning, say.hours(line.hours.abs()), opens.then_some(figure))
    }

    /// Work gained or lost: the sum of its lines.
    pub(super) fn changed(&self, figure: PathwayFigure) -> Explanation {
        let say = self.say;
        let gained = figure == PathwayFigure::Gained;
        let (title, formula, hours) = if gained {
            (
                ExplainMsg::Gained,
                "Σ Δ⁺,  Δ = H_pathway − H_baseline",
                self.figures.totals.gained,
            )
        } else {
            (
                ExplainMsg::Lost,
                "−Σ Δ⁻,  Δ = H_pathway − H_baseline",
                self.figures.totals.lost,
            )
        };
        let mut lines: Vec<&WorkFigure> = self
            .figures
            .work
            .iter()
            .filter(|line| (line.hours > 0.0) == gained)
            .collect();
        lines.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
        let terms: Vec<Term> = lines.iter().map(|line| self.line_term(line, true)).collect();
        let total = say.hours(hours);
        let slots: Vec<Slot> = lines.iter().filter_map(|line| self.hours_slot(line)).collect();
        let mut notes = vec![say.text(ExplainMsg::NoteEstimate)];
        if !gained {
            notes.insert(0, say.text(ExplainMsg::NoteSewing));
        }
        notes.extend(self.indirect_total(gained));
        Explanation {
            title: say.text(title),
            formula: formula.to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            value: total,
            terms,
            factors: say.factors(slots),
            notes,
            ..Explanation::default()
        }
    }

    fn hours_slot(&self, line: &WorkFigure) -> Option<Slot> {
        let key = (line.activity.clone(), line.place.clone());
        self.say
            .assessment
            .built
            .line_factors
            .get(&key)
            .map(|behind| behind.hours)
    }

    pub(super) fn net(&self) -> Explanation {
        let (say, totals) = (self.say, &self.figures.totals);
        let (gained, lost) = (say.hours(totals.gained), say.hours(totals.lost));
        let net = number::signed(totals.net(), |hours| say.hours(hours));
        Explanation {
            title: say.text(ExplainMsg::Net),
            formula: "net = gained − lost".to_owned(),
            substituted: format!("{gained} − {lost} = {net}"),
            value: net,
            terms: vec![
                say.opening("", ExplainMsg::Gained, gained, self.id(PathwayFigure::Gained)),
                say.opening("", ExplainMsg::Lost, lost, self.id(PathwayFigure::Lost)),
            ],
            notes: vec![say.text(ExplainMsg::NoteNet), say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }

    pub(super) fn break_even(&self) -> Option<Explanation> {
        let say = self.say;
        let outcomes = &say.assessment.outcomes.pathways;
        let own = outcomes.get(self.index)?.before;
        let baseline = outcomes.get(say.assessment.engine.baseline)?.before;
        let garment = say.assessment.engine.garment.iter();
        let garment: Vec<Slot> = garment.map(|work| work.hours_per_piece).collect();
        let slope = own.per_displacement - baseline.per_displacement;
        let ahead = own.without_garments - baseline.without_garments;
        let value = self.figures.totals.break_even;
        let text = value.map_or_else(|| "—".to_owned(), |d| say.ratio(d));
        let outside = value.is_some_and(|d| !(0.0..=1.0).contains(&d));
        let note = if outside {
            ExplainMsg::NoteBreakEvenOutside
        } else {
            ExplainMsg::NoteBreakEven
        };
        Some(Explanation {
            title: say.text(ExplainMsg::BreakEven),
            formula: "d = (A − A_baseline) / (S − S_baseline)".to_owned(),
            substituted: format!("{} / {} = {text}", say.hours(ahead), say.hours(slope)),
            value: text,
            terms: vec![
                say.term("A − A_baseline", ExplainMsg::TermAhead, say.hours(ahead)),
                say.term("S − S_baseline", ExplainMsg::TermServed, say.hours(slope)),
            ],
            factors: say.factors(garment),
            notes: vec![say.text(note), say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        })
    }

    pub(super) fn jobs(&self, figure: PathwayFigure) -> Explanation {
        let say = self.say;
        let gained = figure == PathwayFigure::FteGained;
        let (title, jobs) = if gained {
            (ExplainMsg::FteGained, self.figures.totals.fte_gained)
        } else {
            (ExplainMsg::FteLost, self.figures.totals.fte_lost)
        };
        let engine = &say.assessment.engine;
        let (mut terms, mut slots) = (Vec::new(), Vec::new());
        for line in self
            .figures
            .work
            .iter()
            .filter(|line| (line.hours > 0.0) == gained)
        {
            let hours = engine.fte_by_place.iter().find(|(at, _)| at == &line.place);
            let Some((_, per_fte)) = hours else { continue };
            let jobs = fte(
                line.hours.abs(),
                engine.pieces_per_year,
                per_fte.of(&say.assessment.numbers),
            );
            let mut term = self.line_term(line, true);
            term.value = number::fte(jobs, say.lang);
            terms.push(term);
            slots.push(*per_fte);
        }
        let value = number::fte(jobs, say.lang);
        Explanation {
            title: say.text(title),
            formula: "Σ |Δ| / 1000 · pieces / hours per FTE".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            value,
            terms,
            factors: say.factors(slots),
            notes: vec![say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }

    /// One line of work: what the pathway does, what it takes away, against the baseline.
    pub(super) fn work_line(&self, activity: &ActivityId, place: &PlaceId) -> Option<Explanation> {
        let say = self.say;
        let engine = &say.assessment.engine;
        let line = engine
            .ledger
            .lines()
            .iter()
            .position(|(a, p)| a == activity && p == place)?;
        let figure = self
            .figures
            .work
            .iter()
            .find(|work| &work.activity == activity && &work.place == place);
        let outcomes = &say.assessment.outcomes.pathways;
        let own = outcomes.get(self.index)?.hours.get(line).copied()?;
        let baseline = outcomes.get(engine.baseline)?.hours.get(line).copied()?;
        let mut terms = self.own_terms(line);
        terms.extend(self.taken_terms(line));
        let before = number::signed(-baseline, |hours| say.hours(hours));
        terms.push(say.term("−H_baseline", ExplainMsg::TermBaseline, before));
        let value = number::signed(own - baseline, |hours| say.hours(hours));
        let names = [say.names.activity(activity), say.names.place(place)];
        let behind = say
            .assessment
            .built
            .line_factors
            .get(&(activity.clone(), place.clone()));
        let [activity, place] = &names;
        Some(Explanation {
            title: ExplainMsg::WorkAt.with(say.lang, &[("activity", activity), ("place", place)]),
            range: figure
                .and_then(|work| work.range)
                .map(|(low, high)| number::figure_range((own - baseline).abs(), (low, high), say.lang)),
            formula: "Δ = Σ flow · h − avoided · h_garment − recycled kg · h_fibre − H_baseline".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            value,
            terms,
            factors: say.factors(behind.map(|behind| behind.hours)),
            notes: vec![
                say.text(ExplainMsg::NoteRange),
                say.text(ExplainMsg::NoteEstimate),
            ],
            ..Explanation::default()
        })
    }

    fn own_terms(&self, line: usize) -> Vec<Term> {
        let say = self.say;
        let (Some(work), Some(plan), Some(outcome)) = (
            self.work_plan(),
            self.plan(),
            say.assessment.outcomes.pathways.get(self.index),
        ) else {
            return Vec::new();
        };
        let numbers = &say.assessment.numbers;
        let mass = say.assessment.product.mass_kg;
        let mut terms = Vec::new();
        for at in work.own.iter().filter(|at| at.line == line) {
            let flow = crate::assess::flow_of(plan, &outcome.solution, at.flow, mass);
            let (target, unit) = match at.flow {
                Flow::Visits(index) => (Target::Item(index), ""),
                Flow::VisitedMass(index) => (Target::Item(index), " kg"),
                Flow::TakenIn(index) | Flow::GivenOut(index) => (Target::Material(index), " kg"),
                Flow::Ended(index) => (Target::End(index), " kg"),
            };
            let stage = plan
                .id(target)
                .map_or_else(String::new, |id| say.names.any_stage(id));
            let values = [
                format!("{}{unit}", say.fine(flow)),
                format!("{} h", say.fine(at.hours.of(numbers))),
            ];
            let [flow_text, hours_text] = &values;
            let meaning = ExplainMsg::TermFlowHours.with(
                say.lang,
                &[("stage", &stage), ("flow", flow_text), ("h", hours_text)],
            );
            terms.push(Term::named(
                "flow · h",
                meaning,
                say.hours(flow * at.hours.of(numbers) * 1000.0),
                None,
            ));
        }
        terms
    }

    fn taken_terms(&self, line: usize) -> Vec<Term> {
        let say = self.say;
        let numbers = &say.assessment.numbers;
        let engine = &say.assessment.engine;
        let mut terms = Vec::new();
        let taken = say.assessment.outcomes.pathways.get(self.index);
        let taken = taken.map_or(0.0, |outcome| {
            engine.taken_on(self.index, line, numbers, numbers, outcome)
        });
        if taken != 0.0 {
            let value = number::signed(-taken * 1000.0, |hours| say.hours(hours));
            terms.push(say.opening(
                "avoided · h",
                ExplainMsg::TermAvoided,
                value,
                self.id(PathwayFigure::GarmentsAvoided),
            ));
        }
        let (Some(work), Some(plan), Some(outcome)) = (
            self.work_plan(),
            self.plan(),
            say.assessment.outcomes.pathways.get(self.index),
        ) else {
            return terms;
        };
        for displaced in work.displaced.iter().filter(|displaced| displaced.line == line) {
            let kg: f64 = outcome.solution.end_parts(plan, displaced.end).iter().sum();
            let stage = plan
                .ends
                .get(displaced.end)
                .map_or_else(String::new, |end| say.names.any_stage(&end.id));
            let hours = kg * displaced.hours_per_kg.of(numbers) * 1000.0;
            let meaning = ExplainMsg::TermFibre.with(say.lang, &[("stage", &stage)]);
            terms.push(Term::named(
                "kg · h",
                meaning,
                format!("−{}", say.hours(hours)),
                None,
            ));
        }
        terms
    }
}
