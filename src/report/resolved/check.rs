//! Holds a model on file against what MODEL.md refuses; what needs the graph is checked when it is compiled.

use super::shape::{
    BasisFile, ClassFile, EndFile, GarmentWorkFile, GateFile, ItemFile, ModelFile, NetworkFile, PartFile,
    RoleFile, StageFile, WorkFile,
};
use crate::flow::ModelFault;
use crate::quantity::Quantity;
use std::collections::BTreeSet;

type Checked = Result<(), ModelFault>;

/// How far sums of shares may be from 1.
const SUM: f64 = 1e-9;

/// The largest number that is reckoned with: products of three of them are finite.
const MOST: f64 = 1e100;

/// Checks `file`; the first fault found is named.
pub fn check(file: &ModelFile) -> Checked {
    within(
        Quantity::Pieces,
        file.product.pieces_per_year,
        "product.pieces_per_year",
    )?;
    within(Quantity::Mass, file.product.gross_kg, "product.gross_kg")?;
    check_parts(&file.product.parts)?;
    for (place, hours) in &file.hours_per_fte {
        within(Quantity::HoursPerFte, *hours, &format!("hours_per_fte.{place}"))?;
    }
    check_garment(file, "new_garment", &file.new_garment)?;
    check_network(file, "pathway", &file.pathway)?;
    check_network(file, "baseline", &file.baseline)
}

fn within(quantity: Quantity, value: f64, at: &str) -> Checked {
    if quantity.holds(value) && value > MOST {
        let at = at.to_owned();
        return Err(ModelFault::TooLarge { at, value });
    }
    if quantity.holds(value) {
        return Ok(());
    }
    Err(ModelFault::Range {
        at: at.to_owned(),
        value,
        quantity,
    })
}

fn check_parts(parts: &[PartFile]) -> Checked {
    if parts.is_empty() {
        return Err(ModelFault::NoParts);
    }
    let mut ids = BTreeSet::new();
    for part in parts {
        let at = |key: &str| format!("parts.{}.{key}", part.id);
        if !ids.insert(&part.id) {
            return Err(ModelFault::PartTwice(part.id.clone()));
        }
        within(Quantity::Mass, part.mass_kg, &at("mass_kg"))?;
        if part.mass_kg == 0.0 {
            return Err(ModelFault::NoMass(part.id.clone()));
        }
        let shares = [
            ("f_r_textile", part.f_r_textile),
            ("f_r_other", part.f_r_other),
            ("f_u", part.f_u),
            ("f_s", part.f_s),
        ];
        for (key, share) in shares {
            within(Quantity::Share, share, &at(key))?;
        }
        let sum: f64 = shares.iter().map(|(_, share)| share).sum();
        if sum > 1.0 + SUM {
            return Err(ModelFault::Feedstock {
                part: part.id.clone(),
                sum,
            });
        }
        within(Quantity::Efficiency, part.e_f, &at("e_f"))?;
        if part.e_f == 0.0 && part.f_r_textile + part.f_r_other > 0.0 {
            return Err(ModelFault::NoEfficiency(part.id.clone()));
        }
    }
    Ok(())
}

fn check_network(file: &ModelFile, which: &str, network: &NetworkFile) -> Checked {
    if let Some(lives) = network.max_lives {
        within(Quantity::Lives, lives, &format!("{which}.max_lives"))?;
    }
    within(
        Quantity::AverageWears,
        network.l_av_wears,
        &format!("{which}.l_av_wears"),
    )?;
    let hired = [
        ("displacement_first", network.displacement_first, Quantity::Share),
        ("own_wears", network.own_wears, Quantity::Wears),
    ];
    for (key, value, quantity) in hired {
        if let Some(value) = value {
            within(quantity, value, &format!("{which}.{key}"))?;
        }
    }
    if let [(key, Some(_), _), (other, None, _)] | [(other, None, _), (key, Some(_), _)] = hired {
        let at = which.to_owned();
        return Err(ModelFault::Without { at, key, other });
    }
    network.stages.iter().try_for_each(|stage| match stage {
        StageFile::Item(item) => check_item(file, &format!("{which}.{}", item.id), item),
        StageFile::Material(material) => {
            let at = format!("{which}.{}", material.id);
            let mut gates = material.gates.iter();
            gates.try_for_each(|(part, gate)| check_gate(&format!("{at}.gates.{part}"), gate))?;
            check_work(file, &at, &material.work, &[BasisFile::Kg, BasisFile::KgOut])
        }
        StageFile::End(end) => check_end(file, &format!("{which}.{}", end.id), end),
    })
}

fn check_item(file: &ModelFile, at: &str, item: &ItemFile) -> Checked {
    let of = |role: RoleFile| item.role == role;
    let numbers = [
        (
            "service_first",
            item.service_first,
            of(RoleFile::Use),
            Quantity::Wears,
        ),
        (
            "service_later",
            item.service_later,
            of(RoleFile::Use),
            Quantity::Wears,
        ),
        (
            "displacement",
            item.displacement,
            of(RoleFile::Return),
            Quantity::Share,
        ),
    ];
    for (key, value, belongs, quantity) in numbers {
        let at = at.to_owned();
        match value {
            Some(_) if !belongs => return Err(ModelFault::Misplaced { at, key }),
            Some(value) => within(quantity, value, &format!("{at}.{key}"))?,
            None if belongs => return Err(ModelFault::Missing { at, key }),
            None => {}
        }
    }
    if let Some(garment) = &item.new_garment {
        if !of(RoleFile::Return) {
            let (at, key) = (at.to_owned(), "new_garment");
            return Err(ModelFault::Misplaced { at, key });
        }
        check_garment(file, &format!("{at}.new_garment"), garment)?;
    }
    for exit in &item.exits {
        within(Quantity::Share, exit.share, &format!("{at}.exits.{}", exit.to))?;
    }
    let sum: f64 = item.exits.iter().map(|exit| exit.share).sum();
    if (sum - 1.0).abs() > SUM {
        let at = at.to_owned();
        return Err(ModelFault::ExitSum { at, sum });
    }
    check_work(file, at, &item.work, &[BasisFile::Piece, BasisFile::Kg])
}

fn check_gate(at: &str, gate: &GateFile) -> Checked {
    let shares = [
        ("removed", gate.removed),
        ("accepted", gate.accepted),
        ("yield", gate.output_yield),
    ];
    let mut shares = shares.into_iter();
    shares.try_for_each(|(key, share)| within(Quantity::Share, share, &format!("{at}.{key}")))
}

fn check_end(file: &ModelFile, at: &str, end: &EndFile) -> Checked {
    let recycled = end.class == ClassFile::Recycled;
    let only_recycled = [
        ("closed_share", end.closed_share.is_some()),
        ("displaces", end.displaces.is_some()),
    ];
    if let Some((key, _)) = only_recycled.into_iter().find(|(_, given)| *given && !recycled) {
        let at = at.to_owned();
        return Err(ModelFault::Misplaced { at, key });
    }
    if recycled || end.class == ClassFile::Downcycled {
        within(
            Quantity::Share,
            end.quality.unwrap_or(1.0),
            &format!("{at}.quality"),
        )?;
    }
    within(
        Quantity::Share,
        end.closed_share.unwrap_or(0.0),
        &format!("{at}.closed_share"),
    )?;
    for fibre in end.displaces.iter().flatten() {
        within(
            Quantity::Hours,
            fibre.h_per_kg,
            &format!("{at}.displaces.{}", fibre.activity),
        )?;
        check_place(file, &fibre.place)?;
    }
    check_work(file, at, &end.work, &[BasisFile::Kg])
}

fn check_work(file: &ModelFile, at: &str, lines: &[WorkFile], fit: &[BasisFile]) -> Checked {
    for line in lines {
        within(Quantity::Hours, line.h, &format!("{at}.work.{}", line.activity))?;
        check_place(file, &line.place)?;
        if !fit.contains(&line.basis) {
            let basis = match line.basis {
                BasisFile::Piece => "piece",
                BasisFile::Kg => "kg",
                BasisFile::KgOut => "kg_out",
            };
            let at = at.to_owned();
            return Err(ModelFault::Basis { at, basis });
        }
    }
    Ok(())
}

fn check_garment(file: &ModelFile, at: &str, lines: &[GarmentWorkFile]) -> Checked {
    lines.iter().try_for_each(|line| {
        within(
            Quantity::Hours,
            line.h_per_piece,
            &format!("{at}.{}", line.activity),
        )?;
        check_place(file, &line.place)
    })
}

fn check_place(file: &ModelFile, place: &str) -> Checked {
    if file.hours_per_fte.contains_key(place) {
        Ok(())
    } else {
        Err(ModelFault::NoHours(place.to_owned()))
    }
}
