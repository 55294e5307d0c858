//! Every number of both pathways from the inputs of one draw: `repair_first` and, as baseline, `today`.

use crate::inputs::*;
use crate::sampler::Inputs;

/// Parts: shell, lining, rib, zip, thread, tape, label.
pub const MASSES: [f64; 7] = [0.3692304, 0.12177, 0.03456, 0.022, 0.012, 0.006, 0.001];
pub const LINING: usize = 1;
pub const RIB: usize = 2;
pub const ZIP: usize = 3;
pub const TAPE: usize = 5;

/// Lines of work, each an activity at a place.
pub const LINES: usize = 21;
pub const COLLECTION: usize = 0;
pub const COTTON: usize = 1;
pub const DYEING: usize = 2;
pub const BURNING: usize = 3;
pub const KNITTING: usize = 4;
pub const LANDFILL: usize = 5;
pub const TEARING: usize = 6;
pub const NONWOVEN: usize = 7;
pub const POLYESTER: usize = 8;
pub const PREPARATION: usize = 9;
pub const REPAIR: usize = 10;
pub const RESALE: usize = 11;
pub const RESALE_ABROAD: usize = 12;
pub const RETAIL: usize = 13;
pub const RETAIL_ABROAD: usize = 14;
pub const SEWING: usize = 15;
pub const SORTING: usize = 16;
pub const SPINNING: usize = 17;
pub const RESPINNING: usize = 18;
pub const WEAVING: usize = 19;
pub const WIPERS: usize = 20;

/// Lines of a new garment that are the same wherever it is sold.
pub const MADE: [usize; 7] = [COTTON, DYEING, KNITTING, POLYESTER, SEWING, SPINNING, WEAVING];

/// Shares that leave the stages of one pathway.
#[derive(Default, Clone, Copy)]
pub struct Shares {
    pub use_repair: f64,
    pub use_discard: f64,
    pub repair_use: f64,
    pub repair_discard: f64,
    pub discard_collection: f64,
    pub discard_energy: f64,
    pub discard_landfill: f64,
    pub collection_sorting: f64,
    pub sorting_preparation: f64,
    pub sorting_export: f64,
    pub sorting_nonwoven: f64,
    pub sorting_wiper: f64,
    pub sorting_tearing: f64,
    pub sorting_energy: f64,
    pub resale_use: f64,
    pub resale_nonwoven: f64,
    pub export_use: f64,
}

#[derive(Default, Clone, Copy)]
pub struct Numbers {
    /// Hours per kg or piece of the pathway's own work, by line.
    pub hours: [f64; LINES],
    /// Hours in one new garment, by line; retail at both places.
    pub garment: [f64; LINES],
    pub in_garment: f64,
    pub gross_kg: f64,
    pub removed: f64,
    pub yield_tearing: f64,
    pub yield_wiper: f64,
    pub yield_nonwoven: f64,
    pub yield_tape: f64,
    pub closed: f64,
    pub e_f: f64,
    pub cotton_replaced: f64,
    pub spinning_replaced: f64,
    pub wears: f64,
    pub later: f64,
    pub by_repair: f64,
    pub by_resale: f64,
    pub by_export: f64,
    pub to_jobs: f64,
    pub to_jobs_abroad: f64,
    pub own: Shares,
    pub before: Shares,
}

fn normalised<const N: usize>(shares: [f64; N]) -> [f64; N] {
    let scale = 1.0 / shares.iter().sum::<f64>();
    shares.map(|share| share * scale)
}

pub fn numbers(f: &Inputs, pieces: f64) -> Numbers {
    let mut n = Numbers::default();
    work(f, &mut n.hours);
    making(f, &mut n);
    n.removed = f[ASSUMPTION_REMOVAL_YIELD_WITH_EFFORT];
    n.yield_tearing = f[ROUTE_MECH_COTTON_POST_RECOVERY] * 0.95;
    let kept = 1.0 - f[ASSUMPTION_CUTAWAY_PER_HARD_PART].min(0.30);
    n.yield_wiper = f[ROUTE_WIPER_RECOVERY] * 0.95 * kept;
    n.yield_nonwoven = f[ROUTE_NONWOVEN_RECOVERY];
    n.yield_tape = n.yield_nonwoven * f[ASSUMPTION_REDUCED_YIELD];
    n.closed = f[ASSUMPTION_CLOSED_SHARE];
    n.e_f = f[ASSUMPTION_E_F_BOTTLE];
    n.cotton_replaced = n.hours[COTTON] * f[ROUTE_MECH_COTTON_POST_QUALITY];
    n.spinning_replaced = n.hours[SPINNING] * f[ROUTE_MECH_COTTON_POST_QUALITY];
    n.wears = f[KIND_UNIFORM_JACKET_WEARS];
    n.later = f[ASSUMPTION_SERVICE_LATER];
    n.by_repair = f[REUSE_REPAIR_ELSEWHERE_DISPLACEMENT];
    n.by_resale = f[REUSE_CN_DEFAULT_DISPLACEMENT];
    n.by_export = f[REUSE_EXPORT_DISPLACEMENT];
    n.to_jobs = pieces / 1000.0 / f[HOURS_OF_JOB_CN];
    n.to_jobs_abroad = pieces / 1000.0 / f[HOURS_PER_FTE_GH];
    own_shares(f, &mut n.own);
    shares_before(f, &mut n.before);
    n
}

#[inline(always)]
fn work(f: &Inputs, hours: &mut [f64; LINES]) {
    let cn = f[HOURS_PER_FTE_CN] * 1e-6;
    let general = f[HOURS_PER_FTE_GEN] * 1e-6;
    hours[COLLECTION] = f[WORK_COLLECTION_CN] * cn;
    hours[COTTON] = f[WORK_COTTON_FARM_CN] * cn;
    hours[DYEING] = f[WORK_DYEING_CN] * cn;
    hours[BURNING] = f[WORK_INCIN_PLANT_GEN] * general;
    hours[KNITTING] = f[WORK_KNIT_CN] * cn;
    hours[LANDFILL] = f[WORK_LANDFILL_SITE_GEN] * general;
    hours[TEARING] = f[WORK_MECH_FIBRE_CN] * cn;
    hours[NONWOVEN] = f[WORK_NONWOVEN_GEN] * general;
    hours[POLYESTER] = f[WORK_PET_FIBRE_CN] * cn;
    hours[PREPARATION] = f[WORK_PREP_REUSE_CN] * cn;
    hours[REPAIR] = f[ASSUMPTION_REPAIR_HOURS_PER_PIECE_CN];
    hours[RESALE] = f[WORK_RESALE_CN] * cn;
    hours[RESALE_ABROAD] = f[WORK_RESALE_MARKET_GH] * f[HOURS_PER_FTE_GH] * 1e-6;
    hours[RETAIL] = f[WORK_RETAIL_NEW_CN] * cn;
    hours[SORTING] = f[WORK_SORTING_CN] * cn;
    hours[SPINNING] = f[WORK_SPINNING_CN] * cn;
    hours[RESPINNING] = f[WORK_SPINNING_RECYCLED_CN] * cn;
    hours[WEAVING] = f[WORK_WEAVE_CN] * cn;
    hours[WIPERS] = f[WORK_WIPERS_GEN] * general;
}

/// Masses from the garment back to the fibre, and the work in one new garment.
#[inline(always)]
fn making(f: &Inputs, n: &mut Numbers) {
    let dyed = 1.0 / (1.0 - f[PROCESS_DYE_AVG_LOSS]);
    let woven = 1.0 / (1.0 - f[PROCESS_WEAVE_LOSS]);
    let knitted = 1.0 / (1.0 - f[PROCESS_KNIT_CIRCULAR_LOSS]);
    let spun = 1.0 / (1.0 - f[PROCESS_SPIN_RING_LOSS]);
    let extruded = 1.0 / (1.0 - f[PROCESS_EXTRUDE_LOSS]);
    let shell = MASSES[0] / (1.0 - f[CUTTING_LOSS_SHELL]);
    let lining = MASSES[1] / (1.0 - f[CUTTING_LOSS_LINING]);
    let rib = MASSES[2] / (1.0 - f[CUTTING_LOSS_RIB]);
    let (shell_formed, lining_formed, rib_formed) = (shell * dyed, lining * dyed, rib * dyed);
    let (shell_yarn, lining_yarn, rib_yarn) = (
        shell_formed * woven,
        lining_formed * knitted,
        rib_formed * knitted,
    );
    let (shell_fibre, lining_fibre, rib_fibre) = (shell_yarn * spun, lining_yarn * extruded, rib_yarn * spun);
    let mass: f64 = MASSES.iter().sum();
    n.gross_kg = shell + lining + rib + MASSES[3..].iter().sum::<f64>();
    let h = &n.hours;
    let g = &mut n.garment;
    g[COTTON] = (shell_fibre * 0.35 + rib_fibre * 0.95) * h[COTTON];
    g[POLYESTER] = (shell_fibre * 0.65 + lining_fibre + rib_fibre * 0.05) * h[POLYESTER];
    g[SPINNING] = (shell_yarn + rib_yarn) * h[SPINNING];
    g[WEAVING] = shell_formed * h[WEAVING];
    g[KNITTING] = (lining_formed + rib_formed) * h[KNITTING];
    g[DYEING] = (shell + lining + rib) * h[DYEING];
    g[SEWING] = f[KIND_UNIFORM_JACKET_SEWING_MINUTES] / 60.0 * f[ASSUMPTION_SEWING_K_CN];
    g[RETAIL] = mass * h[RETAIL];
    g[RETAIL_ABROAD] = g[RETAIL];
    n.in_garment = MADE.iter().map(|line| g[*line]).sum::<f64>() + g[RETAIL];
}

#[inline(always)]
fn own_shares(f: &Inputs, s: &mut Shares) {
    [s.use_repair, s.use_discard] = normalised([f[REPAIR_FIRST_USE_REPAIR], f[REPAIR_FIRST_USE_DISCARD]]);
    [s.repair_use, s.repair_discard] =
        normalised([f[REPAIR_FIRST_REPAIR_USE], f[REPAIR_FIRST_REPAIR_DISCARD]]);
    [s.discard_collection, s.discard_energy, s.discard_landfill] = normalised([
        f[REPAIR_FIRST_DISCARD_COLLECTION],
        f[REPAIR_FIRST_DISCARD_ENERGY],
        f[REPAIR_FIRST_DISCARD_LANDFILL],
    ]);
    s.collection_sorting = 1.0;
    [
        s.sorting_preparation,
        s.sorting_export,
        s.sorting_nonwoven,
        s.sorting_wiper,
        s.sorting_tearing,
        s.sorting_energy,
    ] = normalised([
        f[REPAIR_FIRST_SORTING_PREPARATION],
        f[REPAIR_FIRST_SORTING_EXPORT],
        f[REPAIR_FIRST_SORTING_NONWOVEN],
        f[REPAIR_FIRST_SORTING_WIPER],
        f[REPAIR_FIRST_SORTING_TEARING],
        f[REPAIR_FIRST_SORTING_ENERGY],
    ]);
    [s.resale_use, s.resale_nonwoven] =
        normalised([f[REPAIR_FIRST_RESALE_USE], f[REPAIR_FIRST_RESALE_NONWOVEN]]);
    [s.export_use, _] = normalised([f[REPAIR_FIRST_EXPORT_USE_ABROAD], f[REPAIR_FIRST_EXPORT_EXPORTED]]);
}

#[inline(always)]
fn shares_before(f: &Inputs, s: &mut Shares) {
    s.use_discard = 1.0;
    [s.discard_collection, s.discard_energy, s.discard_landfill] = normalised([
        f[TODAY_DISCARD_COLLECTION],
        f[TODAY_DISCARD_ENERGY],
        f[TODAY_DISCARD_LANDFILL],
    ]);
    [s.collection_sorting, _] = normalised([f[TODAY_COLLECTION_SORTING], f[TODAY_COLLECTION_EXPORTED]]);
    [
        s.sorting_preparation,
        s.sorting_export,
        s.sorting_nonwoven,
        s.sorting_wiper,
        s.sorting_tearing,
        s.sorting_energy,
    ] = normalised([
        f[TODAY_SORTING_PREPARATION],
        f[TODAY_SORTING_EXPORT],
        f[TODAY_SORTING_NONWOVEN],
        f[TODAY_SORTING_WIPER],
        f[TODAY_SORTING_TEARING],
        f[TODAY_SORTING_ENERGY],
    ]);
    [s.resale_use, s.resale_nonwoven] = normalised([f[TODAY_RESALE_USE], f[TODAY_RESALE_NONWOVEN]]);
    [s.export_use, _] = normalised([f[TODAY_EXPORT_USE_ABROAD], f[TODAY_EXPORT_EXPORTED]]);
}
