//! Commands on what people already have: composition labels and bills of materials.

use super::{Done, Failure, write_json};
use crate::intake::label;
use crate::report::intake::LabelJson;
use crate::text::Lang;
use std::io::Write;

pub fn parse_label(text: &str, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let label = label::parse(text);
    write_json(out, &LabelJson::of(&label, lang))?;
    Ok(if label.is_doubtful() {
        Done::WithFindings
    } else {
        Done::Clean
    })
}
