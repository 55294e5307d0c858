//! What the library page says: which factors are listed in which order, and each row in final strings.
//!
//! Invariant: nothing is reckoned here; swings come from [`crate::explain::Matter`].

use super::filter::{Filter, Sort, Subject, Table};
use crate::data::{Factor, Grade, Library};
use crate::explain::{Influence, Weigh};
use crate::flow::assemble::effective;
use crate::model::{FactorId, Override};
use crate::text::{CommonMsg, Lang, LibraryMsg, number, origins, units};
use crate::ui::theme::pathway_letter;
use crate::ui::view::View;
use std::collections::BTreeMap;

/// The factors to show.
#[derive(Debug, Clone, Default)]
pub struct Listing<'a> {
    /// In order.
    pub found: Vec<Found<'a>>,
    /// How many more match in the whole library.
    pub elsewhere: usize,
    /// The groups with what each would show; empty ones left out.
    pub subjects: Vec<(Subject, usize)>,
}

/// One factor of the listing.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Its id.
    pub id: &'a FactorId,
    /// The factor; none for an own figure whose factor the library does not have.
    pub factor: Option<&'a Factor>,
    /// The user's own figure.
    pub own: Option<&'a Override>,
    /// What it does in the project.
    pub influence: Option<&'a Influence>,
}

/// One row in final strings.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The factor.
    pub id: FactorId,
    /// Its name.
    pub name: String,
    /// Value with its unit: "450" and "FTE per 1000 t garment".
    pub value: String,
    /// The words after the value.
    pub unit: String,
    /// Low–high.
    pub range: String,
    /// Its grade; none where the library does not know the factor.
    pub grade: Option<Grade>,
    /// True where it is the user's own figure.
    pub own: bool,
    /// Where it speaks of.
    pub place: String,
    /// The year it speaks of; empty where not stated.
    pub year: String,
    /// Where it counts.
    pub used: Used,
    /// The swing as a share of the largest.
    pub matter: f64,
    /// The swing in figures; empty where there is none.
    pub matter_text: String,
    /// The swing in words.
    pub matter_hint: String,
    /// The value with its unit.
    pub with_unit: String,
    /// The whole row for screen readers.
    pub spoken: String,
}

/// Where a factor counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Used {
    /// It is being worked out.
    Working,
    /// Nowhere in this project.
    Nowhere,
    /// In every pathway.
    Everywhere,
    /// In some, by their indices.
    In(Vec<usize>),
}

/// What the page says of all factors together.
pub fn counts(view: &View<'_>) -> String {
    let Some(matter) = view.matter else {
        return LibraryMsg::CountsWorking.text(view.lang).to_owned();
    };
    let used = matter.len().to_string();
    let all = view.library.factors().count().to_string();
    let own = view.project.overrides.len();
    let message = if own == 0 {
        LibraryMsg::Counts
    } else {
        LibraryMsg::CountsOwn
    };
    let own = own.to_string();
    message.with(view.lang, &[("used", &used), ("all", &all), ("own", &own)])
}

/// The factors that `filter` lets through.
pub fn listing<'a>(view: &View<'a>, filter: &Filter) -> Listing<'a> {
    let words = words(&filter.text);
    let wanted = |found: &Found<'_>| {
        let is_graded = || found.grade().is_some_and(|grade| filter.grades.contains(&grade));
        let graded = filter.grades.is_empty() || is_graded();
        graded && matches(found, view.library, &words)
    };
    let mut matching: Vec<Found<'a>> = all(view).filter(wanted).collect();
    let everywhere = matching
        .iter()
        .filter(|found| found.is_of(filter.subject))
        .count();
    // Which are used is not known before it is worked out.
    if filter.used_only && view.matter.is_some() {
        matching.retain(|found| found.influence.is_some() || found.own.is_some());
    }
    let subjects = subjects(&matching);
    matching.retain(|found| found.is_of(filter.subject));
    sort(&mut matching, filter, view.lang);
    Listing {
        elsewhere: everywhere - matching.len(),
        found: matching,
        subjects,
    }
}

/// Every factor of the library, and own figures of factors that it does not have.
fn all<'a>(view: &View<'a>) -> impl Iterator<Item = Found<'a>> {
    let (project, library, matter) = (view.project, view.library, view.matter);
    let known = library.factors().map(move |factor| Found {
        id: &factor.id,
        factor: Some(factor),
        own: project.overrides.get(&factor.id),
        influence: matter.and_then(|matter| matter.of(&factor.id)),
    });
    let own = project.overrides.iter();
    let unknown = own
        .filter(|(id, _)| library.factor(id.as_str()).is_none())
        .map(|(id, own)| Found {
            id,
            factor: None,
            own: Some(own),
            influence: None,
        });
    known.chain(unknown)
}

/// The factor with `id` as the page sees it.
pub fn find<'a>(view: &View<'a>, id: &'a FactorId) -> Option<Found<'a>> {
    let factor = view.library.factor(id.as_str());
    let own = view.project.overrides.get(id);
    (factor.is_some() || own.is_some()).then(|| Found {
        id,
        factor,
        own,
        influence: view.matter.and_then(|matter| matter.of(id)),
    })
}

impl Found<'_> {
    /// The grade of the figure in effect.
    pub fn grade(&self) -> Option<Grade> {
        self.factor.map(|factor| effective(factor, self.own).0.grade)
    }

    /// Its name with a capital at the start; the id where the library does not know it.
    pub fn name(&self, lang: Lang) -> String {
        let typed = self
            .factor
            .is_none()
            .then(|| Library::builtin().typed(self.id))
            .flatten();
        let name = match (self.factor, &typed) {
            (Some(factor), _) => &factor.name,
            (None, Some((name, _))) => name,
            (None, None) => return self.id.to_string(),
        };
        let mut letters = name.get(lang).chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        first + letters.as_str()
    }

    fn is_of(&self, subject: Subject) -> bool {
        match subject {
            Subject::All => true,
            Subject::Own => self.own.is_some(),
            Subject::Table(table) => Table::of(self.id.as_str()) == Some(table),
        }
    }

    fn swing(&self, by: Weigh) -> f64 {
        self.influence.map_or(0.0, |influence| influence.swing(by))
    }
}

fn subjects(found: &[Found<'_>]) -> Vec<(Subject, usize)> {
    let mut by_table: BTreeMap<Table, usize> = BTreeMap::new();
    for table in found.iter().filter_map(|each| Table::of(each.id.as_str())) {
        *by_table.entry(table).or_default() += 1;
    }
    let own = found.iter().filter(|each| each.is_of(Subject::Own)).count();
    let tables = by_table.into_iter();
    let tables = tables.map(|(table, count)| (Subject::Table(table), count));
    let first = [(Subject::All, found.len()), (Subject::Own, own)];
    let first = first
        .into_iter()
        .filter(|(subject, count)| *count > 0 || *subject == Subject::All);
    first.chain(tables).collect()
}

fn sort(found: &mut [Found<'_>], filter: &Filter, lang: Lang) {
    let by = filter.weigh;
    let swing = |a: &Found<'_>, b: &Found<'_>| b.swing(by).total_cmp(&a.swing(by));
    match filter.sort {
        Sort::Matter => found.sort_by(swing),
        Sort::Name => found.sort_by_cached_key(|each| each.name(lang).to_lowercase()),
        Sort::Grade => found.sort_by(|a, b| b.grade().cmp(&a.grade()).then(swing(a, b))),
    }
}

/// The words of a search, in lower case.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// Words that people search a factor by, beside its name: start of the id, words in both languages.
const KEYWORDS: [(&str, &str); 8] = [
    (
        "assumption.sewing_k",
        "sewn stitching cmt cut-make-trim 裁剪 缝纫 车缝",
    ),
    ("work.sewing.", "sewn stitching cmt cut-make-trim 裁剪 缝纫 车缝"),
    ("work.chem_", "depolymerisation 解聚"),
    ("work.mech_", "shredding garnetting 撕松"),
    ("assumption.repair_", "mending 修补 缝补"),
    ("hours_per_fte.", "full-time fte 全职"),
    ("hours_of_job.", "full-time job fte 全职 岗位"),
    ("kind.", "garment 服装"),
];

/// True where every word occurs in the names, id, source or note of the factor.
fn matches(found: &Found<'_>, library: &Library, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = found.id.to_string();
    let mut add = |more: &str| {
        text.push('\n');
        text.push_str(more);
    };
    if let Some(own) = found.own {
        add(&own.note);
    }
    for (start, more) in KEYWORDS {
        if found.id.as_str().starts_with(start) {
            add(more);
        }
    }
    if let Some(factor) = found.factor {
        let figure = &factor.figure;
        for part in [
            &factor.name.en,
            &factor.name.zh,
            &figure.note,
            &figure.year,
            &figure.unit,
        ] {
            add(part);
        }
        for lang in Lang::ALL {
            add(&origins::origin(&figure.region, library, lang));
        }
        for id in &figure.sources {
            add(id.as_str());
            if let Some(source) = library.source(id) {
                add(&source.title);
                add(&source.place);
                add(&source.year);
            }
        }
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// `found` in final strings; `largest` is the largest swing of all factors.
pub fn row(view: &View<'_>, found: &Found<'_>, by: Weigh, largest: f64) -> Row {
    let lang = view.lang;
    let swing = found.swing(by);
    let has_swing = swing > 0.0 && largest > 0.0;
    let matter_text = if has_swing {
        swing_text(swing, by, lang)
    } else {
        String::new()
    };
    let figure = found.factor.map(|factor| effective(factor, found.own).0);
    let (value, unit, range) = match (&figure, found.own) {
        (Some(figure), _) => (
            units::plain_value(figure.value, units::ends(figure), &figure.unit, lang),
            units::after(&figure.unit, lang),
            units::plain_range(figure, lang).unwrap_or_default(),
        ),
        (None, Some(own)) => (
            number::figure(own.figure.value, None, lang),
            String::new(),
            String::new(),
        ),
        (None, None) => (number::NOTHING.to_owned(), String::new(), String::new()),
    };
    let (place, year) = origin(view, found);
    let mut row = Row {
        id: found.id.clone(),
        name: lang.head(|lang| found.name(lang)),
        value,
        unit,
        range,
        grade: found.grade(),
        own: found.own.is_some(),
        place,
        year,
        used: used(view, found),
        matter: if has_swing { swing / largest } else { 0.0 },
        matter_hint: match found.factor {
            _ if view.matter.is_none() => String::new(),
            Some(factor) if factor.is_fixed() => LibraryMsg::MatterFixed.text(lang).to_owned(),
            _ => matter_hint(&matter_text, by, lang),
        },
        matter_text,
        with_unit: String::new(),
        spoken: String::new(),
    };
    row.with_unit = figure.map_or_else(
        || row.value.clone(),
        |figure| units::figure(figure.value, units::ends(&figure), &figure.unit, lang).0,
    );
    row.spoken = spoken(view, &row);
    row
}

/// A swing: of MCI three decimals, of work hours with two digits.
pub fn swing_text(swing: f64, by: Weigh, lang: Lang) -> String {
    match by {
        Weigh::Mci if swing < 0.0005 => format!("<{}", number::fixed(0.001, 3, lang)),
        Weigh::Mci => number::fixed(swing, 3, lang),
        Weigh::Lost if swing < 0.05 => format!("<{}", number::hours(0.1, lang)),
        Weigh::Lost => number::hours(swing, lang),
    }
}

fn matter_hint(size: &str, by: Weigh, lang: Lang) -> String {
    let message = match by {
        _ if size.is_empty() => return LibraryMsg::MatterNone.text(lang).to_owned(),
        Weigh::Mci => LibraryMsg::MatterMci,
        Weigh::Lost => LibraryMsg::MatterLost,
    };
    message.with(lang, &[("size", size)])
}

/// Where and when; an own figure says neither, for its note does.
fn origin(view: &View<'_>, found: &Found<'_>) -> (String, String) {
    match (found.factor, found.own) {
        (Some(_), Some(_)) => (LibraryMsg::OwnShort.text(view.lang).to_owned(), String::new()),
        (Some(factor), None) => {
            let figure = &factor.figure;
            let place = origins::origin(&figure.region, view.library, view.lang);
            let year = if figure.year == "n.d." { "" } else { &figure.year };
            (place, year.to_owned())
        }
        (None, _) => (String::new(), String::new()),
    }
}

fn used(view: &View<'_>, found: &Found<'_>) -> Used {
    let pathways = found.influence.map(Influence::counts_in).unwrap_or_default();
    if view.matter.is_none() {
        Used::Working
    } else if pathways.is_empty() {
        Used::Nowhere
    } else if pathways.len() == view.project.pathways.len() {
        Used::Everywhere
    } else {
        Used::In(pathways)
    }
}

/// Where a factor counts in words.
pub(super) fn used_words(view: &View<'_>, used: &Used) -> String {
    let lang = view.lang;
    let names = match used {
        Used::Working => return CommonMsg::BeingWorkedOut.text(lang).to_owned(),
        Used::Nowhere => return LibraryMsg::NotUsed.text(lang).to_owned(),
        Used::Everywhere => return LibraryMsg::UsedEverywhere.text(lang).to_owned(),
        Used::In(pathways) => {
            let letters: Vec<String> = pathways
                .iter()
                .map(|at| pathway_letter(*at).to_string())
                .collect();
            letters.join(lang.comma())
        }
    };
    LibraryMsg::UsedInSpoken.with(lang, &[("names", &names)])
}

fn spoken(view: &View<'_>, row: &Row) -> String {
    let lang = view.lang;
    let grade = row
        .grade
        .map(|grade| format!("{} {}", CommonMsg::Grade.text(lang), grade.letter()));
    let own = row.own.then(|| LibraryMsg::MarkOwn.text(lang).to_owned());
    let parts = [
        Some(row.with_unit.clone()),
        Some(row.range.clone()),
        grade,
        own,
        Some(used_words(view, &row.used)),
        Some(row.matter_hint.clone()),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(lang.semicolon())
}

/// What a grade means.
pub const fn grade_words(grade: Grade) -> LibraryMsg {
    match grade {
        Grade::A => LibraryMsg::GradeA,
        Grade::B => LibraryMsg::GradeB,
        Grade::C => LibraryMsg::GradeC,
        Grade::D => LibraryMsg::GradeD,
    }
}
