//! Words of explanations: what each figure is, its letters, and where the formula comes from.

use super::messages;

messages! {
    /// Titles, terms and notes of explanations.
    pub enum ExplainMsg {
        FibreMass: "{fibre} in the piece", "成品中的{fibre}";
        GateOf: "{part} at {stage}", "{part}在{stage}";
        Through: "Through {stage}", "经过{stage}";
        WorkAt: "{activity}, {place}", "{activity}·{place}";

        // terms
        TermW0: "what no circular way takes", "没有循环出路的部分";
        TermWf: "waste of the recycling behind the feedstock", "原料再生利用时的损失";
        TermWc: "waste of the recycling at end of use", "使用后再生利用的损失";
        TermLfiQuality: "the linear flow index with recycling counted by the quality of its output", "按产出品质计入再生利用后的线性流动指数";
        TermAverage: "average wears of such a garment", "同类服装平均穿着次数";
        TermRecycledTextile: "recycled, from textile waste", "循环再利用，来自废旧纺织品";
        TermRecycledOther: "recycled, from other waste", "循环再利用，来自其他废料";
        TermClosed: "what the own stream could give back", "自身废料流可提供的部分";
        TermVisits: "visits of {stage}", "{stage}的次数";
        TermPassages: "{stage}: displacement {d} × wears that it brings back, over average wears", "{stage}：替代率{d}×带来的穿着次数÷平均穿着次数";
        TermHired: "first life, hired: displacement {d} × its wears, less those of an owned piece, over average wears", "首次使用周期为租用：替代率{d}×穿着次数，减去自有一件的穿着次数，÷平均穿着次数";
        TermFlowHours: "{stage}: {flow} × {h}", "{stage}：{flow}×{h}";
        TermAvoided: "garments avoided × hours of a new one", "减少的新衣×每件新衣工时";
        TermFibre: "virgin fibre replaced by the output of {stage}", "{stage}的产出替代的原生纤维";
        TermBaseline: "the same in the baseline", "基准路径中的同一项";
        TermRecovery: "recovery of the route", "路线得率";
        TermTolerance: "must stay under 100·ε·largest flow", "须小于100·ε·最大流量";
        TermLine: "{activity}, {place}", "{activity}·{place}";
        TermServed: "work in new garments that a displacement of 1 would take away, against the baseline", "替代率为1时减少的新衣工时，与基准之差";
        TermAhead: "own work less replaced fibre work, against the baseline", "自身工时减去被替代的纤维工时，与基准之差";

        TermSewingByMass: "for comparison: hours of a piece by the factor per kg; by minutes it is {times} times that",
            "对照：按每kg系数计的单件工时；按分钟计为其{times}倍";
        IndirectLine: "Indirect work, not in this figure: {hours} = {direct} × ({multiplier} − 1). The multiplier is typed in by you; source: {note}",
            "间接工时，未计入本数值：{hours}＝{direct}×（{multiplier}−1）。乘数为自行填写；来源：{note}";
        IndirectTotal: "Indirect work beside it, not in this figure: {hours}, by multipliers that you typed in.",
            "另有间接工时{hours}，未计入本数值，按自行填写的乘数计算。";

        // notes
        SourceMci: "Formula: Ellen MacArthur Foundation and Granta, Circularity Indicators: Methodology, 2015, revised 2019. One X, one floor, sums over parts.",
            "公式：Ellen MacArthur Foundation与Granta，Circularity Indicators: Methodology，2015年，2019年修订。整件产品只用一个X、只设一次下限，按部件求和。";
        NoteMci: "MCI is a ratio: it hides weight, and a linear garment that lasts twice as long scores 0.55. Read it with V, W and the bars.",
            "MCI是比值：它不反映重量，线性但寿命加倍的服装也能得0.55分。请与V、W和各条形图一起看。";
        NoteMoved: "Work that was done unpaid at home before; in the work created only where the project counts it.", "原先在家中无偿完成的工作；只有项目选择计入时，才算入新增工时。";
        NoteQuality: "Ours, not of the source of MCI: wiping cloths and felt count less than fibre of the same grade. Read it beside MCI.",
            "本程序的算法，并非MCI来源文件的规定：擦拭布和毡的计分低于同级纤维。请与MCI并读。";
        SourceIso: "Categories: ISO 59020:2024, core indicators.", "类别：ISO 59020:2024核心指标。";
        NoteOutflow: "Lives as a garment are not in this bar: see the expected lives.", "整衣再利用不在此条中：请看预期使用周期数。";
        SourceChain: "Absorbing Markov chain, N = (I − Q)⁻¹, with a cap on lives: one small linear system per life.",
            "吸收马尔可夫链，N＝（I−Q）⁻¹，并限定使用周期数：每个周期解一个小型线性方程组。";
        NoteCti: "Circular Transition Indicators (WBCSD): downcycling, energy and landfill are linear.",
            "循环转型指标（CTI，WBCSD）：降级利用、能量回收和填埋均按线性计。";
        NoteOthers: "{share} of the recycled content depends on other products' waste.", "再生成分中有{share}依赖其他产品的废料。";
        NoteNoRecycled: "No recycled content is claimed.", "未声称含再生成分。";
        NoteDesigned: "If every piece came to the best gate that this pathway has for each part: component reuse, then the highest same-grade yield, then downcycling.",
            "假设每件都进入本路径中最适合各部件的接收环节：先部件再利用，再取同级得率最高者，然后是降级利用。";
        NoteEstimate: "Estimate, not a measurement.", "估算值，非实测值。";
        NoteNet: "Never read the net alone: created and lost work differ in place, skill and pay.", "净变化不能单独看：新增与减少的工时在地点、技能和薪酬上都不同。";
        NoteSewing: "The hours to sew a new garment decide most of the work lost; its range is wide. Look at the break-even first.",
            "减少的工时主要取决于缝制一件新衣的工时，其区间很宽。请先看持平点。";
        NoteKindMinutes: "Making minutes of the kind of garment, as they stand; only k is drawn. Your own minutes take their place.",
            "分钟数取自该类别的缝制分钟数，不参与抽样，只有k参与抽样。可填写自己的分钟数代替。";
        NoteBreakEven: "If a wear after a return replaces this much of a wear of a new garment, work created and lost are equal.",
            "回到穿用后每穿一次，若替代新衣的这么多次穿着，新增与减少的工时相等。";
        NoteBreakEvenOutside: "It lies outside 0 to 1: no real displacement makes the net zero.", "它不在0到1之间：任何实际替代率都不能使净变化为零。";
        NoteLossInput: "Losses are on the input basis: what goes in = what comes out / (1 − loss).", "损耗以投入量为基准：投入＝产出÷（1−损耗）。";
        NoteRange: "Range: flows central, only this activity's own factor moves from low to high.", "区间：流量取中值，仅该项工时系数由低到高变动。";
        NoSource: "no source: an assumption", "没有来源：假设";
        OwnFigure: "own figure", "自定数值";
        OfSample: "of the sample", "示例自带";
        ChoiceOfProduct: "set for this product", "由本产品设定";
        ChoiceOfPathway: "set in this pathway", "由本路径设定";
    }
}
