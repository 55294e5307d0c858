//! Words of the intake: composition labels and bills of materials.

use super::messages;

messages! {
    /// What is said about a composition label.
    pub enum LabelMsg {
        Empty: "No fibre was found. Write it like this: 95% cotton 5% elastane, 180 g/m².",
            "没有找到纤维。可以这样写：95%棉 5%氨纶，180g/㎡。";
        TooLong: "The text is too long; only the first {count} characters were read.", "文字太长，只读取了前{count}个字符。";
        Sum: "The percentages add up to {sum}, not 100. They are kept as they are: which one is wrong, or what is missing?",
            "百分比合计{sum}，不是100%。数值保持原样：哪一项有误，或缺少什么？";
        UnknownFibre: "\"{text}\" is not a known fibre. Choose one.", "“{text}”不是已知的纤维。请选择一种。";
        NoName: "{percent} stands without a fibre. Which one is it?", "{percent}没有对应的纤维。是哪一种？";
        NoPercent: "Fibres are named without a percentage. What are their shares?", "列出了纤维，但没有百分比。各占多少？";
        TwoFibres: "\"{text}\" names several fibres for one percentage; the last one is taken. Is that right?",
            "“{text}”一个百分比对应多种纤维，已取最后一种。是否正确？";
        Trace: "Traces (at most 0.5 %) are left out.", "含微量（不超过0.5%）的部分未计入。";
        TraceOf: "{fibre}: traces (at most 0.5 %), left out.", "{fibre}：含微量（不超过0.5%），未计入。";
        OtherFibres: "{percent} other fibres: counted as not recyclable. What are they?", "其他纤维{percent}：按不可再生利用计算。是哪些纤维？";
        CountedAs: "\"{text}\" has no row of its own in the library; it is counted as: {fibre}.",
            "资料库中没有“{text}”，按{fibre}计算。";
        CountedAsCellulose: "\"{text}\" is counted as: {fibre}. Regenerated cellulose is not recycled.",
            "“{text}”按{fibre}计算。再生纤维素纤维不等于循环再利用。";
        Repeated: "The same composition stands there twice; it is counted once.", "同一成分出现了两次，只计一次。";
        Shorthand: "\"{text}\" is read as trade shorthand for: {fibres}.", "“{text}”按行业简写读作：{fibres}。";
        Ratio: "The ratio {text} does not match the fibres beside it. Which share belongs to which fibre?",
            "比例{text}与纤维的数目不符。各比例对应哪种纤维？";
        RecycledShare: "{fibre}: {percent} recycled is read as a share of this fibre, not of the whole part. Is that right?",
            "{fibre}：循环再利用{percent}按占该纤维的比例读取，而不是占整个部件的比例。是否正确？";
        GsmGuessed: "{gsm} g is read as the fabric weight in g/m².", "{gsm}g按面料克重（g/㎡）读取。";
        GsmRange: "The fabric weight is given as {low} to {high} g/m²; the mean is taken. Which one holds?",
            "克重写作{low}至{high}g/㎡，已取平均值。应为多少？";
        CertificateAlone: "{name} stands on the label, but no fibre is called recycled; nothing is counted as recycled.",
            "标有{name}，但没有写明循环再利用的纤维；未计入循环再利用。";
    }
}
