//! Words about prices that were typed in, and what they come to.

use super::messages;

messages! {
    /// What is said of money.
    pub enum MoneyMsg {
        Title: "Money, from prices typed in", "按输入价格计算的金额";
        Note: "Per 1000 pieces sold, only from prices that were typed in, each with its source and day. Cost and revenue stand apart and are never set off against each other.",
            "每售出1000件，仅按输入的价格（各附来源与日期）计算；支出与收入分列，从不相抵。";
        PerPiece: "{price} a piece", "每件{price}";
        PerTonne: "{price} a tonne", "每吨{price}";
        Pieces: "{count} pieces", "{count}件";
        Tonne: "t", "吨";
        Line: "{name}: {amount} × {price} = {money}; {payer} → {receiver} ({stated})",
            "{name}：{amount} × {price} = {money}；{payer} → {receiver}（{stated}）";
        Aside: "In no sum, for nobody pays: {name}: {amount} × {price} = {money} ({stated})",
            "不计入合计（无人支付）：{name}：{amount} × {price} = {money}（{stated}）";
        Stated: "{source}, {day}", "{source}，{day}";
        Cost: "Cost: {party}", "支出：{party}";
        Revenue: "Revenue: {party}", "收入：{party}";
        Sum: "All payments in {currency}", "付款合计（{currency}）";
        Converted: "Converted into {currency}", "折合{currency}";
        ConvertedAt: "{money}, at {rates}", "{money}，汇率：{rates}";
        Rate: "1 {of} = {value} {into} ({stated})", "1 {of} = {value} {into}（{stated}）";
        Without: "not converted, for there is no rate: {list}", "未折算（没有汇率）：{list}";
        Lead: "Prices that you type in, each with its currency, source and day. None is shipped and none is assumed: what has no price counts nowhere.",
            "价格由您输入，各附货币、来源与日期。本工具不提供也不假设任何价格；没有价格的项目不计入。";
        Prices: "Prices and who pays…", "价格与谁来付钱…";
        FormTitle: "Prices and who pays", "价格与谁来付钱";
        None: "no price typed in", "未输入价格";
        ATonne: "a tonne", "每吨";
        APiece: "a piece", "每件";
        PaidBy: "{payer} → {receiver}", "{payer} → {receiver}";
        PaidByNobody: "paid by nobody: in no sum", "无人支付，不计入合计";
        Low: "Low", "低值";
        Central: "Central", "中值";
        High: "High", "高值";
        Currency: "Currency", "货币";
        Source: "Source", "来源";
        Day: "Day: 2026-11-25", "日期：2026-11-25";
        OnPage: "From prices typed in, all payments per 1000 pieces sold: {list}", "按输入价格，每售出1000件的付款合计：{list}";
        Field: "{name}: {field}", "{name}：{field}";
        Set: "Set {name}", "设定{name}";
        Remove: "Remove {name}", "删除{name}";
        Rates: "Rates of exchange", "汇率";
        RateOf: "One of", "一单位";
        RateInto: "Into", "折合";
        RateValue: "Rate", "汇率值";
        RateNew: "Another rate", "新的汇率";
        AddRate: "Add this rate", "添加汇率";
        ConvertInto: "Convert sums into", "合计折算成";
        Flow: "per 1000 pieces sold", "每售出1000件";
        FlowBack: "pieces that go back into use, per 1000 sold", "每售出1000件中回到使用的件数";
        PriceTerm: "the price as typed in", "输入的价格";
        Missing: "No price typed in: {list}.", "未输入价格：{list}。";
        WhoPays: "{name}: {price} ({stated}); {other}: {than} ({said}). The first is as high as the second or higher: who pays?",
            "{name}：{price}（{stated}）；{other}：{than}（{said}）。前者不低于后者：谁来付钱？";
        MayPay: "{name}: {price} ({stated}); {other}: {than} ({said}). The first may be as high as the second or higher: who pays then?",
            "{name}：{price}（{stated}）；{other}：{than}（{said}）。前者可能不低于后者：届时谁来付钱？";
        PriceBad: "a price is typed in as KIND=VALUE or KIND=LOW:CENTRAL:HIGH with three letters of its currency, such as repair=30:40:60CNY; found “{text}”. Kinds: {kinds}",
            "价格须写成KIND=VALUE或KIND=LOW:CENTRAL:HIGH，后接三个字母的货币代码，例如repair=30:40:60CNY；收到“{text}”。种类：{kinds}";
        RateBad: "a rate is typed in as OF/INTO=VALUE, such as EUR/CNY=7.8; found “{text}”",
            "汇率须写成OF/INTO=数值，例如EUR/CNY=7.8；收到“{text}”";
    }
}
