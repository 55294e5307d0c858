//! The job card on paper: the card's own lines as rows, each language by itself.

use super::Worked;
use crate::lang::Lang;
use crate::model::PathwayId;
use crate::report::sheet::{Block, Cell, Column, NEW_LINE, Table, Tone, plain};
use crate::text::{CardMsg, PaperMsg};
use crate::ui::panel::card::data::{Body, JobCard, Line};

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
    pub(super) fn job_card(&self, pathway: &PathwayId, brief: bool) -> Vec<Block> {
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
        let lead = (!is_close).then(|| Block::Text(Tone::Body, say(&|body, _| body.headline.clone())));
        lead.into_iter().chain([Block::Table(table)]).collect()
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

/// What a block says; nothing for what only the window draws or explains, and in brief nothing of what goes into detail.
fn block_words(block: &Block, brief: bool, lang: Lang) -> Vec<String> {
    match block {
        Block::List(_) if brief => Vec::new(),
        Block::List(entries) => {
            let said = entries.iter().take(KINDS);
            let said: Vec<String> = said
                .map(|entry| lang.beside(&entry.text, &entry.figure.spoken(lang)))
                .collect();
            vec![said.join(lang.semicolon())]
        }
        Block::Halves { .. } | Block::Signs { .. } | Block::Text(Tone::Body | Tone::Note | Tone::Ask, _) => {
            plain::words(block, lang)
        }
        _ => Vec::new(),
    }
}
