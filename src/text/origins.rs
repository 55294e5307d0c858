//! Where the library's figures speak of, in both languages.

use super::Lang;
use crate::data::Library;

/// Origins that are no place of the library: key, English, Chinese.
const ORIGINS: [(&str, &str, &str); 18] = [
    ("AO", "Angola", "安哥拉"),
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
    ("VN", "Viet Nam", "越南"),
    ("USA", "USA", "美国"),
    ("World (EMF 2017 picture)", "World", "全球"),
    ("general", "general", "通用"),
    ("market_GH", "Ghana, market", "加纳（市场）"),
    ("online_managed", "online, managed", "线上托管"),
];

/// The origins in Chinese and in English.
pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    ORIGINS.iter().map(|(_, en, zh)| (*zh, *en))
}

/// The place that a figure speaks of.
pub fn origin(region: &str, library: &Library, lang: Lang) -> String {
    let listed = ORIGINS.iter().find(|(key, ..)| *key == region);
    match (listed, lang) {
        (Some((_, en, _)), Lang::En) => (*en).to_owned(),
        (Some((.., zh)), Lang::Zh | Lang::Both) => (*zh).to_owned(),
        (None, lang) => {
            let place = || library.place(&region.into()).map(|place| &place.name);
            let named = library.regions.iter().find(|row| row.name.en == region);
            let name = named.map(|row| &row.name).or_else(place);
            name.map_or_else(|| region.to_owned(), |name| name.get(lang).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_origin_of_the_library_has_words() {
        let library = Library::builtin();
        for factor in library.factors() {
            let place = origin(&factor.figure.region, library, Lang::Zh);
            assert!(
                !place.chars().any(|c| c.is_ascii_lowercase()),
                "{}: {place}",
                factor.id
            );
        }
    }
}
