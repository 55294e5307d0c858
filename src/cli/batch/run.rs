//! A batch from its list to its output.

use super::fault::{Fault, of};
use super::form::Form;
use super::list::{List, open};
use super::progress::Progress;
use super::{Asked, Failure, output};
use crate::collection::{Block, Done, Setting, Sums, blocks, columns, reckoned};
use crate::data::Library;
use crate::intake::sample;
use crate::job;
use crate::store::{self, Parts};
use crate::text::{BatchMsg, Lang, number};
use serde::Serialize;
use std::io::Write;

/// Lines that are told one by one where they could not be read.
const TOLD: u64 = 20;

/// What two runs must share so that one can go on from the other.
#[derive(Serialize)]
struct Terms<'a> {
    version: &'a str,
    pathways: &'a [String],
    draws: u64,
    seed: u64,
    shard: Option<(usize, usize)>,
    lang: String,
}

/// Which blocks are this run's: every `of`-th from the one at `first` on, from 0.
#[derive(Debug, Clone, Copy)]
struct Shard {
    first: usize,
    of: usize,
}

pub(super) fn run(asked: &Asked, form: Form, lang: Lang, err: &mut dyn Write) -> Result<Sums, Failure> {
    let Some(list) = &asked.list else {
        return Err(Failure::Input(BatchMsg::NoList.text(lang).to_owned()));
    };
    if store::is_same_file(list, &asked.output) {
        let problem = store::Problem::Input;
        let error = store::StoreError::new(store::Doing::Save, &asked.output, problem);
        return Err(Failure::Input(error.text(lang)));
    }
    let shard = shard(asked, form, lang)?;
    open(list, lang, |opened| {
        reckon(asked, (opened, shard), form, lang, err)
    })
    .map_err(|fault| fault.said(list, lang))
}

fn shard(asked: &Asked, form: Form, lang: Lang) -> Result<Shard, Failure> {
    let Some(text) = &asked.shard else {
        return Ok(Shard { first: 0, of: 1 });
    };
    let numbers = text
        .split_once('/')
        .and_then(|(at, of)| Some((at.parse().ok()?, of.parse().ok()?)));
    let known = numbers.filter(|(at, of): &(usize, usize)| (1..=*of).contains(at) && *of <= 10_000);
    let (at, count) =
        known.ok_or_else(|| Failure::Input(BatchMsg::BadShard.with(lang, &[("text", text)])))?;
    if !form.takes_shards() {
        return Err(of(&asked.output, BatchMsg::ShardSheet.text(lang)));
    }
    Ok(Shard {
        first: at - 1,
        of: count,
    })
}

/// Makes the folder of finished blocks ready; what another run left is gone on from only where it was asked the same.
fn ready(
    parts: &Parts,
    terms: &Terms<'_>,
    resume: bool,
    lang: Lang,
    err: &mut dyn Write,
) -> Result<(), Fault> {
    const NAME: &str = "run.json";
    let now = serde_json::to_vec(terms).map_err(|error| Fault::Output(error.to_string()))?;
    if parts.are_there() {
        let is_same = parts.get(NAME).is_some_and(|before| before == now);
        if resume && !is_same {
            let path = store::shown(&store::beside(parts.output(), ".part"));
            let sentence = BatchMsg::OtherRun.with(lang, &[("path", &path)]);
            return Err(Fault::Said(Failure::Input(sentence)));
        }
        if !resume {
            parts.clear()?;
            writeln!(err, "{}", BatchMsg::Replaced.text(lang))?;
        }
    }
    parts.make()?;
    Ok(parts.put(NAME, &now)?)
}

fn reckon(
    asked: &Asked,
    (list, shard): (List<'_>, Shard),
    form: Form,
    lang: Lang,
    err: &mut dyn Write,
) -> Result<Sums, Fault> {
    let all = asked.pathways.iter().any(|id| id == "all");
    let setting = Setting {
        library: Library::builtin(),
        heads: list.heads,
        pathways: (!all).then(|| asked.pathways.clone()),
        draws: asked.draws.unwrap_or(0),
        seed: asked.seed.unwrap_or(sample().seed),
        lang,
    };
    let terms = Terms {
        version: env!("CARGO_PKG_VERSION"),
        pathways: &asked.pathways,
        draws: setting.draws,
        seed: setting.seed,
        shard: (shard.of > 1).then_some((shard.first, shard.of)),
        lang: format!("{lang:?}"),
    };
    let parts = Parts::beside(&asked.output);
    ready(&parts, &terms, asked.resume, lang, err)?;
    let lines = list.lines.map(|lines| lines / shard.of as u64);
    let mut work = Work {
        parts: &parts,
        places: Vec::new(),
        told: 0,
        untold: 0,
        fault: None,
        lang,
    };
    work.do_all(asked, &setting, (list.entries, shard), Progress::new(lines), err)?;
    work.places.sort_unstable();
    let none = Sums::new(setting.draws, setting.seed);
    let sums = output::together((&parts, form), &work.places, &columns(setting.draws > 0), none)?;
    parts.clear()?;
    if work.untold > 0 {
        let count = number::thousands(&work.untold.to_string(), lang);
        writeln!(
            err,
            "reloom: {}",
            BatchMsg::MoreBad.with(lang, &[("count", &count)])
        )?;
    }
    Ok(sums)
}

/// A batch under way.
struct Work<'a> {
    parts: &'a Parts,
    /// The blocks that are finished.
    places: Vec<usize>,
    /// Bad lines that were told, and that were not.
    told: u64,
    untold: u64,
    fault: Option<Fault>,
    lang: Lang,
}

type Entries<'a> = Box<dyn Iterator<Item = Result<crate::collection::Entry, Fault>> + 'a>;

impl Work<'_> {
    fn do_all(
        &mut self,
        asked: &Asked,
        setting: &Setting<'_>,
        (entries, shard): (Entries<'_>, Shard),
        mut progress: Progress,
        err: &mut dyn Write,
    ) -> Result<(), Fault> {
        let threads = asked.threads.map_or_else(job::threads, usize::from);
        let (parts, mut broken, mut finished) = (self.parts, None, Vec::new());
        let pieces = blocks(entries).map_while(|block| match block {
            Ok(block) => Some(block),
            Err(fault) => {
                broken = Some(fault);
                None
            }
        });
        let mine = pieces.filter(|block| block.place % shard.of == shard.first);
        let open = mine.filter(|block| {
            let is_done = asked.resume && output::has(parts, block.place, block.hash());
            if is_done {
                finished.push(block.place);
            }
            !is_done
        });
        let work = |block: Block| (block.entries.len() as u64, reckoned(&block, setting));
        let finish = |(lines, done): (u64, Done)| {
            self.tell(&done, err);
            progress.add(lines, self.lang, err);
            self.places.push(done.place);
            self.fault = output::put(parts, &done).err();
            self.fault.is_none()
        };
        let ended = job::each_on(threads, open, work, finish);
        if let Some(fault) = self.fault.take().or(broken) {
            return Err(fault);
        }
        ended.map_err(|job::Broken| Fault::Output(BatchMsg::Broke.text(self.lang).to_owned()))?;
        self.places.extend(finished);
        Ok(())
    }

    /// Tells the first lines that could not be read.
    fn tell(&mut self, done: &Done, err: &mut dyn Write) {
        for (line, why) in &done.bad {
            if self.told >= TOLD {
                self.untold += 1;
                continue;
            }
            self.told += 1;
            let values = [("line", line.to_string()), ("why", why.clone())];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            // Where standard error is closed there is nobody to tell; the output holds it all the same.
            let _ = writeln!(err, "reloom: {}", BatchMsg::LineBad.with(self.lang, &values));
        }
    }
}
