//! Words of own places: the form in which they are added and changed.

use super::messages;

messages! {
    /// What is said of own places.
    pub enum OwnPlaceMsg {
        Own: "Own places…", "自定地点…";
        Title: "Own places", "自定地点";
        Lead: "An own place lies in a place of the library or in another own one. Figures that it lacks are those of the nearest place around it, one grade lower.",
            "自定地点位于资料库的某个地点或另一个自定地点之内；没有自己的数据时，采用最近一层地点的数据，等级降一级。";
        None: "This project has no own places yet.", "此项目还没有自定地点。";
        New: "Another place", "新的地点";
        NameZh: "Name in Chinese", "中文名";
        NameEn: "Name in English", "英文名";
        Around: "Lies in", "所属地点";
        Add: "Add this place", "添加地点";
        Remove: "Remove {name}", "删除{name}";
        OfPlace: "{name}: {field}", "{name}：{field}";
        NotUsed: "not in use", "未使用";
        Used: "in use: {by}", "使用于：{by}";
        UsedMore: "in use: {by}, and {count} more", "使用于：{by}，另有{count}处";
    }
}
