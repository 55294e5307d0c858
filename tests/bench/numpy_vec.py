#!/usr/bin/env python3
"""One network in numpy: the sample uniform's `repair_first` against `today`, for nothing else, all draws at once.

Whole arrays go through the stages in their order, in pieces that fit the cache. Inputs are exported ones (`check`, and the
phases of `time`), or drawn here (`whole`): PCG64 through tables of quantiles, one uniform number for each driver.

    python3 tests/bench/numpy_vec.py check FOLDER   exported draws and their bands against Reloom's
    python3 tests/bench/numpy_vec.py time FOLDER    one line of JSON: milliseconds of processor time of each phase, after one
                                                    run that is not counted

FOLDER is that of `prepare.py`. Needs numpy and scipy.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy.special import betainc, ndtri

BOUND = 5e-12
CHUNK = 2000
FIGURES = 23
# Shell, lining, rib, zip, thread, tape, label.
MASSES = np.array([0.3692304, 0.12177, 0.03456, 0.022, 0.012, 0.006, 0.001])[:, None]
MASS = float(MASSES.sum())
LINING, RIB, ZIP, TAPE = 1, 2, 3, 5
LINES = [
    "collection", "cotton_farm", "dyeing", "incin_plant", "knit", "landfill_site", "mech_fibre", "nonwoven", "pet_fibre",
    "prep_reuse", "repair", "resale", "resale_abroad", "retail_new", "retail_abroad", "sewing", "sorting", "spinning",
    "spinning_recycled", "weave", "wipers",
]
ABROAD = [LINES.index("resale_abroad"), LINES.index("retail_abroad")]
MADE = ["cotton_farm", "dyeing", "knit", "pet_fibre", "sewing", "spinning", "weave"]
# Lines that the pathway has less of at central values: they count as lost in every draw.
LOST = np.array([
    line in MADE or line in ("incin_plant", "landfill_site", "retail_new", "retail_abroad") for line in LINES
])


# Inputs to numbers.

def numbers(f):
    """Every number of both pathways from the inputs, by name."""
    cn, general, gh = (f[f"hours_per_fte.{place}"] * 1e-6 for place in ("CN", "GEN", "GH"))
    r = {}
    for line in LINES:
        if f"work.{line}.CN" in f:
            r["h." + line] = f[f"work.{line}.CN"] * cn
        elif f"work.{line}.GEN" in f:
            r["h." + line] = f[f"work.{line}.GEN"] * general
    r["h.repair"] = f["assumption.repair_hours_per_piece.CN"]
    r["h.resale_abroad"] = f["work.resale.market_GH"] * gh
    making(f, r)
    kept = 1 - np.minimum(f["assumption.cutaway_per_hard_part"], 0.30)
    r["removed"] = f["assumption.removal_yield_with_effort"]
    r["y.tearing"] = f["route.mech_cotton_post.recovery"] * 0.95
    r["y.wiper"] = f["route.wiper.recovery"] * 0.95 * kept
    r["y.nonwoven"] = f["route.nonwoven.recovery"]
    r["y.tape"] = r["y.nonwoven"] * f["assumption.reduced_yield"]
    r["closed"], r["e_f"] = f["assumption.closed_share"], f["assumption.e_f_bottle"]
    r["replaced.cotton_farm"] = r["h.cotton_farm"] * f["route.mech_cotton_post.quality"]
    r["replaced.spinning"] = r["h.spinning"] * f["route.mech_cotton_post.quality"]
    r["wears"], r["later"] = f["kind.uniform_jacket.wears"], f["assumption.service_later"]
    r["by.repair"] = f["reuse.repair_elsewhere.displacement"]
    r["by.resale"] = f["reuse.cn_default.displacement"]
    r["by.export"] = f["reuse.export.displacement"]
    r["job"], r["job.abroad"] = f["hours_of_job.CN"], f["hours_per_fte.GH"]
    shares(f, r)
    return r


def making(f, r):
    """Masses from the garment back to the fibre, and the work in one new garment."""
    cut = {part: 1 - f["cutting_loss." + part] for part in ("shell", "lining", "rib")}
    dyed, woven = 1 - f["process.dye_avg.loss"], 1 - f["process.weave.loss"]
    knitted, spun = 1 - f["process.knit_circular.loss"], 1 - f["process.spin_ring.loss"]
    extruded = 1 - f["process.extrude.loss"]
    shell, lining, rib = (MASSES[k, 0] / cut[part] for k, part in enumerate(cut))
    shell_formed, lining_formed, rib_formed = shell / dyed, lining / dyed, rib / dyed
    shell_yarn, lining_yarn, rib_yarn = shell_formed / woven, lining_formed / knitted, rib_formed / knitted
    shell_fibre, lining_fibre, rib_fibre = shell_yarn / spun, lining_yarn / extruded, rib_yarn / spun
    r["gross"] = shell + lining + rib + MASSES[3:, 0].sum()
    r["g.cotton_farm"] = (shell_fibre * 0.35 + rib_fibre * 0.95) * r["h.cotton_farm"]
    r["g.pet_fibre"] = (shell_fibre * 0.65 + lining_fibre + rib_fibre * 0.05) * r["h.pet_fibre"]
    r["g.spinning"] = (shell_yarn + rib_yarn) * r["h.spinning"]
    r["g.weave"] = shell_formed * r["h.weave"]
    r["g.knit"] = (lining_formed + rib_formed) * r["h.knit"]
    r["g.dyeing"] = (shell + lining + rib) * r["h.dyeing"]
    r["g.sewing"] = f["kind.uniform_jacket.sewing_minutes"] / 60 * f["assumption.sewing_k.CN"]
    r["g.retail_new"] = r["g.retail_abroad"] = MASS * r["h.retail_new"]


EXITS = {
    "discard": ["collection", "energy", "landfill"],
    "resale": ["use", "nonwoven"],
    "export": ["use_abroad", "exported"],
    "sorting": ["preparation", "export", "nonwoven", "wiper", "tearing", "energy"],
}
OWN_EXITS = {
    "repair_first": {**EXITS, "use": ["repair", "discard"], "repair": ["use", "discard"]},
    "today": {**EXITS, "collection": ["sorting", "exported"]},
}


def shares(f, r):
    """Shares that leave each stage, adding up to 1."""
    for pathway, stages in OWN_EXITS.items():
        for stage, targets in stages.items():
            drawn = [f[f"{pathway}.{stage}.{to}"] for to in targets]
            total = sum(drawn[1:], drawn[0])
            for to, share in zip(targets, drawn):
                r[f"{pathway}.{stage}>{to}"] = share / total


# One pathway.

def pieces(s, repairs):
    """Visits, pieces on their way back, and pieces into materials and ends, over three lives."""
    o = dict.fromkeys((
        "repaired", "discarded", "collected", "sorted", "prepared", "resold", "exported", "later", "abroad", "by_repair",
        "by_resale", "by_export", "nonwoven", "wiper", "tearing", "energy", "landfill",
    ), 0.0)
    here, abroad, squared = 1.0, 0.0, 0.0
    for life in (1, 2, 3):
        last = life == 3
        squared = squared + (2 * life - 1) * (here + abroad)
        if life == 1:
            o["first"] = here
        else:
            o["later"] = o["later"] + here
            o["abroad"] = o["abroad"] + abroad
        next_life, discarded = 0.0, here
        if repairs and not last:
            repaired = here * s["use>repair"]
            o["repaired"] = o["repaired"] + repaired
            next_life = repaired * s["repair>use"]
            o["by_repair"] = o["by_repair"] + next_life
            discarded = here * s["use>discard"] + repaired * s["repair>discard"]
        o["discarded"] = o["discarded"] + discarded
        o["landfill"] = o["landfill"] + discarded * s["discard>landfill"]
        collected = discarded * s["discard>collection"]
        o["collected"] = o["collected"] + collected
        sorted_out = collected if repairs else collected * s["collection>sorting"]
        o["sorted"] = o["sorted"] + sorted_out
        # Export is closed in the last life, and what is left goes up.
        left = sorted_out / (1 - s["sorting>export"]) if last else sorted_out
        prepared = left * s["sorting>preparation"]
        o["prepared"] = o["prepared"] + prepared
        o["wiper"] = o["wiper"] + left * s["sorting>wiper"]
        o["tearing"] = o["tearing"] + left * s["sorting>tearing"]
        o["energy"] = o["energy"] + discarded * s["discard>energy"] + left * s["sorting>energy"]
        if last:
            o["nonwoven"] = o["nonwoven"] + left * s["sorting>nonwoven"] + prepared
            break
        o["resold"] = o["resold"] + prepared
        back = prepared * s["resale>use"]
        o["by_resale"] = o["by_resale"] + back
        exported = sorted_out * s["sorting>export"]
        o["exported"] = o["exported"] + exported
        away = exported * s["export>use_abroad"]
        o["by_export"] = o["by_export"] + away
        o["nonwoven"] = o["nonwoven"] + left * s["sorting>nonwoven"] + prepared * s["resale>nonwoven"]
        here, abroad = next_life + back, away
    return o, squared


ONLY_RIB = np.zeros((7, 1))
ONLY_RIB[RIB] = 1


def materials(r, o, n):
    """Kilograms taken in and given out by route, and what goes to energy recovery.

    Tearing and wiping cloths take the rib and pass the rest to nonwoven; machines take the zip off but at wiping cloths, and
    half of the tape comes off where a route would not take it as it is.
    """
    def gate(rest, taking, yields):
        taken = rest * taking
        return rest - taken, taken, taken * yields

    at_tearing, at_wiper = o["tearing"] * MASSES, o["wiper"] * MASSES
    kept = np.ones((7, n))
    kept[ZIP], kept[TAPE] = 0.0, 1 - r["removed"]
    rest = at_tearing * kept
    refused_t, into_t, out_t = gate(rest, ONLY_RIB, r["y.tearing"])
    refused_w, into_w, out_w = gate(at_wiper, ONLY_RIB, r["y.wiper"])
    at_nonwoven = o["nonwoven"] * MASSES + refused_t + refused_w
    into_n = at_nonwoven * kept
    yields = np.broadcast_to(r["y.nonwoven"], (7, n)).copy()
    yields[TAPE] = r["y.tape"]
    out_n = into_n * yields
    taken, given = into_t + into_w + into_n, out_t + out_w + out_n
    energy = (o["energy"] * MASSES + (at_tearing - rest) + (at_nonwoven - into_n) + (taken - given)).sum(0)
    return taken, given, (into_t.sum(0), into_w.sum(0), into_n.sum(0)), out_t.sum(0), energy


def pathway(r, name, n):
    """Sixteen figures of circularity; hours by line, own hours, hours without garments, and what returns bring."""
    repairs = name == "repair_first"
    s = {key[len(name) + 1 :]: value for key, value in r.items() if key.startswith(name + ".")}
    o, squared = pieces(s, repairs)
    taken, given, (into_t, into_w, into_n), torn, energy = materials(r, o, n)
    v, w_f = MASS - MASSES[LINING, 0], MASSES[LINING, 0] * (1 - r["e_f"]) / r["e_f"]
    w_c = (taken - given).sum(0)
    w = (MASSES - taken).sum(0) + (w_f + w_c) / 2
    lfi = (v + w) / (2 * MASS + (w_f - w_c) / 2)
    uses = o["first"] + o["later"] + o["abroad"]
    x = o["first"] + (o["later"] + o["abroad"]) * r["later"]
    wears = x * r["wears"]
    served = [o[by] * r["later"] for by in ("by_repair", "by_resale", "by_export")]
    home, away = served[0] * r["by.repair"] + served[1] * r["by.resale"], served[2] * r["by.export"]
    recycled = torn / MASS
    figures = [
        np.maximum(0, 1 - 0.9 * lfi / x), lfi, v, w, x, uses, uses / (1 - recycled), wears, v / wears * 1e5, w / wears * 1e5,
        home + away, np.sqrt(np.maximum(0, squared - uses * uses)), (MASSES[LINING, 0] / MASS + recycled) / 2,
        torn * r["closed"] / MASS, v * r["gross"] / MASS, w + r["gross"] - MASS,
    ]
    kg = MASS * 1000
    hours = {
        "collection": o["collected"] * kg * r["h.collection"], "sorting": o["sorted"] * kg * r["h.sorting"],
        "prep_reuse": o["prepared"] * kg * r["h.prep_reuse"], "resale": o["resold"] * kg * r["h.resale"],
        "resale_abroad": o["exported"] * kg * r["h.resale_abroad"], "mech_fibre": into_t * 1000 * r["h.mech_fibre"],
        "spinning_recycled": torn * 1000 * r["h.spinning_recycled"], "wipers": into_w * 1000 * r["h.wipers"],
        "nonwoven": into_n * 1000 * r["h.nonwoven"], "incin_plant": energy * 1000 * r["h.incin_plant"],
        "landfill_site": o["landfill"] * kg * r["h.landfill_site"],
    }
    if repairs:
        hours["repair"] = o["repaired"] * 1000 * r["h.repair"]
    gross = sum(hours.values())
    replaced = {line: torn * 1000 * r["replaced." + line] for line in ("cotton_farm", "spinning")}
    for line in MADE:
        hours[line] = (home + away) * -1000 * r["g." + line] - replaced.get(line, 0.0)
    hours["retail_new"] = home * -1000 * r["g.retail_new"]
    hours["retail_abroad"] = away * -1000 * r["g.retail_abroad"]
    return figures, hours, gross, gross - sum(replaced.values()), sum(served)


def evaluate(r, n, pieces_per_year):
    """The figures of the pathway, then those of the baseline, one row each."""
    own, own_hours, gross, level, served = pathway(r, "repair_first", n)
    before, hours_before, gross_before, level_before, served_before = pathway(r, "today", n)
    delta = np.empty((len(LINES), n))
    for k, line in enumerate(LINES):
        delta[k] = own_hours[line] - hours_before[line] if line in hours_before else own_hours[line]
    jobs = delta * (pieces_per_year / 1000 / r["job"])
    jobs[ABROAD] = delta[ABROAD] * (pieces_per_year / 1000 / r["job.abroad"])
    gained, lost = delta[~LOST].sum(0), -delta[LOST].sum(0)
    garment = sum(r["g." + line] for line in MADE) + r["g.retail_new"]
    more = (served - served_before) * garment * 1000
    break_even = np.where(more > 1e-12, (level - level_before) / more, np.nan)
    rows = np.empty((2 * FIGURES, n))
    work = [gained, lost, gained - lost, break_even, gross, jobs[~LOST].sum(0), -jobs[LOST].sum(0)]
    nothing = [0.0, 0.0, 0.0, np.nan, gross_before, 0.0, 0.0]
    for k, row in enumerate(own + work + before + nothing):
        rows[k] = row
    return rows


# Bands.

def spread(rows):
    """P5, P50, P95, mean and standard deviation of each row."""
    points = np.percentile(rows, [5, 50, 95], axis=1)
    return np.vstack([points, rows.mean(1), rows.std(1)])


def bands(rows):
    """Bands of all figures and of their differences, and in how many draws the pathway has more."""
    differences = rows[:FIGURES] - rows[FIGURES:]
    kept = np.isfinite(rows).all(1)
    more = ((differences > 0).sum(1) + 0.5 * (differences == 0).sum(1)) / rows.shape[1]
    whole = np.isfinite(differences).all(1)
    return spread(rows[kept]), spread(differences[whole]), more, kept, whole


# Draws.

class Sampler:
    """Tables of the inputs, and numpy's own uniform numbers."""

    NODES = 0.5 * (1 - np.cos(np.pi * np.arange(1025) / 1024))

    def __init__(self, inputs):
        self.rows, drivers = [], {}
        for name, shape in inputs.items():
            kind = shape["shape"]
            if kind == "point":
                self.rows.append((name, None, shape["value"]))
                continue
            driver = drivers.setdefault(shape["driver"], len(drivers))
            if kind == "lognormal":
                self.rows.append((name, driver, (shape["mu"], shape["sigma"])))
                continue
            low, width = shape["low"], shape["high"] - shape["low"]
            peak = (shape["mode"] - low) / width
            under = betainc(1 + 4 * peak, 5 - 4 * peak, self.NODES)
            self.rows.append((name, driver, (low, width, under)))
        self.drivers = len(drivers)

    def draw(self, generator, n):
        uniform, inputs = generator.random((self.drivers, n)), {}
        for name, driver, shape in self.rows:
            if driver is None:
                inputs[name] = shape
            elif len(shape) == 2:
                inputs[name] = np.exp(shape[0] + shape[1] * ndtri(uniform[driver]))
            else:
                inputs[name] = shape[0] + shape[1] * np.interp(uniform[driver], shape[2], self.NODES)
        return inputs


# Exported draws, checking, timing.

def exported(folder):
    with np.load(folder / "numbers.npz") as file:
        return {name: file[name] for name in file.files}


def inputs_of(file, count):
    """Exported inputs, drawn ones repeated up to `count`."""
    columns = np.resize(file["inputs"], (count, file["inputs"].shape[1])).T.copy()
    still = [(column == column[0]).all() for column in columns]
    return {str(n): float(c[0]) if s else c for n, c, s in zip(file["names"], columns, still)}


def cut(values, start, end):
    return {name: value[start:end] if isinstance(value, np.ndarray) else value for name, value in values.items()}


def run(values, n, pieces_per_year, chunk=CHUNK):
    out = np.empty((2 * FIGURES, n))
    for start in range(0, n, chunk):
        end = min(n, start + chunk)
        out[:, start:end] = evaluate(cut(values, start, end), end - start, pieces_per_year)
    return out


def worst(expected, found, least=1e-3):
    """Largest difference, relative to the larger number; what is not expected is left out."""
    scale = np.maximum(least, np.maximum(np.abs(expected), np.abs(found)))
    apart = np.where(np.isnan(expected), 0.0, np.abs(expected - found) / scale)
    return float(np.where(np.isnan(apart), np.inf, apart).max())


def check(folder):
    file = exported(folder)
    n = len(file["inputs"])
    rows = run(numbers(inputs_of(file, n)), n, float(file["pieces"]))
    figures = worst(file["figures"].T, rows)
    found = np.full((FIGURES, 5), np.nan)
    own, _, _, kept, _ = bands(rows)
    found[kept[:FIGURES]] = own.T[: kept[:FIGURES].sum()]
    points = worst(file["bands_of_exported"][:, :4], found[:, :4])
    # The deviation of what stays still is rounding, and counts against the mean.
    deviation = worst(file["bands_of_exported"][:, 4], found[:, 4], np.maximum(1e-3, np.abs(found[:, 3])))
    of_bands = max(points, deviation)
    print(f"numpy: {n} draws, figures {figures:.1e}, bands {of_bands:.1e}")
    return max(figures, of_bands) <= BOUND


def timed(phases, name, work):
    start = time.thread_time()
    result = work()
    phases[name] = (time.thread_time() - start) * 1e3
    return result


def measure(folder):
    file = exported(folder)
    n, pieces_per_year = int(file["count"]), float(file["pieces"])
    inputs = inputs_of(file, n)
    sampler = Sampler(json.loads((folder / "shapes.json").read_text(encoding="utf-8")))
    generator = np.random.default_rng(1)

    def whole():
        out = np.empty((2 * FIGURES, n))
        for start in range(0, n, CHUNK):
            size = min(CHUNK, n - start)
            drawn = sampler.draw(generator, size)
            out[:, start : start + size] = evaluate(numbers(drawn), size, pieces_per_year)
        return bands(out)

    def once():
        phases = {}
        timed(phases, "sampling", lambda: sampler.draw(generator, n))
        resolved = timed(phases, "formulas", lambda: numbers(inputs))
        rows = timed(phases, "evaluation", lambda: run(resolved, n, pieces_per_year))
        timed(phases, "bands", lambda: bands(rows))
        timed(phases, "whole", whole)
        return phases

    once()
    print(json.dumps(once()))


if __name__ == "__main__":
    command, place = sys.argv[1], Path(sys.argv[2])
    if command == "check":
        sys.exit(0 if check(place) else 1)
    measure(place)
