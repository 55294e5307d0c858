//! Explanations of a pathway's work.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::assess::WorkFigure;
use crate::flow::{Flow, Plan, Target};
use crate::model::{ActivityId, PlaceId};
use crate::text::{ExplainMsg, number};
use crate::work::hours::fte;

impl Way<'_> {
    /// Explanations of work and jobs; none of other figures.
    pub(super) fn changed_work(&self, figure: PathwayFigure) -> Option<Explanation> {
        Some(match figure {
            PathwayFigure::Gross => self.gross(),
            PathwayFigure::Gained
            | PathwayFigure::Lost
            | PathwayFigure::GainedHere
            | PathwayFigure::LostHere => self.changed(figure),
            PathwayFigure::Net => self.net(),
            PathwayFigure::MovedFromHome => self.moved(),
            PathwayFigure::BreakEven => self.break_even()?,
            PathwayFigure::FteGained | PathwayFigure::FteLost | PathwayFigure::FteGross => self.jobs(figure),
            _ => return None,
        })
    }

    fn gross(&self) -> Explanation {
        let say = self.say;
        let terms: Vec<Term> = self
            .figures
            .own_work
            .iter()
            .map(|line| self.line_term(line, false))
            .collect();
        let total = PathwayFigure::Gross.said(self.figures, say.lang);
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
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
    fn changed(&self, figure: PathwayFigure) -> Explanation {
        let say = self.say;
        let gained = matches!(figure, PathwayFigure::Gained | PathwayFigure::GainedHere);
        let here_alone = matches!(figure, PathwayFigure::GainedHere | PathwayFigure::LostHere);
        let lines = self
            .figures
            .work
            .iter()
            .filter(|line| (line.hours > 0.0) == gained);
        let mut lines: Vec<&WorkFigure> = lines.filter(|line| !here_alone || self.is_here(line)).collect();
        lines.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
        let terms: Vec<Term> = lines.iter().map(|line| self.line_term(line, true)).collect();
        let total = figure.said(self.figures, say.lang);
        let mut notes = vec![say.text(ExplainMsg::NoteEstimate)];
        if !gained {
            notes.insert(0, say.text(ExplainMsg::NoteSewing));
        }
        notes.extend(self.indirect_total(gained));
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
            notes,
            ..Explanation::default()
        }
    }

    /// True where the line of work is done at home.
    fn is_here(&self, line: &WorkFigure) -> bool {
        let engine = &self.say.assessment.engine;
        let key = (&line.activity, &line.place);
        let at = engine.ledger.lines().iter().position(|(a, p)| (a, p) == key);
        let marks = engine.pathways.get(self.index).map(|pathway| &pathway.here);
        at.zip(marks)
            .is_some_and(|(at, marks)| marks.get(at) == Some(&true))
    }

    /// Work that was done unpaid at home before.
    fn moved(&self) -> Explanation {
        let say = self.say;
        let total = PathwayFigure::MovedFromHome.said(self.figures, say.lang);
        let mut terms = self.moved_terms(self.index, true);
        terms.extend(self.moved_terms(say.assessment.engine.baseline, false));
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
            notes: vec![
                say.text(ExplainMsg::NoteMoved),
                say.text(ExplainMsg::NoteEstimate),
            ],
            ..Explanation::default()
        }
    }

    /// Flow and hours of what moved from home on the pathway at `index`; taken off for the baseline.
    fn moved_terms(&self, index: usize, own: bool) -> Vec<Term> {
        let (say, engine) = (self.say, &self.say.assessment.engine);
        let outcome = say.assessment.outcomes.pathways.get(index);
        let (Some(compiled), Some(outcome)) = (engine.pathways.get(index), outcome) else {
            return Vec::new();
        };
        let Ok(plan) = &compiled.plan else {
            return Vec::new();
        };
        let numbers = &say.assessment.numbers;
        let terms = compiled.work.moved.iter().map(|at| {
            let flow =
                crate::assess::flow_of(plan, &outcome.solution, at.flow, say.assessment.product.mass_kg);
            let hours = at.hours.of(numbers);
            let mut term = self.flow_term(plan, at.flow, flow, hours);
            if !own {
                term.value = format!("−{}", term.value);
            }
            term
        });
        terms.collect()
    }

    fn net(&self) -> Explanation {
        let say = self.say;
        let [gained, lost, net] = [PathwayFigure::Gained, PathwayFigure::Lost, PathwayFigure::Net]
            .map(|figure| figure.said(self.figures, say.lang));
        Explanation {
            substituted: format!("{gained} − {lost} = {net}"),
            terms: vec![
                self.opening("", PathwayFigure::Gained),
                self.opening("", PathwayFigure::Lost),
            ],
            notes: vec![say.text(ExplainMsg::NoteNet), say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }

    fn break_even(&self) -> Option<Explanation> {
        let say = self.say;
        let outcomes = &say.assessment.outcomes.pathways;
        let own = outcomes.get(self.index)?.before;
        let baseline = outcomes.get(say.assessment.engine.baseline)?.before;
        let slope = own.per_displacement - baseline.per_displacement;
        let ahead = own.without_garments - baseline.without_garments;
        let value = self.figures.totals.break_even();
        let text = PathwayFigure::BreakEven.said(self.figures, say.lang);
        let outside = value.is_some_and(|d| !(0.0..=1.0).contains(&d));
        let note = if outside {
            ExplainMsg::NoteBreakEvenOutside
        } else {
            ExplainMsg::NoteBreakEven
        };
        Some(Explanation {
            substituted: format!("{} / {} = {text}", say.hours(ahead), say.hours(slope)),
            terms: vec![
                say.term("A − A_baseline", ExplainMsg::TermAhead, say.hours(ahead)),
                say.term("S − S_baseline", ExplainMsg::TermServed, say.hours(slope)),
            ],
            notes: vec![say.text(note), say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        })
    }

    fn jobs(&self, figure: PathwayFigure) -> Explanation {
        let say = self.say;
        let gained = figure == PathwayFigure::FteGained;
        let engine = &say.assessment.engine;
        let mut terms = Vec::new();
        let own = figure == PathwayFigure::FteGross;
        let lines = if own {
            &self.figures.own_work
        } else {
            &self.figures.work
        };
        for line in lines.iter().filter(|line| own || (line.hours > 0.0) == gained) {
            let hours = engine.fte_by_place.iter().find(|(at, _)| at == &line.place);
            let Some((_, per_fte)) = hours else { continue };
            let jobs = fte(
                line.hours.abs(),
                engine.pieces_per_year,
                per_fte.of(&say.assessment.numbers),
            );
            let mut term = self.line_term(line, !own);
            term.value = figure.form().text(jobs, say.lang);
            terms.push(term);
        }
        let value = figure.said(self.figures, say.lang);
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            terms,
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
            terms.push(self.flow_term(plan, at.flow, flow, at.hours.of(numbers)));
        }
        terms
    }

    /// What flows, and the hours of each kg or piece of it.
    fn flow_term(&self, plan: &Plan, on: Flow, flow: f64, hours: f64) -> Term {
        let say = self.say;
        let (target, unit) = match on {
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
            format!("{} h", say.fine(hours)),
        ];
        let [flow_text, hours_text] = &values;
        let meaning = ExplainMsg::TermFlowHours.with(
            say.lang,
            &[("stage", &stage), ("flow", flow_text), ("h", hours_text)],
        );
        Term::named("flow · h", meaning, say.hours(flow * hours * 1000.0), None)
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
            let opens = Some(self.id(PathwayFigure::GarmentsAvoided));
            let meaning = say.text(ExplainMsg::TermAvoided);
            terms.push(Term::named("avoided · h", meaning, value, opens));
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
