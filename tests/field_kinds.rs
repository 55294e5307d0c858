//! The kinds of doubt that real tables hold, each in tables of our own: what they come to, or what is asked.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

use crate::field_tables::{Imported, close, import_bytes};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};

/// A table with the garment, in the finished piece and bought, kg, without trims that it does not weigh.
type Right = (&'static str, &'static str, f64, f64);

/// A table with the garment, the kind of question, and the options that answer it with what it comes to then, kg.
type Asked = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    f64,
);

/// A T-shirt of 0.8 m of 170 cm at 180 g/m²: 244.8 g bought, × (1 − 0.15) = 208.08.
const TEE: (f64, f64) = (0.208_08, 0.244_8);

const RIGHT: &[Right] = &[
    // for how many garments
    (
        "Material,Composition,GSM,Width (cm),Usage per doz,Unit\nJersey,100% cotton,180,170,9.6,m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material,Composition,GSM,Width (cm),Cons. (m per 12 pcs)\nJersey,100% cotton,180,170,9.6\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,UOM\nJersey,100% cotton,180,170,9.6,m/dz\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "品名,成分,克重,幅宽,每百件用量,单位\n汗布,100%棉,180,170cm,80,米\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "品名,成分,克重,幅宽,用量（米/打）\n汗布,100%棉,180,170cm,9.6\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "BOM for 100 pcs\nMaterial,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,80,m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Style,Tee,Lot size:,50\n\nMaterial,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,40,m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "批量：200件\n品名,成分,克重,幅宽,用量,单位\n汗布,100%棉,180,170cm,160,米\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "BOM,Item,Quantity,Item Name (Items),Qty (Items),UOM (Items)\nB1,TEE,50,Jersey 100% Cotton,12.24,Kg\n,,,Rib 95% Cotton 5% Elastane,1,Kg\n",
        "tshirt",
        0.208_08 + 0.017,
        0.244_8 + 0.02,
    ),
    (
        "品名,成分,克重,幅宽,用量,单位\n汗布,100%棉,180,170cm,0.8,M/件\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    // units
    (
        "Material,Composition,Consumption,Unit\nJersey body,100% cotton,0.5,lb\n",
        "tshirt",
        0.226_796_185 * 0.85,
        0.226_796_185,
    ),
    (
        "Material,Composition,Consumption,Unit\nJersey body,100% cotton,8,oz\n",
        "tshirt",
        0.226_796_185 * 0.85,
        0.226_796_185,
    ),
    (
        "Material,Composition,Consumption,Unit\nJersey body,100% cotton,240,g\n",
        "tshirt",
        0.204,
        0.24,
    ),
    (
        "Material,Composition,GSM,Consumption,Unit\nShell,100% cotton,180,14,sq ft\n",
        "tshirt",
        0.234_115_660_8 * 0.85,
        0.234_115_660_8,
    ),
    (
        "Material,Composition,Weight,Width,Consumption,Unit\nDenim body,100% cotton,12 oz,58/60\",1.5,yd\n",
        "jeans",
        0.822_136_2 * 0.78,
        0.822_136_2,
    ),
    (
        "Material,Composition,Weight (oz/yd2),Width (in),Consumption,Unit\nDenim body,100% cotton,12,58,54,inch\n",
        "jeans",
        0.822_136_2 * 0.78,
        0.822_136_2,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nShell,100% cotton,120,57/58,1.6,m\n",
        "shirt",
        0.277_977_6 * 0.8,
        0.277_977_6,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nShell,100% cotton,120,147 cm cuttable,1.6,m\n",
        "shirt",
        0.282_24 * 0.8,
        0.282_24,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nShell,100% cotton,115-125,147cm,1.6,m\n",
        "shirt",
        0.282_24 * 0.8,
        0.282_24,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nShell,100% cotton,120±5%,147cm,1.6,m\n",
        "shirt",
        0.282_24 * 0.8,
        0.282_24,
    ),
    // figures and fibres in running text
    (
        "ARTICLE,CONS,UOM\n\"100% Cotton Poplin 120 GSM 58\"\"\",1.6,Mtr\n",
        "shirt",
        0.282_854_4 * 0.8,
        0.282_854_4,
    ),
    (
        "Item,Detail,Cons,UOM\nMain fabric,\"100% cotton, 57/58\"\" 120G\",1.6,m\n",
        "shirt",
        0.277_977_6 * 0.8,
        0.277_977_6,
    ),
    (
        "物料名称,规格,成分,单耗,单位\n面料,150cm*240g,100%棉,1.5,米\n",
        "trousers",
        0.54 * 0.8,
        0.54,
    ),
    (
        "物料名称,单耗,备注\n400消光春亚纺 53GSM 幅宽148cm,1.85,成分：100%聚酯纤维\n290涤丝纺里布 62GSM 148cm,1.6,100%聚酯纤维\n",
        "shirt",
        (0.145_114 + 0.146_816) * 0.8,
        0.145_114 + 0.146_816,
    ),
    // net, gross, wastage
    (
        "Material,Composition,GSM,Width (cm),Net Consumption,Gross Consumption,Unit\nJersey,100% cotton,180,170,0.8,0.84,m\n",
        "tshirt",
        TEE.0,
        TEE.1 * 1.05,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit,Wastage\nJersey,100% cotton,180,170,0.8,m,5\n",
        "tshirt",
        TEE.0,
        TEE.1 * 1.05,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit,Wastage\nJersey,100% cotton,180,170,0.8,m,4-6 %\n",
        "tshirt",
        TEE.0,
        TEE.1 * 1.05,
    ),
    (
        "品名,成分,克重,幅宽,单耗（含损耗）,单位,损耗率\n汗布,100%棉,180,170cm,0.84,米,5%\n",
        "tshirt",
        TEE.0,
        TEE.1 * 1.05,
    ),
    (
        "品名,成分,克重,幅宽,单耗（不含损耗）,单位,损耗率\n汗布,100%棉,180,170cm,0.8,米,5%\n",
        "tshirt",
        TEE.0,
        TEE.1 * 1.05,
    ),
    // sums and sections
    (
        "Item,Composition,GSM,Width (cm),Consumption,Unit\nFABRIC\nJersey,100% cotton,180,170,0.8,m\nFabric total,,,,0.8,\nTRIMS\nThread,100% polyester,,,2,g\nTotal trims,,,,,\nPACKING\nBox,,,,1,pc\n",
        "tshirt",
        TEE.0 + 0.002,
        TEE.1 + 0.002,
    ),
    (
        "品名,成分,克重,幅宽,单耗,单位\n汗布,100%棉,180,170cm,0.8,米\n面料小计,,,,0.8,米\n总计（面料）,,,,0.8,米\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    // the tables of one garment, each with its own headings
    (
        "Tee\nFABRIC\nMaterial,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.8,m\n\nTRIMS\nItem,Qty,UOM,Composition,Unit weight (g)\nThread,1,set,100% polyester,2\n",
        "tshirt",
        TEE.0 + 0.002,
        TEE.1 + 0.002,
    ),
    // two languages in two rows of headings
    (
        "物料名称,成分,克重,幅宽,单耗,单位\nMaterial,Composition,GSM,Width,Consumption,Unit\n汗布,100%棉,180,170cm,0.8,米\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    // decimal commas
    (
        "Material;Composition;GSM;Width (cm);Consumption;Unit\nJersey;100% cotton;180;170;0,800;m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material\tComposition\tGSM\tWidth (cm)\tConsumption\tUnit\nJersey\t100% cotton\t180\t170\t0,8\tm\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material;Composition;GSM;Width (cm);Consumption;Unit\nJersey;100% cotton;180;170;0.8;m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,\"0,8\",m\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    // headings of traditional characters, a loss in cutting, a lot of fifty garments
    (
        "品名,成分,克重,幅寬,單耗,單位\n汗布,100%棉,180,170cm,0.8,米\n",
        "tshirt",
        TEE.0,
        TEE.1,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit,Cutting loss\nJersey,100% cotton,180,170,0.8,m,25%\n",
        "tshirt",
        TEE.1 * 0.75,
        TEE.1,
    ),
    (
        "Bill of material for 50 garments\nMaterial,Composition,Quantity,UoM\nJersey fabric,100% cotton,12,KG\n",
        "tshirt",
        0.204,
        0.24,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit,Cons cost\nJersey,100% cotton,180,\"67\"\" (170 cm) cuttable\",0.8,m,2.5\n",
        "tshirt",
        0.8 * 1.7018 * 0.18 * 0.85,
        0.8 * 1.7018 * 0.18,
    ),
];

#[test]
fn tables_that_say_enough_are_read() {
    for (table, garment, product, gross) in RIGHT {
        let read = import_bytes("table.csv", table.as_bytes(), &["--garment", garment]);
        let what = format!("{table}{:#}", read.json["findings"]);
        close(read.stated("product_kg"), *product, &what);
        close(read.stated("gross_kg"), *gross, &what);
        assert!(!read.asks() && read.wrote, "{what}\n{}", read.said);
    }
}

const ASKED: &[Asked] = &[
    // the whole is far from usual
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,9.6,m\n",
        "tshirt",
        "whole",
        &["--per", "dozen"],
        TEE.0,
    ),
    (
        "Material,Composition,Consumption,Unit\nJersey body,100% cotton,24,kg\n",
        "tshirt",
        "whole",
        &["--per", "100"],
        0.204,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.2,m\n",
        "tshirt",
        "whole",
        &["--anyway"],
        TEE.0 / 4.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.5,m\nRib,100% cotton,300,100,0.4,m\n",
        "tshirt",
        "role",
        &["--anyway"],
        0.130_05 + 0.102,
    ),
    // no main fabric
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nPocket lining,100% cotton,110,147,0.2,m\n",
        "jeans",
        "side_rows",
        &["--anyway"],
        0.032_34 * 0.78,
    ),
    (
        "Material,Composition,Piece weight (g)\nThread,100% polyester,4\n",
        "jeans",
        "side_rows",
        &["--anyway"],
        0.004,
    ),
    // sizes
    (
        "Material,Composition,GSM,Width (cm),S,M,L,Unit\nJersey,100% cotton,180,170,0.7,0.8,0.9,m\n",
        "tshirt",
        "size",
        &["--size", "L"],
        TEE.0 * 9.0 / 8.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Unit,36,38,40\nJersey,100% cotton,180,170,m,0.7,0.8,0.9\n",
        "tshirt",
        "size",
        &["--size", "38"],
        TEE.0,
    ),
    (
        "品名,成分,克重,幅宽,单位,S码,M码,L码\n汗布,100%棉,180,170cm,米,0.7,0.8,0.9\n",
        "tshirt",
        "size",
        &["--size", "M码"],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Size,Consumption,Unit\nJersey,100% cotton,180,170,S,0.7,m\nJersey,100% cotton,180,170,M,0.8,m\nJersey,100% cotton,180,170,L,0.9,m\n",
        "tshirt",
        "alike",
        &["--alike", "one"],
        TEE.0,
    ),
    // colourways, alternatives, the same row twice
    (
        "Material,Composition,Colour,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,Black,180,170,0.8,m\nJersey,100% cotton,White,180,170,0.8,m\n",
        "tshirt",
        "alike",
        &["--alike", "one"],
        TEE.0,
    ),
    (
        "品名,成分,克重,幅宽,单耗,单位\n汗布黑色,100%棉,180,170cm,0.8,米\n汗布白色,100%棉,180,170cm,0.8,米\n",
        "tshirt",
        "alike",
        &["--alike", "one"],
        TEE.0,
    ),
    (
        "Material,Composition,Colour,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,Black,180,170,0.4,m\nJersey,100% cotton,White,180,170,0.4,m\n",
        "tshirt",
        "alike",
        &["--alike", "all"],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.8,m\nJersey,100% cotton,180,170,0.8,m\n",
        "tshirt",
        "alike",
        &["--alike", "one"],
        TEE.0,
    ),
    // two tables
    (
        "Jacket\nMaterial,Composition,GSM,Width (cm),Consumption,Unit\nTwill,100% cotton,250,150,1.5,m\n\nTrousers\nMaterial,Composition,GSM,Width (cm),Consumption,Unit\nTwill,100% cotton,250,150,1.2,m\n",
        "trousers",
        "table",
        &["--table", "2"],
        0.45 * 0.8,
    ),
    // rows
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.8,m\nTape,100% cotton,,,1,roll\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.8,m\nJersey alt,100% cotton,190,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit,Marker efficiency\nJersey,100% cotton,180,170,0.8,m,1.22\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Net Consumption,Gross Consumption,Unit,Wastage\nJersey,100% cotton,180,170,0.8,0.96,m,5%\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption\nJersey,100% cotton,180,170,0.8\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    // one thing in two ways, in a unit of another kind, in words that are not known
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nJersey,100% cotton,180,170cm,0.8,m\nRib,100% cotton,240,90%,0.1,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit,Wastage\nJersey,100% cotton,180,170cm,0.8,m,12 g\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit,Marker\nJersey,100% cotton,180,170cm,0.8,m,85 cm\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit,Piece weight\nJersey,100% cotton,180,170cm,0.8,m,\nButton,100% polyester,,,3,pcs,120%\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit,Piece weight\nJersey,100% cotton,180,170cm,0.8,m,\nButton,100% polyester,,,3,pcs,2 m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nJersey,100% cotton,180,170cm,0.8,m\nRib,100% cotton,240,45 cm tubular,0.05,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0 + 0.004_59,
    ),
    (
        "品名,成分,克重,门幅,用量,单位\n汗布,100%棉,180,170cm/165cm有效,0.8,米\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width,Consumption,Unit\nJersey,100% cotton,180,68,2,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\n100% polyester jersey,100% cotton,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey 240gsm,100% cotton,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey 58in,100% cotton,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,180,170,0.8 m,yd\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Fibre 1,% 1,Fibre 2,% 2,GSM,Width (cm),Consumption,Unit\nJersey,Cotton,95,Elastane,5,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,GSM,Width (cm),Consumption,Unit\nJersey,XY98 ZZ2,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,GSM,Width (cm),Consumption,Unit\nBonded: face 100% polyester / back 100% cotton,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
    (
        "Material,Composition,Recycled content,GSM,Width (cm),Consumption,Unit\nJersey,100% cotton,50%,180,170,0.8,m\n",
        "tshirt",
        "row",
        &[],
        TEE.0,
    ),
];

#[test]
fn tables_that_leave_something_open_are_asked_about() {
    for (table, garment, kind, options, product) in ASKED {
        let read = |more: &[&str]| {
            let mut words = vec!["--garment", garment];
            words.extend(more);
            import_bytes("table.csv", table.as_bytes(), &words)
        };
        let first = read(&[]);
        let what = format!("{table}{:#}", first.json["findings"]);
        assert!(first.code > 0 && first.questions().contains(kind), "{what}");
        assert_eq!(first.wrote, *kind != "side_rows", "{what}");
        let then = read(options);
        close(then.stated("product_kg"), *product, &what);
        let is_answered = options.is_empty() || !then.questions().contains(kind);
        assert!(is_answered && then.wrote, "{what}\n{}", then.said);
    }
}

#[test]
fn trims_without_a_weight_get_their_usual_mass_marked() {
    let table = "Item,Details,Composition,GSM,Width (cm),Consumption,Unit\n\
        Shell,,100% cotton,300,150,1.2,m\n\
        Metal zip,12 cm,,,,1,pc\n\
        Nylon zip,55cm,,,,1,pc\n\
        Button,18L,,,,5,pcs\n\
        Button,24L resin,,,,1,dozen\n\
        Rivets,,,,,0.0417,gross\n\
        Sewing thread,,100% polyester,,,120,m\n\
        Sewing thread 2,,100% polyester,,,0.02,cone\n\
        Elastic,,,,,70,cm\n\
        Care label,,,,,1,pc\n\
        Polybag,,,,,1,pc\n\
        Printing,,,,,1,pc\n\
        Sequin godet,,,,,3,pcs\n";
    let read = import_bytes("trims.csv", table.as_bytes(), &["--garment", "trousers"]);
    // kg by the table of trims: 10 g on 15 cm, 50 g on 60 cm, 1 g at 18L, 0.8 g a rivet, 4 g on 120 m, 12 g on 0.7 m, 1.5 g.
    let expected = [
        (3, 0.008),
        (4, 0.05 * 55.0 / 60.0),
        (5, 0.005),
        (6, 12.0 * 0.001 * (24.0_f64 / 18.0).powi(2)),
        (7, 0.0048),
        (8, 0.004),
        (9, 0.1 / 120.0 * 4.0),
        (10, 0.012),
        (11, 0.0015),
    ];
    for (row, kg) in expected {
        let line = read.line(row);
        close(line["product_kg"].as_f64().expect("kg"), kg, &format!("{line:#}"));
        assert_eq!(
            (&line["mass_assumed"], &line["status"]),
            (&true.into(), &"doubtful".into()),
            "{line:#}"
        );
    }
    assert_eq!(read.line(12)["packaging"], true);
    let skipped = |row: u64| read.line(row)["status"] == "skipped";
    assert!(skipped(13) && skipped(14), "{:#}", read.json);
    assert!(read.questions().contains(&"row"), "the godet is asked about");
}

/// A workbook with one sheet written by `write`.
fn book(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

fn put(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            let written = match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, *cell),
            };
            written.expect("a cell");
        }
    }
}

fn tee(bytes: &[u8], more: &[&str]) -> Imported {
    let mut words = vec!["--garment", "tshirt"];
    words.extend(more);
    import_bytes("book.xlsx", bytes, &words)
}

/// The workbook with `from` in its first sheet replaced by `to`.
fn repacked(book: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut entry = old.by_index(place).expect("a file");
        let name = entry.name().expect("a name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        if name.ends_with("sheet1.xml") {
            assert!(text.contains(from), "{text}");
            text = text.replace(from, to);
        }
        new.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("a file");
        new.write_all(text.as_bytes()).expect("its text");
    }
    new.finish().expect("a workbook").into_inner()
}

const HEADS: &[&str] = &[
    "Material",
    "Composition",
    "GSM",
    "Width (cm)",
    "Consumption",
    "Unit",
];
const JERSEY: &[&str] = &["Jersey", "100% cotton", "180", "170", "0.8", "m"];

#[test]
fn merged_cells_are_filled_down_and_quantities_counted_once() {
    let plain = Format::new();
    let bytes = book(|sheet| {
        put(sheet, 0, &[HEADS, JERSEY]);
        put(
            sheet,
            2,
            &[
                &["Rib", "", "240", "90", "", "m"],
                &["Tape", "", "240", "2", "0.5", "m"],
            ],
        );
        sheet
            .merge_range(1, 1, 3, 1, "100% cotton", &plain)
            .expect("merged");
        sheet.merge_range(1, 4, 2, 4, "", &plain).expect("merged");
        sheet.write_number(1, 4, 0.8).expect("a cell");
    });
    let read = tee(&bytes, &[]);
    let reason = |row: u64| read.line(row)["reason"].as_str().expect("words").to_owned();
    assert!(reason(3).contains("counted once, at E2"), "{}", reason(3));
    assert!(
        reason(4).contains("\"100% cotton\" is taken from merged cells above"),
        "{}",
        reason(4)
    );
    assert_eq!(read.line(4)["fibres"][0]["id"], "cotton");
    assert!(read.asks());
    close(read.line(2)["product_kg"].as_f64().expect("kg"), TEE.0, "jersey");
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    let bytes = book(|sheet| {
        put(
            sheet,
            0,
            &[&[
                "Material",
                "Composition",
                "GSM",
                "Width (cm)",
                "Consumption",
                "Unit",
                "Wastage",
            ]],
        );
        put(sheet, 1, &[JERSEY, JERSEY]);
        sheet.write_string(1, 6, "50%").expect("a cell");
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_column_hidden(6).expect("a column");
    });
    let read = tee(&bytes, &[]);
    close(read.stated("gross_kg"), TEE.1, "gross");
    assert!(read.line(3)["reason"].as_str().expect("words").contains("hidden"));
    assert!(
        read.said.contains("Hidden columns, left out: G."),
        "{}",
        read.said
    );
}

#[test]
fn net_and_gross_beneath_one_heading_are_no_sizes() {
    let plain = Format::new();
    let lower = &["Name", "Composition", "GSM", "Width (cm)", "Net (m)", "Gross (m)"];
    let bytes = book(|sheet| {
        put(
            sheet,
            1,
            &[lower, &["Jersey", "100% cotton", "180", "170", "0.8", "0.84"]],
        );
        for (first, words) in [(0, "Fabric"), (2, "Specification"), (4, "Consumption")] {
            sheet
                .merge_range(0, first, 0, first + 1, words, &plain)
                .expect("merged");
        }
    });
    let read = tee(&bytes, &[]);
    assert!(!read.asks(), "{:?}", read.questions());
    close(read.stated("product_kg"), TEE.0, "product");
    close(read.stated("gross_kg"), TEE.1 * 1.05, "gross");
}

#[test]
fn a_date_or_an_error_in_a_cell_is_no_figure_and_is_asked_about() {
    let heads = &[
        "Material",
        "Composition",
        "GSM",
        "Width",
        "Consumption",
        "Unit",
        "Wastage",
    ];
    let date = Format::new().set_num_format("d mmm");
    let bytes = book(|sheet| {
        put(sheet, 0, &[heads, JERSEY]);
        // 5-7 typed into a workbook becomes the fifth of July.
        sheet
            .write_number_with_format(1, 6, 46_208, &date)
            .expect("a cell");
    });
    let read = tee(&bytes, &[]);
    let reason = read.line(2)["reason"].as_str().expect("words").to_owned();
    assert!(read.asks() && reason.contains("G2: \"2026-07-05\""), "{reason}");
}

#[test]
fn sheets_beyond_the_limit_are_said() {
    let mut book = Workbook::new();
    for at in 0..52 {
        let sheet = book.add_worksheet();
        put(sheet, 0, if at == 0 { &[HEADS, JERSEY] } else { &[&["x"]] });
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let read = tee(&bytes, &[]);
    close(read.stated("product_kg"), TEE.0, "the first sheet");
    assert!(
        read.said.contains("2 more sheets were not looked at"),
        "{}",
        read.said
    );

    let mut book = Workbook::new();
    for at in 0..52 {
        put(
            book.add_worksheet(),
            0,
            if at == 51 { &[HEADS, JERSEY] } else { &[&["x"]] },
        );
    }
    let read = tee(&book.save_to_buffer().expect("a workbook"), &[]);
    assert!(
        !read.wrote && read.said.contains("2 more were not looked at"),
        "{}",
        read.said
    );
}

#[test]
fn a_chart_of_sizes_is_no_second_table() {
    let mut book = Workbook::new();
    put(book.add_worksheet(), 0, &[HEADS, JERSEY]);
    put(
        book.add_worksheet(),
        0,
        &[&["Point", "S", "M", "L"], &["Chest", "48", "50", "52"]],
    );
    let read = tee(&book.save_to_buffer().expect("a workbook"), &[]);
    assert!(!read.asks(), "{:?}", read.questions());
}

#[test]
fn a_word_that_heads_cells_is_no_name_of_a_product() {
    for (above, name) in [
        ("款号,C1,品名,卫衣\n", "卫衣"),
        ("款号,C1\n", "C1"),
        ("BILL OF MATERIALS,5-pocket jeans\n", "5-pocket jeans"),
        ("COST SHEET\nStyle: Crew tee,Qty,1200\n", "Crew tee"),
        ("Crew tee\nSeason,SS27\n", "Crew tee"),
    ] {
        let table = format!("{above}Material,Composition,GSM,Width (cm),Consumption,Unit\n");
        let sheets = reloom::intake::bom::from_text(&table).expect("a table");
        let draft = reloom::intake::Draft::new(sheets, &reloom::intake::bom::Memory::default());
        let bom = draft
            .expect("headings")
            .read(&"tshirt".into(), reloom::data::Library::builtin());
        assert_eq!(format!("{}{}", bom.title.en, bom.title.zh), name, "{above}");
    }
}

#[test]
fn formulas_without_a_value_say_so() {
    let bytes = book(|sheet| {
        put(sheet, 0, &[HEADS, JERSEY, JERSEY]);
        sheet
            .write_formula(2, 4, Formula::new("=E2*2"))
            .expect("a formula");
    });
    // As programs write it that do not reckon: the formula alone.
    let bytes = repacked(&bytes, "<f>E2*2</f><v>0</v>", "<f>E2*2</f><v></v>");
    let read = tee(&bytes, &[]);
    let line = read.line(3);
    assert_eq!(line["status"], "skipped");
    assert!(
        line["reason"].as_str().expect("words").contains("E3: a formula"),
        "{line:#}"
    );
    assert!(read.asks());
}

#[test]
fn sheets_are_named_and_chosen() {
    let mut book = Workbook::new();
    for (name, consumption) in [("Tee", "0.8"), ("Tee long", "1.0")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        put(
            sheet,
            0,
            &[HEADS, &["Jersey", "100% cotton", "180", "170", consumption, "m"]],
        );
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let first = tee(&bytes, &[]);
    assert!(first.questions().contains(&"sheet"), "{}", first.said);
    assert!(first.said.contains("--sheet \"Tee long\""), "{}", first.said);
    for name in ["Tee long", "2"] {
        let second = tee(&bytes, &["--sheet", name]);
        close(second.stated("product_kg"), TEE.0 / 0.8, name);
        assert!(!second.asks(), "{}", second.said);
    }
    let none = tee(&bytes, &["--sheet", "Tee short"]);
    assert!(none.code == 2 && none.said.contains("Tee long"), "{}", none.said);
}

#[test]
fn text_numbers_and_two_rows_of_headings_in_a_workbook() {
    let plain = Format::new();
    let bytes = book(|sheet| {
        sheet.merge_range(0, 2, 0, 3, "Fabric", &plain).expect("merged");
        sheet
            .merge_range(0, 4, 0, 6, "Consumption", &plain)
            .expect("merged");
        put(sheet, 0, &[&["Material", "Composition"]]);
        for (column, head) in (2..).zip(["GSM", "Width (cm)", "Net", "Gross", "UOM"]) {
            sheet.write_string(1, column, head).expect("a cell");
        }
        for (column, cell) in (0..).zip(["Jersey", "100% cotton", "180", "170", "0,8", "0.84", "m"]) {
            sheet.write_string(2, column, cell).expect("a cell");
        }
    });
    let read = tee(&bytes, &[]);
    close(read.stated("product_kg"), TEE.0, "product");
    close(read.stated("gross_kg"), TEE.1 * 1.05, "gross");
    assert!(!read.asks(), "{}", read.said);
}

#[test]
fn every_format_is_read() {
    // Jersey 0.8 × 1.70 × 180 × 85 %, rib 0.1 × 0.90 × 240 × 85 %; the label gets its usual mass.
    let (jersey, rib) = (0.208_08, 0.018_36);
    let xls = import_bytes(
        "t.xls",
        include_bytes!("fixtures/field/tshirt.xls"),
        &["--garment", "tshirt"],
    );
    close(xls.stated("product_kg"), jersey, "xls: the rib is hidden");
    assert!(xls.said.contains("Hidden columns, left out: H."), "{}", xls.said);
    let xlsb = import_bytes(
        "t.xlsb",
        include_bytes!("fixtures/field/tshirt.xlsb"),
        &["--garment", "tshirt"],
    );
    close(xlsb.stated("product_kg"), jersey + rib, "xlsb");

    let page = "<html><head><meta charset='utf-8'></head><body><table><tr><th>Material<th>Composition<th>GSM<th>Width&nbsp;(cm)\
        <th>Consumption<th>Unit</tr><tr><td>Jersey</td><td>100% cotton</td><td>180</td><td>170</td><td>0.8</td><td>m</td></tr>\
        </table></body></html>";
    let html = import_bytes("export.xls", page.as_bytes(), &["--garment", "tshirt"]);
    close(html.stated("product_kg"), jersey, "HTML named xls");

    let xml =
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>";
    let refused = import_bytes("export.xls", xml.as_bytes(), &[]);
    assert!(
        refused.code == 2 && refused.said.contains("XML"),
        "{}",
        refused.said
    );
}

#[test]
fn refusals_name_sheet_headings_rows_and_reasons() {
    let bytes = book(|sheet| {
        sheet.set_name("Costing").expect("a name");
        put(sheet, 0, &[&["Material", "Composition", "Consumption", "Unit"]]);
        put(
            sheet,
            1,
            &[
                &["Twill", "100% cotton", "1.5", "m"],
                &["Lining", "100% cotton", "1", "m"],
                &["Rib", "100% cotton", "1", "m"],
            ],
        );
    });
    let refused = import_bytes("book.xlsx", &bytes, &["--format", "json"]);
    assert_eq!(refused.code, 2);
    assert_eq!(
        refused.json["lines"].as_array().map(Vec::len),
        Some(3),
        "the lines are printed also then"
    );
    for words in [
        "sheet Costing",
        "Material, Composition, Consumption, Unit",
        "rows tried: 3",
        "Row 2",
        "Row 3",
        "Row 4",
    ] {
        assert!(refused.said.contains(words), "{words}: {}", refused.said);
    }
    let strange = import_bytes("t.csv", b"Stoff,Inhalt\nA,B\n", &[]);
    assert!(strange.said.contains("Stoff | Inhalt"), "{}", strange.said);
    for (options, words) in [
        (["--size", "XXL"], "no size"),
        (["--table", "3"], "no table 3"),
        (["--per", "crate"], "\"crate\""),
    ] {
        let table = "Material,Composition,Weight (g)\nShell,100% cotton,150\n";
        let refused = import_bytes("t.csv", table.as_bytes(), &options);
        assert!(
            refused.code == 2 && refused.said.contains(words),
            "{options:?}: {}",
            refused.said
        );
    }
}
