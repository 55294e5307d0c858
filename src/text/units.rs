//! Units of the library's factors in words, and figures with them.

use super::{Lang, number};
use crate::data::Sourced;

/// Units and what they are in Chinese; English units stand as they are.
const UNITS: [(&str, &str); 55] = [
    ("Mt/yr", "百万吨/年"),
    ("factor", "倍"),
    ("g/m²", "g/㎡"),
    ("h a year", "工时/年"),
    ("EUR per t", "欧元/吨"),
    ("h per kg", "工时/kg"),
    ("h per piece and cycle", "工时/件·次"),
    ("kg CO2 eq per piece", "kg CO2当量/件"),
    ("kg CO2 eq per kg", "kg CO2当量/kg"),
    ("kg CO2 per kg", "kg CO2/kg"),
    ("MJ per kg", "MJ/kg"),
    ("MJ per min", "MJ/分钟"),
    ("MJ per kg and wash", "MJ/kg·次洗涤"),
    ("kg × washes", "kg·次洗涤"),
    ("kg CO2 per MJ", "kg CO2/MJ"),
    ("kg CO2 per kWh", "kg CO2/kWh"),
    ("yuan per day", "元/天"),
    ("yuan per hour", "元/小时"),
    ("yuan per t", "元/吨"),
    ("h per piece", "工时/件"),
    ("h", "工时"),
    ("kg", "kg"),
    ("level 1 to 9", "级（1–9）"),
    ("lives", "个周期"),
    ("min", "分钟"),
    ("min per trim", "分钟/个辅料"),
    ("ratio", "倍"),
    ("ratio to first life", "倍（与首个使用周期之比）"),
    ("times new-garment hours", "倍新衣工时"),
    ("washes", "次洗涤"),
    ("wears", "次穿着"),
    ("wears per cycle", "次穿着/周期"),
    ("years", "年"),
    ("pieces", "件"),
    ("g", "g"),
    ("bn m a year", "十亿米/年"),
    ("bn yuan", "十亿元"),
    ("bn yuan a year", "十亿元/年"),
    ("bn yuan in 9 months", "十亿元/9个月"),
    ("cases", "起"),
    ("clusters", "个"),
    ("firms", "家"),
    ("firms and traders", "户"),
    ("h a week", "小时/周"),
    ("looms", "台"),
    ("people", "人"),
    ("pieces a year", "件/年"),
    ("plants", "座"),
    ("sets per minute", "套/分钟"),
    ("t", "吨"),
    ("t a year", "吨/年"),
    ("t per day", "吨/日"),
    ("t wet", "吨（湿）"),
    ("yuan per month", "元/月"),
    ("yuan per year", "元/年"),
];

/// What a factor counts per 1000 t.
const COUNTED: [(&str, &str); 22] = [
    ("collected", "回收量"),
    ("disposed", "处置量"),
    ("fabric", "面料"),
    ("feedstock", "投料"),
    ("fibre", "纤维"),
    ("fibre processed", "加工纤维"),
    ("fibre-eq.", "纤维当量"),
    ("garment", "成衣"),
    ("incinerated", "焚烧量"),
    ("landfilled", "填埋量"),
    ("lint", "皮棉"),
    ("output", "产出"),
    ("prepared", "再利用准备量"),
    ("processed", "处理量"),
    ("product", "产品"),
    ("recycled", "再生利用量"),
    ("repaired", "维修量"),
    ("sold or put on sale", "销售或上架量"),
    ("sorted", "分拣量"),
    ("x cycles", "周转量"),
    ("yarn", "纱线"),
    ("clean wool", "洗净毛"),
];

/// What a share is a share of.
const WHOLES: [(&str, &str); 12] = [
    ("capacity", "占处理能力"),
    ("China", "占全国"),
    ("harmless treatment", "占无害化处理量"),
    ("collected", "占回收量"),
    ("export outside Europe", "占欧洲以外出口"),
    ("fabric", "占面料"),
    ("first-life wears", "占首个使用周期穿着次数"),
    ("post-consumer", "占旧纺织品"),
    ("put on market", "占投放市场量"),
    ("sorted", "占分拣量"),
    ("sorted clothing", "占分拣服装量"),
    ("the route's recovery", "占路线得率"),
];

fn look_up(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(en, _)| *en == word).map(|(_, zh)| *zh)
}

/// Words that count quite different things.
const MANY: [&str; 2] = ["个", "倍"];

/// Every unit, and what a share is a share of, in Chinese and in English.
pub(super) fn words() -> impl Iterator<Item = (String, String)> {
    let units = UNITS.iter().filter(|(en, zh)| en != zh && !MANY.contains(zh));
    let units = units.map(|(en, zh)| ((*zh).to_owned(), (*en).to_owned()));
    let counted = COUNTED
        .iter()
        .map(|(en, zh)| (format!("全时当量/千吨{zh}"), format!("FTE per 1000 t {en}")));
    let wholes = WHOLES
        .iter()
        .map(|(en, zh)| ((*zh).to_owned(), format!("of {en}")));
    let times = ("倍".to_owned(), "times".to_owned());
    units.chain(counted).chain(wholes).chain([times])
}

/// True for shares, which are written as per cent.
pub fn is_share(unit: &str) -> bool {
    unit == "share" || unit.starts_with("share of ")
}

/// The unit in `lang`; a unit without words stands as it is.
pub fn unit(unit: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return unit.to_owned();
    }
    match unit.strip_prefix("FTE per 1000 t ") {
        Some(counted) => {
            let counted = look_up(&COUNTED, counted).unwrap_or(counted);
            format!("全时当量/千吨{counted}")
        }
        None => look_up(&UNITS, unit).unwrap_or(unit).to_owned(),
    }
}

/// A figure with its unit, and its range.
pub fn figure(value: f64, range: Option<(f64, f64)>, unit_id: &str, lang: Lang) -> (String, Option<String>) {
    if is_share(unit_id) {
        let text = number::share(value, lang);
        let of = unit_id.strip_prefix("share of ");
        let text = match (of, lang) {
            (None, _) => text,
            (Some(whole), Lang::En) => format!("{text} of {whole}"),
            (Some(whole), Lang::Zh | Lang::Both) => {
                format!("{text}（{}）", look_up(&WHOLES, whole).unwrap_or(whole))
            }
        };
        return (
            text,
            range.map(|(low, high)| number::share_range(low, high, lang)),
        );
    }
    let words = unit(unit_id, lang);
    let with = |text: String| {
        if words.is_empty() {
            text
        } else {
            number::with_unit(&text, &words, lang)
        }
    };
    let value_text = with(number::figure(value, range, lang));
    (
        value_text,
        range.map(|range| with(number::figure_range(value, range, lang))),
    )
}

/// A value without the words after it: "65 %", "450".
pub fn plain_value(value: f64, range: Option<(f64, f64)>, unit_id: &str, lang: Lang) -> String {
    if is_share(unit_id) {
        number::share(value, lang)
    } else {
        number::figure(value, range, lang)
    }
}

/// Low and high without the words after them; none where the figure has no range.
pub fn plain_range(figure: &Sourced<f64>, lang: Lang) -> Option<String> {
    let (low, high) = ends(figure)?;
    Some(if is_share(&figure.unit) {
        number::share_range(low, high, lang)
    } else {
        number::figure_range(figure.value, (low, high), lang)
    })
}

/// Low and high of a figure; where only one is known, the value stands for the other.
pub fn ends(figure: &Sourced<f64>) -> Option<(f64, f64)> {
    match (figure.low, figure.high) {
        (None, None) => None,
        (low, high) => Some((low.unwrap_or(figure.value), high.unwrap_or(figure.value))),
    }
}

/// The words after a plain value: the unit, or what a share is a share of; none after a plain share.
pub fn after(unit_id: &str, lang: Lang) -> String {
    if !is_share(unit_id) {
        return unit(unit_id, lang);
    }
    match (unit_id.strip_prefix("share of "), lang) {
        (None, _) => String::new(),
        (Some(whole), Lang::En) => format!("of {whole}"),
        (Some(whole), Lang::Zh | Lang::Both) => look_up(&WHOLES, whole).unwrap_or(whole).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;

    #[test]
    fn every_unit_of_the_library_has_chinese_words() {
        for factor in Library::builtin().factors() {
            let id = factor.figure.unit.as_str();
            let whole = id.strip_prefix("share of ");
            let known = whole.map_or_else(
                || id == "share" || unit(id, Lang::Zh) != id || look_up(&UNITS, id).is_some(),
                |whole| look_up(&WHOLES, whole).is_some(),
            );
            assert!(known, "{}: {id}", factor.id);
        }
    }

    #[test]
    fn figures_read_in_both_languages() {
        let range = Some((0.4, 0.9));
        let (text, range) = figure(0.6, range, "share of first-life wears", Lang::Zh);
        assert_eq!(
            (text.as_str(), range.as_deref()),
            ("60%（占首个使用周期穿着次数）", Some("40–90%"))
        );
        assert_eq!(
            figure(15.0, Some((6.0, 30.0)), "FTE per 1000 t sorted", Lang::Zh).0,
            "15全时当量/千吨分拣量"
        );
    }
}
