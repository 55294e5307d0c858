//! Results as text for reading and as lines for spreadsheets.

use super::Failure;
use crate::assess::{Assessment, PathwayFigures};
use crate::data::Grade;
use crate::model::{PathwayId, Project};
use crate::text::names::Names;
use crate::text::{CommonMsg, ExplainMsg, Lang, notices, number};
use serde::Serialize;
use serde_json::Value;
use std::io::Write;

pub fn presets(rows: &[(&'static str, Project)], lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    for (id, project) in rows {
        let pathways: Vec<&str> = project
            .pathways
            .iter()
            .map(|pathway| pathway.id.as_str())
            .collect();
        writeln!(
            out,
            "{id:<16} {}  [{}]",
            project.product.name.get(lang),
            pathways.join(", ")
        )?;
    }
    Ok(())
}

pub fn assessment(
    names: &Names<'_>,
    assessment: &Assessment,
    only: Option<&PathwayId>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (lang, product) = (names.lang, &assessment.product);
    writeln!(out, "{}", names.project.product.name.get(lang))?;
    let figures = [
        (ExplainMsg::ProductMass, number::grams(product.mass_kg, lang)),
        (ExplainMsg::GrossMass, number::grams(product.gross_kg, lang)),
        (
            ExplainMsg::CuttingWaste,
            number::grams(product.cutting_waste_kg(), lang),
        ),
        (
            ExplainMsg::RecycledShare,
            number::share(product.inflow.recycled(), lang),
        ),
    ];
    lines(&figures, lang, out)?;
    for notice in &assessment.notices {
        writeln!(out, "  · {}", notices::notice(notice, names, None))?;
    }
    let wanted = assessment
        .pathways
        .iter()
        .filter(|pathway| only.is_none_or(|id| id == &pathway.id));
    wanted
        .into_iter()
        .try_for_each(|figures| pathway(names, figures, out))
}

fn lines(figures: &[(ExplainMsg, String)], lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    for (what, value) in figures {
        writeln!(out, "  {}  {value}", what.text(lang))?;
    }
    Ok(())
}

fn pathway(names: &Names<'_>, figures: &PathwayFigures, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = names.lang;
    let mark = if figures.baseline {
        format!(" ({})", CommonMsg::Baseline.text(lang))
    } else {
        String::new()
    };
    writeln!(out, "\n{}{mark}", names.pathway(&figures.id))?;
    if figures.error.is_none() {
        let (circularity, totals) = (&figures.circularity, &figures.totals);
        lines(&circularity_lines(figures, lang), lang, out)?;
        let end = |index: usize| circularity.outflow.shares().get(index).copied().unwrap_or(0.0);
        let classes = [
            CommonMsg::ClassReused,
            CommonMsg::ClassSameGrade,
            CommonMsg::ClassDowncycled,
            CommonMsg::ClassBiological,
            CommonMsg::ClassEnergy,
            CommonMsg::ClassLost,
        ];
        for (index, class) in classes
            .into_iter()
            .enumerate()
            .filter(|(index, _)| end(*index) > 0.0)
        {
            writeln!(
                out,
                "    {}  {}",
                class.text(lang),
                number::share(end(index), lang)
            )?;
        }
        let per_1000 = CommonMsg::UnitHoursPerThousand.text(lang);
        writeln!(out, "  {} ({per_1000})", ExplainMsg::Gross.text(lang))?;
        writeln!(out, "    {}", number::hours(totals.gross, lang))?;
        if !figures.baseline {
            work(names, figures, per_1000, out)?;
        }
    }
    let way = names.project.pathway(&figures.id);
    for notice in &figures.notices {
        writeln!(out, "  · {}", notices::notice(notice, names, way))?;
    }
    Ok(())
}

fn circularity_lines(figures: &PathwayFigures, lang: Lang) -> [(ExplainMsg, String); 8] {
    let c = &figures.circularity;
    [
        (ExplainMsg::Mci, number::ratio(c.mci.mci, lang)),
        (ExplainMsg::V, number::grams(c.mci.v, lang)),
        (ExplainMsg::W, number::grams(c.mci.w, lang)),
        (ExplainMsg::Lfi, number::ratio(c.mci.lfi, lang)),
        (ExplainMsg::X, number::ratio(c.mci.x, lang)),
        (ExplainMsg::ItemUses, number::ratio(c.item_uses, lang)),
        (
            ExplainMsg::GarmentsAvoided,
            number::ratio(c.garments_avoided, lang),
        ),
        (ExplainMsg::Outflow, String::new()),
    ]
}

fn work(names: &Names<'_>, figures: &PathwayFigures, unit: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let (lang, totals) = (names.lang, &figures.totals);
    for (title, hours, gained) in [
        (ExplainMsg::Gained, totals.gained, true),
        (ExplainMsg::Lost, totals.lost, false),
    ] {
        writeln!(
            out,
            "  {}  {} ({unit})",
            title.text(lang),
            number::hours(hours, lang)
        )?;
        for line in figures.work.iter().filter(|line| (line.hours > 0.0) == gained) {
            let range = line
                .range
                .map(|range| number::figure_range(line.hours.abs(), range, lang));
            let range = range.map_or_else(String::new, |range| format!("  {range}"));
            let (activity, place) = (names.activity(&line.activity), names.place(&line.place));
            let grade = line.grade.map_or("", Grade::letter);
            writeln!(
                out,
                "    {activity}, {place}  {}{range}  {grade}",
                number::hours(line.hours.abs(), lang)
            )?;
        }
    }
    let net = number::signed(totals.net(), |hours| number::hours(hours, lang));
    writeln!(out, "  {}  {net}", ExplainMsg::Net.text(lang))?;
    if let Some(displacement) = totals.break_even {
        writeln!(
            out,
            "  {}  {}",
            ExplainMsg::BreakEven.text(lang),
            number::ratio(displacement, lang)
        )?;
    }
    Ok(())
}

/// One line per figure: product, pathway, key, value. Keys are those of the JSON, so they carry their units.
pub fn csv(assessed: &[impl Serialize], out: &mut dyn Write) -> Result<(), Failure> {
    let failed = |error: csv::Error| Failure::Output(error.to_string());
    let mut writer = csv::Writer::from_writer(out);
    writer
        .write_record(["product", "pathway", "key", "value"])
        .map_err(failed)?;
    for one in assessed {
        let value = serde_json::to_value(one).unwrap_or_default();
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
        let product = value.get("product").cloned().unwrap_or_default();
        let product_id = text(&product, "id");
        let mut rows = Vec::new();
        flatten("", &product, &mut rows);
        for (key, value) in rows {
            writer
                .write_record([product_id.as_str(), "", &key, &value])
                .map_err(failed)?;
        }
        for pathway in value
            .get("pathways")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let id = text(pathway, "id");
            let mut rows = Vec::new();
            flatten("", pathway, &mut rows);
            for (key, value) in rows {
                writer
                    .write_record([product_id.as_str(), &id, &key, &value])
                    .map_err(failed)?;
            }
        }
    }
    writer.flush()?;
    Ok(())
}

/// All leaves of `value` with dotted keys; list items are named by their ids where they have some.
fn flatten(at: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    let join = |key: &str| {
        if at.is_empty() {
            key.to_owned()
        } else {
            format!("{at}.{key}")
        }
    };
    match value {
        Value::Object(keys) => keys
            .iter()
            .for_each(|(key, value)| flatten(&join(key), value, rows)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let names = ["id", "stage", "part", "activity", "place"].into_iter();
                let names: Vec<&str> = names.filter_map(|name| item.get(name)?.as_str()).collect();
                let name = if names.is_empty() {
                    index.to_string()
                } else {
                    names.join(".")
                };
                flatten(&join(&name), item, rows);
            }
        }
        Value::String(text) => rows.push((at.to_owned(), text.clone())),
        Value::Null => rows.push((at.to_owned(), String::new())),
        other => rows.push((at.to_owned(), other.to_string())),
    }
}
