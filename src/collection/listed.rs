//! The products of a list as a page shows them: each with its figures on every pathway, beside the totals of all.
//!
//! Invariant: a line stands here as the table of results has it; nothing is reckoned twice.

use super::block::Block;
use super::entry::{Entry, What};
use super::product::{name, product};
use super::reckon::reckon;
use super::row::{FIGURES, Lead, Status};
use super::sums::{Sums, WaySums};
use super::{Heads, Setting};
use crate::figure::PathwayFigure;
use crate::model::{Name, PathwayId, Project};
use crate::text::{CollectionMsg, Lang};
use std::collections::BTreeMap;

/// The figures of one pathway, in the order of [`FIGURES`].
pub type Values = [f64; FIGURES.len()];

/// The pathway on which a project is looked at by itself; none where it has none.
pub type OwnWay<'a> = &'a (dyn Fn(&Project) -> Option<PathwayId> + Sync);

/// The key of the totals of each line on its own pathway; no pathway is called so.
const OWN: &str = "*";

/// One line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its number in the list.
    pub number: u64,
    /// Its style number, or its file.
    pub style: String,
    /// The kind of garment; empty where it was not read.
    pub kind: String,
    /// Mass of one piece, kg; not a number where it was not read.
    pub kg: f64,
    /// Pieces a year.
    pub pieces: f64,
    /// What came of it.
    pub status: Status,
    /// Why it is bad or doubtful.
    pub note: String,
    /// Its pathways in their own order, each by its place among all, with their figures; no numbers without an answer.
    pub ways: Vec<(usize, Values)>,
    /// Why it has no answer, by the place of the pathway.
    pub whys: Vec<(usize, String)>,
    /// The place of the pathway on which it is looked at by itself.
    pub own: Option<usize>,
}

impl Listed {
    /// A figure on the pathway at `way`; not a number where there is none.
    pub fn value(&self, way: usize, figure: PathwayFigure) -> f64 {
        let at = FIGURES.iter().position(|known| *known == figure);
        let values = self.ways.iter().find(|(place, _)| *place == way);
        let value = values.zip(at).and_then(|((_, values), at)| values.get(at));
        value.copied().unwrap_or(f64::NAN)
    }

    /// Mass of a year, kg.
    pub fn year_kg(&self) -> f64 {
        self.kg * self.pieces
    }
}

/// A pathway that some product of a list has.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedWay {
    /// Its id.
    pub id: PathwayId,
    /// Its name, as the first product has it.
    pub name: Name,
    /// True where it is the baseline of that product.
    pub baseline: bool,
}

/// All products of a list with their totals.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collection {
    /// The pathways, in the order in which they come up.
    pub ways: Vec<ListedWay>,
    /// The lines in the order of the list.
    pub lines: Vec<Listed>,
    /// The lines as they stand in the list; of a project only the name of its file.
    pub entries: Vec<Entry>,
    /// What the columns of the list mean.
    pub heads: Heads,
    /// The totals.
    pub sums: Sums,
    /// True where the first pathway stands for that on which each line is looked at by itself.
    pub has_own: bool,
}

/// What comes of a block, before it is joined to those before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The place of the block.
    pub place: usize,
    ways: Vec<ListedWay>,
    lines: Vec<Listed>,
    entries: Vec<Entry>,
    sums: Sums,
    /// The totals of each line on its own pathway, where that was asked for.
    own: Option<WaySums>,
}

/// The lines of `block`, each with its figures.
pub fn listed(block: Block, setting: &Setting<'_>) -> Part {
    listed_on(block, setting, None)
}

/// The same, where each line is looked at on a pathway of its `own` too, and is called by its group, else by its file.
pub fn listed_on(block: Block, setting: &Setting<'_>, own: Option<OwnWay<'_>>) -> Part {
    let mut part = Part {
        place: block.place,
        ways: Vec::new(),
        lines: Vec::new(),
        entries: Vec::new(),
        sums: Sums::new(setting.draws, setting.seed),
        own: own.map(|_| WaySums::default()),
    };
    for entry in block.entries {
        let line = part.line(&entry, setting, own);
        part.lines.push(line);
        part.entries.push(kept(entry));
    }
    part
}

/// What of a line is kept: a project is read again where it is wanted.
fn kept(entry: Entry) -> Entry {
    let what = match entry.what {
        What::Project(name, _) => What::Project(name, Vec::new()),
        what => what,
    };
    Entry { what, ..entry }
}

impl Part {
    fn line(&mut self, entry: &Entry, setting: &Setting<'_>, own: Option<OwnWay<'_>>) -> Listed {
        let mut line = Listed {
            number: entry.number,
            style: name(entry, &setting.heads),
            kind: String::new(),
            kg: f64::NAN,
            pieces: f64::NAN,
            status: Status::Bad,
            note: String::new(),
            ways: Vec::new(),
            whys: Vec::new(),
            own: None,
        };
        let mut sums = Sums::new(setting.draws, setting.seed);
        let read = product(entry, &setting.heads, setting.library, setting.lang);
        // What each line adds is told apart only where that is asked for.
        let into = if own.is_some() { &mut sums } else { &mut self.sums };
        let told = read.and_then(|read| {
            let told = reckon(&read, setting, into)?;
            Ok((read, told))
        });
        let (read, told) = match told {
            Ok(told) => told,
            Err(why) => {
                self.sums.bad += 1;
                line.note = why;
                return line;
            }
        };
        self.sums.add(&sums);
        let own_id = own.and_then(|own| own(&read.project));
        match (own, read.project.group.as_str()) {
            (None, _) => line.style.clone_from(&read.style),
            (Some(_), "") => {}
            (Some(_), group) => group.clone_into(&mut line.style),
        }
        line.kind = read.project.product.kind.to_string();
        line.kg = told.kg;
        line.pieces = read.project.product.pieces_per_year.get();
        line.status = Status::of(&read);
        line.note = read.doubts.join(" ");
        for way in told.ways {
            let named = read.project.pathway(&way.id).map(|way| way.name.clone());
            let at = self.way(&way.id, named, way.baseline);
            if own_id.as_ref() == Some(&way.id) {
                line.own = Some(at);
                let totals = sums.pathways.get(way.id.as_str());
                if let Some((own, totals)) = self.own.as_mut().zip(totals) {
                    own.add(totals);
                }
            }
            let values: Vec<f64> = way.figures.iter().map(|(value, _)| *value).collect();
            let values = Values::try_from(values).unwrap_or([f64::NAN; FIGURES.len()]);
            line.ways.push((at, values));
            line.whys.extend(way.why.map(|why| (at, why)));
        }
        line
    }

    fn way(&mut self, id: &PathwayId, name: Option<Name>, baseline: bool) -> usize {
        if let Some(at) = self.ways.iter().position(|way| way.id == *id) {
            return at;
        }
        let name = name.unwrap_or_else(|| Name::new(id.as_str(), id.as_str()));
        let id = id.clone();
        self.ways.push(ListedWay { id, name, baseline });
        self.ways.len() - 1
    }
}

impl Collection {
    /// The parts together, in the order of the list.
    pub fn of(mut parts: Vec<Part>, setting: &Setting<'_>) -> Self {
        parts.sort_by_key(|part| part.place);
        let mut all = Self {
            heads: setting.heads.clone(),
            sums: Sums::new(setting.draws, setting.seed),
            ..Self::default()
        };
        all.has_own = parts.iter().any(|part| part.own.is_some());
        if all.has_own {
            let [en, zh] = [Lang::En, Lang::Zh].map(|lang| CollectionMsg::OwnWay.text(lang));
            all.ways.push(ListedWay {
                id: PathwayId::from(OWN),
                name: Name::new(en, zh),
                baseline: false,
            });
        }
        let mut known: BTreeMap<PathwayId, usize> = BTreeMap::new();
        for part in parts {
            let places: Vec<usize> = part
                .ways
                .into_iter()
                .map(|way| {
                    *known.entry(way.id.clone()).or_insert_with(|| {
                        all.ways.push(way);
                        all.ways.len() - 1
                    })
                })
                .collect();
            all.lines
                .extend(part.lines.into_iter().map(|line| moved(line, &places)));
            all.entries.extend(part.entries);
            all.sums.add(&part.sums);
            if let Some(own) = part.own {
                all.sums.pathways.entry(OWN.to_owned()).or_default().add(&own);
            }
        }
        all
    }

    /// True where the pathway at `way` stands for each line's own.
    pub fn is_own(&self, way: usize) -> bool {
        self.has_own && way == 0
    }

    /// The pathway that is meant by the one at `way` for `line`; none where the line has none of its own.
    pub fn way_of(&self, line: &Listed, way: usize) -> Option<&ListedWay> {
        let at = if self.is_own(way) { line.own? } else { way };
        self.ways.get(at)
    }

    /// The table of results as it is written without draws, headings first.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let rows = self.lines.iter().flat_map(|line| self.rows_of(line));
        for row in std::iter::once(super::columns(false)).chain(rows) {
            // What is written into memory takes no fault but that of memory.
            if let Err(error) = writer.write_record(&row) {
                log::error!("a row was not written: {error}");
            }
        }
        writer.into_inner().unwrap_or_default()
    }

    fn rows_of(&self, line: &Listed) -> Vec<Vec<String>> {
        let lead = Lead {
            line: line.number,
            style: &line.style,
            kind: &line.kind,
            amounts: (line.status != Status::Bad).then_some([line.kg, line.pieces]),
            status: line.status,
            note: &line.note,
            pathway: None,
        };
        let ways = line.ways.iter().filter(|(at, _)| !self.is_own(*at));
        let rows = ways.filter_map(|(at, values)| {
            let way = self.ways.get(*at)?;
            let figures = values.map(|value| (value, None));
            let why = line.whys.iter().find(|(of, _)| of == at);
            let lead = Lead {
                note: why.map_or(line.note.as_str(), |(_, why)| why),
                pathway: Some((way.id.as_str(), way.baseline)),
                ..lead.clone()
            };
            Some(lead.row(&figures, false))
        });
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.is_empty() {
            vec![lead.row(&[], false)]
        } else {
            rows
        }
    }
}

/// `line` with its pathways in their `places` among all.
fn moved(line: Listed, places: &[usize]) -> Listed {
    let place = |at: usize| places.get(at).copied();
    let ways = line.ways.into_iter();
    let ways = ways.filter_map(|(at, values)| Some((place(at)?, values)));
    let whys = line.whys.into_iter();
    let whys = whys.filter_map(|(at, why)| Some((place(at)?, why)));
    let (mut ways, mut whys): (Vec<_>, Vec<_>) = (ways.collect(), whys.collect());
    let own = line.own.and_then(place);
    if let Some(own) = own {
        let values = ways.iter().find(|(at, _)| *at == own).map(|(_, values)| *values);
        ways.extend(values.map(|values| (0, values)));
        let why = whys.iter().find(|(at, _)| *at == own).map(|(_, why)| why.clone());
        whys.extend(why.map(|why| (0, why)));
    }
    Listed {
        ways,
        whys,
        own,
        ..line
    }
}
