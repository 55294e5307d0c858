//! Words of the command line.

use super::messages;

messages! {
    /// What the command line says besides figures.
    pub enum CliMsg {
        Estimate: "Estimate, not a measurement; ranges and sources: --format json.", "估算值，非实测值；区间与来源见--format json。";
        CannotWrite: "the output could not be written: {error}. Check the disk or the pipe.",
            "无法写出结果：{error}。请检查磁盘或管道。";
        UnknownPreset: "there is no sample \"{id}\"; there are: {known}", "没有名为“{id}”的示例；可用的有：{known}";
        UnknownPathway: "there is no pathway \"{id}\"; there are: {known}", "没有名为“{id}”的路径；可用的有：{known}";
        UnknownVariant: "there is no variant \"{id}\"; there are: {known}", "没有名为“{id}”的方案；可用的有：{known}";
        NotText: "not UTF-8 text", "不是UTF-8文本";
        Residual: "{pathway}: {mass} of each piece come to no end, or to one twice; check where its stages send what is left over.",
            "{pathway}：每件有{mass}没有去处或被重复计入，请检查各环节剩余部分的去向。";
        Endless: "{pathway}: each piece passes {stage} {visits} times, for hardly anything leaves that circle; lower the shares that lead back.",
            "{pathway}：每件经过“{stage}”{visits}次，几乎走不出循环，请降低返回的占比。";
        Absurd: "{pathway}: {figure} is {value}, which cannot be; check its shares and figures.",
            "{pathway}：{figure}为{value}，不可能成立，请检查其占比和数值。";
        NoFindings: "nothing to mend", "没有需要改正的地方";

        // the command line itself
        Usage: "this command line is not understood; reloom --help lists the commands", "无法理解该命令行；可用命令见reloom --help";
        UsageUnknown: "there is no command or option \"{argument}\"; reloom --help lists them", "没有命令或选项“{argument}”；见reloom --help";
        UsageMissing: "{argument} is missing; reloom --help shows an example", "缺少{argument}；示例见reloom --help";
        UsageConflict: "{argument} and {other} do not go together; leave one out", "{argument}与{other}不能同时使用，请去掉其中一个";
        UsageValue: "{argument} cannot be \"{value}\"; reloom --help shows an example", "{argument}不能是“{value}”；示例见reloom --help";
        UsageValueOf: "{argument} cannot be \"{value}\"; it can be: {known}", "{argument}不能是“{value}”；可用的有：{known}";

        // import
        UnknownSchema: "there is no schema \"{name}\"; there are: {known}", "没有名为“{name}”的结构说明；可用的有：{known}";
        NoDate: "“{text}” is no day; write it as 2026-11-25", "“{text}”不是日期，请写成2026-11-25";
        SameFile: "the project would replace the table; choose another name for -o", "项目会覆盖表格；请为-o另选一个文件名";
        UnknownKind: "there is no kind of garment \"{id}\"; there are: {known}", "没有名为“{id}”的服装种类；可用的有：{known}";
        ImportTotals: "in the finished piece {product}, bought {gross}, packaging {packaging}", "成衣{product}，购入{gross}，包装{packaging}";
        KindAssumed: "Kind of garment: {kind} (choose with --garment).", "服装种类：{kind}（可用--garment指定）。";

        // calc
        UnknownFormula: "there is no formula \"{formula}\"; there are: {known}", "没有公式“{formula}”；可用的有：{known}";
        NotKeyValue: "\"{text}\" is not key=value", "“{text}”不是key=value的形式";
        UnknownKey: "{formula} has no key \"{key}\"; its keys are: {known}", "{formula}没有键“{key}”；可用的键：{known}";
        KeyTwice: "the key \"{key}\" is given twice", "键“{key}”出现了两次";
        KeyMissing: "{formula} needs \"{key}\"", "{formula}需要“{key}”";
        KeysExclude: "give \"{key}\" or \"{other}\", not both", "“{key}”和“{other}”只能给出一个";
        NotNumber: "\"{key}\" must be a number, found \"{text}\"", "“{key}”必须是数字，收到“{text}”";
        NotList: "\"{key}\" must be a JSON list, such as {example}", "“{key}”必须是JSON列表，例如{example}";
        NotShare: "\"{key}\" must be a share from 0 to 1, found {value}", "“{key}”必须是0到1之间的占比，收到{value}";
        SharesAbove: "the shares {keys} of one part add up to {value}, more than 1", "同一部件的{keys}合计{value}，超过1";
        NotNegative: "\"{key}\" must not be negative, found {value}", "“{key}”不能为负数，收到{value}";
        NotPositive: "\"{key}\" must be above 0, found {value}", "“{key}”必须大于0，收到{value}";
        NoEfficiency: "\"E_F\" must be above 0 where F_R is above 0", "F_R大于0时，“E_F”必须大于0";
        LossOne: "\"{key}\": a loss on the input basis must be below 1, found {value}", "“{key}”：以投入量为基准的损耗必须小于1，收到{value}";
        NotSquare: "\"{key}\" must have as many rows and columns as Q has rows", "“{key}”的行列数必须与Q的行数一致";
        RowAbove: "row {row} of Q and R adds up to {value}; it must be 1", "Q与R的第{row}行合计{value}，应为1";
        RowAboveOne: "row {row} of Q adds up to {value}, more than 1", "Q的第{row}行合计{value}，超过1";
        NoSuchState: "\"{key}\": there is no state {value}; states are numbered from 0", "“{key}”：没有状态{value}；状态从0开始编号";
        NeverLeaves: "nothing ever leaves the states {states}: the loop has no exit", "没有任何东西离开状态{states}：循环没有去向";
        NotLives: "\"max_lives\" must be a whole number from 1 to 1000, or inf; found \"{text}\"", "“max_lives”必须是1至1000的整数或inf，收到“{text}”";
        NoEnd: "\"back\" is 1 and \"max_lives\" is inf: the loop has no exit", "“back”为1且“max_lives”为inf：循环没有去向";
        NotOrdered: "low, mode and high must rise, and low must be below high", "low、mode、high必须依次递增，且low必须小于high";
        NotP05P95: "p05 must be above 0 and below p95", "p05必须大于0且小于p95";
        NotProbability: "\"p\" must be above 0 and below 1, found {value}", "“p”必须大于0且小于1，收到{value}";
        NotBasis: "\"basis\" must be input or output, found \"{text}\"", "“basis”必须是input或output，收到“{text}”";
    }
}
