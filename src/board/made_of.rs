//! What the piece is made of: its mass, what cutting wastes, what is recycled, and its fibres.

use super::{Board, Chart, Ground, Scene, Tint};
use crate::figure::ProductFigure;
use crate::report::sheet::{Bar, Figure, Piece};
use crate::text::{StageMsg, number};

/// Fibres whose share is written on the bar; the others are named alone.
const WRITTEN: usize = 3;
/// Fibres under this share are drawn together.
const SMALL: f64 = 0.02;

pub(super) fn board(ground: &Ground<'_>, _: &Scene) -> Option<Board> {
    let product = &ground.assessment.product;
    if product.mass_kg <= 0.0 {
        return None;
    }
    let lang = ground.lang;
    let key = |figure: ProductFigure, label: StageMsg| Figure {
        word: ground.head(label),
        ..Figure::bare(figure.said(product, lang))
    };
    Some(Board {
        title: ground.head(StageMsg::MadeOf),
        sentence: String::new(),
        keys: vec![
            key(ProductFigure::Mass, StageMsg::KeyMass),
            key(ProductFigure::CuttingWaste, StageMsg::KeyWaste),
            key(ProductFigure::RecycledShare, StageMsg::KeyRecycled),
        ],
        chart: Chart::Bar(fibres(ground)),
    })
}

/// The fibres by mass, the largest first.
fn fibres(ground: &Ground<'_>) -> Bar {
    let product = &ground.assessment.product;
    let mut all: Vec<_> = product.fibres.iter().filter(|(_, kg)| *kg > 0.0).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let share = |kg: f64| kg / product.mass_kg;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = 0.0;
    for (fibre, kg) in all {
        if share(*kg) < SMALL {
            rest += share(*kg);
            continue;
        }
        let is_written = pieces.len() < WRITTEN;
        let value = if is_written {
            number::share(share(*kg), ground.lang)
        } else {
            String::new()
        };
        pieces.push(Piece {
            label: ground.names(ground.lang).head(|names| names.short_fibre(fibre)),
            value,
            share: share(*kg),
            fill: (ground.paint)(&Tint::Fibre(fibre.clone())),
        });
    }
    if rest > 0.0 {
        pieces.push(Piece {
            label: ground.head(StageMsg::OtherFibres),
            value: String::new(),
            share: rest,
            fill: (ground.paint)(&Tint::Fibre("other".into())),
        });
    }
    Bar {
        name: ground.head(StageMsg::MadeOf),
        pieces,
    }
}
