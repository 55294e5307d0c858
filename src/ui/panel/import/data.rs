//! What the page says, as final strings.

use super::Importing;
use super::cells::{Cells, cells, is_material};
use crate::figure::ProductFigure;
use crate::intake::bom::{Answer, Bom, Column, Finding, Line, Reason, Status, limit};
use crate::intake::{Draft, KindBy, sample};
use crate::model::Part;
use crate::text::names::Names;
use crate::text::{CommonMsg, ImportMsg, Lang, ProductMsg, capitalised, number};
use crate::ui::view::View;

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it amounts to.
    pub value: String,
}

/// What became of a row of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing stands in it, or it is not read yet.
    Empty,
    /// Read without a doubt.
    Read,
    /// Read with a doubt.
    Doubtful,
    /// Not taken in.
    Skipped,
    /// Packaging, kept apart.
    Packaging,
}

impl Mark {
    /// The word that stands beside the sign; none for rows that are no part of the table.
    pub const fn word(self) -> Option<ImportMsg> {
        match self {
            Self::Empty => None,
            Self::Read => Some(ImportMsg::IsRead),
            Self::Doubtful => Some(ImportMsg::IsDoubtful),
            Self::Skipped => Some(ImportMsg::IsSkipped),
            Self::Packaging => Some(ImportMsg::IsPackaging),
        }
    }
}

/// The selected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Its index, from 0.
    pub index: usize,
    /// Its number and material.
    pub title: String,
    /// What became of it.
    pub mark: Mark,
    /// Role and masses, then its fibres, where it is a part.
    pub part: Vec<String>,
    /// The reasons, or what it is.
    pub sentences: Vec<String>,
    /// Whether it is taken in, where the user may choose.
    pub taken: Option<bool>,
    /// True where the headings may be taken from it.
    pub may_head: bool,
    /// What can be put right, where it is a material.
    pub cells: Option<Cells>,
}

/// A question about the table, or a remark.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The sentence.
    pub text: String,
    /// What can be answered, the likeliest first.
    pub answers: Vec<(String, Answer)>,
    /// True where it waits for an answer.
    pub is_open: bool,
}

/// Everything on the page but the table itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// All rows, rows read, doubtful and skipped.
    pub counts: [String; 4],
    /// What the product is called in the table.
    pub name: String,
    /// The row of the headings.
    pub header: String,
    /// The kind of garment and who says so.
    pub kind: String,
    /// How many columns mean what the user said before.
    pub remembered: Option<String>,
    /// Mass in the finished piece.
    pub mass: String,
    /// What else comes out.
    pub totals: Vec<Fact>,
    /// What there is to say or ask about the whole.
    pub questions: Vec<Question>,
    /// The selected row.
    pub detail: Option<Detail>,
    /// What no table says.
    pub assumed: Vec<Fact>,
    /// What a new project takes besides.
    pub in_new_project: Vec<Fact>,
    /// A mass that a project does not count.
    pub wastage: Option<String>,
    /// The open product, whose parts may be replaced, if there is one.
    pub product: Option<String>,
    /// Why nothing can be taken in yet.
    pub blocked: Option<&'static str>,
}

/// The page of `importing`.
pub fn data(view: &View<'_>, importing: &Importing, draft: &Draft) -> Data {
    let lang = view.lang;
    let none = Bom::default();
    let bom = importing.bom.as_deref().unwrap_or(&none);
    let totals = bom.totals();
    let count = |message: ImportMsg, count: usize| message.with(lang, &[("count", &count.to_string())]);
    let has_parts = bom.lines.iter().any(|line| line.part.is_some());
    let wastage = bom.bought_wastage_kg();
    Data {
        counts: [
            count(ImportMsg::All, bom.lines.len()),
            count(ImportMsg::Read, totals.read),
            count(ImportMsg::Doubtful, totals.doubtful),
            count(ImportMsg::Skipped, totals.skipped),
        ],
        name: bom.title.get(lang).to_owned(),
        header: header(draft, draft.mapping().header, lang),
        kind: kind(view, importing, draft),
        remembered: match draft.mapping().remembered() {
            0 if draft.words_remembered() > 0 => {
                Some(count(ImportMsg::RememberedWords, draft.words_remembered()))
            }
            0 => None,
            1 => Some(ImportMsg::RememberedOne.text(lang).to_owned()),
            many => Some(count(ImportMsg::Remembered, many)),
        },
        mass: exact_grams(totals.product_kg, lang),
        totals: outcome(bom, lang),
        questions: bom.findings.iter().map(|found| question(found, lang)).collect(),
        detail: importing.selected.map(|at| detail(view, importing, draft, at)),
        assumed: assumed(view, importing, draft, bom),
        in_new_project: in_new_project(view),
        wastage: (wastage > 0.0)
            .then(|| ImportMsg::BoughtWastage.with(lang, &[("mass", &exact_grams(wastage, lang))])),
        product: (!importing.alone).then(|| view.project.product.name.get(lang).to_owned()),
        blocked: match (importing.is_busy, has_parts) {
            (true, _) => Some(ImportMsg::Reading.text(lang)),
            (false, false) => Some(ImportMsg::Nothing.text(lang)),
            (false, true) if bom.is_side_alone() => Some(ImportMsg::SideAlone.text(lang)),
            (false, true) => None,
        },
    }
}

/// A mass in g with two decimals, as spreadsheets have it, so that both can be held against each other.
fn exact_grams(kg: f64, lang: Lang) -> String {
    number::with_unit(&number::fixed(kg * 1000.0, 2, lang), "g", lang)
}

fn question(found: &Finding, lang: Lang) -> Question {
    let answers = found.answers().into_iter();
    Question {
        text: found.text(lang),
        answers: answers
            .map(|answer| (found.answer_text(&answer, lang), answer))
            .collect(),
        is_open: found.is_question(),
    }
}

fn fact(label: &str, value: impl Into<String>) -> Fact {
    Fact {
        label: label.to_owned(),
        value: value.into(),
    }
}

/// A row that the headings may stand in: its number and its first words.
pub fn header(draft: &Draft, row: usize, lang: Lang) -> String {
    const WORDS: usize = 4;
    let between = match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    };
    let cells = draft.sheet().row(row).iter().map(|cell| cell.trim());
    let words: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(WORDS).collect();
    let values = [("row", (row + 1).to_string()), ("words", words.join(between))];
    ImportMsg::HeaderRow.with(
        lang,
        &values.each_ref().map(|(key, value)| (*key, value.as_str())),
    )
}

/// The rows that the headings may stand in.
pub fn headers(draft: &Draft, lang: Lang) -> Vec<(usize, String)> {
    let rows = draft.sheet().height().min(limit::HEADER_ROWS);
    let filled = (0..rows).filter(|row| draft.sheet().row(*row).iter().any(|cell| !cell.trim().is_empty()));
    filled.map(|row| (row, header(draft, row, lang))).collect()
}

fn kind(view: &View<'_>, importing: &Importing, draft: &Draft) -> String {
    let (id, by) = draft.kind(&importing.assumed);
    let name = names(view).kind(&id);
    let message = match by {
        KindBy::User => return name,
        KindBy::Table => ImportMsg::KindTable,
        KindBy::Assumed => ImportMsg::KindAssumed,
    };
    message.with(view.lang, &[("kind", &name)])
}

fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    }
}

fn outcome(bom: &Bom, lang: Lang) -> Vec<Fact> {
    let totals = bom.totals();
    let parts = bom.lines.iter().filter(|line| line.part.is_some()).count();
    let recycled = bom.recycled_share();
    let said = |label: &str, value: String| fact(label, value);
    let fact = |label: ImportMsg, value: String| fact(label.text(lang), value);
    let mut facts = vec![
        fact(ImportMsg::Parts, parts.to_string()),
        fact(ImportMsg::Bought, exact_grams(totals.gross_kg, lang)),
        fact(ImportMsg::Waste, exact_grams(totals.cutting_waste_kg(), lang)),
        said(
            ProductFigure::RecycledShare.text(lang),
            number::share(recycled.unwrap_or(f64::NAN), lang),
        ),
    ];
    if totals.packaging_kg > 0.0 {
        facts.push(fact(ImportMsg::Packaging, exact_grams(totals.packaging_kg, lang)));
    }
    facts
}

/// What was read of the row at index `at`.
pub fn line(bom: Option<&Bom>, at: usize) -> Option<&Line> {
    let lines = &bom?.lines;
    let found = lines.binary_search_by_key(&(at + 1), |line| line.row).ok()?;
    lines.get(found)
}

/// What became of the row at index `at`.
pub fn mark(importing: &Importing, at: usize) -> Mark {
    let Some(line) = line(importing.bom.as_deref(), at) else {
        return Mark::Empty;
    };
    match line.status() {
        Status::Skipped => Mark::Skipped,
        Status::Doubtful => Mark::Doubtful,
        Status::Read if line.is_packaging => Mark::Packaging,
        Status::Read => Mark::Read,
    }
}

/// The columns of the sheet whose cells `line` is in doubt about.
pub fn doubtful_cells(draft: &Draft, line: &Line) -> Vec<usize> {
    let columns = line.reasons.iter().flat_map(Reason::columns);
    columns
        .filter_map(|column| draft.mapping().index(column))
        .collect()
}

/// The short name of what a column means.
pub const fn meaning(column: Option<Column>) -> ImportMsg {
    match column {
        None => ImportMsg::NotUsed,
        Some(Column::Material) => ImportMsg::Material,
        Some(Column::Placement) => ImportMsg::Placement,
        Some(Column::Group) => ImportMsg::Group,
        Some(Column::GrossConsumption) => ImportMsg::GrossConsumption,
        Some(Column::Lot) => ImportMsg::Lot,
        Some(Column::Colour) => ImportMsg::Colour,
        Some(Column::Details) => ImportMsg::Details,
        Some(Column::Composition) => ImportMsg::Composition,
        Some(Column::Gsm) => ImportMsg::Gsm,
        Some(Column::Width) => ImportMsg::Width,
        Some(Column::Consumption) => ImportMsg::Consumption,
        Some(Column::Unit) => ImportMsg::Unit,
        Some(Column::Marker) => ImportMsg::Marker,
        Some(Column::Wastage) => ImportMsg::Wastage,
        Some(Column::PieceWeight) => ImportMsg::PieceWeight,
        Some(Column::Supplier) => ImportMsg::Supplier,
        Some(Column::Certificate) => ImportMsg::Certificate,
    }
}

/// The name of the row at index `at`: its number and its material.
pub fn row_name(importing: &Importing, draft: &Draft, at: usize, lang: Lang) -> String {
    let number = (at + 1).to_string();
    let first = || draft.sheet().row(at).iter().find(|cell| !cell.trim().is_empty());
    let material = match line(importing.bom.as_deref(), at) {
        Some(line) => line.material.as_str(),
        None => first().map_or("", |cell| cell.trim()),
    };
    if material.is_empty() {
        return ImportMsg::Row.with(lang, &[("row", &number)]);
    }
    ImportMsg::RowName.with(lang, &[("row", &number), ("material", material)])
}

fn detail(view: &View<'_>, importing: &Importing, draft: &Draft, at: usize) -> Detail {
    let lang = view.lang;
    let mark = mark(importing, at);
    let line = line(importing.bom.as_deref(), at);
    let mut sentences: Vec<String> = line
        .iter()
        .flat_map(|line| &line.reasons)
        .map(|reason| capitalised(&reason.text(lang)))
        .collect();
    let plain = match mark {
        Mark::Empty => Some(ImportMsg::RowEmpty),
        Mark::Read => Some(ImportMsg::RowClean),
        _ if line.is_some_and(|line| line.is_packaging) => Some(ImportMsg::RowPackaging),
        _ => None,
    };
    sentences.extend(plain.map(|message| message.text(lang).to_owned()));
    let part = line.and_then(|line| Some((line, line.part.as_ref()?)));
    let is_out = draft.is_left_out(at + 1);
    Detail {
        index: at,
        title: row_name(importing, draft, at, lang),
        mark,
        part: part.map_or_else(Vec::new, |(line, part)| part_words(view, line, part)),
        sentences,
        taken: (part.is_some() || is_out).then_some(!is_out),
        may_head: at < limit::HEADER_ROWS && mark != Mark::Empty,
        cells: line
            .filter(|line| is_material(line))
            .map(|line| cells(draft, line)),
    }
}

/// Role and masses, then the fibres.
fn part_words(view: &View<'_>, line: &Line, part: &Part) -> Vec<String> {
    let lang = view.lang;
    let masses = [
        ("role", CommonMsg::from(part.role).text(lang).to_owned()),
        ("product", exact_grams(line.product_kg, lang)),
        ("gross", exact_grams(line.gross_kg, lang)),
    ];
    let masses = masses.each_ref().map(|(key, value)| (*key, value.as_str()));
    let fibres: Vec<String> = part
        .fibres
        .iter()
        .map(|fibre| {
            let name = names(view).fibre(&fibre.fibre);
            format!("{name} {}", number::share(fibre.share.get(), lang))
        })
        .collect();
    let between = match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    };
    vec![ImportMsg::RowMasses.with(lang, &masses), fibres.join(between)]
}

/// What the table leaves open about the garment.
fn assumed(view: &View<'_>, importing: &Importing, draft: &Draft, bom: &Bom) -> Vec<Fact> {
    let lang = view.lang;
    let (id, by) = draft.kind(&importing.assumed);
    let mut facts = Vec::new();
    if by == KindBy::Assumed {
        facts.push(fact(ImportMsg::Kind.text(lang), names(view).kind(&id)));
    }
    let loss = |reason: &Reason| match reason {
        Reason::MarkerAssumed(loss) => Some(*loss),
        _ => None,
    };
    let losses: Vec<f64> = bom
        .lines
        .iter()
        .flat_map(|line| &line.reasons)
        .filter_map(loss)
        .collect();
    if let Some(first) = losses.first() {
        let values = [
            ("loss", number::share(*first, lang)),
            ("count", losses.len().to_string()),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let value = ImportMsg::AssumedMarkerValue.with(lang, &values);
        facts.push(fact(ImportMsg::AssumedMarker.text(lang), value));
    }
    if let Some(kind) = view.library.kind(&id) {
        let wears = number::figure(kind.wears.value, None, lang);
        let value = ImportMsg::AssumedWears.with(lang, &[("wears", &wears)]);
        facts.push(fact(ProductMsg::Wears.text(lang), value));
    }
    let none = ImportMsg::AssumedRemovalValue.text(lang);
    facts.push(fact(ImportMsg::AssumedRemoval.text(lang), none));
    facts
}

/// What a new project takes from the sample.
fn in_new_project(view: &View<'_>) -> Vec<Fact> {
    let lang = view.lang;
    let sample = sample();
    let (names, product) = (names(view), &sample.product);
    vec![
        fact(
            CommonMsg::Pathways.text(lang),
            ImportMsg::PathwaysFit.text(lang).to_owned(),
        ),
        fact(
            ProductMsg::Pieces.text(lang),
            number::figure(product.pieces_per_year.get(), None, lang),
        ),
        fact(ProductMsg::MadeIn.text(lang), names.place(&product.made_in)),
        fact(ProductMsg::UsedIn.text(lang), names.place(&product.used_in)),
        fact(
            ProductMsg::SewingName.text(lang),
            ImportMsg::AssumedSewing.text(lang),
        ),
    ]
}
