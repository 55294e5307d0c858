//! Words of why two pathways or designs differ: the drivers, a sentence for each, and the sentence above.

use super::messages;

messages! {
    /// Words of why two pathways or designs differ.
    pub enum WhyMsg {
        // drivers
        MaterialsIn: "Materials in", "投入的材料";
        Losses: "Losses in making", "生产损耗";
        Lifetime: "Lifetime", "使用寿命";
        Collection: "Collection", "回收";
        SortingSplit: "Sorting split", "分拣去向";
        Gates: "Gates", "门槛";
        Yields: "Yields", "得率";
        Displacement: "Displacement", "替代率";
        LabourFactors: "Labour factors", "工时系数";

        // a sentence for each
        ByMaterialsIn: "{driver}: {share}, as masses, fibres or recycled content differ.", "{driver}：{share}，因为质量、纤维或再生成分含量不同。";
        ByLosses: "{driver}: {share}, as making the piece loses more or less.", "{driver}：{share}，因为生产过程中的损耗不同。";
        ByLifetime: "{driver}: {share}, as wears or the number of lives differ.", "{driver}：{share}，因为穿着次数或使用周期数不同。";
        ByCollection: "{driver}: {share}, as more or less is collected after use.", "{driver}：{share}，因为使用后的回收率不同。";
        BySortingSplit: "{driver}: {share}, as garments go other ways: repair, resale, routes, ends.", "{driver}：{share}，因为衣物的去向不同：维修、转售、再生路线或最终去处。";
        ByGates: "{driver}: {share}, as the routes take other parts.", "{driver}：{share}，因为各路线接收的部件不同。";
        ByYields: "{driver}: {share}, as the routes give out more or less of what they take.", "{driver}：{share}，因为各路线的得率不同。";
        ByDisplacement: "{driver}: {share}, as a return into use replaces more or fewer new garments.", "{driver}：{share}，因为每次回到穿用所替代的新衣件数不同。";
        ByLabourFactors: "{driver}: {share}, as the same work takes other hours or is done elsewhere.", "{driver}：{share}，因为同样的工作所需工时或所在地点不同。";

        // the sentence above
        Head: "{indicator}: {from} with “{a}”, {to} with “{b}”. Largest part of the difference: {driver}, {share}.", "{indicator}：“{a}”为{from}，“{b}”为{to}。差异主要来自“{driver}”：{share}。";
        HeadAlone: "{indicator}: {from} with “{a}”, {to} with “{b}”. The whole difference: {driver}, {share}.", "{indicator}：“{a}”为{from}，“{b}”为{to}。差异全部来自“{driver}”：{share}。";
        HeadCancel: "{indicator}: “{a}” and “{b}” both read {from}. What differs cancels out; largest part: {driver}, {share}.", "{indicator}：“{a}”与“{b}”均为{from}。各项差异相互抵消，其中最大的是“{driver}”：{share}。";
        HeadSame: "{indicator}: “{a}” and “{b}” both read {from}. Nothing that it rests on differs.", "{indicator}：“{a}”与“{b}”均为{from}，影响它的各项都没有差别。";
        NoPart: "No part in it: {drivers}.", "没有影响的：{drivers}。";
        Tied: "Collection and lifetime are counted with the sorting split: changed alone, they would leave a loop without an exit.", "回收和使用寿命并入“分拣去向”：单独改变它们，会出现没有出口的循环。";
        Estimate: "Shares of an estimate; central values only.", "估算值的分解，仅按中值计算。";

        // what cannot be shared out
        UnknownPathway: "One of the two pathways no longer exists. Choose another.", "两条路径之一已不存在。请另选一条。";
        NoValue: "{indicator} has no value on one side or on the way between the two: its difference cannot be shared out.", "{indicator}在一侧或两者之间没有数值，因此无法分解差异。";

        PerThousand: "{name}, per 1000 pieces", "{name}（每千件）";
    }
}
