//! Names of the things of a project and of the library, in one language.

use super::{CommonMsg, EngineMsg, Lang, VariantMsg};
use crate::data::Library;
use crate::flow::added::Added;
use crate::flow::network::EndClass;
use crate::model::{
    ActivityId, Column, FactorId, FibreId, KindId, Name, PartId, Pathway, PathwayId, PlaceId, Product,
    Project, RouteId, SourceId, Stage, StageId, StageKind, VariantNo,
};

/// The letter of the pathway at `index`: A, B, C …
pub fn pathway_letter(index: usize) -> char {
    u8::try_from(index)
        .ok()
        .filter(|index| *index < 26)
        .map_or('·', |index| char::from(b'A' + index))
}

/// What a variant is called: its own name, else by its number.
pub fn variant_words(variant: &Product) -> Name {
    if variant.variant_name != Name::default() {
        return variant.variant_name.clone();
    }
    let number = variant.variant.to_string();
    let say = |lang: Lang| VariantMsg::Numbered.with(lang, &[("number", &number)]);
    Name::new(say(Lang::En), say(Lang::Zh))
}

/// What happens at a stage, in general words; an item kind that the library does not know by its id.
pub fn stage_kind(kind: &StageKind, library: &Library) -> Name {
    let word = |word: CommonMsg| Name::new(word.text(Lang::En), word.text(Lang::Zh));
    match kind {
        StageKind::Item(item) => {
            let row = library.stage_kind(kind);
            row.map_or_else(
                || Name::new(item.id.as_str(), item.id.as_str()),
                |row| row.name.clone(),
            )
        }
        StageKind::Material(_) => word(CommonMsg::StageMaterial),
        StageKind::End(end) => word((*end).into()),
    }
}

/// Looks names up; an id without a name is shown as it is.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The project.
    pub project: &'a Project,
    /// The library.
    pub library: &'a Library,
    /// The language.
    pub lang: Lang,
}

impl Names<'_> {
    /// What `say` says with the names of this language; in both languages Chinese and English, as in a heading.
    pub fn head(&self, say: impl Fn(&Self) -> String) -> String {
        self.lang.head(|lang| say(&Self { lang, ..*self }))
    }

    /// A part.
    pub fn part(&self, id: &PartId) -> String {
        let part = self.project.product.parts.iter().find(|part| &part.id == id);
        let name = part
            .map(|part| part.name.get(self.lang))
            .filter(|name| !name.is_empty());
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// A pathway.
    pub fn pathway(&self, id: &PathwayId) -> String {
        let name = self
            .project
            .pathway(id)
            .map(|pathway| pathway.name.get(self.lang));
        name.filter(|name| !name.is_empty())
            .unwrap_or(id.as_str())
            .to_owned()
    }

    /// A variant: its own name, or its number.
    pub fn variant(&self, number: VariantNo) -> String {
        let named = self.project.variant(number).map(variant_words);
        named.map_or_else(|| number.to_string(), |name| name.get(self.lang).to_owned())
    }

    /// A column of the comparison: its pathway, and its variant where several are compared.
    pub fn column(&self, column: &Column) -> String {
        if self.project.compares_variants() {
            self.column_in_full(column)
        } else {
            self.pathway(&column.pathway)
        }
    }

    /// A variant on a pathway; the pathway alone where there is one variant.
    pub fn column_in_full(&self, column: &Column) -> String {
        let pathway = self.pathway(&column.pathway);
        if !self.project.has_variants() {
            return pathway;
        }
        let variant = self.variant(column.variant);
        VariantMsg::OnPathway.with(self.lang, &[("pathway", &pathway), ("variant", &variant)])
    }

    /// A stage as the user named it, or by what happens there.
    pub fn stage_of(&self, stage: &Stage) -> String {
        let own = stage.name.get(self.lang);
        if !own.is_empty() {
            return own.to_owned();
        }
        match &stage.kind {
            StageKind::Material(route) => self.route(route),
            kind => self.stage_kind(kind),
        }
    }

    /// A stage where there is little room: as the user named it, a route by its short name.
    pub fn short_stage_of(&self, stage: &Stage) -> String {
        match &stage.kind {
            _ if !stage.name.get(self.lang).is_empty() => self.stage_of(stage),
            StageKind::Material(route) => self.short_route(route),
            kind => {
                let row = self.library.stage_kind(kind);
                let short = row.and_then(|row| row.short.as_ref());
                short.map_or_else(|| self.stage_kind(kind), |short| short.get(self.lang).to_owned())
            }
        }
    }

    /// What happens at a stage, in general words: those of its row, of its end, or that it recycles.
    pub fn stage_kind(&self, kind: &StageKind) -> String {
        stage_kind(kind, self.library).get(self.lang).to_owned()
    }

    /// A stage of `pathway`, also those that the method adds: the output of a route, the disassembly before it.
    pub fn stage(&self, pathway: &Pathway, id: &StageId) -> String {
        if let Some(stage) = pathway.stage(id) {
            return self.stage_of(stage);
        }
        let added = Added::ALL.into_iter().find_map(|added| {
            let of = added.of(pathway, id)?;
            let words = match added {
                Added::Output => EngineMsg::OutputOf,
                Added::Disassembly => EngineMsg::DisassemblyBefore,
            };
            let stage = pathway.stage(&of)?;
            Some(words.with(self.lang, &[("stage", &self.stage_of(stage))]))
        });
        added.unwrap_or_else(|| id.to_string())
    }

    /// A stage of whichever pathway of the project has it first.
    pub fn any_stage(&self, id: &StageId) -> String {
        let holder = self
            .project
            .pathways
            .iter()
            .find(|pathway| pathway.stage(id).is_some());
        holder.map_or_else(|| id.to_string(), |pathway| self.stage(pathway, id))
    }

    /// A fibre.
    pub fn fibre(&self, id: &FibreId) -> String {
        let name = self.library.fibre(id).map(|fibre| fibre.name.get(self.lang));
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// The shortest usual name of a fibre: the trade form in Chinese, the word before the bracket in English.
    pub fn short_fibre(&self, id: &FibreId) -> String {
        let name = self.fibre(id);
        let short = match self.lang {
            Lang::En => name.split([',', '(', '/']).next(),
            Lang::Zh | Lang::Both => match name
                .split_once('（')
                .and_then(|(_, rest)| rest.strip_suffix('）'))
            {
                Some(trade) if trade.chars().count() <= 4 => Some(trade),
                _ => name.split('（').next(),
            },
        };
        short.unwrap_or(&name).trim().to_owned()
    }

    /// A route.
    pub fn route(&self, id: &RouteId) -> String {
        let name = self.library.route(id).map(|route| route.name.get(self.lang));
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// The short name of a route, for where there is little room.
    pub fn short_route(&self, id: &RouteId) -> String {
        let name = self.library.route(id).map(|route| route.short.get(self.lang));
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// What `id` wants: its one fibre, cellulose fibres, or "the fibres it wants".
    pub fn wanted(&self, id: &RouteId) -> String {
        let targets = self
            .library
            .route(id)
            .map_or(&[][..], |route| route.targets.named());
        let cellulose = |fibre: &FibreId| {
            self.library
                .fibre(fibre)
                .is_some_and(|row| row.polymer == "cellulose")
        };
        match targets {
            [one] => self.fibre(one),
            [_, ..] if targets.iter().all(cellulose) => EngineMsg::WantedCellulose.text(self.lang).to_owned(),
            _ => EngineMsg::WantedFibres.text(self.lang).to_owned(),
        }
    }

    /// A kind of garment.
    pub fn kind(&self, id: &KindId) -> String {
        let name = self.library.kind(id).map(|kind| kind.name.get(self.lang));
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// A kind of work.
    pub fn activity(&self, id: &ActivityId) -> String {
        let name = self
            .library
            .activity(id)
            .map(|activity| activity.name.get(self.lang));
        name.unwrap_or(id.as_str()).to_owned()
    }

    /// A place: of the library, or of the project's own.
    pub fn place(&self, id: &PlaceId) -> String {
        let known = || self.library.place(id).map(|place| &place.name);
        let name = self.project.own_place(id).or_else(known);
        let name = name.map(|name| name.get(self.lang));
        name.filter(|name| !name.is_empty())
            .unwrap_or(id.as_str())
            .to_owned()
    }

    /// A factor.
    pub fn factor(&self, id: &FactorId) -> String {
        if let Some(factor) = self.library.factor(id.as_str()) {
            return factor.name.get(self.lang).to_owned();
        }
        let typed = self.library.typed_in(id, &self.project.places);
        typed.map_or_else(|| id.to_string(), |(name, _)| name.get(self.lang).to_owned())
    }

    /// A source: title, year, where.
    pub fn source(&self, id: &SourceId) -> String {
        match self.library.source(id) {
            Some(source) => {
                let parts = [source.title.as_str(), source.year.as_str(), source.place.as_str()];
                let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                format!("[{id}] {}", said.join(", "))
            }
            None => id.to_string(),
        }
    }
}

impl From<EndClass> for CommonMsg {
    fn from(class: EndClass) -> Self {
        match class {
            EndClass::Component => Self::ClassReused,
            EndClass::Recycled => Self::ClassSameGrade,
            EndClass::Downcycled => Self::ClassDowncycled,
            EndClass::Biological => Self::ClassBiological,
            EndClass::Energy => Self::ClassEnergy,
            EndClass::Undecided => Self::ClassUndecided,
            EndClass::Incinerated | EndClass::Landfilled | EndClass::Exported | EndClass::Litter => {
                Self::ClassLost
            }
        }
    }
}
