//! Both pathways stage by stage, as somebody writes them down who knows that within one life nothing goes round here.

use crate::numbers::*;

/// Figures of one pathway, in the order of the exported ones.
pub const FIGURES: usize = 23;

/// The figures of the pathway, then those of the baseline.
pub type Row = [f64; 2 * FIGURES];

/// Pieces through what counts, over three lives.
#[derive(Default, Clone, Copy)]
struct Pieces {
    first: f64,
    later: f64,
    abroad: f64,
    repaired: f64,
    discarded: f64,
    collected: f64,
    sorted: f64,
    prepared: f64,
    resold: f64,
    exported: f64,
    back_by_repair: f64,
    back_by_resale: f64,
    back_by_export: f64,
    to_nonwoven: f64,
    to_wiper: f64,
    to_tearing: f64,
    to_energy: f64,
    to_landfill: f64,
    lives_squared: f64,
}

fn pieces<const REPAIRS: bool>(s: &Shares) -> Pieces {
    let mut o = Pieces::default();
    let (mut here, mut abroad) = (1.0, 0.0);
    for life in 1..=3 {
        let last = life == 3;
        o.lives_squared += f64::from(2 * life - 1) * (here + abroad);
        if life == 1 {
            o.first = here;
        } else {
            o.later += here;
            o.abroad += abroad;
        }
        let (mut next, mut discarded) = (0.0, here);
        if REPAIRS && !last {
            let repaired = here * s.use_repair;
            o.repaired += repaired;
            next = repaired * s.repair_use;
            o.back_by_repair += next;
            discarded = here * s.use_discard + repaired * s.repair_discard;
        }
        o.discarded += discarded;
        o.to_landfill += discarded * s.discard_landfill;
        let collected = discarded * s.discard_collection;
        o.collected += collected;
        let sorted = collected * s.collection_sorting;
        o.sorted += sorted;
        // Export is closed in the last life, and what is left goes up.
        let open = if last {
            sorted / (1.0 - s.sorting_export)
        } else {
            sorted
        };
        let prepared = open * s.sorting_preparation;
        o.prepared += prepared;
        o.to_wiper += open * s.sorting_wiper;
        o.to_tearing += open * s.sorting_tearing;
        o.to_energy += discarded * s.discard_energy + open * s.sorting_energy;
        if last {
            o.to_nonwoven += open * s.sorting_nonwoven + prepared;
            break;
        }
        o.resold += prepared;
        let back = prepared * s.resale_use;
        o.back_by_resale += back;
        let exported = sorted * s.sorting_export;
        o.exported += exported;
        let away = exported * s.export_use;
        o.back_by_export += away;
        o.to_nonwoven += open * s.sorting_nonwoven + prepared * s.resale_nonwoven;
        (here, abroad) = (next + back, away);
    }
    o
}

/// Kilograms through the routes of both pathways.
#[derive(Default, Clone, Copy)]
struct Kilograms {
    into_tearing: f64,
    into_wiper: f64,
    into_nonwoven: f64,
    torn: f64,
    wiping: f64,
    felt: f64,
    energy: f64,
    /// Mass that no circular way takes, `W_0`.
    w_0: f64,
    /// Waste of recycling at end of use, `W_C`.
    w_c: f64,
}

/// Tearing and wiping cloths take the rib and pass the rest to nonwoven; machines take the zip off but at wiping cloths, and
/// half of the tape comes off where a route would not take it as it is.
fn kilograms(n: &Numbers, o: &Pieces) -> Kilograms {
    let mut kg = Kilograms::default();
    for (part, mass) in MASSES.into_iter().enumerate() {
        let removed = match part {
            ZIP => 1.0,
            TAPE => n.removed,
            _ => 0.0,
        };
        let takes_rib = if part == RIB { 1.0 } else { 0.0 };
        let (at_tearing, at_wiper) = (o.to_tearing * mass, o.to_wiper * mass);
        let rest_tearing = at_tearing * (1.0 - removed);
        let (taken_tearing, taken_wiper) = (rest_tearing * takes_rib, at_wiper * takes_rib);
        let at_nonwoven = o.to_nonwoven * mass + (rest_tearing - taken_tearing) + (at_wiper - taken_wiper);
        let taken_nonwoven = at_nonwoven * (1.0 - removed);
        let torn = taken_tearing * n.yield_tearing;
        let wiping = taken_wiper * n.yield_wiper;
        let felt = taken_nonwoven
            * if part == TAPE {
                n.yield_tape
            } else {
                n.yield_nonwoven
            };
        let (taken, given) = (taken_tearing + taken_wiper + taken_nonwoven, torn + wiping + felt);
        kg.energy += o.to_energy * mass
            + (at_tearing - rest_tearing)
            + (at_nonwoven - taken_nonwoven)
            + (taken - given);
        kg.into_tearing += taken_tearing;
        kg.into_wiper += taken_wiper;
        kg.into_nonwoven += taken_nonwoven;
        kg.torn += torn;
        kg.wiping += wiping;
        kg.felt += felt;
        kg.w_0 += mass - taken;
        kg.w_c += taken - given;
    }
    kg
}

/// What of one pathway the comparison needs.
struct Work {
    /// Net hours per 1000 pieces by line.
    hours: [f64; LINES],
    gross: f64,
    /// Without the work in garments that it avoids.
    without_garments: f64,
    /// Lives of a new garment that returns bring.
    served: f64,
}

#[inline(always)]
fn pathway<const REPAIRS: bool>(n: &Numbers, s: &Shares, figures: &mut [f64]) -> Work {
    let o = pieces::<REPAIRS>(s);
    let kg = kilograms(n, &o);
    let mass: f64 = MASSES.iter().sum();
    let lining = MASSES[LINING];
    let landfill = o.to_landfill * mass;
    let v = mass - lining;
    let w_f = lining * (1.0 - n.e_f) / n.e_f;
    let w = kg.w_0 + (w_f + kg.w_c) / 2.0;
    let lfi = (v + w) / (2.0 * mass + (w_f - kg.w_c) / 2.0);
    let uses = o.first + o.later + o.abroad;
    let x = o.first + (o.later + o.abroad) * n.later;
    let wears = x * n.wears;
    let recycled = kg.torn / mass;
    let by_repair = o.back_by_repair * n.later;
    let by_resale = o.back_by_resale * n.later;
    let by_export = o.back_by_export * n.later;
    let (home, away) = (
        by_repair * n.by_repair + by_resale * n.by_resale,
        by_export * n.by_export,
    );
    figures[..16].copy_from_slice(&[
        (1.0 - 0.9 * lfi / x).max(0.0),
        lfi,
        v,
        w,
        x,
        uses,
        uses / (1.0 - recycled),
        wears,
        v / wears * 1e5,
        w / wears * 1e5,
        home + away,
        (o.lives_squared - uses * uses).max(0.0).sqrt(),
        (lining / mass + recycled) / 2.0,
        kg.torn * n.closed / mass,
        v * n.gross_kg / mass,
        w + n.gross_kg - mass,
    ]);
    let h = &n.hours;
    let thousand = 1000.0;
    let kg_thousand = mass * thousand;
    let mut hours = [0.0; LINES];
    hours[COLLECTION] = o.collected * kg_thousand * h[COLLECTION];
    hours[SORTING] = o.sorted * kg_thousand * h[SORTING];
    hours[PREPARATION] = o.prepared * kg_thousand * h[PREPARATION];
    hours[RESALE] = o.resold * kg_thousand * h[RESALE];
    hours[RESALE_ABROAD] = o.exported * kg_thousand * h[RESALE_ABROAD];
    hours[TEARING] = kg.into_tearing * thousand * h[TEARING];
    hours[RESPINNING] = kg.torn * thousand * h[RESPINNING];
    hours[WIPERS] = kg.into_wiper * thousand * h[WIPERS];
    hours[NONWOVEN] = kg.into_nonwoven * thousand * h[NONWOVEN];
    hours[BURNING] = kg.energy * thousand * h[BURNING];
    hours[LANDFILL] = landfill * thousand * h[LANDFILL];
    if REPAIRS {
        hours[REPAIR] = o.repaired * thousand * h[REPAIR];
    }
    let gross: f64 = hours.iter().sum();
    let (cotton, spinning) = (
        kg.torn * thousand * n.cotton_replaced,
        kg.torn * thousand * n.spinning_replaced,
    );
    for line in MADE {
        hours[line] = -(home + away) * thousand * n.garment[line];
    }
    hours[RETAIL] = -home * thousand * n.garment[RETAIL];
    hours[RETAIL_ABROAD] = -away * thousand * n.garment[RETAIL_ABROAD];
    hours[COTTON] -= cotton;
    hours[SPINNING] -= spinning;
    Work {
        hours,
        gross,
        without_garments: gross - cotton - spinning,
        served: by_repair + by_resale + by_export,
    }
}

/// Lines that the pathway has less of at central values: they count as lost in every draw.
const LOST: [bool; LINES] = {
    let mut lost = [false; LINES];
    let lines = [
        COTTON,
        DYEING,
        BURNING,
        KNITTING,
        LANDFILL,
        POLYESTER,
        RETAIL,
        RETAIL_ABROAD,
        SEWING,
        SPINNING,
        WEAVING,
    ];
    let mut at = 0;
    while at < lines.len() {
        lost[lines[at]] = true;
        at += 1;
    }
    lost
};

pub fn evaluate(n: &Numbers, row: &mut Row) {
    let (left, right) = row.split_at_mut(FIGURES);
    let own = pathway::<true>(n, &n.own, left);
    let before = pathway::<false>(n, &n.before, right);
    let (mut gained, mut lost) = (0.0, 0.0);
    let (mut jobs_gained, mut jobs_lost) = (0.0, 0.0);
    for line in 0..LINES {
        let difference = own.hours[line] - before.hours[line];
        let is_abroad = line == RESALE_ABROAD || line == RETAIL_ABROAD;
        let jobs = difference * if is_abroad { n.to_jobs_abroad } else { n.to_jobs };
        if LOST[line] {
            lost -= difference;
            jobs_lost -= jobs;
        } else {
            gained += difference;
            jobs_gained += jobs;
        }
    }
    let more = (own.served - before.served) * n.in_garment * 1000.0;
    let break_even = if more > 1e-12 {
        (own.without_garments - before.without_garments) / more
    } else {
        f64::NAN
    };
    left[16..].copy_from_slice(&[
        gained,
        lost,
        gained - lost,
        break_even,
        own.gross,
        jobs_gained,
        jobs_lost,
    ]);
    right[16..].copy_from_slice(&[0.0, 0.0, 0.0, f64::NAN, before.gross, 0.0, 0.0]);
}
