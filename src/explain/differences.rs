//! What differs between two sides, in short words: parts and their figures, the product as a whole, stages and shares.
//!
//! Invariant: two sides with equal products and equal pathways have no difference, and a difference names both values.

use super::why::Side;
use crate::model::{
    Estimate, Feedstock, FibreLine, Finishes, Making, MaxLives, Name, Origin, Part, PartId, Pathway,
};
use crate::model::{Product, Sewing, Stage, StageId};
use crate::text::names::Names;
use crate::text::{CommonMsg, CompareMsg, Lang, StepMsg, VariantMsg, number};
use std::collections::BTreeMap;

/// A share of exits that differs by less reads the same.
const SMALLEST: f64 = 5e-4;

/// What side B has that side A has not, and the other way round; words in the language of `names`.
pub fn differences([a, b]: [Side<'_>; 2], names: &Names<'_>) -> Vec<String> {
    let mut said = Said {
        names: *names,
        lines: Vec::new(),
    };
    said.parts(&a.project.product, &b.project.product);
    said.whole(&a.project.product, &b.project.product);
    let pathways = (a.project.pathway(a.pathway), b.project.pathway(b.pathway));
    if let (Some(a), Some(b)) = pathways {
        said.pathways(a, b);
    }
    said.lines
}

fn by_id(parts: &[Part]) -> BTreeMap<&PartId, &Part> {
    parts.iter().map(|part| (&part.id, part)).collect()
}

/// The lines said so far.
struct Said<'a> {
    names: Names<'a>,
    lines: Vec<String>,
}

impl Said<'_> {
    const fn lang(&self) -> Lang {
        self.names.lang
    }

    /// "what: from → to", where the two read differently.
    fn moved(&mut self, what: &str, from: &str, to: &str) {
        if from != to {
            let values = [("what", what), ("from", from), ("to", to)];
            self.lines.push(VariantMsg::FromTo.with(self.lang(), &values));
        }
    }

    /// "what of name: from → to".
    fn about(&mut self, what: StepMsg, name: &str, [from, to]: [String; 2]) {
        let what = what.with(self.lang(), &[("name", name)]);
        self.moved(&what, &from, &to);
    }

    fn only(&mut self, message: VariantMsg, name: &str) {
        self.lines.push(message.with(self.lang(), &[("what", name)]));
    }

    fn named(&self, name: &Name, id: &str) -> String {
        let name = name.get(self.lang());
        if name.is_empty() { id } else { name }.to_owned()
    }

    /// Parts by id: those on one side only, then what differs in the others.
    fn parts(&mut self, a: &Product, b: &Product) {
        if std::ptr::eq(a, b) || a.parts == b.parts {
            return;
        }
        let (of_a, of_b) = (by_id(&a.parts), by_id(&b.parts));
        for part in a.parts.iter().filter(|part| !of_b.contains_key(&part.id)) {
            let name = self.named(&part.name, part.id.as_str());
            self.only(VariantMsg::Without, &name);
        }
        for part in &b.parts {
            if let Some(before) = of_a.get(&part.id) {
                self.part(before, part);
            } else {
                let name = self.named(&part.name, part.id.as_str());
                let mass = number::grams(part.mass.get(), self.lang());
                let values = [("name", name.as_str()), ("mass", &mass)];
                self.lines.push(VariantMsg::Added.with(self.lang(), &values));
            }
        }
    }

    fn part(&mut self, a: &Part, b: &Part) {
        if a == b {
            return;
        }
        let name = self.named(&b.name, b.id.as_str());
        let both = |of: &dyn Fn(&Part) -> String| [of(a), of(b)];
        let lang = self.lang();
        let word = |message: CommonMsg| message.text(lang).to_owned();
        let names = self.names;
        let [from, to] = both(&|part| fibres(&part.fibres, &names));
        self.moved(&name, &from, &to);
        let rows = [
            (StepMsg::Feedstock, both(&|part| feedstock(&part.fibres, lang))),
            (StepMsg::Mass, both(&|part| number::grams(part.mass.get(), lang))),
            (StepMsg::Removable, both(&|part| word(part.removable.into()))),
            (
                StepMsg::Construction,
                both(&|part| word(part.construction.into())),
            ),
            (StepMsg::Finishes, both(&|part| finishes(part.finishes, lang))),
            (StepMsg::Role, both(&|part| word(part.role.into()))),
            (StepMsg::Count, both(&|part| part.count.to_string())),
            (StepMsg::Making, both(&|part| making(&part.making, &names))),
            (
                StepMsg::CuttingLoss,
                both(&|part| cutting_loss(&part.making, lang)),
            ),
        ];
        for (what, values) in rows {
            self.about(what, &name, values);
        }
    }

    /// The product as a whole.
    fn whole(&mut self, a: &Product, b: &Product) {
        let (names, lang) = (self.names, self.lang());
        let both = |of: &dyn Fn(&Product) -> String| [of(a), of(b)];
        let average = |estimate: Option<Estimate>| match estimate {
            Some(estimate) => number::fixed(estimate.value, 0, lang),
            None => VariantMsg::Average.text(lang).to_owned(),
        };
        let rows = [
            (StepMsg::ProductKind, both(&|product| names.kind(&product.kind))),
            (StepMsg::ProductWears, both(&|product| average(product.wears))),
            (
                StepMsg::ProductVolume,
                both(&|product| number::fixed(product.pieces_per_year.get(), 0, lang)),
            ),
            (
                StepMsg::ProductMadeIn,
                both(&|product| names.place(&product.made_in)),
            ),
            (
                StepMsg::ProductUsedIn,
                both(&|product| names.place(&product.used_in)),
            ),
            (
                StepMsg::ProductSewing,
                both(&|product| sewing(product.sewing, lang)),
            ),
        ];
        for (what, [from, to]) in rows {
            self.moved(what.text(lang), &from, &to);
        }
    }

    /// The pathway's name, its lives, stages on one side only, and shares that differ.
    fn pathways(&mut self, a: &Pathway, b: &Pathway) {
        if a == b {
            return;
        }
        let lang = self.lang();
        let [from, to] = [a, b].map(|pathway| self.named(&pathway.name, pathway.id.as_str()));
        self.moved(CommonMsg::Pathway.text(lang), &from, &to);
        let lives = |pathway: &Pathway| match pathway.max_lives {
            MaxLives::Unlimited => VariantMsg::NoCap.text(lang).to_owned(),
            MaxLives::Lives(lives) => lives.to_string(),
        };
        self.moved(VariantMsg::MostLives.text(lang), &lives(a), &lives(b));
        for stage in a.stages.iter().filter(|stage| b.stage(&stage.id).is_none()) {
            let name = self.names.stage_of(stage);
            self.only(VariantMsg::Without, &name);
        }
        for stage in &b.stages {
            if let Some(before) = a.stage(&stage.id) {
                self.stage((a, before), (b, stage));
            } else {
                let name = self.names.stage_of(stage);
                self.only(VariantMsg::New, &name);
            }
        }
    }

    fn stage(&mut self, (in_a, a): (&Pathway, &Stage), (in_b, b): (&Pathway, &Stage)) {
        if a == b {
            return;
        }
        let (names, lang) = (self.names, self.lang());
        let name = names.stage_of(b);
        let [before, after] = [a, b].map(|stage| names.stage_of(stage));
        self.moved(VariantMsg::Stage.text(lang), &before, &after);
        for to in targets(a, b) {
            let (from, into) = (share_to(a, to), share_to(b, to));
            if (from - into).abs() < SMALLEST {
                continue;
            }
            let holder = if in_b.stage(to).is_some() { in_b } else { in_a };
            let exit = format!("{name} → {}", names.stage(holder, to));
            self.moved(&exit, &number::share(from, lang), &number::share(into, lang));
        }
        let own = |estimate: Option<Estimate>| match estimate {
            Some(estimate) => number::ratio(estimate.value, lang),
            None => VariantMsg::OfLibrary.text(lang).to_owned(),
        };
        self.about(
            StepMsg::Place,
            &name,
            [a, b].map(|stage| names.place(&stage.place)),
        );
        self.about(StepMsg::StageOwn, &name, [a, b].map(|stage| own(stage.own)));
        let closed = |stage: &Stage| number::share(stage.closed_share.map_or(0.0, |share| share.value), lang);
        self.about(StepMsg::ClosedShare, &name, [closed(a), closed(b)]);
    }
}

/// All stages that an exit of either leads to, those of `a` first.
fn targets<'a>(a: &'a Stage, b: &'a Stage) -> Vec<&'a StageId> {
    let mut all: Vec<&StageId> = Vec::new();
    for exit in a.exits.iter().chain(&b.exits) {
        if !all.contains(&&exit.to) {
            all.push(&exit.to);
        }
    }
    all
}

fn share_to(stage: &Stage, to: &StageId) -> f64 {
    let exits = stage.exits.iter().filter(|exit| &exit.to == to);
    exits.map(|exit| exit.share.get()).sum()
}

/// "65 % polyester, 35 % cotton".
fn fibres(lines: &[FibreLine], names: &Names<'_>) -> String {
    let say = |line: &FibreLine| {
        let share = number::share(line.share.get(), names.lang);
        let fibre = names.fibre(&line.fibre);
        let values = [("share", share.as_str()), ("fibre", &fibre)];
        VariantMsg::FibreShare.with(names.lang, &values)
    };
    listed(lines.iter().map(say), names.lang)
}

/// Where the fibres of a part come from: "recycled from textiles 30 %"; what is not said is virgin.
fn feedstock(lines: &[FibreLine], lang: Lang) -> String {
    let whole = |of: &dyn Fn(&Feedstock) -> f64| -> f64 {
        lines
            .iter()
            .map(|line| line.share.get() * of(&line.feedstock))
            .sum()
    };
    let recycled = |from_textile: bool| {
        whole(&|feedstock| {
            let is_textile = feedstock.origin != Origin::OtherWaste;
            if is_textile == from_textile {
                feedstock.recycled.get()
            } else {
                0.0
            }
        })
    };
    let shares = [
        (CompareMsg::InReused, whole(&|feedstock| feedstock.reused.get())),
        (CompareMsg::InTextile, recycled(true)),
        (CompareMsg::InOther, recycled(false)),
        (
            CompareMsg::InRenewable,
            whole(&|feedstock| feedstock.sustained.get()),
        ),
    ];
    let said = shares
        .iter()
        .filter(|(_, share)| *share > 0.0)
        .map(|(what, share)| {
            let share = number::share(*share, lang);
            let values = [("share", share.as_str()), ("fibre", what.text(lang))];
            VariantMsg::FibreShare.with(lang, &values)
        });
    let said = listed(said, lang);
    if said.is_empty() {
        CompareMsg::InVirgin.text(lang).to_owned()
    } else {
        said
    }
}

fn finishes(finishes: Finishes, lang: Lang) -> String {
    let all = [
        (finishes.coated, CommonMsg::FinishCoated),
        (finishes.laminated, CommonMsg::FinishLaminated),
        (finishes.printed, CommonMsg::FinishPrinted),
        (finishes.carbon_black, CommonMsg::FinishCarbonBlack),
    ];
    let has = all.iter().filter(|(has, _)| *has);
    let said = listed(has.map(|(_, finish)| finish.text(lang).to_owned()), lang);
    if said.is_empty() {
        CommonMsg::None.text(lang).to_owned()
    } else {
        said
    }
}

fn making(making: &Making, names: &Names<'_>) -> String {
    match making {
        Making::Bought => VariantMsg::Bought.text(names.lang).to_owned(),
        Making::Cloth {
            spinning,
            forming,
            dyeing,
            ..
        } => {
            let steps = std::iter::once(spinning).chain(forming).chain(dyeing);
            let name = |id| {
                names
                    .library
                    .process(id)
                    .map(|process| process.name.get(names.lang).to_owned())
            };
            listed(
                steps.map(|id| name(id).unwrap_or_else(|| id.to_string())),
                names.lang,
            )
        }
    }
}

fn cutting_loss(making: &Making, lang: Lang) -> String {
    match making {
        Making::Cloth {
            cutting_loss: Some(loss),
            ..
        } => number::share(loss.value, lang),
        _ => VariantMsg::OfLibrary.text(lang).to_owned(),
    }
}

fn sewing(sewing: Sewing, lang: Lang) -> String {
    match sewing {
        Sewing::Kind => VariantMsg::SewingMinutes.text(lang).to_owned(),
        Sewing::Minutes(own) => {
            let minutes = number::fixed(own.value, 1, lang);
            VariantMsg::SewingOwn.with(lang, &[("minutes", &minutes)])
        }
        Sewing::Smv(own) => {
            let minutes = number::fixed(own.value, 1, lang);
            VariantMsg::SewingStandard.with(lang, &[("minutes", &minutes)])
        }
    }
}

fn listed(said: impl Iterator<Item = String>, lang: Lang) -> String {
    let joint = lang.comma();
    said.collect::<Vec<_>>().join(joint)
}
