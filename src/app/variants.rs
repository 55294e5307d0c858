//! The variants of the product in the window: what is seen of them, and what the keys do with them.

use super::App;
use super::draws::Draws;
use crate::assess::Assessment;
use crate::edit::{Edit, VariantEdit};
use crate::explain::OwnMarks;
use crate::job::Uncertain;
use crate::model::{PathwayId, VariantNo};
use crate::session::{Assessed, Session};
use crate::ui::view::{UncertainView, VariantView};
use std::sync::Arc;

/// A compared variant that is not in hand, kept while a frame is drawn.
pub(super) struct Other {
    assessed: Arc<Assessed>,
    own: Arc<OwnMarks>,
    uncertain: Option<(Arc<Uncertain>, bool)>,
}

impl Other {
    /// All of them.
    pub(super) fn all(session: &Session, draws: &Draws) -> Vec<Self> {
        let in_hand = session.project().product.variant;
        let variants = session.variants().iter();
        let others = variants.filter(|variant| variant.number() != in_hand);
        let keep = |variant: &Arc<Assessed>| Self {
            own: Arc::clone(variant.own_marks(session.library())),
            uncertain: newest(session, draws, variant.number(), variant.assessment()),
            assessed: Arc::clone(variant),
        };
        others.map(keep).collect()
    }

    /// As panels see it.
    pub(super) fn view(&self) -> VariantView<'_> {
        VariantView {
            project: self.assessed.project(),
            assessment: self.assessed.assessment(),
            own: Some(&self.own),
            uncertain: self.uncertain.as_ref().map(uncertain_view),
        }
    }
}

/// The newest bands of `variant`, and whether they belong to older figures or to figures that will be older soon.
fn newest(
    session: &Session,
    draws: &Draws,
    variant: VariantNo,
    assessment: &Assessment,
) -> Option<(Arc<Uncertain>, bool)> {
    let (bands, stale) = draws.newest(variant, assessment)?;
    Some((bands, stale || session.is_working()))
}

/// Bands with whether they are old, as panels see them.
pub(super) fn uncertain_view((bands, stale): &(Arc<Uncertain>, bool)) -> UncertainView<'_> {
    UncertainView { bands, stale: *stale }
}

impl App {
    /// The newest bands of the variant in hand, and whether they are old.
    pub(super) fn newest_draws(
        &self,
        variant: VariantNo,
        assessment: &Assessment,
    ) -> Option<(Arc<Uncertain>, bool)> {
        newest(&self.session, &self.draws, variant, assessment)
    }

    /// Changes the variant in hand.
    pub(super) fn change_variant(&mut self, change: VariantEdit, now_s: f64) {
        let number = self.session.project().product.variant;
        self.apply_variant(number, change, now_s);
    }

    /// Copies the variant in hand and sets the copy beside it in the comparison: on the selected pathway where that is
    /// compared, else on the last that is.
    pub(super) fn duplicate_variant(&mut self, now_s: f64) {
        let project = self.session.project();
        let in_hand = project.product.variant;
        let own = project.compared.iter().filter(|column| column.variant == in_hand);
        let compared: Vec<&PathwayId> = own.map(|column| &column.pathway).collect();
        let selected = self.selection.pathway.as_ref().filter(|id| compared.contains(id));
        let other = compared.iter().rev().copied().find(|id| **id != project.baseline);
        let pathway = selected.or(other).unwrap_or(&project.baseline).clone();
        self.change_variant(VariantEdit::DuplicateCompared(pathway), now_s);
    }

    /// Takes the variant after the one in hand, and after the last the first.
    pub(super) fn next_variant(&mut self, now_s: f64) {
        let project = self.session.project();
        let numbers: Vec<VariantNo> = project.variants().iter().map(|variant| variant.variant).collect();
        let after = numbers.iter().find(|number| **number > project.product.variant);
        if let Some(next) = after.or(numbers.first()).copied() {
            self.apply_variant(next, VariantEdit::TakeInHand, now_s);
        }
    }

    fn apply_variant(&mut self, number: VariantNo, change: VariantEdit, now_s: f64) {
        let edit = Edit::variant(number, change);
        if let Err(error) = self.session.apply(&edit, false, now_s) {
            self.toasts.refused(error.text(self.lang()), now_s);
        }
    }

    /// Counts laundering that moved from home as work, or lets it stand apart.
    pub(super) fn toggle_laundering(&mut self, now_s: f64) {
        let edit = Edit::CountLaundering(!self.session.project().count_laundering);
        if let Err(error) = self.session.apply(&edit, false, now_s) {
            self.toasts.refused(error.text(self.lang()), now_s);
        }
    }

    /// Lets go of a figure whose variant has no figures any more.
    pub(super) fn tidy_opened(&mut self) {
        if self.session.is_working() {
            return;
        }
        let variants = self.session.variants();
        let selection = &mut self.selection;
        let is_gone = |number: &mut VariantNo| !variants.iter().any(|variant| variant.number() == *number);
        if selection.variant.take_if(is_gone).is_some() {
            selection.figure = None;
        }
    }
}
