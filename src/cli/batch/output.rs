//! The output of a batch: finished blocks put aside, and put together in the order of the list at the end.

use super::fault::Fault;
use super::form::{Form, records};
use crate::collection::{Done, Sums};
use crate::store::{self, Parts};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The totals of one block, with what its lines were.
#[derive(Serialize, Deserialize)]
struct BlockForm {
    hash: u64,
    sums: Sums,
}

fn rows_name(place: usize) -> String {
    format!("{place:06}.csv")
}

fn sums_name(place: usize) -> String {
    format!("{place:06}.json")
}

/// Puts a finished block aside; its totals last, so that they say that it is whole.
pub(super) fn put(parts: &Parts, done: &Done) -> Result<(), Fault> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    for row in &done.rows {
        rows.write_record(row)?;
    }
    let rows = rows
        .into_inner()
        .map_err(|error| Fault::Output(error.to_string()))?;
    parts.put(&rows_name(done.place), &rows)?;
    let form = BlockForm {
        hash: done.hash,
        sums: done.sums.clone(),
    };
    let bytes = serde_json::to_vec(&form).map_err(|error| Fault::Output(error.to_string()))?;
    parts.put(&sums_name(done.place), &bytes)?;
    Ok(())
}

fn block(parts: &Parts, place: usize) -> Option<BlockForm> {
    serde_json::from_slice(&parts.get(&sums_name(place))?).ok()
}

/// True where the block at `place` with these lines is finished.
pub(super) fn has(parts: &Parts, place: usize, hash: u64) -> bool {
    block(parts, place).is_some_and(|block| block.hash == hash) && parts.get(&rows_name(place)).is_some()
}

/// Puts the blocks at `places` together; gives their totals.
pub(super) fn together(
    (parts, form): (&Parts, Form),
    places: &[usize],
    columns: &[String],
    mut sums: Sums,
) -> Result<Sums, Fault> {
    let missing = |place: usize| Fault::Output(rows_name(place));
    for place in places {
        let block = block(parts, *place).ok_or_else(|| missing(*place))?;
        sums.add(&block.sums);
    }
    let rows = places
        .iter()
        .flat_map(|place| match parts.get(&rows_name(*place)) {
            Some(bytes) => records(std::io::Cursor::new(bytes)),
            None => Box::new(std::iter::once(Err(missing(*place)))),
        });
    write(parts, (parts.output(), form), columns, rows)?;
    totals(parts, &sums)?;
    Ok(sums)
}

/// Writes the rows under their headings to `output`, as its ending asks for.
pub(super) fn write(
    parts: &Parts,
    (output, form): (&Path, Form),
    columns: &[String],
    rows: impl Iterator<Item = Result<Vec<String>, Fault>>,
) -> Result<(), Fault> {
    parts.publish(output, |file| form.write(columns, rows, file))
}

/// Writes the totals beside the output.
pub(super) fn totals(parts: &Parts, sums: &Sums) -> Result<(), Fault> {
    let mut bytes = serde_json::to_vec(sums).map_err(|error| Fault::Output(error.to_string()))?;
    bytes.push(b'\n');
    Ok(store::write(&parts.named(".totals.json"), &bytes)?)
}
