//! Values written as JSON.

use super::Failure;
use std::io::Write;

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(std::io::Error::from(error))
    }
}

/// Writes `value` as it is put into words, never all of it at once.
pub(super) fn pretty(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut buffered = std::io::BufWriter::new(out);
    serde_json::to_writer_pretty(&mut buffered, value)?;
    Ok(buffered.flush()?)
}

/// The same as a line of its own.
pub(super) fn write_json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    pretty(out, value)?;
    Ok(writeln!(out)?)
}

/// What is written in a list: each line two blanks further in.
pub(super) struct Indented<'a>(pub(super) &'a mut dyn Write);

impl Write for Indented<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.0.write_all(line)?;
            if line.ends_with(b"\n") {
                self.0.write_all(b"  ")?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}
