//! What a page shows beside the figures, reckoned only while it is in front.

use super::App;
use super::advice::Shown;
use super::collecting;
use super::combining::Combined;
use super::far;
use super::toast::AtWork;
use super::why::Told;
use crate::explain::Matter;
use crate::explain::fit::Blocker;
use crate::text::ShellMsg;
use crate::ui::improving::Look;
use crate::ui::view::{Aspect, Page};
use std::sync::Arc;

/// All of it, kept while a frame is drawn; none of what is not in front or not there yet.
pub(super) struct Asides {
    /// How much each factor matters.
    pub matter: Option<Arc<Matter>>,
    /// What blocks most.
    pub blockers: Option<Arc<Vec<Blocker>>>,
    /// What to change.
    pub advice: Option<Shown>,
    /// Many products.
    pub collection: Option<collecting::Frame>,
    /// Combinations of moves.
    pub combined: Option<Combined>,
    /// How far a lever has to go.
    pub far: Option<far::Shown>,
    /// Why the opened figure differs.
    pub why: Option<Told>,
    /// True while any of what is in front is being worked out.
    is_waiting: bool,
}

impl App {
    /// What the page in front shows beside the figures.
    pub(super) fn asides(&mut self) -> Asides {
        let lang = self.lang();
        let shows_hints = self.page == Page::Product && self.selection.aspect == Aspect::Hints;
        let matter = (self.page == Page::Library).then(|| self.session.matter());
        let blockers = shows_hints.then(|| self.session.blockers());
        let look = self.selection.improving.look;
        let together = shows_hints && look == Look::Together;
        let asks_far = shows_hints && look == Look::HowFar;
        // The lever that is asked has its mark where it stands.
        let marks_far = self.selection.improving.far.lever.is_some();
        let far = (asks_far || marks_far).then(|| self.reacher.get(&self.session, &self.selection));
        let advice =
            (shows_hints && look == Look::Moves).then(|| self.advice.get(&self.session, &self.selection));
        let collection = (self.page == Page::Collection).then(|| self.collector.frame(lang));
        let combined = together.then(|| self.combiner.get(&self.session, &self.selection));
        let why = self.why.get(&self.session, &self.selection, self.page, lang);
        Asides {
            is_waiting: matches!(matter, Some(None))
                || matches!(blockers, Some(None))
                || matches!(&advice, Some(shown) if shown.is_waiting())
                || matches!(&far, Some(shown) if shown.is_waiting())
                || matches!(why, Some(Told::Working)),
            matter: matter.flatten(),
            blockers: blockers.flatten(),
            advice,
            collection,
            combined,
            far,
            why,
        }
    }

    /// What is said of work under way; none where all is there.
    pub(super) fn at_work(&self, asides: &Asides, now_s: f64) -> Option<AtWork> {
        if let Some(work) = self.exports.at_work(now_s, self.lang()) {
            return Some(work);
        }
        let alone = |words: String| AtWork {
            words,
            can_stop: false,
        };
        let lang = self.lang();
        if let Some(coming) = &self.coming {
            return Some(alone(ShellMsg::Opening.with(lang, &[("name", coming.name())])));
        }
        let is_working = self.session.is_working() || asides.is_waiting;
        is_working.then(|| alone(ShellMsg::Working.text(lang).to_owned()))
    }
}
