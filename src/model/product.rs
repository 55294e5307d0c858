//! The product: parts with their fibres, feedstock, making and removability.

use super::{
    Assumed, Cloth, Estimate, FibreId, KindId, Name, Papers, PartId, Picture, PlaceId, ProcessId, RouteId,
    VariantNo,
};
use crate::quantity::{Mass, Pieces, Share};
use std::collections::BTreeSet;

/// What is designed and sold, one piece; a project may hold several variants of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Its name, the same in all variants.
    pub name: Name,
    /// Which variant it is.
    pub variant: VariantNo,
    /// What the variant is called; by its number where empty.
    pub variant_name: Name,
    /// Kind of garment of the library: gives the average life, making loss and sewing minutes.
    pub kind: KindId,
    /// Its parts; order is the order on screen.
    pub parts: Vec<Part>,
    /// Wears in a first life; the average of the kind where none is given (listed as assumed).
    pub wears: Option<Estimate>,
    /// Pieces made in a year.
    pub pieces_per_year: Pieces,
    /// Where it is made: the place of the work in new garments.
    pub made_in: PlaceId,
    /// Where it is used: the place of retail.
    pub used_in: PlaceId,
    /// How the hours of sewing it are counted.
    pub sewing: Sewing,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// What of it was taken over and not stated yet; marks of parts that are not there say nothing.
    pub assumed: BTreeSet<Assumed>,
}

/// How the hours of sewing a new garment are counted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Sewing {
    /// By the making minutes of the kind of garment times one factor; by the factor per kg where the kind has none.
    #[default]
    Kind,
    /// By the user's own making minutes of one piece, times the same factor.
    Minutes(Estimate),
    /// By the user's standard minutes of one piece (SMV), line efficiency and indirect staff.
    Smv(Estimate),
}

/// One part of the finished piece.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// Its name.
    pub name: Name,
    /// What it does in the garment.
    pub role: Role,
    /// Its mass in the finished piece.
    pub mass: Mass,
    /// The cloth that gives the mass, where it was given so.
    pub cloth: Option<Cloth>,
    /// Fibre lines; their shares should sum to 1, the remainder is shown.
    pub fibres: Vec<FibreLine>,
    /// How the cloth is built.
    pub construction: Construction,
    /// Coating, print and the like.
    pub finishes: Finishes,
    /// Whether it comes off at end of use.
    pub removable: Removable,
    /// Number of identical pieces (five buttons).
    pub count: u32,
    /// Cuts that take it off by hand, whatever the count: 1 for most, the buttons of a shirt 3.
    pub cuts: u32,
    /// How it is made, or bought as it is.
    pub making: Making,
    /// Supplier, certificate, price and note.
    pub papers: Papers,
    /// What it looks like.
    pub picture: Option<Picture>,
}

impl Part {
    /// Zips, buttons, rivets and plastics: no fibre route takes them.
    pub fn is_hard(&self) -> bool {
        self.construction == Construction::Hard
    }
}

/// What a part does in the garment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Main fabric.
    Shell,
    /// Lining.
    Lining,
    /// Rib.
    Rib,
    /// Filling.
    Filling,
    /// Sewing thread.
    Thread,
    /// Zip.
    Zip,
    /// Button, rivet, snap.
    Button,
    /// Other trim.
    Trim,
    /// Care or brand label.
    Label,
    /// Coating on a cloth.
    Coating,
    /// Membrane laminated to a cloth.
    Membrane,
    /// Interlining.
    Interlining,
    /// Pocket cloth.
    Pocketing,
    /// Padding of shoulder or cup.
    Padding,
    /// Embroidery.
    Embroidery,
    /// Fur or faux fur.
    Fur,
    /// Lace.
    Lace,
    /// Mesh.
    Mesh,
    /// Hood.
    Hood,
    /// Collar.
    Collar,
    /// Back panel, or the reverse of a bonded cloth.
    Back,
    /// Elastic band.
    Elastic,
    /// Drawcord.
    Drawcord,
    /// Print that has a mass of its own.
    Print,
    /// Insulation: a layer of wadding cut like cloth.
    Insulation,
}

impl Role {
    /// All roles in the order of the menu.
    pub const ALL: [Self; 25] = [
        Self::Shell,
        Self::Lining,
        Self::Rib,
        Self::Filling,
        Self::Thread,
        Self::Zip,
        Self::Button,
        Self::Trim,
        Self::Label,
        Self::Coating,
        Self::Membrane,
        Self::Interlining,
        Self::Pocketing,
        Self::Padding,
        Self::Embroidery,
        Self::Fur,
        Self::Lace,
        Self::Mesh,
        Self::Hood,
        Self::Collar,
        Self::Back,
        Self::Elastic,
        Self::Drawcord,
        Self::Print,
        Self::Insulation,
    ];

    /// The key in data, files and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::Lining => "lining",
            Self::Rib => "rib",
            Self::Filling => "filling",
            Self::Thread => "thread",
            Self::Zip => "zip",
            Self::Button => "button",
            Self::Trim => "trim",
            Self::Label => "label",
            Self::Coating => "coating",
            Self::Membrane => "membrane",
            Self::Interlining => "interlining",
            Self::Pocketing => "pocketing",
            Self::Padding => "padding",
            Self::Embroidery => "embroidery",
            Self::Fur => "fur",
            Self::Lace => "lace",
            Self::Mesh => "mesh",
            Self::Hood => "hood",
            Self::Collar => "collar",
            Self::Back => "back",
            Self::Elastic => "elastic",
            Self::Drawcord => "drawcord",
            Self::Print => "print",
            Self::Insulation => "insulation",
        }
    }
}

/// How a part is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Construction {
    /// Woven cloth.
    Woven,
    /// Knitted cloth.
    Knitted,
    /// Nonwoven or loose filling.
    Nonwoven,
    /// Yarn or thread.
    Yarn,
    /// Moulded, metal or other hard part without fibre.
    Hard,
}

impl Construction {
    /// All constructions in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Woven, Self::Knitted, Self::Nonwoven, Self::Yarn, Self::Hard];
}

/// What was put on or into the cloth; each closes routes.
#[expect(clippy::struct_excessive_bools, reason = "each is asked on its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Finishes {
    /// Coated.
    pub coated: bool,
    /// Laminated or of several bonded layers; gates treat it like a coating.
    pub laminated: bool,
    /// Printed.
    pub printed: bool,
    /// Dyed with carbon black: near-infrared sorting cannot read it.
    pub carbon_black: bool,
}

/// Whether a part comes off before recycling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removable {
    /// It stays on.
    No,
    /// It comes off with effort.
    WithEffort,
    /// It comes off easily.
    Easily,
}

impl Removable {
    /// All answers in the order of the menu.
    pub const ALL: [Self; 3] = [Self::No, Self::WithEffort, Self::Easily];
}

/// One fibre of a part.
#[derive(Debug, Clone, PartialEq)]
pub struct FibreLine {
    /// The fibre; ids that the library does not know are kept and flagged.
    pub fibre: FibreId,
    /// Its share of the part's mass.
    pub share: Share,
    /// Where the fibre comes from.
    pub feedstock: Feedstock,
}

/// Where the mass of a fibre line comes from; what is not stated is virgin.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Feedstock {
    /// Recycled share `F_R` of the line.
    pub recycled: Share,
    /// What the recycled share was made from.
    pub origin: Origin,
    /// Route that made the recycled share, where its efficiency `E_F` is to come from that route.
    pub route: Option<RouteId>,
    /// Share `F_U` taken from earlier products.
    pub reused: Share,
    /// Biological fibre from sustained production with evidence, `F_S`.
    pub sustained: Share,
}

/// What recycled content was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Origin {
    /// Worn textiles (旧纺织品).
    TextilePostConsumer,
    /// Production waste of textiles (废纺织品).
    TextilePreConsumer,
    /// Other waste, such as bottles.
    #[default]
    OtherWaste,
}

impl Origin {
    /// All origins in the order of the menu.
    pub const ALL: [Self; 3] = [
        Self::TextilePostConsumer,
        Self::TextilePreConsumer,
        Self::OtherWaste,
    ];

    /// True for textile waste of either kind.
    pub fn is_textile(self) -> bool {
        self != Self::OtherWaste
    }
}

/// How a part is made, stage by stage, each with its loss on the input basis.
#[derive(Debug, Clone, PartialEq)]
pub enum Making {
    /// Spun, formed, dyed and cut.
    Cloth {
        /// Spinning or extrusion.
        spinning: ProcessId,
        /// Weaving, knitting or other forming; none for thread and filling.
        forming: Option<ProcessId>,
        /// Dyeing and finishing, or none.
        dyeing: Option<ProcessId>,
        /// Loss in cutting, input basis (1 − marker efficiency); the kind's default where none is given (listed as assumed).
        cutting_loss: Option<Estimate>,
    },
    /// Bought as it is: no loss is counted.
    Bought,
}
