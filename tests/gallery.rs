//! All widgets together, as they would stand in the window: sizes of targets, and pictures to look at.

#![allow(clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Id;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use reloom::text::Lang;
use reloom::text::number::{self, Trend};
use reloom::ui::icon;
use reloom::ui::theme::metric;
use reloom::ui::theme::{EndClass, Fill, Theme, ThemeKind};
use reloom::ui::widget::{Button, Figure, NumberField, Segment, ShareSlider, StackedBar, segmented};
use reloom::ui::widget::{
    DivergingBar, Hatch, Notice, RangeBar, badge, bar, delta_badge, grade_chip, notice_line, text, toggle,
};

#[test]
fn targets_are_large_enough() {
    let mut h = support::builder(ThemeKind::Light, 700.0, 900.0).build_ui(|ui| show(ui, Lang::En));
    h.run();
    for role in [
        Role::Button,
        Role::Switch,
        Role::RadioButton,
        Role::Slider,
        Role::TextInput,
        Role::GraphicsObject,
    ] {
        for node in h.query_all_by_role(role) {
            let rect = node.rect();
            let name = node.accesskit_node().label();
            assert!(
                rect.width() >= 27.9 && rect.height() >= 27.9,
                "{role:?} {name:?} is {:?}",
                rect.size()
            );
        }
    }
}

#[test]
#[ignore = "writes pictures to target/gallery-*.png"]
fn gallery_pictures() {
    for (kind, look) in [
        (ThemeKind::Light, "light"),
        (ThemeKind::Dark, "dark"),
        (ThemeKind::ContrastLight, "contrast-light"),
        (ThemeKind::ContrastDark, "contrast-dark"),
    ] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            let painter = support::Painter::default();
            let mut h = support::builder(kind, 1000.0, 860.0)
                .renderer(painter.clone())
                .build_ui(move |ui| show(ui, lang));
            h.run();
            h.get_by_role_and_label(Role::Slider, if lang == Lang::En { "Cotton" } else { "棉" })
                .focus();
            h.run();
            h.hover_at(egui::pos2(460.0, 450.0));
            h.run();
            let path = format!("{}/target/gallery-{look}-{code}.png", env!("CARGO_MANIFEST_DIR"));
            painter.picture(&h).save(path);
        }
    }
}

fn say(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    if lang == Lang::En { en } else { zh }
}

fn show(ui: &mut egui::Ui, lang: Lang) {
    let theme = Theme::of(ui.ctx());
    egui::Panel::right("inspector")
        .exact_size(300.0)
        .resizable(false)
        .frame(egui::Frame::new().fill(theme.surface).inner_margin(16))
        .show(ui, |ui| inspector(ui, &theme, lang));
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(theme.ground).inner_margin(20))
        .show(ui, |ui| work_area(ui, &theme, lang));
}

fn inspector(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    text::small(ui, theme, say(lang, "Part", "部件"));
    text::name(ui, theme, say(lang, "Shell fabric", "面料（大身料）"));
    ui.add_space(metric::SPACE_S);
    for (id, en, zh, share, pinned) in [
        ("pet", "Polyester", "聚酯纤维（涤纶）", 0.65, true),
        ("cotton", "Cotton", "棉", 0.35, false),
    ] {
        let fill = theme.fibre(if id == "pet" { "polyester" } else { "cotton" });
        ShareSlider::new(id, say(lang, en, zh), share, lang)
            .pinned(pinned)
            .swatch(fill)
            .show(ui, theme);
    }
    let remainder = number::share(0.0, lang);
    text::small(
        ui,
        theme,
        &format!("{} {remainder}", say(lang, "Remainder", "剩余占比")),
    );
    text::rule(ui, theme);
    NumberField::new("mass", say(lang, "Mass", "质量"), Some(369.2), lang)
        .unit("g")
        .show(ui, theme);
    NumberField::new("wears", say(lang, "Wears", "穿着次数"), Some(110.0), lang).show(ui, theme);
    text::rule(ui, theme);
    let missing = say(
        lang,
        "35 % cotton, this route needs 80 %",
        "棉仅35%，该路径至少需80%",
    );
    notice_line(ui, theme, Notice::Warning, missing, lang);
    notice_line(
        ui,
        theme,
        Notice::Error,
        say(lang, "At most 100 %", "不能大于100%"),
        lang,
    );
    notice_line(
        ui,
        theme,
        Notice::Info,
        say(lang, "Target for 2030: 30 %", "2030年目标：30%"),
        lang,
    );
    ui.add_space(metric::SPACE_S);
    let long = say(
        lang,
        "A name that is far too long for the place where it stands",
        "一个远远超出其所在位置宽度而不得不省略的很长很长的名称",
    );
    text::elided(ui, theme, long);
    ui.add_space(metric::SPACE_S);
    ui.horizontal(|ui| {
        Button::quiet(say(lang, "Sources", "来源"))
            .icon(icon::BOOK)
            .show(ui, theme);
        Button::quiet(say(lang, "Edit", "修改"))
            .icon(icon::PENCIL)
            .show(ui, theme);
    });
}

fn work_area(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    toolbar(ui, theme, lang);
    ui.add_space(metric::SPACE_M);
    let title = say(
        lang,
        "567 g, 101 g cutting waste, 21 % recycled, from bottles",
        "567g，裁剪废料101g，21%循环再利用（来自瓶片）",
    );
    text::title(ui, theme, title);
    text::small(ui, theme, say(lang, "Length is mass", "长度表示质量"));
    ui.add_space(metric::SPACE_XS);
    fibres(ui, theme, lang);
    ui.add_space(metric::SPACE_L);
    figures(ui, theme, lang);
    text::rule(ui, theme);
    text::heading(ui, theme, say(lang, "Where does it end?", "最后去哪里"));
    ends(ui, theme, lang);
    ui.add_space(metric::SPACE_M);
    text::heading(
        ui,
        theme,
        say(lang, "What work? Hours per 1000 pieces", "工作增减（工时/千件）"),
    );
    work(ui, theme, lang);
    ui.add_space(metric::SPACE_M);
    swatches(ui, theme);
}

fn toolbar(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    ui.horizontal(|ui| {
        Button::primary(say(lang, "Compare", "比较"))
            .icon(icon::SCALES)
            .show(ui, theme);
        Button::quiet(say(lang, "Part", "部件"))
            .icon(icon::PLUS)
            .show(ui, theme);
        Button::bare(say(lang, "Paste label", "粘贴成分")).show(ui, theme);
        let options = [
            say(lang, "Mass", "质量"),
            say(lang, "Work", "工时"),
            say(lang, "Pieces", "件数"),
        ];
        segmented(
            ui,
            theme,
            Id::unique("show"),
            say(lang, "Show", "显示"),
            &options,
            0,
        );
    });
    ui.horizontal(|ui| {
        toggle(ui, theme, Some(icon::RANGES), say(lang, "Ranges", "区间"), true);
        let nothing = say(lang, "Nothing to undo", "没有可撤销的操作");
        Button::icon_only(icon::UNDO, say(lang, "Undo", "撤销"))
            .disabled(Some(nothing))
            .show(ui, theme);
        for (sign, en, zh) in [
            (icon::REDO, "Redo", "重做"),
            (icon::SEARCH, "Find", "查找"),
            (icon::TRANSLATE, "中文", "English"),
            (icon::MOON, "Dark", "深色"),
        ] {
            Button::icon_only(sign, say(lang, en, zh)).show(ui, theme);
        }
        for index in 0..5 {
            badge::pathway_badge(ui, theme, index, "");
        }
        for grade in ["A", "B", "C", "D"] {
            grade_chip(ui, theme, grade, lang);
        }
    });
}

fn fibres(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    let pieces = [
        ("Polyester", "聚酯纤维（涤纶）", 0.52, "polyester"),
        ("Cotton", "棉", 0.26, "cotton"),
        ("Wool", "羊毛", 0.12, "wool"),
        ("Hard parts", "硬质部件", 0.06, "hard"),
        ("Elastane", "聚氨酯弹性纤维（氨纶）", 0.03, "elastane"),
    ];
    let values = pieces.map(|(_, _, share, _)| number::share(share, lang));
    let segments: Vec<_> = pieces
        .iter()
        .zip(&values)
        .map(|((en, zh, share, id), value)| Segment {
            label: say(lang, en, zh),
            value,
            share: *share,
            fill: theme.fibre(id),
        })
        .collect();
    StackedBar::new("fibres", "Fibres", &segments)
        .selected(Some(0))
        .show(ui, theme);
}

fn figures(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for (index, value, band) in [
            (0, 0.21, (0.17, 0.27)),
            (1, 0.43, (0.34, 0.52)),
            (2, 0.27, (0.22, 0.33)),
        ] {
            ui.vertical(|ui| {
                ui.set_width(130.0);
                ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                ui.horizontal(|ui| {
                    badge::pathway_badge(ui, theme, index, "");
                    text::heading(
                        ui,
                        theme,
                        [
                            say(lang, "Today", "今天"),
                            say(lang, "Resale", "转售"),
                            say(lang, "Sort", "分拣"),
                        ][index],
                    );
                });
                let figure = number::ratio(value, lang);
                let range = number::figure_range(value, band, lang);
                ui.horizontal(|ui| {
                    Figure::new(("mci", index), "MCI", &figure, lang)
                        .big()
                        .range(Some(&range))
                        .show(ui, theme);
                    if index == 2 {
                        delta_badge(ui, theme, "0.24", &figure, Trend::Up);
                    }
                });
                RangeBar::new("MCI", &figure, value, Some(band), theme.pathway(index))
                    .ends("0", "1")
                    .show(ui, theme);
            });
        }
        ui.vertical(|ui| {
            let unit = say(lang, "h", "工时");
            Figure::new("h", "Sewing", "310", lang)
                .unit(unit)
                .range(Some("120–720"))
                .grade("D")
                .assumed(true)
                .show(ui, theme);
            Figure::new("g", "Mass", "567", lang).unit("g").show(ui, theme);
            Figure::new("f", "Work lost", "310", lang)
                .big()
                .unit(unit)
                .show(ui, theme);
        });
    });
}

fn ends(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    let words = [
        say(lang, "Reused", "再利用"),
        say(lang, "Same grade", "同级"),
        say(lang, "Downcycled", "降级利用"),
        say(lang, "Biological", "堆肥"),
        say(lang, "Energy", "能量回收"),
        say(lang, "Lost", "流失"),
        say(lang, "Not yet decided", "尚未决定"),
    ];
    let bars = [
        [0.08, 0.16, 0.18, 0.1, 0.28, 0.15, 0.05],
        [0.0, 0.0, 0.09, 0.0, 0.56, 0.35, 0.0],
    ];
    for (row, shares) in bars.into_iter().enumerate() {
        let values = shares.map(|share| number::share(share, lang));
        let segments: Vec<_> = EndClass::ALL
            .iter()
            .zip(shares)
            .enumerate()
            .map(|(at, (class, share))| Segment {
                label: words[at],
                value: &values[at],
                share,
                fill: theme.end(*class),
            })
            .collect();
        StackedBar::new(("ends", row), "Ends", &segments)
            .strong(row == 1)
            .show(ui, theme);
    }
}

fn work(ui: &mut egui::Ui, theme: &Theme, lang: Lang) {
    let plain = |index| Fill {
        hatch: Hatch::None,
        ..theme.pathway(index)
    };
    let gained = [
        Segment {
            label: "Repair",
            value: "60",
            share: 60.0,
            fill: plain(1),
        },
        Segment {
            label: "Sorting",
            value: "38",
            share: 38.0,
            fill: theme.pathway(1),
        },
    ];
    let lost = [Segment {
        label: "Sewing",
        value: "310",
        share: 310.0,
        fill: theme.lost(),
    }];
    let net = say(lang, "net −212", "净变化−212");
    DivergingBar::new("b", "Work, B", &lost, &gained, 320.0)
        .ends("−310", "+98")
        .net(-212.0, net)
        .show(ui, theme);
    let gained = [Segment {
        label: "Sorting",
        value: "31",
        share: 31.0,
        fill: theme.pathway(2),
    }];
    let lost = [Segment {
        label: "Spinning",
        value: "4",
        share: 4.0,
        fill: theme.lost(),
    }];
    DivergingBar::new("c", "Work, C", &lost, &gained, 320.0)
        .ends("−4", "+31")
        .net(27.0, "")
        .show(ui, theme);
}

fn swatches(ui: &mut egui::Ui, theme: &Theme) {
    ui.horizontal_wrapped(|ui| {
        for (name, fill) in theme.fills() {
            bar::swatch(ui, theme, fill);
            text::small(ui, theme, &name);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
        for (_, sign) in icon::ALL {
            text::icon(ui, theme, *sign, theme.ink);
        }
    });
}
