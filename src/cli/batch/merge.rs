//! Outputs of shards joined: rows by the number of their line, totals draw by draw.

use super::fault::{Fault, of};
use super::form::{self, Form, RowStream};
use super::output;
use super::{Asked, Failure};
use crate::collection::{FORMAT, Sums};
use crate::store::{self, Parts};
use crate::text::{BatchMsg, Lang};
use std::path::Path;

/// The most bytes of the totals of a shard.
const MOST_TOTALS: u64 = 1 << 32;

/// A shard being read: the row that comes next, its line, and the others.
struct Shard {
    next: Option<(u64, Vec<String>)>,
    rows: RowStream,
}

impl Shard {
    /// Takes the row that comes next.
    fn take(&mut self) -> Result<Option<Vec<String>>, Fault> {
        let now = self.next.take();
        self.next = match self.rows.next() {
            Some(row) => {
                let row = row?;
                let line = row.first().and_then(|line| line.parse().ok());
                Some((line.unwrap_or(u64::MAX), row))
            }
            None => None,
        };
        Ok(now.map(|(_, row)| row))
    }
}

pub(super) fn merge(asked: &Asked, form: Form, lang: Lang) -> Result<Sums, Failure> {
    for path in &asked.merge {
        if store::is_same_file(path, &asked.output) {
            let error = store::StoreError::new(store::Doing::Save, &asked.output, store::Problem::Input);
            return Err(Failure::Input(error.text(lang)));
        }
    }
    join(asked, form, lang).map_err(|fault| fault.said(&asked.output, lang))
}

fn join(asked: &Asked, form: Form, lang: Lang) -> Result<Sums, Fault> {
    let mut sums: Option<Sums> = None;
    let mut columns: Option<Vec<String>> = None;
    let mut shards = Vec::new();
    for path in &asked.merge {
        let own = totals(path, lang)?;
        match &mut sums {
            None => sums = Some(own),
            Some(all) => add(all, &own, path, lang)?,
        }
        shards.push(opened(path, &mut columns, lang)?);
    }
    let sums = sums.unwrap_or_default();
    let parts = Parts::beside(&asked.output);
    parts.make()?;
    let rows = std::iter::from_fn(|| next(&mut shards).transpose());
    output::write(&parts, (&asked.output, form), &columns.unwrap_or_default(), rows)?;
    output::totals(&parts, &sums)?;
    parts.clear()?;
    Ok(sums)
}

/// The next row of all shards, by the number of its line.
fn next(shards: &mut [Shard]) -> Result<Option<Vec<String>>, Fault> {
    let line = |shard: &Shard| shard.next.as_ref().map_or(u64::MAX, |(line, _)| *line);
    let first = shards.iter_mut().filter(|shard| shard.next.is_some());
    match first.min_by_key(|shard| line(shard)) {
        Some(shard) => shard.take(),
        None => Ok(None),
    }
}

fn totals(path: &Path, lang: Lang) -> Result<Sums, Fault> {
    let beside = store::beside(path, ".totals.json");
    let bytes = store::open_within(&beside, MOST_TOTALS).map_err(Fault::Unread)?;
    let read: Option<Sums> = serde_json::from_slice(&bytes).ok();
    let known = read.filter(|sums| sums.format == FORMAT);
    known.ok_or_else(|| of(&beside, BatchMsg::NotTotals.text(lang)).into())
}

fn add(all: &mut Sums, own: &Sums, path: &Path, lang: Lang) -> Result<(), Fault> {
    if (all.draws, all.seed) != (own.draws, own.seed) {
        let values = [("a", all.draws.to_string()), ("b", own.draws.to_string())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        return Err(of(path, &BatchMsg::OtherDraws.with(lang, &values)).into());
    }
    all.add(own);
    Ok(())
}

fn opened(path: &Path, columns: &mut Option<Vec<String>>, lang: Lang) -> Result<Shard, Fault> {
    let (head, rows) = form::read(path, lang)?;
    let first = columns.get_or_insert_with(|| head.clone());
    if *first != head || head.first().is_none_or(|column| column != "line") {
        return Err(of(path, BatchMsg::OtherColumns.text(lang)).into());
    }
    let mut shard = Shard { next: None, rows };
    shard.take()?;
    Ok(shard)
}
