//! Words of the advice: moves, why one cannot be made, what it does, how far a lever has to go.

use super::messages;

messages! {
    /// What is said of moves, combinations and levers.
    pub enum AdviceMsg {
        // what a move is called
        OnPart: "{part}: {name}", "{part}：{name}";
        OnRoute: "{name}: {route}", "{name}：{route}";
        Step: "Try: {name}", "试一试：{name}";
        And: "{name}; {more}", "{name}；{more}";
        AndMore: "{name}, and {count} more", "{name}，另有{count}项";
        OfPathway: "{pathway}, {name}", "{pathway}，{name}";

        // what it takes
        EffortSupplier: "needs another supplier", "须换供应商";
        EffortPattern: "needs another pattern", "须改版型";
        EffortProcess: "needs another process", "须改工艺";
        EffortService: "needs a service of your own", "须自办服务";
        EffortPartner: "needs a partner", "须有合作方";
        Unreckoned: "Not in the figures.", "未计入结果。";

        // why a move cannot be made
        NoPart: "The product has no such part.", "产品没有这类部件。";
        NoPathway: "There is no such pathway any more.", "该路径已不存在。";
        NotCloth: "It is a hard part, not cloth.", "它是硬质部件，不是织物。";
        OneAlready: "It is of {fibre} alone already.", "已是单一{fibre}。";
        TooLittle: "It holds {found} {fibre}: that would be another cloth, not less of a blend.",
            "其中{fibre}只占{found}，这不是简化混纺，而是换了面料。";
        NotHeld: "It holds no {fibre}.", "不含{fibre}。";
        NoElastane: "It holds no elastane.", "不含氨纶。";
        ElastaneLow: "It holds {found} elastane, no more than that.", "氨纶为{found}，已不超过这一比例。";
        NoMain: "The product has no main fabric to follow.", "产品没有可比照的面料。";
        RecycledAlready: "{found} of its {fibre} is recycled already.", "其{fibre}已有{found}为循环再利用。";
        SustainedAlready: "What of its {fibre} is not recycled has evidence already.", "其{fibre}除循环再利用部分外均已有证明。";
        NotCoated: "It has no coating or membrane.", "没有涂层或复合膜。";
        NotPrinted: "It is not printed.", "没有印花。";
        NotMelted: "Its fibre is not spun from a melt.", "其纤维不是熔融纺丝制成。";
        NotDyed: "It has no dye bath, and no carbon black.", "不经染浴，也不含炭黑。";
        EasyAlready: "It comes off easily already.", "已容易拆下。";
        OnlyOne: "There is only one.", "只有一个。";
        NoMass: "It has no mass yet.", "尚无重量。";
        Bought: "It is bought as it is; you do not cut it.", "外购成品，不经裁剪。";
        LayTight: "Its cutting loss is {found}, no more than the least that is usual.", "裁剪损耗为{found}，已不高于常见的最低值。";
        NoStage: "This pathway has no stage for it: {stage}.", "该路径没有相应环节：{stage}。";
        NoExit: "Nothing leads from {from} to {to} here.", "这里没有从{from}到{to}的去向。";
        SameGradeStage: "a stage that makes fibre again", "重新制成纤维的环节";
        ShareAlready: "{found} goes there already.", "已有{found}流向那里。";
        ThereAlready: "It is there already: {stage}, {found}.", "已有该环节：{stage}，{found}。";
        NoRecycling: "No stage of this pathway makes fibre again.", "该路径没有重新制成纤维的环节。";
        RouteAlready: "It goes there already: {route}.", "已送往该路线：{route}。";
        HiredAlready: "The first user hires it already.", "首位使用者已是租用。";
        StartsElse: "This pathway does not start in use, so hours could not be compared.", "该路径不从穿用开始，工时无法比较。";
        NothingElse: "It holds nothing else that could take its place.", "没有其他纤维可以补上。";
        NoAnswer: "The pathway would have no answer: {why}", "该路径将没有结果：{why}";

        // what it does
        NoFigure: "Changes no figure on this pathway.", "不改变该路径的任何指标。";
        NotThis: "{figure}: no change on this pathway.", "{figure}：在该路径上不变。";
        Hardly: "{figure}: hardly any change ({change}).", "{figure}：几乎不变（{change}）。";
        ForWorse: "{figure}: for the worse ({change}).", "{figure}：变差（{change}）。";
        NeitherWay: "{figure} counts neither as better nor as worse; choose another figure: {known}",
            "{figure}不分好坏，请选择其他指标：{known}";
        Nothing: "No move of the catalogue betters this on “{pathway}”: {figure}. {because}",
            "目录中没有措施能改善“{pathway}”的{figure}。{because}";
        BecauseUnsorted: "Nothing sorts it.", "没有分拣。";
        BecauseNoFibre: "No stage makes fibre again, and none can be added.", "没有重新制成纤维的环节，也无法添加。";
        BecauseTaken: "What its routes can take, they take already.", "各路线能接收的已全部接收。";
        Opens: "opens {stage} to {part}", "{stage}可接收{part}";
        Closes: "closes {stage} to {part}", "{stage}不再接收{part}";
        BetterIn: "better in {count} of 100 draws", "100次抽样中{count}次更好";
        NotWorth: "Not worth it here", "此处不值得";
        CannotBe: "Cannot be made", "无法采用";

        // combinations
        MovesCount: "Number of moves", "措施数量";
        TooManyMoves: "At most {limit} moves are combined, not {count}. Leave some out.", "最多组合{limit}项措施，现为{count}项，请减少。";
        UnknownMove: "there is no move \"{id}\"; there are: {known}", "没有名为“{id}”的措施；可用的有：{known}";
        UnknownFigure: "there is no figure \"{id}\"; there are: {known}", "没有名为“{id}”的指标；可用的有：{known}";
        SameAxis: "x and y are the same figure; choose another one for y", "x与y是同一指标，请为y另选一项";
        Apart: "never together, for what one does the other undoes: {a} – {b}", "不同时采用，二者互相抵消：{a}－{b}";

        FewGive: "{few} of {all} moves give {share} of what all of them give: {figure}.", "{all}项措施中的{few}项即可达到全部效果的{share}：{figure}。";

        // levers
        UnknownLever: "there is no lever \"{id}\" on this pathway; reach FILE --pathway ID --levers lists them",
            "该路径没有名为“{id}”的可调项；见reach FILE --pathway ID --levers";
        LeverGone: "What was to be turned, {lever}, is not on this pathway any more. Choose another one.", "要调的{lever}已不在这条路径上，请另选一项。";
        OneWhole: "Both share out one whole: what one of them gains, the other gives. Choose a second one from another part or another stage.",
            "这两项分的是同一个整体，一项增加，另一项就减少。请从别的部件或别的阶段选第二项。";
        NotTarget: "\"{text}\" is no target; write KEY=VALUE, as in recycled=0.2", "“{text}”不是目标；请写成KEY=VALUE，例如recycled=0.2";
        NoLever: "name a lever with --lever, or list them with --levers", "请用--lever指定可调项，或用--levers列出";
        NoTarget: "name a target with --target, as in recycled=0.2", "请用--target指定目标，例如recycled=0.2";
        LeverShare: "Share from {from} to {to}", "从{from}到{to}的占比";
        LeverOwn: "Own figure of {stage}", "{stage}的自定数值";
        LeverDisplacement: "Displacement at {stage}", "{stage}的替代率";
        LeverClosed: "Share of {stage} that comes back", "{stage}返回本产品的占比";
        LeverWears: "Wears of a first life", "首个使用周期的穿着次数";
        LeverMass: "Mass of {part}", "{part}的重量";
        LeverLoss: "Cutting loss of {part}", "{part}的裁剪损耗";
        LeverFibre: "{fibre} in {part}", "{part}中的{fibre}";
        LeverRecycled: "Recycled share of {fibre} in {part}", "{part}中{fibre}的再生成分占比";
        ReachedOne: "{value} gives {figure}", "{value}时{figure}";
        ReachedJump: "at {value} the figure jumps over the target, from {before} to {after}", "在{value}处数值越过目标，由{before}跳到{after}";
        ReachedPlateau: "from {low} to {high} the figure stays at the target", "在{low}至{high}之间数值保持在目标上";
        AtMost: "not reachable: at most {figure}, at {value}", "无法达到：{value}时最高为{figure}";
        AtLeast: "not reachable: at least {figure}, at {value}", "无法达到：{value}时最低为{figure}";
    }
}
