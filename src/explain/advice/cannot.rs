//! Why a move cannot be made, in words.

use crate::data::{Finish, Library};
use crate::edit::EditError;
use crate::model::{FibreId, Name, Project, RouteId};
use crate::text::names::Names;
use crate::text::{AdviceMsg, Lang, number};

/// The reason why a move cannot be made on a part or a pathway.
#[derive(Debug, Clone, PartialEq)]
pub enum Cannot {
    /// The product has no such part.
    NoPart,
    /// The project has no such pathway.
    NoPathway,
    /// The pathway has no lever of this id.
    NoLever(String),
    /// Both levers share out one whole, so that one cannot stand while the other is turned.
    OneWhole,
    /// A hard part.
    NotCloth,
    /// Of one fibre alone already.
    OneAlready(FibreId),
    /// It holds too little of the fibre: share.
    TooLittle(FibreId, f64),
    /// It holds none of the fibre.
    NotHeld(FibreId),
    /// It holds no elastane.
    NoElastane,
    /// It holds no more elastane than that: share.
    ElastaneLow(f64),
    /// It holds nothing else.
    NothingElse,
    /// The product has no main fabric.
    NoMain,
    /// So much of the fibre is recycled already: share.
    RecycledAlready(FibreId, f64),
    /// All that is not recycled is grown sustainably already.
    SustainedAlready(FibreId),
    /// The finish is not there.
    NoFinish(Finish),
    /// Its fibre is not melted.
    NotMelted,
    /// It has no dye bath and no carbon black.
    NotDyed,
    /// It comes off easily already.
    EasyAlready,
    /// There is only one.
    OnlyOne,
    /// It has no mass.
    NoMass,
    /// It is bought as it is.
    Bought,
    /// Its cutting loss is that low already: share.
    LayTight(f64),
    /// The pathway has no stage of this kind.
    NoStage(Name),
    /// Nothing leads from one to the other; without a name, to a stage that makes fibre again.
    NoExit(Name, Option<Name>),
    /// That share goes there already.
    ShareAlready(f64),
    /// The stage is there already, with this share.
    ThereAlready(Name, f64),
    /// Nothing makes fibre again.
    NoRecycling,
    /// It goes on that route already.
    RouteAlready(RouteId),
    /// The first user hires it already.
    HiredAlready,
    /// The pathway starts out of use.
    StartsElse,
    /// The edit is refused, with the reason.
    Refused(Box<EditError>),
    /// The pathway would have no answer: why, in both languages.
    NoAnswer(Name),
}

impl From<EditError> for Cannot {
    fn from(error: EditError) -> Self {
        Self::Refused(Box::new(error))
    }
}

impl Cannot {
    /// The reason as one sentence.
    pub fn text(&self, project: &Project, library: &Library, lang: Lang) -> String {
        let names = Names {
            project,
            library,
            lang,
        };
        let share = |share: f64| number::share(share, lang);
        let fibre = |id: &FibreId| names.short_fibre(id);
        let say = |message: AdviceMsg, values: &[(&str, &str)]| message.with(lang, values);
        match self {
            Self::OneAlready(id) => say(AdviceMsg::OneAlready, &[("fibre", &fibre(id))]),
            Self::TooLittle(id, found) => say(
                AdviceMsg::TooLittle,
                &[("fibre", &fibre(id)), ("found", &share(*found))],
            ),
            Self::NotHeld(id) => say(AdviceMsg::NotHeld, &[("fibre", &fibre(id))]),
            Self::ElastaneLow(found) => say(AdviceMsg::ElastaneLow, &[("found", &share(*found))]),
            Self::RecycledAlready(id, found) => say(
                AdviceMsg::RecycledAlready,
                &[("fibre", &fibre(id)), ("found", &share(*found))],
            ),
            Self::SustainedAlready(id) => say(AdviceMsg::SustainedAlready, &[("fibre", &fibre(id))]),
            Self::LayTight(found) => say(AdviceMsg::LayTight, &[("found", &share(*found))]),
            Self::NoStage(stage) => say(AdviceMsg::NoStage, &[("stage", stage.get(lang))]),
            Self::NoExit(from, to) => {
                let fibre_again = AdviceMsg::SameGradeStage.text(lang);
                let to = to.as_ref().map_or(fibre_again, |to| to.get(lang));
                say(AdviceMsg::NoExit, &[("from", from.get(lang)), ("to", to)])
            }
            Self::ShareAlready(found) => say(AdviceMsg::ShareAlready, &[("found", &share(*found))]),
            Self::ThereAlready(stage, found) => say(
                AdviceMsg::ThereAlready,
                &[("stage", stage.get(lang)), ("found", &share(*found))],
            ),
            Self::RouteAlready(route) => {
                say(AdviceMsg::RouteAlready, &[("route", &names.short_route(route))])
            }
            Self::NoLever(id) => say(AdviceMsg::LeverGone, &[("lever", id)]),
            Self::Refused(error) => error.text(lang),
            Self::NoAnswer(why) => say(AdviceMsg::NoAnswer, &[("why", why.get(lang))]),
            plain => plain.plain().text(lang).to_owned(),
        }
    }

    /// The message of a reason that names nothing.
    const fn plain(&self) -> AdviceMsg {
        match self {
            Self::NoPart => AdviceMsg::NoPart,
            Self::OneWhole => AdviceMsg::OneWhole,
            Self::NotCloth => AdviceMsg::NotCloth,
            Self::NoElastane => AdviceMsg::NoElastane,
            Self::NothingElse => AdviceMsg::NothingElse,
            Self::NoMain => AdviceMsg::NoMain,
            Self::NoFinish(Finish::Coated) => AdviceMsg::NotCoated,
            Self::NoFinish(Finish::Printed) => AdviceMsg::NotPrinted,
            Self::NotMelted => AdviceMsg::NotMelted,
            Self::NotDyed => AdviceMsg::NotDyed,
            Self::EasyAlready => AdviceMsg::EasyAlready,
            Self::OnlyOne => AdviceMsg::OnlyOne,
            Self::NoMass => AdviceMsg::NoMass,
            Self::Bought => AdviceMsg::Bought,
            Self::NoRecycling => AdviceMsg::NoRecycling,
            Self::HiredAlready => AdviceMsg::HiredAlready,
            Self::StartsElse => AdviceMsg::StartsElse,
            _ => AdviceMsg::NoPathway,
        }
    }
}
