//! Traditional characters of tables as the simplified ones that the table of words has.

use crate::intake::chars::is_chinese;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Each traditional character before its simplified one: those of the words for columns, units, roles and trims.
const PAIRS: &str = "絲丝個个書书亞亚價价別别動动單单廠厂釐厘雙双號号嘜唛圖图塊块墊垫處处備备複复頭头夾夹寬宽對对屬属層层帶带應应張张\
    總总損损數数無无術术機机條条來来標标樣样檢检氣气匯汇測测塗涂滾滚燈灯熱热籤签簽签類类緊紧紅红纖纤紉纫紗纱紙纸紋纹紡纺紐纽組组織织經经\
    絨绒繡绣繩绳維维綿绵綢绸綠绿緞缎編编縫缝網网羅罗膠胶藍蓝裝装褲裤規规計计訂订認认證证說说貝贝質质購购貼贴費费車车轉转輔辅邊边達达\
    運运連连裡里裏里採采針针釘钉鋼钢鈕钮鐵铁鉚铆銅铜鋁铝鏈链鏽锈鋅锌長长門门閉闭顏颜顆颗額额駝驼雞鸡黃黄龍龙內内淨净製制衛卫開开後后\
    壓压稱称強强碼码實实餘余線线領领體体圓圆";

/// `c` as it is written in simplified characters.
pub(super) fn simplified(c: char) -> char {
    static PAIRED: OnceLock<BTreeMap<char, char>> = OnceLock::new();
    if !is_chinese(c) {
        return c;
    }
    let paired = PAIRED.get_or_init(|| {
        let mut characters = PAIRS.chars().filter(|c| !c.is_whitespace());
        std::iter::from_fn(|| Some((characters.next()?, characters.next()?))).collect()
    });
    paired.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_two_characters() {
        assert_eq!(PAIRS.chars().filter(|c| !c.is_whitespace()).count() % 2, 0);
        let text: String = "幅寬單耗淨用量門幅損耗體號織".chars().map(simplified).collect();
        assert_eq!(text, "幅宽单耗净用量门幅损耗体号织");
    }
}
