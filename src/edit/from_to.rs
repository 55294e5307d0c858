//! What an edit puts in place of what, in both languages: the part of a step's name that says from where to where.

use super::Edit;
use super::change::{FibreEdit, LinkEdit, PartEdit, PathwayEdit, ProductEdit, StageEdit};
use crate::model::{Estimate, MaxLives, Name, Pathway, Project, StageId};
use crate::text::{CommonMsg, Lang, VariantMsg, count, number};

/// The value before and the value after `edit` of `project`; none where it sets no single value.
pub(super) fn values(edit: &Edit, project: &Project) -> Option<[Name; 2]> {
    match edit {
        Edit::Product(ProductEdit::SetWears(wears)) => {
            Some([project.product.wears, *wears].map(|wears| maybe(wears, CommonMsg::Assumption)))
        }
        Edit::Product(ProductEdit::SetVolume(pieces)) => Some(
            [project.product.pieces_per_year, *pieces]
                .map(|pieces| said(|lang| count::pieces(pieces.get(), lang))),
        ),
        Edit::Part { part, change } => {
            let part = project.product.parts.iter().find(|own| &own.id == part)?;
            match change {
                PartEdit::SetMass(mass) => {
                    Some([part.mass, *mass].map(|mass| said(|lang| number::grams(mass.get(), lang))))
                }
                PartEdit::SetCloth(Some(cloth)) => {
                    Some([part.mass.get(), cloth.kg()].map(|kg| said(|lang| number::grams(kg, lang))))
                }
                PartEdit::SetCount(count) => {
                    Some([part.count, *count].map(|count| said(|_| count.to_string())))
                }
                PartEdit::SetCuts(cuts) => Some([part.cuts, *cuts].map(|cuts| said(|_| cuts.to_string()))),
                PartEdit::SetRole(role) => Some([part.role, *role].map(|role| word(role.into()))),
                PartEdit::SetRemovable(removable) => {
                    Some([part.removable, *removable].map(|removable| word(removable.into())))
                }
                _ => None,
            }
        }
        Edit::Fibre {
            part,
            line,
            change: FibreEdit::SetShare(share),
        } => {
            let part = project.product.parts.iter().find(|own| &own.id == part)?;
            let before = part.fibres.get(*line)?.share;
            Some([before, *share].map(|share| said(|lang| number::share(share.get(), lang))))
        }
        Edit::Pathway {
            pathway,
            change: PathwayEdit::SetMaxLives(lives),
        } => Some([project.pathway(pathway)?.max_lives, *lives].map(lives_words)),
        Edit::Pathway {
            pathway,
            change: PathwayEdit::SetOwnWears(own),
        } => {
            let before = project.pathway(pathway)?.own_wears;
            Some([before, *own].map(|own| maybe(own, CommonMsg::DataSource)))
        }
        Edit::Stage {
            pathway,
            stage,
            change: StageEdit::SetOwn(own),
        } => {
            let before = project.pathway(pathway)?.stage(stage)?.own;
            Some([before, *own].map(|own| maybe(own, CommonMsg::DataSource)))
        }
        Edit::Link {
            pathway,
            stage,
            to,
            change: LinkEdit::SetShare(share),
        } => {
            let before = link_share(project.pathway(pathway)?, stage, to)?;
            Some([before, share.get()].map(|share| said(|lang| number::share(share, lang))))
        }
        _ => None,
    }
}

fn link_share(pathway: &Pathway, stage: &StageId, to: &StageId) -> Option<f64> {
    let links = &pathway.stage(stage)?.exits;
    let link = links.iter().find(|link| &link.to == to)?;
    Some(link.share.get())
}

fn said(say: impl Fn(Lang) -> String) -> Name {
    Name::new(say(Lang::En), say(Lang::Zh))
}

fn word(message: CommonMsg) -> Name {
    said(|lang| message.text(lang).to_owned())
}

/// A figure, or the word for where it comes from while none is set.
fn maybe(figure: Option<Estimate>, without: CommonMsg) -> Name {
    figure.map_or_else(
        || word(without),
        |figure| said(|lang| number::figure(figure.value, None, lang)),
    )
}

fn lives_words(lives: MaxLives) -> Name {
    match lives {
        MaxLives::Lives(most) => said(|_| most.to_string()),
        MaxLives::Unlimited => said(|lang| VariantMsg::NoCap.text(lang).to_owned()),
    }
}
