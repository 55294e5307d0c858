//! Generated projects for property tests.

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use reloom::data::Library;
use reloom::model::*;
use reloom::project_file::limit;
use reloom::quantity::{Mass, Pieces, Share};

/// Ids and names: mostly plain words, now and then any text.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z_.]{1,8}", 1 => any::<String>()]
}

/// Ids of parts, stages and pathways: words without dots.
fn ids() -> impl Strategy<Value = String> {
    words().prop_map(|word| word.replace('.', "_"))
}

fn share() -> impl Strategy<Value = Share> {
    prop_oneof![3 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)].prop_map(Share::clamped)
}

/// Any finite number.
pub fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |value| value.is_finite()),
        -10.0..10.0
    ]
}

/// A value, alone or within its range.
fn estimate(value: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Estimate> {
    (value.clone(), option::of((value.clone(), value))).prop_map(|(value, range)| {
        let Some((one, two)) = range else {
            return Estimate { value, range };
        };
        let mut all = [one, value, two];
        all.sort_by(f64::total_cmp);
        Estimate {
            value: all[1],
            range: Some((all[0], all[2])),
        }
    })
}

/// Any figure that is no less than nothing.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>()
            .prop_filter("finite", |value| value.is_finite())
            .prop_map(f64::abs),
        0.0..10.0
    ]
}

fn name() -> impl Strategy<Value = Name> {
    (words(), words()).prop_map(|(en, zh)| Name { en, zh })
}

fn origin() -> impl Strategy<Value = Origin> {
    proptest::sample::select(Origin::ALL.as_slice())
}

fn fibre() -> impl Strategy<Value = FibreLine> {
    // Parts of one whole, as far as there is anything left.
    let shares = (share(), share(), share()).prop_map(|(recycled, reused, sustained)| {
        let reused = Share::clamped(reused.get().min(1.0 - recycled.get()));
        let left = 1.0 - recycled.get() - reused.get();
        (recycled, reused, Share::clamped(sustained.get().min(left)))
    });
    let feedstock = (shares, origin(), option::of(words()));
    (words(), share(), feedstock).prop_map(
        |(fibre, share, ((recycled, reused, sustained), origin, route))| FibreLine {
            fibre: fibre.into(),
            share,
            feedstock: Feedstock {
                recycled,
                origin,
                route: route.map(Into::into),
                reused,
                sustained,
            },
        },
    )
}

fn making() -> impl Strategy<Value = Making> {
    let cloth = (
        words(),
        option::of(words()),
        option::of(words()),
        option::of(estimate(0.0..1.0)),
    );
    prop_oneof![
        Just(Making::Bought),
        cloth.prop_map(|(spinning, forming, dyeing, cutting_loss)| Making::Cloth {
            spinning: spinning.into(),
            forming: forming.map(Into::into),
            dyeing: dyeing.map(Into::into),
            cutting_loss,
        }),
    ]
}

fn finishes() -> impl Strategy<Value = Finishes> {
    any::<[bool; 4]>().prop_map(|[coated, laminated, printed, carbon_black]| Finishes {
        coated,
        laminated,
        printed,
        carbon_black,
    })
}

fn part() -> impl Strategy<Value = Part> {
    use proptest::sample::select;
    let words = (
        select(Role::ALL.as_slice()),
        select(Construction::ALL.as_slice()),
        select(Removable::ALL.as_slice()),
        finishes(),
    );
    (
        words_and_mass(),
        vec(fibre(), 0..4),
        words,
        (option::of(cloth()), papers(), option::of(picture())),
        1..=u32::MAX,
        making(),
    )
        .prop_map(
            |(
                (id, name, mass),
                fibres,
                (role, construction, removable, finishes),
                (cloth, papers, picture),
                count,
                making,
            )| Part {
                id: id.into(),
                name,
                role,
                mass,
                cloth,
                fibres,
                construction,
                finishes,
                removable,
                count,
                cuts: count.clamp(1, 3),
                making,
                papers,
                picture,
            },
        )
}

fn cloth() -> impl Strategy<Value = Cloth> {
    let extent = prop_oneof![
        (0.0..4.0).prop_map(Extent::Area),
        (0.0..4.0, 0.1..2.0).prop_map(|(metres, width_m)| Extent::Length { metres, width_m }),
    ];
    (1.0..900.0, extent, prop_oneof![Just(1.0), 0.1..1.0]).prop_map(|(gsm, extent, kept)| Cloth {
        gsm,
        extent,
        kept,
    })
}

fn papers() -> impl Strategy<Value = Papers> {
    let price = (
        amount(),
        proptest::sample::select(&Currency::LISTED[..]),
        proptest::sample::select(&PricePer::ALL[..]),
    );
    let price = price.prop_map(|(amount, currency, per)| Price {
        amount,
        currency,
        per,
    });
    (words(), words(), words(), option::of(price), words()).prop_map(
        |(supplier, certificate, evidence, price, note)| Papers {
            supplier,
            certificate,
            evidence,
            price,
            note,
        },
    )
}

/// Pictures that are there, long ones and broken ones among them, and some that are not.
fn picture() -> impl Strategy<Value = Picture> {
    prop_oneof![
        words().prop_map(Picture::new),
        (29_990_usize..60_010).prop_map(|length| Picture::new("x".repeat(length))),
        words().prop_map(|key| Picture::missing(format!("gone_{key}"))),
    ]
}

fn words_and_mass() -> impl Strategy<Value = (String, Name, Mass)> {
    (
        ids(),
        name(),
        (0.0..10.0).prop_map(|kg| Mass::new(kg).expect("not negative")),
    )
}

fn kind() -> impl Strategy<Value = StageKind> {
    use StageKind as K;
    prop_oneof![
        proptest::sample::select(&Library::builtin().stage_kinds[..]).prop_map(|row| row.kind()),
        words().prop_map(|route| K::Material(route.into())),
        proptest::sample::select(EndKind::ALL.as_slice()).prop_map(K::End),
    ]
}

fn link() -> impl Strategy<Value = Link> {
    (
        ids(),
        share(),
        option::of((share(), share())),
        option::of(words()),
        any::<bool>(),
    )
        .prop_map(|(to, share, range, basis, pinned)| Link {
            to: to.into(),
            share,
            range: range.map(|(one, two)| {
                let ends = [one.get(), two.get(), share.get()];
                let low = ends.into_iter().fold(1.0, f64::min);
                (
                    Share::clamped(low),
                    Share::clamped(ends.into_iter().fold(0.0, f64::max)),
                )
            }),
            basis: basis.map(Into::into),
            pinned,
        })
}

fn stage() -> impl Strategy<Value = Stage> {
    let ends = (option::of(ids()), option::of(ids()));
    let own = (option::of(estimate(0.0..=1.0)), option::of(estimate(0.001..=1.0)));
    (ids(), name(), kind(), words(), vec(link(), 0..4), ends, own).prop_map(
        |(id, name, kind, place, exits, (fallback, residue), (closed_share, own))| Stage {
            id: id.into(),
            name,
            kind,
            place: place.into(),
            exits,
            fallback: fallback.map(Into::into),
            residue: residue.map(Into::into),
            closed_share,
            own,
        },
    )
}

fn pathway() -> impl Strategy<Value = Pathway> {
    let lives = prop_oneof![
        Just(MaxLives::Unlimited),
        (1..=limit::LIVES).prop_map(MaxLives::Lives)
    ];
    let own = option::of(estimate(0.0..1e4));
    let all = (ids(), name(), ids(), lives, own, vec(stage(), 0..5));
    all.prop_map(|(id, name, start, max_lives, own_wears, mut stages)| {
        for (at, stage) in stages.iter_mut().enumerate() {
            stage.id = format!("{}{at}", stage.id).into();
        }
        Pathway {
            id: id.into(),
            name,
            start: start.into(),
            max_lives,
            own_wears,
            stages,
        }
    })
}

fn sewing() -> impl Strategy<Value = Sewing> {
    prop_oneof![
        Just(Sewing::Kind),
        estimate(0.0..1e4).prop_map(Sewing::Minutes),
        estimate(0.0..1e4).prop_map(Sewing::Smv),
    ]
}

fn assumed() -> impl Strategy<Value = Assumed> {
    prop_oneof![
        ids().prop_map(|part| Assumed::Mass(part.into())),
        ids().prop_map(|part| Assumed::Making(part.into())),
        ids().prop_map(|part| Assumed::Finishes(part.into())),
        Just(Assumed::Volume),
        Just(Assumed::MadeIn),
        Just(Assumed::UsedIn),
    ]
}

fn product() -> impl Strategy<Value = Product> {
    let wears = option::of(estimate(0.0..1e6));
    let pieces = (0.0..1e9).prop_map(|pieces| Pieces::new(pieces).expect("not negative"));
    (
        name(),
        words(),
        vec(part(), 0..4),
        wears,
        pieces,
        (words(), words()),
        (sewing(), option::of(picture()), btree_set(assumed(), 0..4)),
    )
        .prop_map(
            |(
                name,
                kind,
                mut parts,
                wears,
                pieces_per_year,
                (made_in, used_in),
                (sewing, picture, assumed),
            )| {
                for (at, part) in parts.iter_mut().enumerate() {
                    part.id = format!("{}{at}", part.id).into();
                }
                Product {
                    name,
                    variant: VariantNo::FIRST,
                    variant_name: Name::default(),
                    kind: kind.into(),
                    parts,
                    wears,
                    pieces_per_year,
                    made_in: made_in.into(),
                    used_in: used_in.into(),
                    sewing,
                    picture,
                    assumed,
                }
            },
        )
}

fn currency() -> impl Strategy<Value = Currency> {
    "[A-Z]{3}".prop_map(|letters| Currency::new(&letters).expect("three letters"))
}

fn stated() -> impl Strategy<Value = (String, Day)> {
    let day = (1970..2100_u32, 1..13_u32, 1..29_u32);
    let day = day
        .prop_map(|(year, month, day)| Day::new(&format!("{year:04}-{month:02}-{day:02}")).expect("a day"));
    (words().prop_map(|words| format!("x{words}")), day)
}

prop_compose! {
    /// Any prices and rates.
    fn money()(
        prices in btree_map(words(), (estimate(0.0..1e12_f64), currency(), stated()), 0..3),
        rates in btree_map((currency(), currency()), (1e-9..1e9_f64, stated()), 0..3),
        into in option::of(currency()),
    ) -> Money {
        let price = |(id, (figure, currency, (source, day))): (String, _)| {
            (PriceId::from(id), TypedPrice { figure, currency, source, day })
        };
        let rate = |(pair, (value, (source, day)))| (pair, Rate { value, source, day });
        Money {
            prices: prices.into_iter().map(price).collect(),
            rates: rates.into_iter().map(rate).collect(),
            into,
        }
    }
}

prop_compose! {
    /// Any project that a file can hold: unfinished, odd, with any text in its names and ids, dots apart.
    pub fn projects()(
        id in words(),
        mut product in product(),
        mut others in vec((product(), name()), 0..3),
        first in 1..5_u32,
        mut pathways in vec(pathway(), 0..3),
        baseline in ids(),
        compared in vec((ids(), 1..9_u32), 0..4),
        overrides in btree_map(words(), (estimate(amount().boxed()), words()), 0..4),
        multipliers in btree_map(words(), (amount().prop_map(|all| all.max(1.0)), words()), 0..4),
        money in money(),
        places in btree_map(words(), name(), 0..3),
        seed in any::<u64>(),
    ) -> Project {
        for (at, pathway) in pathways.iter_mut().enumerate() {
            pathway.id = format!("{}{at}", pathway.id).into();
        }
        product.variant = VariantNo::new(first).expect("above zero");
        for (at, (other, name)) in (5..).zip(&mut others) {
            // The one in hand is now the first, now the last, now in the middle.
            let number = if at == 5 { 5 - first } else { at };
            other.variant = VariantNo::new(number).expect("above zero");
            other.variant_name = name.clone();
        }
        let own = |(id, (figure, note)): (String, _)| (FactorId::from(id), Override { figure, note });
        let multiplier = |(id, (value, note)): (String, _)| (ActivityId::from(id), Multiplier { value, note });
        Project {
            group: String::new(),
            id,
            product,
            others: others.into_iter().map(|(other, _)| other).collect(),
            pathways,
            baseline: baseline.into(),
            compared: compared
                .into_iter()
                .map(|(id, number)| Column::new(VariantNo::new(number).expect("above zero"), id))
                .collect(),
            overrides: overrides.into_iter().map(own).collect(),
            multipliers: multipliers.into_iter().map(multiplier).collect(),
            money,
            places: places.into_iter().map(|(id, name)| (PlaceId::from(id), name)).collect(),
            home: None,
            count_laundering: false,
            seed,
        }
    }
}
