#!/usr/bin/env python3
"""Recomputes every figure of `reloom model … --draws K` from the exported numbers alone, with numpy and nothing else.

Solver, indicators, work and percentiles are written here a second time, from the method's pages and not from the
program, for every pathway of every preset. Prints the largest relative difference; exits with 1 above the bound.

    RELOOM=path/to/reloom python3 tests/recalculate.py [K]

Without RELOOM the release build is used. A difference is taken relative to the larger of the two numbers, but at least
to 1e-3 (hours, shares and kilograms of a piece are of the order of one), because a figure that is the small rest of a
subtraction carries the rounding of what it was subtracted from.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

BOUND = 1e-9
FLOOR = 1e-3
OUTPUT = {"component", "recycled", "downcycled", "biological"}


def solve_items(network):
    """Visits of item stages, in use in the first and in later lives; pieces through every exit, in all and before the
    first life; and E[lives²]."""
    items = [stage for stage in network["stages"] if stage["level"] == "item"]
    place = {stage["id"]: k for k, stage in enumerate(items)}
    role = {stage["id"]: stage["role"] for stage in items}
    n = len(items)

    def exits_of(stage, last):
        exits = [(e["to"], e["share"]) for e in stage["exits"]]
        if not last:
            return exits
        open_exits = [(to, share) for to, share in exits if role.get(to) not in ("use", "return")]
        total = sum(share for _, share in open_exits)
        if len(open_exits) == len(exits):
            return exits
        if total > 0:
            return [(to, share / total) for to, share in open_exits]
        return [(stage["fallback"], 1.0)]

    def run(entering, last, endless):
        matrix = np.eye(n)
        for k, stage in enumerate(items):
            for to, share in exits_of(stage, last):
                if to in place and (endless or role[to] != "use"):
                    matrix[place[to], k] -= share
        visits = np.linalg.solve(matrix, entering)
        following = np.zeros(n)
        flows = {}
        for k, stage in enumerate(items):
            for to, share in exits_of(stage, last):
                flows[stage["id"], to] = flows.get((stage["id"], to), 0.0) + visits[k] * share
                if to in place and role[to] == "use" and not endless:
                    following[place[to]] += visits[k] * share
        return visits, following, flows

    entering = np.zeros(n)
    entering[place[network["start"]]] = 1.0
    unworn, first, later, flows, squared = np.zeros(n), np.zeros(n), np.zeros(n), {}, 0.0

    def add(more):
        for key, value in more.items():
            flows[key] = flows.get(key, 0.0) + value

    into_first = {}
    if role[network["start"]] != "use":
        unworn, entering, more = run(entering, False, False)
        add(more)
        into_first = dict(more)
    cap = network["max_lives"]
    if cap is None:
        first, following, more = run(entering, False, False)
        add(more)
        later, _, more = run(following, False, True)
        add(more)
        uses = [k for k, stage in enumerate(items) if stage["role"] == "use"]
        for k in uses:
            one = np.zeros(n)
            one[k] = 1.0
            expected = run(one, False, True)[0][uses].sum()
            squared += (first[k] + later[k]) * (2 * expected - 1)
    else:
        for life in range(1, cap + 1):
            squared += (2 * life - 1) * entering.sum()
            visits, following, more = run(entering, life == cap, False)
            add(more)
            if life == 1:
                first = visits
            else:
                later = later + visits
            entering = following
    visits = unworn + first + later
    return items, place, visits, first, later, flows, into_first, squared


def solve_material(network, parts, flows):
    """Mass taken in and given out by stage and part, and mass of each part at each end."""
    stages = {stage["id"]: stage for stage in network["stages"]}
    arriving = {(s, p["id"]): 0.0 for s in stages for p in parts}
    for (_, to), pieces in flows.items():
        if stages[to]["level"] != "item":
            for part in parts:
                arriving[to, part["id"]] += pieces * part["mass_kg"]
    taken, output = {}, {}
    waiting = [s for s in stages if stages[s]["level"] == "material"]
    targets = ("removed_to", "residue_to", "refused_to")
    while waiting:
        fed = {g[key] for s in waiting for g in stages[s]["gates"].values() for key in targets if g[key] in waiting}
        ready = [s for s in waiting if s not in fed]
        assert ready, "material stages in a circle"
        for s in ready:
            for part in parts:
                gate = stages[s]["gates"][part["id"]]
                mass = arriving[s, part["id"]]
                rest = mass * (1 - gate["removed"])
                intake = rest * gate["accepted"]
                taken[s, part["id"]] = intake
                output[s, part["id"]] = intake * gate["yield"]
                for key, kg in (
                    ("removed_to", mass - rest),
                    ("refused_to", rest - intake),
                    ("output_to", intake * gate["yield"]),
                    ("residue_to", intake - intake * gate["yield"]),
                ):
                    if gate[key] is not None:
                        arriving[gate[key], part["id"]] += kg
        waiting = [s for s in waiting if s not in ready]
    return stages, arriving, taken, output


def circularity(model, network):
    parts = model["product"]["parts"]
    mass = sum(p["mass_kg"] for p in parts)
    items, place, visits, first, later, flows, into_first, squared = solve_items(network)
    stages, arriving, taken, output = solve_material(network, parts, flows)
    ends = [stage for stage in network["stages"] if stage["level"] == "end"]

    per_part, v, w, fw_less_cw = [], 0.0, 0.0, 0.0
    good_w, good_cw = 0.0, 0.0
    for part in parts:
        pid, m = part["id"], part["mass_kg"]
        credited = [
            s for s in stages.values()
            if s["level"] == "material" and s["gates"][pid]["output_to"]
            and stages[s["gates"][pid]["output_to"]]["class"] in ("recycled", "downcycled")
        ]
        intake = sum(taken[s["id"], pid] for s in credited)
        given = sum(output[s["id"], pid] for s in credited)
        at = lambda cls: sum(arriving[e["id"], pid] for e in ends if e["class"] == cls)
        share = lambda kg: kg / m if m > 0 else 0.0
        c_r, c_u, c_c = share(intake), share(at("component")), share(at("biological"))
        e_c = given / intake if intake > 0 else 1.0
        per_part.append({"id": pid, "c_r": c_r, "c_u": c_u, "c_c": c_c, "e_c": e_c})
        quality = lambda s: stages[s["gates"][pid]["output_to"]].get("quality", 1.0)
        good_intake = sum(quality(s) * taken[s["id"], pid] for s in credited)
        good_given = sum(quality(s) * output[s["id"], pid] for s in credited)
        good_r = share(good_intake)
        good_wc = m * (1 - (good_given / good_intake if good_intake > 0 else 1.0)) * good_r
        f_r = part["f_r_textile"] + part["f_r_other"]
        w_f = 0.0 if f_r == 0 else m * (1 - part["e_f"]) * f_r / part["e_f"]
        w_c = m * (1 - e_c) * c_r
        v += m * (1 - f_r - part["f_u"] - part["f_s"])
        w += m * (1 - c_r - c_u - c_c) + (w_f + w_c) / 2
        fw_less_cw += w_f - w_c
        good_w += m * (1 - good_r - c_u - c_c) + (w_f + good_wc) / 2
        good_cw += w_f - good_wc
    lfi = (v + w) / (2 * mass + fw_less_cw / 2)
    good_lfi = (v + good_w) / (2 * mass + good_cw / 2)

    uses = [(k, stage) for k, stage in enumerate(items) if stage["role"] == "use"]
    item_uses = sum(first[k] + later[k] for k, _ in uses)
    wears = sum(first[k] * s["service_first"] + later[k] * s["service_later"] for k, s in uses)
    x = wears / network["l_av_wears"]
    # What each return brings back, in lives of a new garment: pieces into use, each with the service of the life entered.
    by_id = {stage["id"]: stage for stage in items}
    served = {}
    for stage in items:
        if stage["role"] == "return":
            total = 0.0
            for (source, to), pieces in flows.items():
                if source == stage["id"] and to in by_id and by_id[to]["role"] == "use":
                    begins = into_first.get((source, to), 0.0)
                    total += begins * by_id[to]["service_first"] + (pieces - begins) * by_id[to]["service_later"]
            served[stage["id"]] = total / network["l_av_wears"]
    avoided = {name: share * by_id[name]["displacement"] for name, share in served.items()}
    hired, owned, by_hiring = 0.0, 0.0, 0.0
    if "displacement_first" in network:
        hired = by_id[network["start"]]["service_first"] / network["l_av_wears"]
        owned = network["own_wears"] / network["l_av_wears"]
        by_hiring = hired * network["displacement_first"] - owned

    end_kg = {e["id"]: sum(arriving[e["id"], p["id"]] for p in parts) for e in ends}
    of = lambda *classes: sum(end_kg[e["id"]] for e in ends if e["class"] in classes) / mass
    outflow = {
        "reused": of("component"), "recycled": of("recycled"), "downcycled": of("downcycled"),
        "biological": of("biological"), "energy": of("energy"),
        "linear": of("incinerated", "landfilled", "exported", "litter", "undecided"),
    }
    weighed = lambda key: sum(p["mass_kg"] * p[key] for p in parts) / mass
    inflow = {
        "reused": weighed("f_u"), "recycled_textile": weighed("f_r_textile"),
        "recycled_other": weighed("f_r_other"), "renewable": weighed("f_s"),
    }
    inflow["virgin"] = 1 - sum(inflow.values())
    gross = model["product"]["gross_kg"]
    lost = 1 - outflow["recycled"] - outflow["reused"]
    figures = {
        "mci": max(0.0, 1 - 0.9 * lfi / x) if x > 0 else 0.0,
        "mci_quality": max(0.0, 1 - 0.9 * good_lfi / x) if x > 0 else 0.0, "lfi": lfi, "v_kg": v, "w_kg": w, "x": x,
        "inflow": inflow, "outflow": outflow, "item_uses": item_uses,
        "material_uses": item_uses / lost if lost > 1e-12 else None, "wears": wears,
        "v_g_per_100_wears": v / wears * 1e5 if wears > 0 else None,
        "w_g_per_100_wears": w / wears * 1e5 if wears > 0 else None,
        "garments_avoided_per_piece": sum(avoided.values()) + by_hiring,
        "per_part": per_part,
    }
    listed = [{"stage": e["id"], "class": e["class"], "kg": end_kg[e["id"]]} for e in ends]
    flow = {
        "place": place, "visits": visits, "taken": taken, "output": output, "end_kg": end_kg, "ends": ends,
        "mass": mass, "served": served, "avoided": avoided, "hired": hired, "owned": owned, "by_hiring": by_hiring,
    }
    # Figures of the program's own bands that no resolved model prints.
    closed = sum(end_kg[e["id"]] * e["closed_share"] for e in ends if e["class"] == "recycled")
    beside = {
        "item_uses_sd": max(0.0, squared - item_uses**2) ** 0.5,
        "material_circularity": (
            inflow["reused"] + inflow["recycled_textile"] + inflow["recycled_other"] + inflow["renewable"]
            + outflow["reused"] + outflow["recycled"] + outflow["biological"]
        ) / 2,
        "closed_loop_share": closed / mass,
        "v_with_production_kg": v * gross / mass, "w_with_production_kg": w + gross - mass,
    }
    return figures, listed, flow, beside


def hours(model, network, flow):
    """Net hours per 1000 pieces by (activity, place), gross hours, hours at displacement 0, and what 1 takes away."""
    lines, gross, fibre = {}, 0.0, 0.0

    def add(entry, value):
        key = (entry["activity"], entry["place"])
        lines[key] = lines.get(key, 0.0) + value

    for stage in network["stages"]:
        for entry in stage["work"]:
            if stage["level"] == "item":
                amount = flow["visits"][flow["place"][stage["id"]]]
                amount *= flow["mass"] if entry["basis"] == "kg" else 1.0
            elif stage["level"] == "material":
                table = flow["taken"] if entry["basis"] == "kg" else flow["output"]
                amount = sum(kg for (s, _), kg in table.items() if s == stage["id"])
            else:
                amount = flow["end_kg"][stage["id"]]
            value = amount * entry["h"] * 1000
            gross += value
            add(entry, value)
    for end in flow["ends"]:
        for entry in end.get("displaces", []):
            value = flow["end_kg"][end["id"]] * entry["h_per_kg"] * 1000
            fibre += value
            add(entry, -value)
    slope = 0.0
    for stage in network["stages"]:
        if stage["level"] == "item" and stage["role"] == "return":
            for entry in stage.get("new_garment", model["new_garment"]):
                add(entry, -flow["avoided"][stage["id"]] * entry["h_per_piece"] * 1000)
                slope += flow["served"][stage["id"]] * entry["h_per_piece"] * 1000
    garment = sum(entry["h_per_piece"] for entry in model["new_garment"])
    for entry in model["new_garment"]:
        add(entry, -flow["by_hiring"] * entry["h_per_piece"] * 1000)
    slope += flow["hired"] * garment * 1000
    return lines, gross, gross - fibre + flow["owned"] * garment * 1000, slope


def rounded(own, base):
    """own − base, 0 where no more than rounding is left."""
    return 0.0 if abs(own - base) <= 1e-12 * max(abs(own), abs(base)) else own - base


def recompute(model, signs=None):
    """Results of a model; `signs` are the central differences that decide what counts as lost."""
    figures, listed, flow, beside = circularity(model, model["pathway"])
    base_flow = circularity(model, model["baseline"])[2]
    own, gross, before, slope = hours(model, model["pathway"], flow)
    base, _, base_before, base_slope = hours(model, model["baseline"], base_flow)
    keys = sorted(set(own) | set(base))
    delta = {key: rounded(own.get(key, 0.0), base.get(key, 0.0)) for key in keys}
    signs = delta if signs is None else signs
    pieces = model["product"]["pieces_per_year"]
    jobs = {key: value / 1000 * pieces / model["hours_per_fte"][key[1]] for key, value in delta.items()}
    lost = [key for key in keys if signs.get(key, 0.0) < 0]
    gained = [key for key in keys if key not in lost]
    more = rounded(slope, base_slope)
    work = {
        "gained_h_per_1000": sum(delta[key] for key in gained),
        "lost_h_per_1000": -sum(delta[key] for key in lost),
        "net_h_per_1000": sum(delta.values()),
        "break_even_displacement": (before - base_before) / more if more > 1e-12 else None,
        "gross_h_per_1000": gross,
        "fte_gained": sum(jobs[key] for key in gained),
        "fte_lost": -sum(jobs[key] for key in lost),
    }
    return {"circularity": figures, "ends": listed, "work": work}, delta, beside


class Worst:
    def __init__(self):
        self.difference, self.where, self.count = 0.0, "", 0

    def meet(self, expected, found, where):
        if isinstance(expected, dict):
            for key, value in expected.items():
                self.meet(value, found.get(key), f"{where}.{key}")
        elif isinstance(expected, list):
            if len(expected) != len(found):
                self.difference, self.where = float("inf"), where
                return
            for k, value in enumerate(expected):
                self.meet(value, found[k], f"{where}[{k}]")
        elif isinstance(expected, (int, float)) and not isinstance(expected, bool):
            self.count += 1
            if found is None:
                difference = float("inf")
            else:
                difference = abs(expected - found) / max(abs(expected), abs(found), FLOOR)
            if not difference <= self.difference:
                self.difference, self.where = difference, where
        elif expected != found:
            self.difference, self.where = float("inf"), where


def meet_lines(worst, delta, results, where):
    listed = {(line["activity"], line["place"]): line for line in results["work"]["by_activity"]}
    for key, value in delta.items():
        line = listed.get(key)
        signed = 0.0 if line is None else line["h_per_1000"] * (1 if line["kind"] == "gained" else -1)
        worst.meet(value, signed, f"{where}.by_activity.{key}")


def meet_sewing(worst, drawn, where):
    """Sewing of a new garment by the method's page: making minutes of the piece / 60 × k, never drawn but for k."""
    factors = drawn["factors"]
    minutes = [value for key, value in factors.items() if key.endswith(".sewing_minutes")]
    k = [value for key, value in factors.items() if key.split(".")[:2] == ["assumption", "sewing_k"]]
    sewn = [line["h_per_piece"] for line in drawn["model"]["new_garment"] if line["activity"] == "sewing"]
    if len(minutes) == len(k) == len(sewn) == 1:
        worst.meet(minutes[0] / 60 * k[0], sewn[0], f"{where}.sewing")
        return 1
    return 0


def meet_bands(worst, series, bands, where):
    for key, values in series.items():
        if key not in bands or any(value is None for value in values):
            continue
        values = np.array(values)
        found = dict(zip(("p5", "p50", "p95"), np.percentile(values, [5, 50, 95])))
        found.update(mean=values.mean(), sd=values.std())
        worst.meet(found, bands[key], f"{where}.bands.{key}")


def main():
    count = sys.argv[1] if len(sys.argv) > 1 else "25"
    program = os.environ.get("RELOOM") or str(Path(__file__).resolve().parent.parent / "target/release/reloom")
    call = lambda *words: json.loads(subprocess.run([program, *words], check=True, capture_output=True).stdout)
    worst = Worst()
    for preset in call("presets", "--format", "json"):
        for pathway in preset["pathways"]:
            where = f"{preset['id']}/{pathway}"
            model = call("model", f"preset:{preset['id']}", "--pathway", pathway, "--draws", count)
            found, central, _ = recompute(model)
            worst.meet(found, model["results"], where)
            meet_lines(worst, central, model["results"], where)
            series, sewn = {}, 0
            signs = {key: -1 if value < 0 else 1 for key, value in central.items() if value != 0}
            for drawn in model["draws"]:
                at = f"{where}#{drawn['number']}"
                found, delta, beside = recompute(drawn["model"], central)
                worst.meet(found, drawn["results"], at)
                meet_lines(worst, delta, drawn["results"], at)
                sewn += meet_sewing(worst, drawn, at)
                for key, sign in signs.items():
                    name = f"by_activity:{key[0]}@{key[1]}"
                    series.setdefault(name, []).append(sign * delta.get(key, 0.0))
                for key, value in found["circularity"]["outflow"].items():
                    if key != "linear":
                        series.setdefault(f"outflow.{key}", []).append(value)
                for group in (found["circularity"], found["work"], beside):
                    for key, value in group.items():
                        if not isinstance(value, (dict, list)):
                            series.setdefault(key, []).append(value)
            assert sewn == len(model["draws"]), f"{where}: sewing of the new garment is not counted per piece"
            meet_bands(worst, series, model["bands"], where)
    print(f"{worst.count} figures recomputed; largest relative difference {worst.difference:.3e} at {worst.where}")
    return 0 if worst.count > 0 and worst.difference <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
