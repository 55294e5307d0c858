//! Words of refused models: a resolved model on file that cannot be computed.

use super::{Lang, messages, number};
use crate::flow::{Age, ModelFault};
use crate::quantity::Quantity;

messages! {
    /// What is wrong with a resolved model.
    pub enum ModelMsg {
        Newer: "format: \"{found}\" is newer than \"{own}\", which this program reads. Use a later Reloom.",
            "format：“{found}”比本程序可读的“{own}”更新。请使用较新版本的再织。";
        Older: "format: \"{found}\" is older than \"{own}\", which this program reads. `reloom model` prints the new form.",
            "format：“{found}”比本程序可读的“{own}”更旧。用reloom model可输出新格式。";
        Unknown: "format: \"{found}\" is unknown; this program reads \"{own}\".",
            "format：无法识别“{found}”；本程序可读“{own}”。";
        OutOfRange: "{at}: {value} is not possible; it must be {range}.", "{at}：不能为{value}；应{range}。";
        TooLarge: "{at}: {value} is too large to reckon with; give no more than 1e100.", "{at}：{value}过大，无法计算；不应超过1e100。";
        Between: "from {low} to {high}", "在{low}至{high}之间";
        AtLeast: "{low} or more", "不小于{low}";
        Above: "above {low}", "大于{low}";
        Whole: "a whole number from {low} to {high}, or null for no cap", "为{low}至{high}的整数，或为null（不限）";
        NoParts: "product.parts: the product has no parts. Give at least one.", "product.parts：产品没有部件。请至少提供一个。";
        NoMass: "parts.{part}: a part of 0 kg has no place in a model. Leave the part out or give its mass.",
            "parts.{part}.mass_kg：模型中的部件质量不能为0。请删去该部件或填写质量。";
        Feedstock: "parts.{part}: recycled, reused and sustained shares add up to {sum}, more than 1. Lower one of them.",
            "parts.{part}：f_r_textile、f_r_other、f_u和f_s之和为{sum}，超过1。请调低其中一项。";
        NoEfficiency: "parts.{part}: recycled content cannot come from a recycling with efficiency 0. Give `e_f` above 0.",
            "parts.{part}.e_f：效率为0的再生不可能产出再生原料。请给出大于0的e_f。";
        ExitSum: "{at}: its exits add up to {sum}. Make them 1.", "{at}：各去向的占比之和为{sum}。请改为1。";
        Without: "{at}: {key} is given without {other}. Give both, or neither.", "{at}：有{key}而没有{other}。请两项都给，或都不给。";
        Misplaced: "{at}: {key} does not belong to this kind of stage. Leave it out.", "{at}：这类环节没有{key}。请删去。";
        Missing: "{at}: {key} is missing. Give it.", "{at}：缺少{key}。请补上。";
        Basis: "{at}: work here cannot be counted per \"{basis}\". Use piece or kg at item stages, kg or `kg_out` at material stages, kg at ends.",
            "{at}：这里的用工不能按“{basis}”计。衣物环节用piece或kg，材料环节用kg或kg_out，去处用kg。";
        NoHours: "`hours_per_fte`: nothing for \"{place}\". Give the hours of one full-time job there.",
            "hours_per_fte：没有“{place}”的数值。请给出该地一个全时当量的年工时。";
        PartTwice: "product.parts: two parts have the id \"{part}\". Rename one of them.",
            "product.parts：有两个部件的编号都是“{part}”。请改名其中一个。";
        StartsDiffer: "start: the pathway starts at \"{own}\" and the baseline at \"{baseline}\"; either both start in a use stage or neither.",
            "start：路径从“{own}”开始，基准路径从“{baseline}”开始；两者应都从穿用环节开始，或都不从穿用环节开始。";
    }
}

/// The words of `fault`, in one sentence or two.
pub fn fault(fault: &ModelFault, lang: Lang) -> String {
    let plain = |value: &f64| value.to_string();
    match fault {
        ModelFault::Syntax(words) => words.clone(),
        ModelFault::Format { found, own, age } => {
            let message = match age {
                Age::Newer => ModelMsg::Newer,
                Age::Older => ModelMsg::Older,
                Age::Unknown => ModelMsg::Unknown,
            };
            message.with(lang, &[("found", found), ("own", own)])
        }
        ModelFault::Range { at, value, quantity } => {
            let values = [
                ("at", at.clone()),
                ("value", plain(value)),
                ("range", range(*quantity, lang)),
            ];
            ModelMsg::OutOfRange.with(
                lang,
                &values.each_ref().map(|(key, value)| (*key, value.as_str())),
            )
        }
        ModelFault::TooLarge { at, value } => {
            let value = format!("{value:e}");
            ModelMsg::TooLarge.with(lang, &[("at", at), ("value", &value)])
        }
        ModelFault::NoParts => ModelMsg::NoParts.text(lang).to_owned(),
        ModelFault::NoMass(part) => ModelMsg::NoMass.with(lang, &[("part", part)]),
        ModelFault::Feedstock { part, sum } => {
            ModelMsg::Feedstock.with(lang, &[("part", part), ("sum", &plain(sum))])
        }
        ModelFault::NoEfficiency(part) => ModelMsg::NoEfficiency.with(lang, &[("part", part)]),
        ModelFault::ExitSum { at, sum } => ModelMsg::ExitSum.with(lang, &[("at", at), ("sum", &plain(sum))]),
        ModelFault::Without { at, key, other } => {
            ModelMsg::Without.with(lang, &[("at", at), ("key", key), ("other", other)])
        }
        ModelFault::Misplaced { at, key } => ModelMsg::Misplaced.with(lang, &[("at", at), ("key", key)]),
        ModelFault::Missing { at, key } => ModelMsg::Missing.with(lang, &[("at", at), ("key", key)]),
        ModelFault::Basis { at, basis } => ModelMsg::Basis.with(lang, &[("at", at), ("basis", basis)]),
        ModelFault::NoHours(place) => ModelMsg::NoHours.with(lang, &[("place", place)]),
        ModelFault::StartsDiffer { own, baseline } => {
            ModelMsg::StartsDiffer.with(lang, &[("own", own), ("baseline", baseline)])
        }
        ModelFault::PartTwice(part) => ModelMsg::PartTwice.with(lang, &[("part", part)]),
    }
}

/// The range of a quantity in words: "from 0 to 1", "above 0".
pub fn range(quantity: Quantity, lang: Lang) -> String {
    let range = quantity.range();
    let message = match quantity {
        Quantity::Lives => ModelMsg::Whole,
        _ if range.high.is_finite() => ModelMsg::Between,
        _ if range.above => ModelMsg::Above,
        _ => ModelMsg::AtLeast,
    };
    let ends = [range.low, range.high].map(number::typed);
    let [low, high] = &ends;
    message.with(lang, &[("low", low), ("high", high)])
}
