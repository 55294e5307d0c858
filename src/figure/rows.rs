//! The rows of the figures of a pathway.
//!
//! A figure that is read from numbers which exist is one row here and one explanation in `explain`; the order of the
//! rows is that of the columns of draws, of JSON and of tables.

use super::{Better, Form, On, Question, Reading, Row, Section, Shown, Value};
use crate::indicator::lifetime::grams_per_100_wears;

/// What decides where the mass ends.
const ENDS: &[On] = &[On::Feed, On::Exits, On::Gates];
const FLOW: &[On] = ENDS;
/// What decides how long a piece is worn against others.
const LIFE: &[On] = &[On::Exits, On::Wears, On::Average];
const FLOW_AND_LIFE: &[On] = &[On::Feed, On::Exits, On::Gates, On::Wears, On::Average];
const FLOW_AND_WEARS: &[On] = &[On::Feed, On::Exits, On::Gates, On::Wears];
const BOUGHT: &[On] = &[On::Feed, On::Exits, On::Gates, On::Bought];
const BOUGHT_AND_WEARS: &[On] = &[On::Feed, On::Exits, On::Gates, On::Bought, On::Wears];
const CLOSED: &[On] = &[On::Feed, On::Exits, On::Gates, On::Closed];
const AVOIDED: &[On] = &[On::Exits, On::Wears, On::Average, On::Displacement];
const QUALITY: &[On] = &[
    On::Feed,
    On::Exits,
    On::Gates,
    On::Wears,
    On::Average,
    On::Quality,
];
/// What decides the carbon of a piece: what it is made of and loses, how often it is worn, and where it ends.
const CARBON: &[On] = &[On::Feed, On::Made, On::Exits, On::Gates, On::Wears];
/// What decides how hours differ from the baseline's.
const CHANGE: &[On] = &[
    On::Feed,
    On::Exits,
    On::Gates,
    On::Wears,
    On::Average,
    On::Displacement,
    On::Hours,
    On::Replaced,
    On::Baseline,
];
const JOBS: &[On] = &[
    On::Feed,
    On::Exits,
    On::Gates,
    On::Wears,
    On::Average,
    On::Displacement,
    On::Hours,
    On::Replaced,
    On::Baseline,
    On::FullTime,
];

/// Makes the enum of figures and its rows.
macro_rules! figures {
    ($($(#[$meta:meta])* $id:ident = $key:literal ($en:literal, $zh:literal) {
        $letter:literal, $form:ident, $better:ident, $section:ident, $shown:expr, $on:expr, $formula:literal, $value:expr
    })+) => {
        /// Figures of a pathway as a whole.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PathwayFigure {
            $(#[doc = $en] $id,)+
        }

        impl PathwayFigure {
            /// Every figure, in the order of its rows.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// All that is said of it.
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Self::$id => {
                        const ROW: &Row = &Row {
                            key: $key,
                            en: $en,
                            zh: $zh,
                            letter: $letter,
                            form: Form::$form,
                            better: Better::$better,
                            section: Section::$section,
                            shown: $shown,
                            rests_on: $on,
                            formula: $formula,
                            value: $value,
                        };
                        ROW
                    })+
                }
            }
        }
    };
}

/// A number that every draw gives, read from one draw alone and from several side by side.
macro_rules! drawn {
    (|$of:ident| $number:expr) => {
        Value::Drawn(Reading {
            alone: |$of| $number,
            side_by_side: |$of| $number,
        })
    };
}

use PathwayFigure as F;

const INFLOW: &[F] = &[
    F::InflowReused,
    F::InflowTextile,
    F::InflowOther,
    F::InflowRenewable,
    F::InflowVirgin,
];
/// Where mass ends, what is not yet decided apart.
const OUTFLOW: &[F] = &[
    F::OutflowReused,
    F::OutflowRecycled,
    F::OutflowDowncycled,
    F::OutflowBiological,
    F::OutflowEnergy,
    F::OutflowLost,
    F::OutflowUndecided,
];
/// The same as the contract counts it: linear is what is lost and what is not yet decided.
const OUTFLOW_OF_CONTRACT: &[F] = &[
    F::OutflowReused,
    F::OutflowRecycled,
    F::OutflowDowncycled,
    F::OutflowBiological,
    F::OutflowEnergy,
    F::OutflowLinear,
];
const DESIGNED: &[F] = &[
    F::DesignedReused,
    F::DesignedRecycled,
    F::DesignedDowncycled,
    F::DesignedBiological,
    F::DesignedEnergy,
    F::DesignedLinear,
];

use Shown::{Lead, Letter, More, Opened, Piece};
use Value::{Bar, Checked};

figures! {
    Mci = "mci" ("Material Circularity Indicator (MCI)", "材料循环度指标（MCI）") {
        "MCI", Ratio, More, Circularity, Lead, FLOW_AND_LIFE,
        "MCI = max(0, 1 − 0.9 · LFI / X)", drawn!(|o| o.circularity.mci.mci)
    }
    MciQuality = "mci_quality" ("Quality-weighted MCI", "品质加权MCI") {
        "", Ratio, More, Circularity, More(Question::Material), QUALITY,
        "MCI with C_R · q, E_C · q and E_F · q,  q = Qs / Qp", drawn!(|o| o.circularity.quality.mci)
    }
    V = "v_kg" ("Virgin feedstock (V)", "原生原料（V）") {
        "V", Mass, Less, Circularity, Letter, &[On::Feed],
        "V = Σ m_p (1 − F_R − F_U − F_S)", drawn!(|o| o.circularity.mci.v)
    }
    W = "w_kg" ("Unrecoverable waste (W)", "不可再生利用的废弃物（W）") {
        "W", Mass, Less, Circularity, Letter, FLOW,
        "W = Σ [W_0 + (W_F + W_C)/2]", drawn!(|o| o.circularity.mci.w)
    }
    Lfi = "lfi" ("Linear flow index (LFI)", "线性流动指数（LFI）") {
        "LFI", Ratio, Less, Circularity, Letter, FLOW,
        "LFI = (V + W) / (2M + Σ(W_F − W_C)/2)", drawn!(|o| o.circularity.mci.lfi)
    }
    X = "x" ("Utility (X)", "效用系数（X）") {
        "X", Ratio, More, Circularity, Letter, LIFE,
        "X = Σ N · service / L_av", drawn!(|o| o.circularity.mci.x)
    }
    Inflow = "inflow" ("What goes in", "投入来源") {
        "", Share, Neither, Circularity, Shown::Row, &[On::Feed],
        "Σ m_p · F / Σ m_p", Bar(INFLOW, INFLOW)
    }
    InflowReused = "inflow.reused" ("Share from reused components", "再利用部件占比") {
        "", Share, More, Circularity, Piece, &[On::Feed],
        "Σ m_p · F_U / Σ m_p", drawn!(|o| o.circularity.inflow.reused)
    }
    InflowTextile = "inflow.recycled_textile" ("Share recycled from textiles", "来自纺织品的再生成分占比") {
        "", Share, More, Circularity, Piece, &[On::Feed],
        "Σ m_p · F_R (textile) / Σ m_p", drawn!(|o| o.circularity.inflow.recycled_textile)
    }
    InflowOther = "inflow.recycled_other" ("Share recycled from other waste", "来自其他废料的再生成分占比") {
        "", Share, More, Circularity, Piece, &[On::Feed],
        "Σ m_p · F_R (other) / Σ m_p", drawn!(|o| o.circularity.inflow.recycled_other)
    }
    InflowRenewable = "inflow.renewable" ("Share renewable with evidence", "有证明的可再生成分占比") {
        "", Share, More, Circularity, Piece, &[On::Feed],
        "Σ m_p · F_S / Σ m_p", drawn!(|o| o.circularity.inflow.renewable)
    }
    InflowVirgin = "inflow.virgin" ("Share of virgin feedstock", "原生原料占比") {
        "", Share, Less, Circularity, Piece, &[On::Feed],
        "1 − Σ m_p (F_U + F_R + F_S) / Σ m_p", drawn!(|o| o.circularity.inflow.virgin)
    }
    Outflow = "outflow" ("Where the mass ends", "重量最后去哪里") {
        "", Share, Neither, Circularity, Shown::Row, ENDS,
        "Σ kg / Σ m_p", Bar(OUTFLOW, OUTFLOW_OF_CONTRACT)
    }
    OutflowReused = "outflow.reused" ("Share reused as components", "作为部件再利用的占比") {
        "", Share, More, Circularity, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.reused)
    }
    OutflowRecycled = "outflow.recycled" ("Share recycled at the same grade", "同级再生利用的占比") {
        "", Share, More, Circularity, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.recycled)
    }
    OutflowDowncycled = "outflow.downcycled" ("Share downcycled", "降级利用的占比") {
        "", Share, Neither, Circularity, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.downcycled)
    }
    OutflowBiological = "outflow.biological" ("Share composted", "堆肥的占比") {
        "", Share, More, Circularity, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.biological)
    }
    OutflowEnergy = "outflow.energy" ("Share to energy recovery", "能量回收的占比") {
        "", Share, Less, Circularity, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.energy)
    }
    OutflowLinear = "outflow.linear" ("Linear share", "线性去向的占比") {
        "", Share, Less, Circularity, Piece, ENDS,
        "lost + not yet decided", drawn!(|o| o.circularity.outflow.linear)
    }
    OutflowLost = "outflow.lost" ("Share landfilled or lost", "填埋或流失的占比") {
        "", Share, Less, CircularityOfProject, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.lost())
    }
    OutflowUndecided = "outflow.undecided" ("Share not yet decided", "尚未决定去向的占比") {
        "", Share, Less, CircularityOfProject, Piece, ENDS,
        "Σ kg of the class / Σ m_p", drawn!(|o| o.circularity.outflow.undecided)
    }
    ItemUses = "item_uses" ("Expected lives of the item", "单件预期使用周期数") {
        "", Times, More, Circularity, Shown::Row, &[On::Exits],
        "Σ N[start, use]", drawn!(|o| o.circularity.item_uses)
    }
    Wears = "wears" ("Expected wears", "预期穿着次数") {
        "", Wears, More, Circularity, Shown::Row, &[On::Exits, On::Wears],
        "Σ N₁ · service₁ + N₂₊ · service₂₊", drawn!(|o| o.circularity.wears)
    }
    VPer100Wears = "v_g_per_100_wears" ("Virgin feedstock per 100 wears", "每穿100次的原生原料") {
        "", Grams, Less, Circularity, More(Question::PerHundredWears), &[On::Feed, On::Exits, On::Wears],
        "V / wears · 100", drawn!(|o| o.circularity.v_g_per_100_wears)
    }
    VWithProductionPer100Wears = "v_with_production_g_per_100_wears" ("Virgin feedstock per 100 wears, with production waste", "每穿100次的原生原料（含生产废料）") {
        "", Grams, Less, CircularityOfProject, More(Question::PerHundredWears), &[On::Feed, On::Bought, On::Exits, On::Wears],
        "V · gross / m / wears · 100", drawn!(|o| grams_per_100_wears(o.circularity.v_with_production, o.circularity.wears))
    }
    WPer100Wears = "w_g_per_100_wears" ("Unrecoverable waste per 100 wears", "每穿100次的不可再生利用的废弃物") {
        "", Grams, Less, Circularity, More(Question::PerHundredWears), FLOW_AND_WEARS,
        "W / wears · 100", drawn!(|o| o.circularity.w_g_per_100_wears)
    }
    WWithProductionPer100Wears = "w_with_production_g_per_100_wears" ("Unrecoverable waste per 100 wears, with production waste", "每穿100次的不可再生利用的废弃物（含生产废料）") {
        "", Grams, Less, CircularityOfProject, More(Question::PerHundredWears), BOUGHT_AND_WEARS,
        "(W + gross − m) / wears · 100", drawn!(|o| grams_per_100_wears(o.circularity.w_with_production, o.circularity.wears))
    }
    GarmentsAvoided = "garments_avoided_per_piece" ("New garments avoided per piece", "每件减少的新衣") {
        "", Ratio, More, Circularity, Opened, AVOIDED,
        "A = Σ d · s / L_av", drawn!(|o| o.circularity.garments_avoided)
    }
    ItemUsesSd = "item_uses_sd" ("Spread of the lives (standard deviation)", "使用周期数的标准差") {
        "", Ratio, Neither, CircularityOfProject, More(Question::Spread), &[On::Exits],
        "sd = √(S − E²),  S = N(2 r∘E − r²)", drawn!(|o| o.circularity.item_uses_sd)
    }
    MaterialUses = "material_uses" ("Expected uses of the material", "材料预期使用次数") {
        "", Times, More, Circularity, More(Question::Spread), ENDS,
        "item uses / (1 − recycled − reused)", drawn!(|o| o.circularity.material_uses)
    }
    MaterialCircularity = "material_circularity" ("Material circularity (CTI)", "材料循环率（CTI）") {
        "", Share, More, CircularityOfProject, More(Question::Material), FLOW,
        "(circular inflow + circular outflow) / (total inflow + total outflow)", drawn!(|o| o.circularity.material_circularity)
    }
    Designed = "designed_outflow" ("Designed potential", "设计潜力") {
        "", Share, Neither, CircularityOfProject, Shown::Row, ENDS,
        "Σ m_p · best gate / Σ m_p", Bar(DESIGNED, DESIGNED)
    }
    DesignedReused = "designed_outflow.reused" ("Share reused as components, by design", "作为部件再利用的占比（设计潜力）") {
        "", Share, More, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.reused)
    }
    DesignedRecycled = "designed_outflow.recycled" ("Share recycled at the same grade, by design", "同级再生利用的占比（设计潜力）") {
        "", Share, More, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.recycled)
    }
    DesignedDowncycled = "designed_outflow.downcycled" ("Share downcycled, by design", "降级利用的占比（设计潜力）") {
        "", Share, Neither, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.downcycled)
    }
    DesignedBiological = "designed_outflow.biological" ("Share composted, by design", "堆肥的占比（设计潜力）") {
        "", Share, More, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.biological)
    }
    DesignedEnergy = "designed_outflow.energy" ("Share to energy recovery, by design", "能量回收的占比（设计潜力）") {
        "", Share, Less, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.energy)
    }
    DesignedLinear = "designed_outflow.linear" ("Share landfilled or lost, by design", "填埋或流失的占比（设计潜力）") {
        "", Share, Less, CircularityOfProject, Piece, ENDS,
        "Σ m_p · best gate of the class / Σ m_p", drawn!(|o| o.designed.linear)
    }
    ClosedLoop = "closed_loop_share" ("Closed-loop feasibility", "闭环可行性") {
        "", Share, More, CircularityOfProject, Opened, CLOSED,
        "Σ C_R · E_C · closed share", drawn!(|o| o.circularity.closed_loop_share)
    }
    FromOthers = "from_others_share" ("Share of recycled content from other products", "来自其他产品废料的再生成分占比") {
        "", Share, Less, CircularityOfProject, More(Question::OwnLoop), CLOSED,
        "max(0, F_R − own loop) / F_R", drawn!(|o| o.circularity.share_from_others())
    }
    VWithProduction = "v_with_production_kg" ("Virgin feedstock with production waste", "原生原料（含生产废料）") {
        "", Mass, Less, CircularityOfProject, Opened, &[On::Feed, On::Bought],
        "V · gross / m", drawn!(|o| o.circularity.v_with_production)
    }
    WWithProduction = "w_with_production_kg" ("Unrecoverable waste with production waste", "不可再生利用的废弃物（含生产废料）") {
        "", Mass, Less, CircularityOfProject, Opened, BOUGHT,
        "W + (gross − m)", drawn!(|o| o.circularity.w_with_production)
    }
    Gained = "gained_h_per_1000" ("Work created", "新增工时") {
        "", Hours, More, Work, Shown::Row, CHANGE,
        "Σ Δ⁺,  Δ = H_pathway − H_baseline", drawn!(|o| o.totals.gained)
    }
    Lost = "lost_h_per_1000" ("Work lost", "减少工时") {
        "", Hours, Less, Work, Shown::Row, CHANGE,
        "−Σ Δ⁻,  Δ = H_pathway − H_baseline", drawn!(|o| o.totals.lost)
    }
    Net = "net_h_per_1000" ("Net change", "净变化") {
        "", NetHours, More, Work, Shown::Row, CHANGE,
        "net = gained − lost", drawn!(|o| o.totals.net())
    }
    BreakEven = "break_even_displacement" ("Break-even displacement", "持平替代率") {
        "", Ratio, Neither, Work, Shown::Row, CHANGE,
        "d = (A − A_baseline) / (S − S_baseline)", drawn!(|o| o.totals.bounded_break_even())
    }
    GainedHere = "gained_here_h_per_1000" ("Work created here", "本地新增工时") {
        "", Hours, More, WorkOfProject, Opened, CHANGE,
        "Σ Δ⁺ at home", drawn!(|o| o.totals.gained_here)
    }
    LostHere = "lost_here_h_per_1000" ("Work lost here", "本地减少工时") {
        "", Hours, Less, WorkOfProject, Opened, CHANGE,
        "−Σ Δ⁻ at home", drawn!(|o| o.totals.lost_here)
    }
    MovedFromHome = "moved_from_home_h_per_1000" ("Work that moved from home", "由家庭转出的工时") {
        "", Hours, Neither, WorkOfProject, Opened, &[On::Feed, On::Exits, On::Gates, On::Moved, On::Baseline],
        "Σ flow · h · 1000, against the baseline", drawn!(|o| o.totals.moved_from_home)
    }
    Gross = "gross_h_per_1000" ("The pathway's own work", "路径自身工时") {
        "", Hours, Neither, Work, Shown::Row, &[On::Feed, On::Exits, On::Gates, On::Hours],
        "Σ flow · h · 1000", drawn!(|o| o.totals.gross)
    }
    FteGained = "fte_gained" ("Jobs created at your volume", "按年产量折合的新增岗位") {
        "", Jobs, More, Work, Shown::Row, JOBS,
        "Σ Δ⁺ / 1000 · pieces / hours per FTE", drawn!(|o| o.totals.fte_gained)
    }
    FteLost = "fte_lost" ("Jobs lost at your volume", "按年产量折合的减少岗位") {
        "", Jobs, Less, Work, Shown::Row, JOBS,
        "−Σ Δ⁻ / 1000 · pieces / hours per FTE", drawn!(|o| o.totals.fte_lost)
    }
    FteGross = "fte_gross" ("Jobs of the pathway's own work at your volume", "按年产量折合的路径自身岗位") {
        "", Jobs, Neither, WorkOfProject, Shown::Row, &[On::Feed, On::Exits, On::Gates, On::Hours, On::FullTime],
        "Σ flow · h · pieces / hours per FTE", drawn!(|o| o.totals.fte_gross)
    }
    Balance = "max_residual_kg" ("Mass balance", "质量平衡") {
        "", Residual, Less, Balance, Opened, ENDS,
        "max |in − out|", Checked(|figures| figures.imbalance_kg)
    }
    CarbonPer100Wears = "carbon_kg_per_100_wears" ("Carbon per 100 wears, indicative", "每穿100次的碳排放（仅供参考）") {
        "", Carbon, Less, Beside, More(Question::Beside), CARBON,
        "(made + washed + ended) / wears · 100", Value::Beside(|beside| beside.carbon.per_100_wears)
    }
    WageGained = "wage_gained" ("Wages gained per 1000 pieces, indicative", "每千件新增工资（仅供参考）") {
        "", Yuan, More, Beside, More(Question::Beside), CHANGE,
        "Σ Δ⁺ · wage of the place", Value::Beside(|beside| beside.wages.gained.central())
    }
    WageLost = "wage_lost" ("Wages lost per 1000 pieces, indicative", "每千件减少工资（仅供参考）") {
        "", Yuan, Less, Beside, More(Question::Beside), CHANGE,
        "−Σ Δ⁻ · wage of the place", Value::Beside(|beside| beside.wages.lost.central())
    }
}
