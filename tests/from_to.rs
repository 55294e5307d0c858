//! Every step that sets a value says in both languages from which to which.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the sample has these things"
)]

use reloom::edit::{
    Edit, FibreEdit, LinkEdit, MoneyEdit, PartEdit, PathwayEdit, ProductEdit, StageEdit, Stated, VariantEdit,
};
use reloom::model::{
    Construction, Currency, Estimate, Feedstock, Finishes, Making, Paper, Price, PricePer, Project,
    Removable, Role, Sewing, StageKind,
};
use reloom::quantity::{Mass, Share};
use reloom::text::Lang;

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

fn of_product(project: &Project) -> Vec<Edit> {
    let part = &project.product.parts[0];
    let of_part = |change| Edit::part(&part.id, change);
    let of_fibre = |change| Edit::fibre(&part.id, 0, change);
    let price = Price {
        amount: 12.5,
        currency: Currency::default(),
        per: PricePer::Metre,
    };
    let finishes = Finishes {
        coated: true,
        printed: true,
        ..Finishes::default()
    };
    let recycled = Feedstock {
        recycled: Share::clamped(0.4),
        ..Feedstock::default()
    };
    vec![
        Edit::Product(ProductEdit::Rename(Lang::En, "Blazer".to_owned())),
        Edit::Product(ProductEdit::SetKind("tshirt".into())),
        Edit::Product(ProductEdit::SetWears(Some(Estimate::exact(80.0)))),
        Edit::Product(ProductEdit::SetMadeIn("BD".into())),
        Edit::Product(ProductEdit::SetUsedIn("EU".into())),
        Edit::Product(ProductEdit::SetSewing(Sewing::Smv(Estimate::exact(20.0)))),
        Edit::variant(
            project.product.variant,
            VariantEdit::Rename(Lang::Zh, "轻".to_owned()),
        ),
        of_part(PartEdit::Rename(Lang::Zh, "前片".to_owned())),
        of_part(PartEdit::Move(2)),
        of_part(PartEdit::SetRole(Role::Hood)),
        of_part(PartEdit::SetMass(Mass::new(0.2).unwrap())),
        of_part(PartEdit::SetPaper(Paper::Supplier, "Mill".to_owned())),
        of_part(PartEdit::SetPrice(Some(price))),
        of_part(PartEdit::SetConstruction(Construction::Knitted)),
        of_part(PartEdit::SetFinishes(finishes)),
        of_part(PartEdit::SetRemovable(Removable::Easily)),
        of_part(PartEdit::SetCount(3)),
        of_part(PartEdit::SetMaking(Making::Bought)),
        of_part(PartEdit::SetCuttingLoss(Some(Estimate::exact(0.2)))),
        of_part(PartEdit::SetShares(vec![Share::clamped(0.5); 2])),
        of_fibre(FibreEdit::SetFibre("lyocell".into())),
        of_fibre(FibreEdit::SetShare(Share::clamped(0.5))),
        of_fibre(FibreEdit::SetFeedstock(recycled)),
    ]
}

fn of_pathways(project: &Project) -> Vec<Edit> {
    let pathway = &project.pathways[1];
    let material = pathway
        .stages
        .iter()
        .find(|stage| matches!(stage.kind, StageKind::Material(_)));
    let split = pathway.stages.iter().find(|stage| stage.exits.len() > 1).unwrap();
    let first = &split.exits[0];
    let mut others = pathway.stages.iter().filter(|stage| stage.id != split.id);
    let other = others
        .find(|stage| Some(&stage.id) != split.fallback.as_ref())
        .unwrap();
    let free = pathway.stages.iter().find(|stage| {
        stage.id != split.id
            && split.exits.iter().all(|link| link.to != stage.id)
            && matches!(stage.kind, StageKind::End(_))
    });
    let of_stage = |change| Edit::stage(&pathway.id, &split.id, change);
    let of_link = |change| Edit::link(&pathway.id, &split.id, &first.to, change);
    let mut all = vec![
        Edit::pathway(&pathway.id, PathwayEdit::Rename(Lang::En, "Ours".to_owned())),
        Edit::pathway(&pathway.id, PathwayEdit::Move(0)),
        Edit::pathway(&pathway.id, PathwayEdit::SetBaseline),
        of_stage(StageEdit::Rename(Lang::Zh, "去处".to_owned())),
        of_stage(StageEdit::SetPlace("BD".into())),
        of_stage(StageEdit::SetFallback(Some(other.id.clone()))),
        of_link(LinkEdit::SetShare(Share::clamped(0.123))),
        of_link(LinkEdit::SetRange(Some((Share::ZERO, Share::ONE)))),
    ];
    if let Some(free) = free {
        all.push(of_link(LinkEdit::Reroute(free.id.clone())));
    }
    if let Some(stage) = material {
        let of_route = |change| Edit::stage(&pathway.id, &stage.id, change);
        all.push(of_route(StageEdit::SetRoute("wiper".into())));
        all.push(of_route(StageEdit::SetResidue(None)));
        all.push(of_route(StageEdit::SetClosedShare(Some(Estimate::exact(0.3)))));
    }
    all
}

fn of_project(project: &Project) -> Vec<Edit> {
    let columns = project.compared.iter().rev().take(2).cloned().collect();
    let mut factors = reloom::data::Library::builtin().factors();
    let factor = factors.find(|factor| factor.figure.value > 0.0).unwrap();
    vec![
        Edit::SetCompared(columns),
        Edit::SetOverride {
            factor: factor.id.clone(),
            figure: Estimate::exact(factor.figure.value * 0.9),
            note: "measured".to_owned(),
        },
        Edit::SetMultiplier {
            activity: "sewing".into(),
            value: 1.4,
            note: "table".to_owned(),
        },
        Edit::Money(MoneyEdit::SetPrice {
            price: "repair".into(),
            figure: Estimate {
                value: 40.0,
                range: Some((30.0, 60.0)),
            },
            currency: "CNY".to_owned(),
            stated: stated(),
        }),
        Edit::Money(MoneyEdit::SetRate {
            of: "EUR".to_owned(),
            into: "CNY".to_owned(),
            value: 7.8,
            stated: stated(),
        }),
        Edit::Money(MoneyEdit::ConvertInto("EUR".to_owned())),
        Edit::SetHome(Some("EU".into())),
        Edit::CountLaundering(!project.count_laundering),
        Edit::SetSeed(77),
        Edit::SetGroup("3".to_owned()),
    ]
}

fn stated() -> Stated {
    Stated {
        source: "shop".to_owned(),
        day: "2026-11-25".to_owned(),
    }
}

#[test]
fn every_step_that_sets_a_value_says_both() {
    let project = uniform();
    let edits = [of_product, of_pathways, of_project].map(|make| make(&project));
    for edit in edits.iter().flatten() {
        let name = edit.name(&project);
        for lang in [Lang::En, Lang::Zh] {
            let said = name.get(lang);
            let (from, to) = said
                .split_once(" → ")
                .unwrap_or_else(|| unreachable!("{said}: {edit:?}"));
            let from = from.rsplit([':', '：']).next().unwrap().trim();
            assert!(!from.is_empty() && !to.is_empty() && from != to, "{said}");
        }
    }
}

#[test]
fn some_steps_word_for_word() {
    let project = uniform();
    let part = &project.product.parts[0].id;
    let said = |edit: Edit| {
        let name = edit.name(&project);
        (name.en, name.zh)
    };
    let rename = Edit::part(part, PartEdit::Rename(Lang::En, "Front".to_owned()));
    assert_eq!(
        said(rename).0,
        "Rename Shell fabric, twill: Shell fabric, twill → Front"
    );
    let shares = vec![Share::clamped(0.8), Share::clamped(0.2)];
    assert_eq!(
        said(Edit::part(part, PartEdit::SetShares(shares))),
        (
            "Fibre share in Shell fabric, twill: 65/35 → 80/20".to_owned(),
            "面料（斜纹）的纤维含量：65/35 → 80/20".to_owned()
        )
    );
    assert_eq!(
        said(Edit::SetSeed(5)),
        (
            "Seed of the draws: 1 → 5".to_owned(),
            "抽样种子：1 → 5".to_owned()
        )
    );
    let removed = Edit::part(part, PartEdit::Remove);
    assert_eq!(said(removed).0, "Remove Shell fabric, twill");
}
