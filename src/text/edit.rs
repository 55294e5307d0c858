//! Words of edits: what a step is called, and why one is refused.

use super::messages;

messages! {
    /// What a step is called in the undo menu and the list of steps.
    pub enum StepMsg {
        // product
        ProductRename: "Product name", "产品名称";
        ProductKind: "Kind of garment", "服装种类";
        ProductWears: "Number of wears", "穿着次数";
        ProductVolume: "Pieces per year", "年产量";
        ProductMadeIn: "Where it is made", "生产地";
        ProductUsedIn: "Where it is used", "使用地";
        ProductSewing: "How sewing is counted", "缝制工时的计法";
        ProductParts: "Bill of materials", "导入物料清单";

        // any thing
        Add: "Add {name}", "添加{name}";
        FromTo: "{what}: {from} → {to}", "{what}：{from} → {to}";
        Rename: "Rename {name}", "重命名{name}";
        Duplicate: "Duplicate {name}", "复制{name}";
        Remove: "Remove {name}", "删除{name}";
        Move: "Move {name}", "移动{name}";
        Several: "{what}, and {count} more", "{what}，另有{count}项";
        Copy: "{name} (copy)", "{name}（副本）";

        // parts and fibres
        Role: "Role of {name}", "{name}的部件类别";
        Mass: "Mass of {name}", "{name}的重量";
        Cloth: "Cloth of {name}", "{name}的用料";
        Supplier: "Supplier of {name}", "{name}的供应商";
        Certificate: "Certificate of {name}", "{name}的认证";
        Evidence: "Evidence of {name}", "{name}的证明";
        Price: "Price of {name}", "{name}的单价";
        Note: "Note on {name}", "{name}的备注";
        Picture: "Picture of {name}", "{name}的图片";
        RemovePicture: "Remove the picture of {name}", "删除{name}的图片";
        ProductPicture: "Picture of the product", "产品图片";
        RemoveProductPicture: "Remove the picture of the product", "删除产品图片";
        Construction: "Construction of {name}", "{name}的面料类型";
        Finishes: "Finishes of {name}", "{name}的后整理";
        Removable: "Removability of {name}", "{name}的可拆卸性";
        Count: "Number of {name}", "{name}的数量";
        Cuts: "Cuts to take off {name}", "拆下{name}的刀数";
        Making: "Making of {name}", "{name}的生产方式";
        CuttingLoss: "Cutting loss of {name}", "{name}的裁剪损耗";
        Wears: "Wears of {name}", "{name}的穿着次数";
        SewingMinutes: "Sewing minutes of {name}", "{name}的缝制分钟数";
        AddFibre: "Add a fibre to {name}", "为{name}添加纤维";
        RemoveFibre: "Remove a fibre from {name}", "删除{name}的一种纤维";
        Fibre: "Fibre of {name}", "{name}的纤维";
        FibreShare: "Fibre share in {name}", "{name}的纤维含量";
        FillRemainder: "Fill up {name} to 100\u{202f}%", "{name}补足至100%";
        Feedstock: "Feedstock of {name}", "{name}的原料来源";

        // pathways, stages and exits
        Baseline: "{name} as baseline", "以{name}为基准";
        Lives: "Most lives on {name}", "{name}的最多使用周期数";
        Compared: "What is compared", "比较的内容";
        SwitchTo: "Switch to {name}", "切换到{name}";
        Place: "Place of {name}", "{name}的地点";
        StageOwn: "Own figure of {name}", "{name}的自定数值";
        ClosedShare: "Share of {name} that comes back", "{name}返回本产品的占比";
        Fallback: "Fallback of {name}", "{name}的后备环节";
        Residue: "Residue of {name}", "{name}的残余去处";
        Route: "Route of {name}", "{name}的处理路线";
        AddExit: "Exit from {from} to {to}", "从{from}到{to}的去向";
        Reroute: "Lead {from} to {to}", "{from}改为通往{to}";
        RemoveExit: "Remove the exit from {from} to {to}", "删除从{from}到{to}的去向";
        Share: "Share of {name}", "{name}占比";
        Pin: "Pin {name}", "固定{name}";
        Unpin: "Unpin {name}", "取消固定{name}";
        ShareRange: "Range of {name}", "{name}占比的范围";
        MaterialStage: "{kind} ({route})", "{kind}（{route}）";

        // the project
        Own: "Own figure", "自定数值";
        RemoveOwn: "Back to the library’s figure", "恢复资料库数值";
        OwnOf: "Own figure for {factor}", "{factor}的自定数值";
        OwnSet: "Set of own figures", "导入系数集";
        RemoveAllOwn: "Back to the library’s figures", "全部恢复资料库数值";
        Multiplier: "Multiplier of indirect work", "间接工时乘数";
        RemoveMultiplier: "Without a multiplier of indirect work", "取消间接工时乘数";
        MultiplierOf: "The multiplier for “{name}”", "“{name}”的乘数";
        PriceOf: "Price: {name}", "价格：{name}";
        RateOf: "Rate of exchange {name}", "汇率{name}";
        SumsIn: "Currency that sums are converted into", "合计折算的货币";
        Seed: "Seed of the draws", "抽样种子";
        Group: "Name of the group", "组名";
        StageOn: "{stage} ({pathway})", "{stage}（{pathway}）";
        MovePlace: "Where {name} lies", "{name}的所属地点";
        Home: "What counts as here", "本地的范围";
        Counted: "counted", "计入";
        NotCounted: "not counted", "不计入";
        Laundering: "Laundering from home counts as work", "由家庭转出的洗涤计入工时";
        OwnWears: "Wears of an owned piece beside {name}", "与{name}相比的自有衣物穿着次数";
        Replace: "Open {name}", "载入{name}";

        // bounds of a figure
        FromZeroToWhole: "from 0 to 100\u{202f}%", "在0至100%之间";
        AboveZeroToWhole: "more than 0 and at most 100\u{202f}%", "大于0且不超过100%";
        LessThanWhole: "from 0 to less than 100\u{202f}%", "不小于0且小于100%";
        ZeroOrMore: "0 or more", "不小于0";
        OneOrMore: "1 or more", "不小于1";
        MoreThanZero: "more than 0", "大于0";
        UpToPrice: "from 0 to a million million", "在0至一万亿之间";
        UpToRate: "from 0.000000001 to a thousand million", "在0.000000001至十亿之间";
        FiniteNumber: "a finite number", "有限的数值";
        FromOneToThousand: "a whole number from 1 to 1000", "为1至1000的整数";
        Outside: "{value} stands here; it must be {range}.", "这里是{value}，须{range}。";
    }
}

messages! {
    /// Why an edit is refused and what to do.
    pub enum RefusalMsg {
        LookOnly: "You are only looking at this project, for another window has it open. Save it under another name to change it.",
            "该项目已在其他窗口打开，此处仅供查看。如需修改，请另存为其他名称。";
        NoPart: "There is no part “{name}” any more. Choose one from the list.",
            "部件“{name}”已不存在，请从列表中选择。";
        NoLine: "{part} has no fibre line {line}. Choose one of its lines.",
            "{part}没有第{line}行纤维，请选择已有的一行。";
        NoPathway: "There is no pathway “{name}”. Choose one from the list.",
            "没有路径“{name}”，请从列表中选择。";
        NoStage: "{pathway} has no stage “{stage}”. Choose one of its stages or add it first.",
            "{pathway}中没有环节“{stage}”，请选择已有环节或先添加。";
        NoLink: "{from} has no exit to {to}. Add the exit first.",
            "{from}没有通往{to}的去向，请先添加。";
        OnlyPathway: "{name} is the only pathway. Add another one before you remove it.",
            "{name}是唯一的路径，请先添加另一条路径再删除。";
        NoVariant: "There is no variant {name} any more. Choose one from the strip.",
            "方案{name}已不存在，请从方案栏中选择。";
        OnlyVariant: "{name} is the only variant. Duplicate it before you remove it.",
            "{name}是唯一的方案，请先复制一个再删除。";
        TooMany: "A project holds at most {limit} {what}. Remove some first.", "{what}最多{limit}项，请先删减。";
        TooLong: "A name or note holds at most {limit} characters. Shorten it.", "名称或说明最多{limit}个字符，请缩短。";
        NoPlace: "There is no place “{name}”. Choose one from the list or add it first.",
            "没有地点“{name}”，请从列表中选择或先添加。";
        PlaceWord: "“{name}” cannot stand in the id of a place. Write one word of letters, digits, - and _.",
            "“{name}”不能用作地点代号，请用字母、数字、-和_组成的一个词。";
        NamelessPlace: "A place has a name. Write it in Chinese or in English.",
            "地点须有名称，请填写中文名或英文名。";
        PlaceTaken: "There is a place “{name}” already. Choose another id or another place around it.",
            "地点“{name}”已存在，请更换代号或所属地点。";
        PlaceInItself: "{name} cannot lie in itself or in a place within it. Choose another place.",
            "{name}不能位于自身或其内部的地点之中，请选择其他地点。";
        PlaceHolds: "{inner} lies in {name}. Move or remove it first.",
            "{inner}位于{name}之内，请先移出或删除。";
        PlaceUsed: "{name} is in use: {by}. Choose another place there first.",
            "{name}仍在使用（{by}），请先在该处改选其他地点。";
        Compared: "Two to four different columns can be compared, not {count}. Choose again.",
            "可同时比较2至4列不同的内容，现为{count}列，请重新选择。";
        Pinned: "All other exits of {name} are pinned. Unpin one of them first.",
            "{name}的其他去向都已固定，请先取消固定其中一项。";
        OnlyExit: "{to} is the only exit of {from} and takes all of it. Add another exit to {from} first.",
            "{to}是{from}的唯一去向，占全部，请先为{from}添加其他去向。";
        Start: "Every piece sold starts at {name}, so it has to stay. Rename it instead.",
            "售出的每件产品都从{name}开始，不能删除；可以重命名。";
        LinkExists: "{from} already has an exit to {to}. Change its share instead.",
            "{from}已有通往{to}的去向，请直接修改其占比。";
        ToItself: "{name} cannot send its residue or its rest to itself. Choose another stage.",
            "{name}不能把残余或剩余部分送回自身，请选择其他环节。";
        NoExits: "{name} has no exits with shares. Set its fallback or its residue instead.",
            "{name}没有带占比的去向，请设置其后备环节或残余去处。";
        EndStays: "Nothing leaves {name}: it is where mass ends. Choose a stage before it.",
            "{name}是最终去处，没有去向，请选择它之前的环节。";
        ExitToItself: "{name} cannot lead to itself. Choose another stage.",
            "{name}不能通往自身，请选择其他环节。";
        TakenApart: "{from} sends on material, {to} takes whole garments. Choose a route or an end.",
            "{from}送出的是材料，{to}接收的是整件服装，请选择处理路线或去处。";
        Circle: "What {from} refuses would come back to it by way of {to}. Choose another route or an end.",
            "{from}拒收的部分会经{to}回到{from}，请选择其他处理路线或去处。";
        ResidueEnds: "Residue of {from} goes to an end, not to {to}. Choose energy recovery or landfill.",
            "{from}的残余只能送往最终去处，不能送往{to}，请选择能量回收或填埋。";
        NotMaterial: "{name} takes nothing apart, so it has no route, residue or returned share. Choose a material stage.",
            "{name}不拆解产品，没有处理路线、残余去处或返回占比，请选择材料环节。";
        NoOwn: "{name} has no figure of its own. Choose a use stage or one that leads back to use.",
            "{name}没有可自定的数值，请选择使用环节或返回使用的环节。";
        ShareSum: "The exits of {name} do not add up to 100\u{202f}%. Set their shares first.",
            "{name}各去向的占比合计不是100%，请先设置占比。";
        Twice: "Two stages have the id “{name}”. Give one of them another id.",
            "有两个环节的编号都是“{name}”，请为其中一个更换编号。";
        Lives: "A garment on {name} has at least one life. Enter 1 or more.",
            "{name}中每件服装至少有一个使用周期，请输入1或更大的数。";
        Count: "{name} must be there at least once. Enter 1 or more, or remove the part.",
            "{name}的数量至少为1，请输入1或更大的数，或删除该部件。";
        Pictures: "All pictures of a project may take {limit}\u{202f}MiB together, and with this one they would take more. Remove another picture first.",
            "项目的全部图片合计不得超过{limit}MiB，加入这张后将超出，请先删除其他图片。";
        Cuts: "{name} takes at least one cut to come off. Enter 1 or more.",
            "拆下{name}至少需要一刀，请输入1或更大的数。";
        NotHard: "{name} is no hard part, so nothing is cut off. Choose a hard part.",
            "{name}不是硬质部件，无需拆下。请选择硬质部件。";
        NotHired: "On {name} the first user owns the garment, so there is no owned piece that it replaces. Start the pathway in rental first.",
            "{name}的首位使用者自有衣物，没有可替代的自有衣物。请先让路径从租赁开始。";
        Bought: "{name} is bought as it is and has no cutting loss. Set how it is made first.",
            "{name}为外购件，没有裁剪损耗，请先设置其生产方式。";
        Fibres: "The fibres of {name} add up to more than 100\u{202f}%. Lower one of them.",
            "{name}的纤维含量合计超过100%，请调低其中一项。";
        Feedstock: "The recycled, reused and sustained shares in {name} add up to more than 100\u{202f}%. Lower one of them.",
            "{name}中循环再利用、再利用和可持续生产的占比合计超过100%，请调低其中一项。";
        Figure: "{what} must be {bounds}, and its range must hold the value. Enter another figure.",
            "{what}须{bounds}，且范围须包含该数值，请重新输入。";
        MultiplierSource: "The multiplier for “{name}” has no source. Enter where it comes from.",
            "“{name}”的乘数没有来源，请写明出处。";
        PriceKind: "{name}: there is no such price. Choose one of those that `reloom beside --help` names.",
            "{name}：没有这种价格，可用的种类见`reloom beside --help`。";
        MoneyCurrency: "{name}: “{found}” is no currency. Write its three letters, such as CNY.",
            "{name}：“{found}”不是货币代码，请写三个字母，如CNY。";
        MoneyDay: "{name}: “{found}” is no day. Write it as 2026-11-25.",
            "{name}：“{found}”不是日期，请写成2026-11-25这样。";
        MoneySource: "{name} has no source. Write where it is from.",
            "{name}没有来源，请写明出处。";
        RateItself: "{name} is of one currency. Write two different ones.",
            "{name}的两种货币相同，请写两种不同的货币。";
        Range: "The range of the exit from {from} to {to} must hold its share. Widen the range.",
            "从{from}到{to}的占比须在其范围之内，请放宽范围。";
    }
}
