//! Results as text for reading and as lines for spreadsheets.

use super::Failure;
use crate::assess::{Assessment, PathwayFigures};
use crate::data::Grade;
use crate::explain::answer::{ORDER, idle_words, is_balanced};
use crate::figure::{On, PathwayFigure, ProductFigure, Section};
use crate::model::{PathwayId, Project};
use crate::report::assessment::AssessmentJson;
use crate::text::names::Names;
use crate::text::{CommonMsg, CompareMsg, Lang, notices, number};
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
    for figure in ProductFigure::ALL {
        writeln!(out, "  {}  {}", figure.text(lang), figure.said(product, lang))?;
    }
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

fn pathway(names: &Names<'_>, figures: &PathwayFigures, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = names.lang;
    let mark = if figures.baseline {
        format!(" ({})", CommonMsg::Baseline.text(lang))
    } else {
        String::new()
    };
    writeln!(out, "\n{}{mark}", names.pathway(&figures.id))?;
    if figures.error.is_none() {
        if let Some(idle) = idle_words(figures, names.library, lang) {
            writeln!(out, "  · {}", idle.full)?;
        }
        let sections = [Section::Circularity, Section::Work].into_iter();
        let rest = sections.flat_map(PathwayFigure::in_section);
        let rest = rest.filter(|figure| !ORDER.contains(figure));
        let mut all = ORDER.into_iter().chain(rest);
        all.try_for_each(|figure| line(names, figures, figure, out))?;
    }
    let way = names.project.pathway(&figures.id);
    for notice in &figures.notices {
        writeln!(out, "  · {}", notices::notice(notice, names, way))?;
    }
    Ok(())
}

/// One figure with what it is made of; nothing of what a baseline cannot have, and of figures without a number.
fn line(
    names: &Names<'_>,
    figures: &PathwayFigures,
    figure: PathwayFigure,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (lang, name) = (names.lang, figure.text(names.lang));
    if !figure.pieces().is_empty() {
        writeln!(out, "  {name}")?;
        let there = |piece: &&PathwayFigure| piece.central(figures) > 0.0;
        for piece in figure.pieces().iter().filter(there) {
            writeln!(out, "    {}  {}", piece.text(lang), piece.said(figures, lang))?;
        }
        return Ok(());
    }
    let is_difference = figure.row().rests_on.contains(&On::Baseline);
    if (is_difference && figures.baseline) || figure.central(figures).is_nan() {
        return Ok(());
    }
    if figure == PathwayFigure::Net && is_balanced(&figures.totals, None) {
        writeln!(out, "  {name}  {}", CompareMsg::Balanced.text(lang))?;
        return Ok(());
    }
    let value = figure.said(figures, lang);
    if figure.form().is_hours() {
        let unit = CommonMsg::UnitHoursPerThousand.text(lang);
        writeln!(out, "  {name}  {value} ({unit})")?;
    } else {
        writeln!(out, "  {name}  {value}")?;
    }
    match figure {
        PathwayFigure::Gained => work(names, figures, true, out),
        PathwayFigure::Lost => work(names, figures, false, out),
        _ => Ok(()),
    }
}

/// The lines of work gained, or of work lost.
fn work(
    names: &Names<'_>,
    figures: &PathwayFigures,
    gained: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let lang = names.lang;
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
    Ok(())
}

/// The heading of what [`csv()`] writes.
pub fn csv_heading(out: &mut dyn Write) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["product", "pathway", "key", "value"])?;
    writer.flush()?;
    Ok(())
}

/// One line per figure: product, pathway, key, value. Keys are those of the JSON, so they carry their units.
pub fn csv(one: &AssessmentJson<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    let product = serde_json::to_value(one.product()).unwrap_or_default();
    let product_id = product.get("id").and_then(Value::as_str).unwrap_or("");
    let mut lines = |pathway: &str, of: &Value| {
        let mut row = |key: &str, value: &str| writer.write_record([product_id, pathway, key, value]);
        flatten("", of, &mut row)
    };
    lines("", &product)?;
    for (id, pathway) in one.pathways() {
        lines(id, &serde_json::to_value(pathway).unwrap_or_default())?;
    }
    writer.flush()?;
    Ok(())
}

/// All leaves of `value` with dotted keys; list items are named by their ids where they have some.
fn flatten(at: &str, value: &Value, row: &mut impl FnMut(&str, &str) -> csv::Result<()>) -> csv::Result<()> {
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
            .try_for_each(|(key, value)| flatten(&join(key), value, row)),
        Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
            let names = ["id", "stage", "part", "activity", "place"].into_iter();
            let names: Vec<&str> = names.filter_map(|name| item.get(name)?.as_str()).collect();
            let name = if names.is_empty() {
                index.to_string()
            } else {
                names.join(".")
            };
            flatten(&join(&name), item, row)
        }),
        Value::String(text) => row(at, text),
        Value::Null => row(at, ""),
        other => row(at, &other.to_string()),
    }
}
