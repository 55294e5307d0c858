//! Words of the engine: gates, notices, and pathways without an answer.

use super::messages;

messages! {
    /// What the engine has to say.
    pub enum EngineMsg {
        OutputOf: "Output of {stage}", "{stage}的产出";
        DisassemblyBefore: "Disassembly before {stage}", "{stage}前的拆解";

        // gates
        WantedFibres: "of the fibres it wants", "目标纤维";
        WantedCellulose: "cellulose fibres", "纤维素纤维";
        VerdictAccepted: "accepted", "接收";
        VerdictReduced: "accepted with loss", "有损失地接收";
        VerdictRefused: "refused", "拒收";
        GateMain: "{part}: {found} {wanted}, {route} asks for {limit}",
            "{part}：{wanted}占{found}，{route}要求{limit}以上";
        GateMainBound: "{part}: {found} {wanted}; {route} asks for {limit} and bends to {bound}",
            "{part}：{wanted}占{found}，{route}要求{limit}以上，最低{bound}";
        GateElastane: "{part}: {found} elastane, {route} takes {limit}", "{part}：氨纶{found}，{route}最多接受{limit}";
        GateElastaneBound: "{part}: {found} elastane; {route} takes {limit} and bends to {bound}",
            "{part}：氨纶{found}，{route}最多接受{limit}，放宽至{bound}";
        GateOther: "{part}: {found} other fibres, {route} takes {limit}",
            "{part}：其他纤维{found}，{route}最多接受{limit}";
        GateOtherBound: "{part}: {found} other fibres; {route} takes {limit} and bends to {bound}",
            "{part}：其他纤维{found}，{route}最多接受{limit}，放宽至{bound}";
        GateCoatingRefused: "{part}: coated or laminated, {route} does not take that", "{part}：有涂层或复合，{route}不接收";
        GateCoatingReduced: "{part}: coated or laminated, {route} takes it with loss",
            "{part}：有涂层或复合，{route}有损失地接收";
        GatePrintRefused: "{part}: printed, {route} does not take that", "{part}：有印花，{route}不接收";
        GatePrintReduced: "{part}: printed, {route} takes it with loss", "{part}：有印花，{route}有损失地接收";
        GateHard: "{part}: a hard part without fibre, {route} does not take it", "{part}：硬质部件，不含纤维，{route}不接收";
        GateHardTaken: "{part}: hard part, taken", "{part}：硬质部件，可接收";
        GateNothing: "{part}: nothing of this part comes out of {route} ({found} of its mass, less than {limit})",
            "{part}：{route}几乎得不到任何产出（占其重量{found}，低于{limit}）";
        GateFits: "{part}: {found} {wanted}", "{part}：{wanted}占{found}";

        // notices
        NoMass: "The product has no mass: give at least one part its mass.", "产品没有重量：请至少为一个部件填写重量。";
        UnknownFibre: "{part}: the library does not know the fibre \"{fibre}\"; it counts as other fibre. Choose a fibre.",
            "{part}：资料库中没有纤维“{fibre}”，按其他纤维计算。请选择一种纤维。";
        FibreSumLow: "{part}: the fibre shares add up to {sum}; the rest counts as other fibre, virgin.",
            "{part}：纤维占比合计{sum}，其余按原生的其他纤维计算。";
        FibreSumHigh: "{part}: the fibre shares add up to {sum}, more than the whole. Correct them.",
            "{part}：纤维占比合计{sum}，超过了全部。请改正。";
        ExitSum: "{stage}: the shares that leave add up to {sum}; they are scaled for the calculation. Correct them.",
            "{stage}：流出占比合计{sum}，计算时已按比例折算。请改正。";
        UnknownKind: "The library does not know the kind of garment \"{kind}\": average life and making loss are missing. Choose a kind.",
            "资料库中没有服装种类“{kind}”：缺少平均寿命和裁剪损耗。请选择一个种类。";
        UnknownProcess: "{part}: the library does not know the process \"{process}\"; it counts without loss and work.",
            "{part}：资料库中没有工序“{process}”，按无损耗、无工时计算。";
        UnknownRoute: "{stage}: the library does not know the route \"{route}\"; it takes nothing. Choose a route.",
            "{stage}：资料库中没有路线“{route}”，因此不接收任何部件。请选择一条路线。";
        UnknownOverride: "Own figure for \"{factor}\": the library has no such factor; it has no effect.",
            "“{factor}”的自定数值：资料库中没有这个系数，因此不起作用。";
        NoFactor: "{activity}: no factor found; this work is missing from the hours, it is not zero.",
            "{activity}：未找到系数；这部分工时未计入，并非为零。";
        NoFibreFactor: "{fibre}: no factor found for making the fibre; this work is missing from the hours, it is not zero.",
            "{fibre}：未找到纤维生产的工时系数；这部分工时未计入，并非为零。";
        BoughtTrims: "Bought trims: the work of making them is not counted, no factor found.",
            "外购辅料：未找到其生产工时的系数，未计入。";
        Borrowed: "{activity} at {place}: the factor of {from} is used, grade {grade}.",
            "{activity}（{place}）：借用{from}的系数，等级{grade}。";
        Proxy: "{route}: no factor of its own; the factor of \"{activity}\" stands in.",
            "{route}：没有自己的工时系数，以“{activity}”的系数代替。";
        FibreProxy: "{fibre}: no factor for making the fibre; the factor of \"{activity}\" stands in, grade D.",
            "{fibre}：没有纤维生产的工时系数，以“{activity}”的系数代替，等级D。";
        MultiplierNoSource: "{activity}: its multiplier of indirect work has no source and so no effect. Enter where it comes from.",
            "{activity}：间接工时乘数没有来源，因此不起作用。请写明出处。";
        MultiplierSupplier: "{activity} takes no multiplier: the hours of a supplier, {supplier}, are counted by themselves and would count twice. Remove the multiplier.",
            "{activity}不能使用乘数：其供应环节“{supplier}”的工时已单独计算，否则会重复计算。请删除该乘数。";
        Utility: "Utility X is {x}, outside 0.67–1.45: the life is far from the average, read MCI with care.",
            "效用系数X为{x}，超出0.67–1.45：寿命与平均值相差很大，请谨慎看待MCI。";

        StartsDiffer: "This pathway and the baseline do not start alike: one begins with a worn garment, the other with goods never worn. Work gained and lost is not counted. Choose a baseline that starts alike.",
            "本路径与基准路径的起点不同：一条从穿用的衣物开始，另一条从未穿过的货品开始，因此不计算工时增减。请选择起点相同的基准路径。";
        ReturnAside: "{stage} leads to {to}, which is no use stage: on that way it replaces no new garment. Let it lead straight to use.",
            "{stage}通向{to}，但那里不是穿用环节：这一路不计替代新衣。请让它直接通向穿用。";
        PartWithoutMass: "{part}: 0 g. It counts as nothing. Give its mass or delete the part.",
            "{part}：0g，按没有计算。请填写质量或删除该部件。";

        // pathways without an answer
        FlowStart: "The pathway starts at \"{stage}\", where no whole garment is. Choose a stage of whole garments as the start.",
            "路径从“{stage}”开始，但那里没有完整的衣物。请选择一个衣物完整的环节作为起点。";
        FlowHiredUnworn: "The first user hires the garment, but the pathway starts at \"{stage}\", where it is not worn. Choose a use stage as the start.",
            "首位用户是租用，但路径从“{stage}”开始，那里不穿用。请选择一个穿用环节作为起点。";
        FlowFallbackBack: "{stage}: its fallback {fallback} leads back to use. Choose a fallback that is neither use nor a way back to it.",
            "{stage}：后备环节{fallback}又回到穿用。请选择一个既不穿用、也不返回穿用的后备环节。";
        FlowBackToItem: "{from} leads to {to}, but what was taken apart is no garment any more. Choose a route or an end.",
            "{from}通向{to}，但拆解后已不是衣物。请选择处理路线或去处。";
        FlowTwice: "Two stages have the id \"{stage}\". Rename one of them.", "有两个环节的编号都是“{stage}”。请改名其中一个。";
        FlowMissing: "{from} leads to \"{to}\", which does not exist. Choose another stage.",
            "{from}通向“{to}”，但没有这个环节。请另选环节。";
        FlowNoExit: "Nothing ever leaves {stages}: the loop has no exit. Give one of these stages an exit to an end or a route.",
            "没有任何衣物能离开{stages}：循环没有去向。请为其中一个环节增加通往去处或处理路线的去向。";
        FlowNoFallback: "{stage}: in the last life every exit leads back to use. Choose a fallback stage.",
            "{stage}：最后一个使用周期里，所有去向都回到穿用。请选择一个后备环节。";
        FlowMaterialCycle: "{stages} feed one another in a circle. Let one of them lead to an end.",
            "{stages}互相供料，形成循环。请让其中一个通往去处。";
        FlowResidue: "Residue of {from} reaches {gate}, which would credit it a second time. Send residue to energy recovery or landfill.",
            "{from}的残余进入{gate}，会被重复计算。请将残余送往能量回收或填埋。";
        FlowOutputNotEnd: "The output of {stage} does not lead to an end.", "{stage}的产出没有通向去处。";
        FlowNotAnOutput: "{from} leads to {end}, which only the output of a route may reach.",
            "{from}通向{end}，但只有处理路线的产出才能到达那里。";
        FlowNoGate: "{stage} says nothing about {part}.", "{stage}没有说明如何处理{part}。";
        FlowNoTarget: "{stage}: {part} has nowhere to go. Choose where refused parts and residue go.",
            "{stage}：{part}没有去处。请选择拒收部件和残余的去向。";
        FlowNotFinite: "{stage}: a number is not finite. Check its shares and figures.", "{stage}：有一个数值无效。请检查占比和数值。";
    }
}
