//! `advise`: what to change, ranked, on one pathway.

use super::input::located;
use super::projects::known_pathway;
use super::source::Source;
use super::{AssessFormat, Done, Failure, write_json};
use crate::data::Library;
use crate::explain::advice::{
    Advice, Advised, Adviser, Axis, Cannot, Effect, MEASURES, Point, Sweep, Try, Values, cure, efforts,
    first_pathway, gain, gate_words, measure, name_of, said, shortlist, tries, value_of,
};
use crate::figure::PathwayFigure;
use crate::job;
use crate::model::{PathwayId, Project};
use crate::report::advice::{AdviceJson, MoveJson};
use crate::text::names::Names;
use crate::text::{AdviceMsg, Lang};
use clap::Args;
use std::ffi::OsStr;
use std::io::Write;

/// What is asked of `advise`.
#[derive(Debug, Args)]
pub struct Asked {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// The pathway; the first compared one beside the baseline by default.
    #[arg(long)]
    pub pathway: Option<String>,
    /// The figure to rank by: `recycled`, `downcycled`, `mci`, `mci_quality`, `wears`, `v_g_per_100_wears`,
    /// `gained_h_per_1000`, `lost_h_per_1000`, `net_h_per_1000` or `garments_avoided_per_piece`.
    #[arg(long, value_name = "KEY", default_value = "recycled")]
    pub rank: String,
    /// Draw all factors this many times for each move: in what share of the draws it is better.
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub draws: Option<u64>,
    /// Seed of the draws; the project's own by default.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// Also try moves together: the best combinations of so many of them.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=12))]
    pub combine: Option<u32>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: AssessFormat,
}

/// How many combinations are told.
const TOLD: usize = 5;

/// The project that is asked about, and the pathway.
pub(super) struct Case {
    pub(super) project: Project,
    pub(super) pathway: PathwayId,
}

/// Reads what `source` holds: the variant asked for, and the pathway asked for or the first that advice speaks of.
pub(super) fn read(
    source: &Source,
    (pathway, seed): (Option<&str>, Option<u64>),
    lang: Lang,
    err: &mut dyn Write,
) -> Result<Case, Failure> {
    let project = source.read(lang, err)?;
    let pathway = match pathway {
        Some(id) => {
            let id = PathwayId::from(id);
            known_pathway(&source.file, &project, &id, lang)?;
            id
        }
        None => first_pathway(&project, Library::builtin())
            .cloned()
            .unwrap_or_default(),
    };
    let seed = seed.unwrap_or(project.seed);
    Ok(Case {
        project: Project { seed, ..project },
        pathway,
    })
}

/// The measure called `key`, or the sentence that names them all.
pub(super) fn known_measure(key: &str, lang: Lang) -> Result<PathwayFigure, Failure> {
    measure(key).ok_or_else(|| {
        let known: Vec<&str> = MEASURES.into_iter().map(PathwayFigure::short_key).collect();
        let values = [("id", key), ("known", &known.join(", "))];
        Failure::Input(AdviceMsg::UnknownFigure.with(lang, &values))
    })
}

/// A sentence about `file`: why it cannot be advised on.
pub(super) fn cannot(file: &OsStr, project: &Project, cannot: &Cannot, lang: Lang) -> Failure {
    located(file, &cannot.text(project, Library::builtin(), lang))
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let library = Library::builtin();
    let rank = known_measure(&asked.rank, lang)?;
    let which = (asked.pathway.as_deref(), asked.seed);
    let Case { project, pathway } = read(&asked.source, which, lang, err)?;
    let draws = asked.draws.unwrap_or(0);
    let refused = |why: Cannot| cannot(&asked.source.file, &project, &why, lang);
    let mut adviser = Adviser::new(&project, library, &pathway, draws).map_err(refused)?;
    let all = tries(&project, library);
    let moves = all.iter().map(|one| adviser.advise(one)).collect();
    let advice = Advice::ranked(pathway, rank, moves);
    let now = adviser.values();
    let together = asked
        .combine
        .map_or_else(Vec::new, |count| combined(&mut adviser, &project, &advice, count));
    let told = Told {
        advice: &advice,
        project: &project,
        library,
        lang,
    };
    match asked.format {
        AssessFormat::Json => {
            let json = together
                .iter()
                .map(|(moves, effect)| told.together(moves, effect));
            let json = AdviceJson::of(&advice, json.collect(), &now, &project, library, lang);
            write_json(out, &json)?;
        }
        AssessFormat::Csv => told.csv(&now, &together, out)?,
        AssessFormat::Table => told.table(&together, out)?,
    }
    match advice.nothing(&project, library) {
        None => Ok(Done::Clean),
        Some(sentence) => {
            writeln!(err, "{}", sentence.get(lang))?;
            Ok(Done::WithFindings)
        }
    }
}

/// Moves together and what they do.
type Together = (Vec<Try>, Effect);

/// The best combinations of `count` moves, out of those that help most by themselves.
fn combined(adviser: &mut Adviser<'_>, project: &Project, advice: &Advice, count: u32) -> Vec<Together> {
    let (library, rank, pathway) = (Library::builtin(), advice.rank, advice.pathway.clone());
    let short = shortlist(
        project,
        library,
        std::slice::from_ref(&pathway),
        &[Axis::Figure(rank)],
    );
    let Some(sweep) = Sweep::new(project, library, &short, &[pathway]) else {
        return Vec::new();
    };
    let mut points = job::sweep_on(job::threads(), &sweep, 0..sweep.len());
    points.retain(|point| point.count() == count);
    let before = value_of(&adviser.values(), rank);
    let gained = |point: &Point| gain(rank, before, point.on(Axis::Figure(rank)));
    points.sort_by(|a, b| gained(b).total_cmp(&gained(a)).then(a.moves.cmp(&b.moves)));
    let best = points.iter().take(TOLD).filter_map(|point| {
        let moves: Vec<Try> = sweep.moves(point.moves).into_iter().cloned().collect();
        let effect = adviser.together(&moves).ok()?;
        Some((moves, effect))
    });
    best.collect()
}

/// Advice as it is told.
struct Told<'a> {
    advice: &'a Advice,
    project: &'a Project,
    library: &'a Library,
    lang: Lang,
}

impl Told<'_> {
    fn names(&self) -> Names<'_> {
        Names {
            project: self.project,
            library: self.library,
            lang: self.lang,
        }
    }

    fn reason(&self, advised: &Advised) -> Option<String> {
        advised.reason(self.advice.rank, self.project, self.library, self.lang)
    }

    fn together(&self, moves: &[Try], effect: &Effect) -> MoveJson {
        let name = name_of(moves, self.project, self.library);
        MoveJson::together(moves, &name, effect, self.advice.rank)
    }

    /// First what helps, then what is not worth it, last what cannot be made, each with its reason.
    fn table(&self, together: &[Together], out: &mut dyn Write) -> Result<(), Failure> {
        let (lang, rank) = (self.lang, self.advice.rank);
        let pathway = self.names().pathway(&self.advice.pathway);
        writeln!(out, "{}{}{pathway}", rank.text(lang), lang.colon())?;
        for advised in self.advice.helping() {
            if let Ok(effect) = &advised.effect {
                self.helping(advised, effect, out)?;
            }
        }
        for (moves, effect) in together {
            let ids: Vec<&str> = moves.iter().map(|one| one.id.as_str()).collect();
            let name = name_of(moves, self.project, self.library);
            writeln!(out, "\n  {}  [{}]", name.get(lang), ids.join("+"))?;
            writeln!(out, "    {}", self.change(effect, rank))?;
        }
        let rest = self.advice.moves.iter().filter(|advised| !advised.helps(rank));
        let (idle, cannot): (Vec<_>, Vec<_>) = rest.partition(|advised| advised.effect.is_ok());
        for (head, lines) in [(AdviceMsg::NotWorth, idle), (AdviceMsg::CannotBe, cannot)] {
            if lines.is_empty() {
                continue;
            }
            writeln!(out, "\n{}", head.text(lang))?;
            for advised in lines {
                let reason = self.reason(advised).unwrap_or_default();
                writeln!(out, "  {}  [{}]  {reason}", advised.name.get(lang), advised.of.id)?;
            }
        }
        Ok(())
    }

    /// A figure before and after.
    fn change(&self, effect: &Effect, figure: PathwayFigure) -> String {
        let lang = self.lang;
        let said = |values: &Values| figure.form().text(value_of(values, figure), lang);
        let (before, after) = (said(&effect.before), said(&effect.after));
        format!("{}{}{before} → {after}", figure.text(lang), lang.colon())
    }

    fn helping(&self, advised: &Advised, effect: &Effect, out: &mut dyn Write) -> Result<(), Failure> {
        let (lang, rank) = (self.lang, self.advice.rank);
        writeln!(out, "\n  {}  [{}]", advised.name.get(lang), advised.of.id)?;
        let mut line = self.change(effect, rank);
        if let Some(share) = effect.better_in(rank) {
            let count = format!("{:.0}", share * 100.0);
            line.push_str(lang.pause());
            line.push_str(&AdviceMsg::BetterIn.with(lang, &[("count", &count)]));
        }
        writeln!(out, "    {line}")?;
        for gate in &effect.opens {
            let names = self.names();
            let why = cure(gate, &names).map_or_else(String::new, |why| format!("  ({why})"));
            writeln!(out, "    {}{why}", gate_words(gate, &names))?;
        }
        let costs = effect.costs().into_iter().filter(|figure| *figure != rank);
        for figure in costs.take(2) {
            writeln!(out, "    {}", self.change(effect, figure))?;
        }
        if let Some(row) = advised.of.move_row(self.library) {
            writeln!(out, "    {}", efforts(row, lang))?;
            if let Some(said) = said(row, lang) {
                writeln!(out, "    {said}")?;
            }
        }
        Ok(())
    }

    /// One line for each move and figure.
    fn csv(&self, now: &Values, together: &[Together], out: &mut dyn Write) -> Result<(), Failure> {
        let mut writer = csv::Writer::from_writer(out);
        let keys = MEASURES.into_iter().map(PathwayFigure::short_key);
        let mut heading = vec![
            "id".to_owned(),
            "name".into(),
            "part".into(),
            "applies".into(),
            "reason".into(),
        ];
        heading.extend(keys.clone().map(|key| format!("before.{key}")));
        heading.extend(keys.map(|key| format!("after.{key}")));
        heading.extend(["p_better", "opens", "closes", "edits"].map(str::to_owned));
        writer.write_record(&heading)?;
        for advised in &self.advice.moves {
            let json = MoveJson::of(advised, self.advice, now, self.reason(advised));
            writer.write_record(json.cells(self.lang))?;
        }
        for (moves, effect) in together {
            writer.write_record(self.together(moves, effect).cells(self.lang))?;
        }
        writer.flush()?;
        Ok(())
    }
}
