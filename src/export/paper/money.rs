//! Money on paper: one line of sums on the page, every line of every pathway in the report; nothing without prices.

use super::Worked;
use crate::explain::money::{money, told, who_pays};
use crate::report::sheet::{Block, Tone};
use crate::text::{Lang, MoneyMsg};
use crate::ui::theme::pathway_letter;

impl Worked<'_> {
    /// The sums of each pathway, by its letter in the tables, in one line, and who pays; none where no price was typed in.
    pub(super) fn money_line(&self) -> Option<String> {
        let has_any = self.shown().any(|(_, figures)| {
            let payments = figures.beside.as_ref().map(|beside| &beside.payments);
            payments.is_some_and(|payments| !payments.lines.is_empty())
        });
        has_any.then(|| self.lang().lines(|lang| self.sums_in(lang)))
    }

    fn sums_in(&self, lang: Lang) -> String {
        let (mut list, mut asked) = (Vec::new(), Vec::new());
        for (at, figures) in self.shown() {
            let Some(beside) = &figures.beside else { continue };
            let sums = beside.payments.sums().into_iter();
            let sums: Vec<String> = sums.map(|(currency, ends)| money(ends, currency, lang)).collect();
            if !sums.is_empty() {
                list.push(format!("{} {}", pathway_letter(at), sums.join(lang.comma())));
            }
            let dear = beside.payments.dear.iter().map(|dear| who_pays(dear, lang));
            asked.extend(
                dear.filter(|sentence| !asked.contains(sentence))
                    .collect::<Vec<_>>(),
            );
        }
        let list = MoneyMsg::OnPage.with(lang, &[("list", &list.join(lang.semicolon()))]);
        let end = if lang.is_chinese() { "。" } else { "." };
        let asked = asked.iter().map(|sentence| format!("{}{sentence}", lang.gap()));
        format!("{list}{end}{}", asked.collect::<String>())
    }

    /// Every line of money of each pathway under its name; nothing where no price was typed in.
    pub(super) fn money_blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (_, figures) in self.shown() {
            let Some(beside) = &figures.beside else { continue };
            let in_lang = |lang: Lang| {
                let name = self.names(lang).pathway(&figures.id);
                let lines = told(&beside.payments, lang);
                format!("{name}\n{}", lines.join("\n"))
            };
            if !told(&beside.payments, self.lang()).is_empty() {
                blocks.push(Block::Text(Tone::Small, self.lang().lines(in_lang)));
            }
        }
        if !blocks.is_empty() {
            let title = MoneyMsg::Title.head(self.lang());
            blocks.insert(0, Block::Heading(2, title.to_owned()));
            let note = self.lang().lines(|lang| MoneyMsg::Note.text(lang).to_owned());
            blocks.insert(1, Block::Text(Tone::Small, note));
        }
        blocks
    }
}
