//! The job card on paper: the card's own lines as rows, each language by itself.

use super::Worked;
use crate::lang::Lang;
use crate::model::PathwayId;
use crate::report::sheet::{Block as Printed, Cell, Column, NEW_LINE, Table, Tone};
use crate::text::{CardMsg, PaperMsg};
use crate::ui::panel::card::data::{Block, Body, Cell as Told, JobCard, Line};

/// Kinds of work that a row names.
const KINDS: usize = 6;

impl Worked<'_> {
    /// The card of `pathway` in one language.
    fn card(&self, pathway: &PathwayId, lang: Lang) -> Option<Body> {
        let mut own = self.project.pathways.iter();
        let at = own.position(|own| &own.id == pathway)?;
        JobCard::of(&self.view(lang), at)?.body.ok()
    }

    /// The card of `pathway`: its sentence, then its lines with lost and gained beside each other.
    pub(super) fn job_card(&self, pathway: &PathwayId, brief: bool) -> Vec<Printed> {
        let lang = self.lang();
        let bodies = [Lang::Zh, Lang::En].map(|lang| self.card(pathway, lang));
        let body = |lang: Lang| {
            let [zh, en] = &bodies;
            if lang == Lang::En {
                en.as_ref()
            } else {
                zh.as_ref()
            }
        };
        let say = |of: &dyn Fn(&Body, Lang) -> String| {
            lang.lines(|lang| body(lang).map_or_else(String::new, |body| of(body, lang)))
        };
        let count = body(lang).map_or(0, |body| body.lines.len());
        let row = |at: usize| {
            let line = |of: fn(&Line, bool, Lang) -> String| {
                say(&|body, lang| {
                    body.lines
                        .get(at)
                        .map_or_else(String::new, |line| of(line, brief, lang))
                })
            };
            let title = lang.head(|lang| {
                let line = body(lang).and_then(|body| body.lines.get(at));
                line.map_or_else(String::new, |line| line.title.to_owned())
            });
            vec![
                Cell::words((at + 1).to_string()),
                Cell::Words {
                    text: title,
                    small: if brief {
                        String::new()
                    } else {
                        line(|line, _, _| line.hint.clone())
                    },
                },
                Cell::words(line(words)),
            ]
        };
        // Its first line says the same figures, and each line its name: two languages leave no room for more.
        let is_close = brief && lang == Lang::Both;
        let head = |message: PaperMsg| {
            if is_close {
                String::new()
            } else {
                self.head(message)
            }
        };
        let table = Table {
            name: self.head(PaperMsg::JobCard),
            columns: vec![
                Column::drawn("", 12.0),
                Column::words(head(PaperMsg::Line), 0.5),
                Column::words(head(PaperMsg::Words), 1.5),
            ],
            rows: (0..count).map(row).collect(),
            dense: brief,
            ..Table::default()
        };
        let lead = (!is_close).then(|| Printed::Text(Tone::Body, say(&|body, _| body.headline.clone())));
        lead.into_iter().chain([Printed::Table(table)]).collect()
    }

    /// The two questions to ask a partner.
    pub(super) fn questions(&self) -> [String; 2] {
        let lang = self.lang();
        [CardMsg::AskContract, CardMsg::AskVoice]
            .map(|message| lang.lines(|lang| message.text(lang).to_owned()))
    }
}

/// What a line says, in words; `brief`: its figures and first words alone.
fn words(line: &Line, brief: bool, lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    for block in &line.blocks {
        said.extend(block_words(block, brief, lang));
    }
    if brief {
        said.truncate(1);
    }
    said.join(&NEW_LINE.to_string())
}

/// What a block says; nothing for what is only drawn, and in brief for what only explains.
fn block_words(block: &Block, brief: bool, lang: Lang) -> Vec<String> {
    let pause = lang.semicolon();
    match block {
        Block::Figures { lost, gained, .. } => {
            let sides = [lost, gained].into_iter().flatten();
            let said: Vec<String> = sides.map(|cell| figure(cell, lang)).collect();
            vec![said.join(pause)]
        }
        Block::Texts { lost, gained } => {
            let sides = [(CardMsg::Lost, lost), (CardMsg::Created, gained)];
            let said = sides.into_iter().filter(|(_, text)| !text.is_empty());
            let said: Vec<String> = said
                .map(|(word, text)| format!("{}{}{text}", word.text(lang), lang.colon()))
                .collect();
            if said.is_empty() {
                Vec::new()
            } else {
                vec![said.join(pause)]
            }
        }
        Block::Rows(rows) if !brief => {
            let said: Vec<String> = rows
                .iter()
                .take(KINDS)
                .map(|row| {
                    let range = row.range.as_ref().map_or_else(String::new, |range| {
                        if lang.is_chinese() {
                            format!("（{range}）")
                        } else {
                            format!(" ({range})")
                        }
                    });
                    format!(
                        "{}{range} {}",
                        lang.beside(&row.name, &row.value),
                        row.grade.letter()
                    )
                })
                .collect();
            vec![said.join(pause)]
        }
        Block::Text(text) | Block::Caution(text) | Block::Ask(text) => vec![text.clone()],
        Block::Hazards { title, list } => {
            let named: Vec<&str> = list.iter().map(|(_, word)| word.as_str()).collect();
            vec![format!("{title}{}{}", lang.colon(), named.join(lang.comma()))]
        }
        _ => Vec::new(),
    }
}

fn figure(cell: &Told, lang: Lang) -> String {
    let value = if cell.unit.is_empty() {
        cell.value.clone()
    } else {
        crate::text::number::with_unit(&cell.value, &cell.unit, lang)
    };
    let range = cell.range.as_ref().map_or_else(String::new, |range| {
        if lang.is_chinese() {
            format!("（{range}）")
        } else {
            format!(" ({range})")
        }
    });
    format!("{}{}", lang.beside(&cell.word, &value), range)
}
