//! The parts of a label brought together: repeats in other languages dropped, compositions without a heading asked about,
//! roles settled where only the whole label tells them.

use super::finding::Problem;
use super::head::Says;
use super::read::Read;
use super::{LabelFibre, LabelPart, SUM_TOLERANCE, main};
use crate::data::wide;
use crate::model::Role;

/// The parts so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    reads: Vec<Read>,
}

fn is_whole(sum: f64) -> bool {
    (sum - 100.0).abs() <= SUM_TOLERANCE + 1e-9
}

/// True where both hold the same shares of the same fibres, in any order.
fn same(one: &[LabelFibre], other: &[LabelFibre]) -> bool {
    one.len() == other.len()
        && one.iter().all(|fibre| other.contains(fibre))
        && other.iter().all(|fibre| one.contains(fibre))
}

/// The fibres in stretches that make 100 each, where all of them do; else in one.
fn wholes(fibres: &[LabelFibre]) -> Vec<Vec<LabelFibre>> {
    let mut pieces: Vec<Vec<LabelFibre>> = vec![Vec::new()];
    let mut sum = 0.0;
    for fibre in fibres {
        if is_whole(sum) {
            pieces.push(Vec::new());
            sum = 0.0;
        }
        sum += fibre.percent;
        if let Some(piece) = pieces.last_mut() {
            piece.push(fibre.clone());
        }
    }
    if pieces.len() > 1 && is_whole(sum) {
        pieces
    } else {
        vec![fibres.to_vec()]
    }
}

impl Gathered {
    /// Adds a block: its first composition is of its heading, others repeat it or are asked about.
    pub(super) fn add(&mut self, read: &Read, problems: &mut Vec<Problem>) {
        let mut pieces = wholes(&read.part.fibres).into_iter();
        let mut first = read.clone();
        first.part.fibres = pieces.next().unwrap_or_default();
        down(&mut first, problems);
        self.add_first(first, problems);
        for fibres in pieces {
            let is_known = self.reads.iter().any(|known| same(&known.part.fibres, &fibres));
            if is_known {
                problems.push(Problem::Repeated);
                continue;
            }
            let is_asked = problems.contains(&Problem::SeveralWholes);
            if !is_asked {
                problems.push(Problem::SeveralWholes);
            }
            let part = LabelPart {
                fibres,
                text: read.part.text.clone(),
                ..LabelPart::default()
            };
            self.reads.push(Read {
                part,
                garment: read.garment,
                ..Read::default()
            });
        }
    }

    fn add_first(&mut self, read: Read, problems: &mut Vec<Problem>) {
        if read.part.says_nothing() && read.alone.is_none() && self.take_rest(&read, problems) {
            return;
        }
        if self.repeats(&read) {
            problems.push(Problem::Repeated);
            return;
        }
        let is_loose =
            read.head.is_none() && !read.part.fibres.is_empty() && self.reads.iter().any(has_fibres);
        if is_loose && !problems.contains(&Problem::SeveralWholes) {
            problems.push(Problem::SeveralWholes);
        }
        self.reads.push(read);
    }

    /// What a block without fibres says goes to the part before it; a heading without fibres is asked about.
    fn take_rest(&mut self, read: &Read, problems: &mut Vec<Problem>) -> bool {
        if let Some(head) = read.head.as_ref().filter(|head| head.says == Says::Part) {
            let is_measured = read.part.gsm.is_some()
                || read.part.filling_g.is_some()
                || !read.part.certificates.is_empty();
            if head.leads || is_measured {
                problems.push(Problem::UnclearPart(head.text.clone()));
            }
            return false;
        }
        let Some(last) = self.reads.last_mut() else {
            return false;
        };
        last.part.gsm = last.part.gsm.or(read.part.gsm);
        last.part.width_m = last.part.width_m.or(read.part.width_m);
        last.part.filling_g = last.part.filling_g.or(read.part.filling_g);
        last.part.finishes.coated |= read.part.finishes.coated;
        last.part.finishes.laminated |= read.part.finishes.laminated;
        for name in &read.part.certificates {
            if !last.part.certificates.contains(name) {
                last.part.certificates.push(name.clone());
            }
        }
        true
    }

    /// True where a part of the same garment says the same: without a heading, under the same heading, or under a heading of
    /// the same meaning in another language.
    fn repeats(&self, read: &Read) -> bool {
        if !is_whole(read.part.sum()) {
            return false;
        }
        let same_part = |known: &Read| match (&known.head, &read.head) {
            (_, None) => true,
            (None, Some(head)) => {
                head.roles.iter().all(|role| wide(*role) == Role::Shell) && head.says == Says::Part
            }
            (Some(known), Some(head)) => {
                let is_same = known.text.to_lowercase() == head.text.to_lowercase();
                let translated = head.says == Says::Part && known.tongues.differs(head.tongues);
                known.roles == head.roles && (is_same || translated) && known.says == head.says
            }
        };
        self.reads.iter().any(|known| {
            known.garment == read.garment && same(&known.part.fibres, &read.part.fibres) && same_part(known)
        })
    }

    /// The parts with their roles, one for each that a heading names.
    pub(super) fn parts(self, problems: &mut Vec<Problem>) -> Vec<LabelPart> {
        let mut reads = self.reads;
        let is_set = reads.iter().filter(|read| has_fibres(read)).count() > 1;
        fill(&mut reads, problems);
        ask_backs(&reads, problems);
        main::ask_loose(&reads, problems);
        let has_main = reads.iter().any(main::is_named);
        let mut parts: Vec<LabelPart> = Vec::new();
        for read in reads {
            let roles = settled(&read, is_set, problems);
            for role in roles {
                parts.push(LabelPart {
                    role,
                    ..read.part.clone()
                });
            }
        }
        if !has_main {
            main::first_is_shell(&mut parts);
        }
        parts
    }
}

pub(super) fn has_fibres(read: &Read) -> bool {
    !read.part.fibres.is_empty()
}

/// The roles of a part by its heading.
fn settled(read: &Read, is_set: bool, problems: &mut Vec<Problem>) -> Vec<Option<Role>> {
    let Some(head) = &read.head else {
        return vec![None];
    };
    let quoted = || head.text.clone();
    match head.says {
        Says::Part => {}
        Says::Colour => return vec![Some(Role::Shell)],
        Says::Garment => return vec![None],
        Says::Unknown => {
            problems.push(Problem::UnknownPart(quoted()));
            return vec![None];
        }
        Says::Cloth => {
            if is_set {
                problems.push(Problem::OpenPart(quoted()));
            }
            return vec![None];
        }
    }
    let cloth = [Role::Rib, Role::Mesh, Role::Lace, Role::Shell];
    let is_cloth = head.roles.iter().all(|role| cloth.contains(role));
    if !is_set && read.trails && is_cloth {
        // 100% cotton rib: a cloth by its name, the whole by what it says.
        return vec![None];
    }
    if head.roles.iter().any(|role| wide(*role) == Role::Coating) && !is_polymer(&read.part.fibres) {
        // A word for coating that some use for lining: what it is of tells.
        problems.push(Problem::UnknownPart(quoted()));
    }
    let is_down = |fibre: &LabelFibre| ["down", "feather"].contains(&fibre.id.as_str());
    let of_down = !read.part.fibres.is_empty() && read.part.fibres.iter().all(is_down);
    let role = |role: &Role| {
        if of_down && wide(*role) == Role::Trim {
            Role::Filling
        } else {
            *role
        }
    };
    head.roles.iter().map(|own| Some(role(own))).collect()
}

/// True where one of `fibres` is what coatings and membranes are made of, or nothing is known of it.
fn is_polymer(fibres: &[LabelFibre]) -> bool {
    const NATURAL: [&str; 11] = [
        "cotton", "wool", "linen", "hemp", "silk", "viscose", "lyocell", "modal", "cupro", "down", "feather",
    ];
    !fibres.iter().all(|fibre| NATURAL.contains(&fibre.id.as_str()))
}

/// Words of headings that are a panel at the back, and of panels at the front: then the back is one as well.
const PANELS: [&str; 14] = [
    "panel", "part", "body", "后背", "後背", "片", "身", "幅", "部", "판", "teil", "pièce", "partie", "parte",
];
const FRONTS: [&str; 12] = [
    "front",
    "前",
    "vorder",
    "devant",
    "앞",
    "face",
    "正面",
    "przód",
    "delanter",
    "davanti",
    "frente",
    "перед",
];

/// A back may be a panel or the reverse of a bonded cloth: asked about where nothing on the label tells.
fn ask_backs(reads: &[Read], problems: &mut Vec<Problem>) {
    let says = |read: &Read, words: &[&str]| {
        let text = read
            .head
            .as_ref()
            .map(|head| head.text.to_lowercase())
            .unwrap_or_default();
        words.iter().any(|word| text.contains(word))
    };
    if reads.iter().any(|read| says(read, &FRONTS)) {
        return;
    }
    for head in reads
        .iter()
        .filter(|read| !says(read, &PANELS))
        .filter_map(|read| read.head.as_ref())
    {
        if head.roles.contains(&Role::Back) {
            problems.push(Problem::UnknownPart(head.text.clone()));
        }
    }
}

/// The share of down clusters: of down that is called all, the rest is feather.
fn down(read: &mut Read, problems: &mut Vec<Problem>) {
    let Some(content) = read.down_content else {
        return;
    };
    if let (true, Some(alone)) = (read.part.fibres.is_empty(), read.alone.take()) {
        read.part.named.clear();
        read.part.fibres = vec![alone];
    }
    let is_down = |fibre: &LabelFibre| fibre.id.as_str() == "down";
    let has_feather = read
        .part
        .fibres
        .iter()
        .any(|fibre| fibre.id.as_str() == "feather");
    match read.part.fibres.as_mut_slice() {
        [only] if is_down(only) && is_whole(only.percent) => {
            only.percent = content;
            if content < 100.0 {
                let feather = LabelFibre {
                    id: "feather".into(),
                    percent: 100.0 - content,
                    ..only.clone()
                };
                read.part.fibres.push(feather);
                problems.push(Problem::Feather(100.0 - content));
            }
        }
        fibres => {
            let down: f64 = fibres
                .iter()
                .filter(|fibre| is_down(fibre))
                .map(|fibre| fibre.percent)
                .sum();
            if !has_feather || (down - content).abs() > SUM_TOLERANCE {
                problems.push(Problem::DownContent(content));
            }
        }
    }
}

/// A filling with one fibre and no share, beside parts that have theirs: it is all of it.
fn fill(reads: &mut [Read], problems: &mut Vec<Problem>) {
    let any = reads.iter().any(has_fibres);
    for read in reads.iter_mut().filter(|read| !has_fibres(read)) {
        let is_filling = read.head.as_ref().is_some_and(|head| {
            !head.roles.is_empty() && head.roles.iter().all(|role| wide(*role) == Role::Filling)
        });
        let is_down = read
            .alone
            .as_ref()
            .is_some_and(|alone| alone.id.as_str() == "down");
        if let (true, Some(alone)) = (is_filling && (any || is_down), read.alone.take()) {
            problems.push(Problem::AloneInFilling(alone.id.clone()));
            read.part.named.clear();
            read.part.fibres = vec![alone];
        }
    }
}
