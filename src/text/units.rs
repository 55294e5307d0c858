//! Units and origins of the library's figures in both languages.
//!
//! The library states units in English words of the field; a unit that is not listed stays as it is.

use super::{Lang, number};
use crate::data::{Library, Sourced};

/// True where the unit is a share, shown in per cent.
pub fn is_share(unit: &str) -> bool {
    unit == "share" || unit.starts_with("share of ")
}

/// Units whole: English, Chinese.
const UNITS: [(&str, &str); 25] = [
    ("share", ""),
    ("share of collected", "占回收量"),
    ("share of export outside Europe", "占出口至欧洲以外的量"),
    ("share of fabric", "占面料"),
    ("share of first-life wears", "占首个使用周期的穿着次数"),
    ("share of post-consumer", "占旧纺织品"),
    ("share of put on market", "占投放市场量"),
    ("share of sorted", "占分拣量"),
    ("share of the route's recovery", "占该路线得率"),
    ("Mt/yr", "百万吨/年"),
    ("factor", "倍"),
    ("g/m²", "g/㎡"),
    ("h a year", "工时/年"),
    ("h per cycle", "工时/周期"),
    ("h per piece", "工时/件"),
    ("kg", "kg"),
    ("level 1 to 9", "级（1至9）"),
    ("lives", "个使用周期"),
    ("min", "分钟"),
    ("min per trim", "分钟/个辅料"),
    ("ratio to first life", "倍于首个使用周期"),
    ("times new-garment hours", "倍于新衣工时"),
    ("washes", "次洗涤"),
    ("wears", "次穿着"),
    ("wears per cycle", "次穿着/周期"),
];

/// What work is counted on: English, Chinese.
const TONNES: [(&str, &str); 21] = [
    ("collected", "回收量"),
    ("disposed", "处置量"),
    ("fabric", "面料"),
    ("feedstock", "原料"),
    ("fibre", "纤维"),
    ("fibre processed", "加工纤维"),
    ("fibre-eq.", "纤维当量"),
    ("garment", "服装"),
    ("incinerated", "焚烧量"),
    ("landfilled", "填埋量"),
    ("lint", "皮棉"),
    ("output", "产出"),
    ("prepared", "整理量"),
    ("processed", "处理量"),
    ("product", "产品"),
    ("recycled", "再生利用量"),
    ("repaired", "维修量"),
    ("sold or put on sale", "销售量"),
    ("sorted", "分拣量"),
    ("x cycles", "流转量"),
    ("yarn", "纱线"),
];

/// The words after the figure: of a share what it is a share of, else the unit.
pub fn unit(unit: &str, lang: Lang) -> String {
    let listed = |list: &[(&str, &str)], wanted: &str| {
        let found = list.iter().find(|(en, _)| *en == wanted);
        found.map(|(_, zh)| (*zh).to_owned())
    };
    match lang {
        Lang::En => unit.strip_prefix("share").unwrap_or(unit).trim().to_owned(),
        Lang::Zh if unit == "years" => "年".to_owned(),
        Lang::Zh => {
            let per_tonne = || {
                let what = unit.strip_prefix("FTE per 1000 t ")?;
                Some(format!("全时当量/千吨{}", listed(&TONNES, what)?))
            };
            listed(&UNITS, unit)
                .or_else(per_tonne)
                .unwrap_or_else(|| unit.to_owned())
        }
    }
}

/// A value in its own unit without the words after it: "65 %", "450".
pub fn plain_value(value: f64, range: Option<(f64, f64)>, of: &str, lang: Lang) -> String {
    if is_share(of) {
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

/// `value` with the words of `unit`: "450 FTE per 1000 t garment", "65 % of sorted"; in Chinese "占分拣量65%".
pub fn in_unit(value: &str, of: &str, lang: Lang) -> String {
    let words = unit(of, lang);
    match (words.is_empty(), is_share(of), lang) {
        (true, ..) => value.to_owned(),
        (_, true, Lang::En) => format!("{value} {words}"),
        (_, true, Lang::Zh) => format!("{words}{value}"),
        _ => number::with_unit(value, &words, lang),
    }
}

/// Origins that are no place of the library: key, English, Chinese.
const ORIGINS: [(&str, &str, &str); 19] = [
    ("AO", "Angola", "安哥拉"),
    ("CN_manual", "China, by hand", "中国（人工）"),
    ("China", "China", "中国"),
    ("EE", "Estonia", "爱沙尼亚"),
    (
        "EU default (PEFCR A&F 3.1 Table 45)",
        "EU default (PEFCR)",
        "欧盟默认值（PEFCR）",
    ),
    ("EU-27", "EU-27", "欧盟27国"),
    ("EU_store", "EU, shops", "欧盟（门店）"),
    ("France", "France", "法国"),
    ("GEN", "general", "通用"),
    ("GEN_allgoods", "general, all goods", "通用（各类商品）"),
    ("MW", "Malawi", "马拉维"),
    ("MZ", "Mozambique", "莫桑比克"),
    ("SE", "Sweden", "瑞典"),
    ("UK", "United Kingdom", "英国"),
    ("USA", "USA", "美国"),
    ("World (EMF 2017 picture)", "World", "全球"),
    ("general", "general", "通用"),
    ("market_GH", "Ghana, market", "加纳（市场）"),
    ("online_managed", "online, managed", "线上托管"),
];

/// The place that a figure speaks of.
pub fn origin(region: &str, library: &Library, lang: Lang) -> String {
    let listed = ORIGINS.iter().find(|(key, ..)| *key == region);
    match (listed, lang) {
        (Some((_, en, _)), Lang::En) => (*en).to_owned(),
        (Some((.., zh)), Lang::Zh) => (*zh).to_owned(),
        (None, lang) => library
            .place(&region.into())
            .map_or_else(|| region.to_owned(), |place| place.name.get(lang).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_and_origin_of_the_library_has_chinese_words() {
        let library = Library::builtin();
        for factor in library.factors() {
            let figure = &factor.figure;
            let words = unit(&figure.unit, Lang::Zh);
            let latin = ["kg", "g/㎡"].contains(&words.as_str());
            let spelled = !words.chars().any(|c| c.is_ascii_lowercase());
            assert!(latin || spelled, "{}: {words}", factor.id);
            let place = origin(&figure.region, library, Lang::Zh);
            assert!(
                !place.chars().any(|c| c.is_ascii_lowercase()),
                "{}: {place}",
                factor.id
            );
        }
    }

    #[test]
    fn shares_say_what_they_are_shares_of() {
        assert_eq!(
            in_unit("65\u{202f}%", "share of sorted", Lang::En),
            "65\u{202f}% of sorted"
        );
        assert_eq!(in_unit("65%", "share of sorted", Lang::Zh), "占分拣量65%");
        assert_eq!(in_unit("65%", "share", Lang::Zh), "65%");
        assert_eq!(
            in_unit("4", "FTE per 1000 t yarn", Lang::Zh),
            "4全时当量/千吨纱线"
        );
    }
}
