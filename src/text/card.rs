//! Words of the job card: its eleven lines, the questions to the partner, cross-checks and traps.

use super::messages;
use crate::work::cross_check::Bundle;
use crate::work::trap::TrapKind;

messages! {
    /// Words of the job card.
    pub enum CardMsg {
        Title: "Job card", "岗位卡";
        NoAnswer: "This pathway has no answer yet, so there is no work to tell of.", "这条路径尚无结果，因此暂无工时结果。";

        // the sentence above
        HeadBoth: "1000 pieces create {gained} of work ({span}), most of it in {to}, and take away {lost} ({lostspan}), most of it in {from}.",
            "每1000件新增{gained}（{span}），以{to}为主；减少{lost}（{lostspan}），以{from}为主。";
        HeadGained: "1000 pieces create {gained} of work ({span}), most of it in {to}, and take none away.",
            "每1000件新增{gained}（{span}），以{to}为主；没有工时减少。";
        HeadLost: "1000 pieces take away {lost} of work ({lostspan}), most of it in {from}, and create none.",
            "每1000件减少{lost}（{lostspan}），以{from}为主；没有新增工时。";
        HeadSame: "The work of this pathway is that of the baseline.", "这条路径的工时与基准相同。";
        HeadBaseline: "Today 1000 pieces ask for {own} of work after sale ({span}), most of it in {to}. The other pathways are counted against this one.",
            "目前每1000件售出后需要{own}（{span}），以{to}为主。其他路径都与它对照。";
        Character: "{quantity}; {quality}.", "{quantity}；{quality}。";
        MoreHours: "More hours than are lost", "新增工时多于减少工时";
        FewerHours: "Fewer hours than are lost", "新增工时少于减少工时";
        BalancedHours: "Hours are balanced within what is known", "工时在已知范围内持平";
        MoreInformal: "the created ones are more often informal ({gained} against {lost})", "新增工时中非正规就业占比更高（{gained}，减少工时中为{lost}）";
        LessInformal: "the created ones are less often informal ({gained} against {lost})", "新增工时中非正规就业占比更低（{gained}，减少工时中为{lost}）";
        AlikeInformal: "the created ones are about as often informal ({gained} against {lost})", "新增工时中非正规就业占比相近（{gained}，减少工时中为{lost}）";
        HigherSkill: "at a higher skill level", "技能要求更高";
        LowerSkill: "at a lower skill level", "技能要求更低";
        AlikeSkill: "at about the same skill level", "技能要求相近";

        // what leads
        Even: "Break-even", "持平点";
        EvenName: "Displacement at which net work is zero", "净工时为零时的替代率";
        EvenWithin: "Total work holds while a wear after a return replaces less than {even} of a wear of a new piece.",
            "再利用后每穿一次，替代新衣的穿着少于{even}次，总工时就不会减少。";
        EvenHere: "Here it replaces {here}.", "这里按{here}次计算。";
        EvenAbove: "Total work grows even if every wear after a return replaces a wear of a new piece.",
            "即使再利用后每穿一次都替代新衣的一次穿着，总工时仍会增加。";
        EvenBelow: "Total work shrinks even if no wear after a return replaces a wear of a new piece.",
            "即使再利用完全不替代新衣的穿着，总工时仍会减少。";
        EvenNone: "No more pieces come back into use than today, so no new piece is replaced by reuse.",
            "回到使用的衣物不比目前多，因此再利用没有替代新衣。";
        Sewing: "Hours to sew one new piece", "缝制一件新衣的工时";
        Leading: "Largest doubt about the loss: {activity}, {place}", "减少工时中最大的不确定：{activity}·{place}";
        LeadingText: "An assumption decides the loss: with the low figure {low} would be lost, with the high one {high}.",
            "减少多少取决于这个假设：取低值时减少{low}，取高值时减少{high}。";
        LeadingGraded: "This figure decides the loss: with the low one {low} would be lost, with the high one {high}.",
            "减少多少取决于这个数值：取低值时减少{low}，取高值时减少{high}。";
        NotFewerJobs: "Do not read this as “circular means fewer jobs”: {share} of the loss rests on assumptions, grade D.",
            "请不要理解为“循环就是减少就业”：减少工时的{share}依据等级D的假设。";

        // the eleven lines
        LineWork: "Work created and work lost", "新增工时与减少工时";
        LineWorkHint: "hours per 1000 pieces", "工时/千件";
        LineJobs: "Jobs at my volume", "折合岗位";
        LineJobsHint: "{pieces} pieces a year", "每年{pieces}件";
        LineStage: "Stage and kind", "环节与类别";
        LineStageHint: "hours per 1000 pieces", "工时/千件";
        LinePlace: "Where", "地点";
        LinePlaceHint: "share of the hours", "工时占比";
        LineWomen: "Women", "女性占比";
        LineWomenHint: "who does this work now", "目前由谁来做";
        LineInformal: "Informal", "非正规就业";
        LineInformalHint: "without contract or insurance", "没有合同或保险";
        LinePay: "Pay level", "薪酬水平";
        LinePayHint: "beside garment sewing", "与成衣缝制相比";
        LineSkills: "Skills", "技能";
        LineSkillsHint: "can a sewing operator move here?", "缝纫工能否转岗？";
        LineHazards: "Health and safety", "职业健康与安全";
        LineHazardsHint: "named, never scored", "只列名称，不打分";
        LineVoice: "Voice", "社会对话";
        LineVoiceHint: "two questions for the partner", "请合作方回答两个问题";
        LineSure: "How sure?", "把握多大？";
        LineSureHint: "share of the hours by grade", "按等级划分的工时占比";

        // line by line
        Lost: "lost", "减少";
        Created: "created", "新增";
        Own: "today", "目前";
        NetText: "Net {net} ({range})", "净变化{net}（{range}）";
        NetBalanced: "Net balanced within what is known ({range})", "净变化在已知范围内持平（{range}）";
        RangeNote: "Range: every factor of work at its low, then at its high end; flows stay as they are.",
            "区间：所有工时系数同时取低值或高值，流量不变。";
        VolumeMissing: "No annual volume is set: give the pieces a year on the product page.", "未设定年产量：请在产品页填写每年件数。";
        RangeDrawn: "Range: 5 % to 95 % of the draws, all assumptions drawn together.", "区间：所有假设一起随机抽取，取5%至95%分位。";
        LessThanOne: "less than one job", "不足一个岗位";
        JobsOwn: "full-time jobs today", "折合目前岗位（全时当量）";
        KindCore: "core circular {share}", "核心循环{share}";
        KindEnabling: "enabling {share}", "支撑性{share}";
        KindLinear: "linear chain {share}", "线性产业链{share}";
        TagCore: "core circular", "核心循环";
        TagEnabling: "enabling", "支撑性";
        TagLinear: "linear chain", "线性产业链";
        PiecePerhaps: "between low and high", "低值与高值之间";
        PieceRest: "the rest", "其余";
        PieceMissing: "no data", "无数据";
        IndirectNote: "Indirect work at suppliers is not counted.", "未计入供应商的间接工时。";
        Smaller: "{count} smaller kinds of work", "另有{count}个较小的工种";
        PlaceShare: "{place} {share}", "{place}{share}";
        PlaceMismatch: "{share} of the created work lies elsewhere than the lost work (place mismatch {value}).",
            "新增工时中有{share}与减少的工时不在同一地点（地点错配{value}）。";
        PlaceSame: "Created and lost work lie in the same places.", "新增与减少的工时在同一地点。";
        PlaceCity: "Which city or town is not set: ask your partner.", "具体城市未设定：请询问合作方。";
        WomenText: "women {share} ({range})", "女性{share}（{range}）";
        WomenNote: "Neither good nor bad by itself: read it beside pay and skills.", "这个数字本身没有好坏，请与薪酬、技能一起看。";
        InformalText: "informal {share}", "非正规就业{share}";
        InformalRange: "informal {share} ({range})", "非正规就业{share}（{range}）";
        InformalCaution: "Half or more of the hours are informal ({side}): ask for contracts and insurance first.",
            "{side}的工时有一半或更多是非正规就业：请先询问合同与保险。";
        InformalMeaning: "Informal employment is not the same as the policy term “flexible employment”: it means work without contract or social insurance. The range runs over the kinds of work.",
            "非正规就业不等于灵活就业：这里指没有劳动合同或社会保险的工作。区间为各工种的最低与最高占比。";
        SkillLevel1: "simple tasks", "简单操作";
        SkillLevel2: "trained", "熟练操作";
        SkillLevel3: "technician", "技术员";
        SkillLevel4: "professional", "专业人员";
        SkillText: "simple {one} · trained {two} · technician {three} · professional {four}\u{202f}%", "简单{one}% · 熟练{two}% · 技术员{three}% · 专业{four}%";
        SkillDistance: "Skill distance {value}: {share} of the created hours ask for another skill level than the lost ones.",
            "技能差距{value}：新增工时中有{share}的技能要求与减少的不同。";
        MoveYes: "yes", "能";
        MoveTraining: "with training", "培训后能";
        MoveHardly: "hardly", "很难";
        MoveSame: "is sewing", "就是缝制";
        MoveLine: "{activity}: {answer}, {weeks} weeks", "{activity}：{answer}，{weeks}周";
        MoveLineBare: "{activity}: {answer}", "{activity}：{answer}";
        MoveShares: "Of these hours a sewing operator could take up {yes} directly, {training} after training, {hardly} hardly at all.",
            "这些工时中，缝纫工可直接转岗的占{yes}，经转岗培训可胜任的占{training}，很难转岗的占{hardly}。";
        HazardsCreated: "In the work created", "新增工时中的危害";
        HazardsLost: "In the work lost", "减少工时中的危害";
        HazardsOwn: "In today's work", "目前工时中的危害";
        GradeShare: "{grade} {share}", "{grade} {share}";
        GradeA: "A official", "A：官方统计";
        GradeB: "B published", "B：机构公布";
        GradeC: "C derived or announced", "C：推算、转引或仅为公告";
        GradeD: "D judgement: an assumption", "D：判断，即假设";
        SureLargest: "Most hours in doubt: {name}", "存疑工时最多的系数：{name}";
        Coverage: "Quality of work: data for {share} of the hours", "就业质量：{share}的工时有数据";
        Evidence: "Source: {sources}; {year}, {region}; grade {grades}", "来源：{sources}；{year}，{region}；等级{grades}";
        EvidenceNone: "Source: none found, a judgement; {year}, {region}; grade {grades}", "来源：未找到，属判断；{year}，{region}；等级{grades}";
        General: "no single country", "不限国家";
        NoDate: "year not stated", "年份不详";
        EvidenceName: "Open the data behind this line", "查看本行依据的数据";

        // what is missing, and what to ask
        NoData: "no data: ask your partner", "无数据：请询问合作方";
        NoDataFor: "no data for {share} of the hours ({side}: {list}): ask your partner",
            "{side}的工时中{share}无数据（{list}）：请询问合作方";
        AskWomen: "How many women do this work here, and how many of them in the higher-paid tasks?",
            "这里有多少女性做这份工作？其中多少在薪酬较高的环节？";
        AskInformal: "How many people here have a written contract and social insurance?", "这里有多少人有劳动合同和社会保险？";
        AskPay: "Is the pay for this work lower than, about the same as, or higher than for garment sewing here?",
            "在当地，这份工作的薪酬比成衣缝制低、差不多还是高？";
        AskSkills: "Which training does the work ask for, how long, and who pays for it?", "这份工作需要什么培训？多长时间？由谁付费？";
        AskHazards: "Which hazards were found in the last safety check, and what was done?", "最近一次安全检查发现了哪些危害？如何处理？";
        AskContract: "Does everyone here have a written contract in their own language, and do they hold a copy?",
            "这里的每个人都有看得懂的劳动合同，并且自己留有一份吗？";
        AskVoice: "Is there an elected worker representative or a union, and when did they last bargain over pay and safety?",
            "是否有职工选出的代表或工会组织？最近一次就薪酬与安全进行集体协商是什么时候？";
        CscWomen: "CSC9000T: discrimination", "CSC9000T：歧视";
        CscInformal: "CSC9000T: employment contract", "CSC9000T：劳动合同";
        CscPay: "CSC9000T: wages and benefits", "CSC9000T：薪酬与福利";
        CscSkills: "CSC9000T: management system, training", "CSC9000T：管理体系/培训";
        CscHazards: "CSC9000T: occupational health and safety", "CSC9000T：职业健康与安全";
        CscVoice: "CSC9000T: trade union and collective bargaining", "CSC9000T：工会组织与集体谈判权";

        // cross-checks
        Checks: "Cross-checks", "对照检查";
        ChecksHint: "published bundles, never added", "已公布的多工种合计数据，仅供对照";
        CheckEnterprise: "RREUSE: collection, sorting and shops, per 1000 t collected", "RREUSE：回收、分拣与门店，每千吨回收量";
        CheckTess: "TESS: collection, sorting and preparation for reuse, per 1000 t collected", "TESS：回收、分拣与再利用准备，每千吨回收量";
        CheckReHubs: "ReHubs: tearing to fibre, per 1000 t of feedstock", "ReHubs：开松制纤维，每千吨原料";
        CheckOwn: "this pathway: {agree}", "本路径：{agree}";
        CheckPublished: "published [{source}], {place}, {year}, grade {grade}", "已公布[{source}]，{place}，{year}，等级{grade}";
        CheckAgrees: "agrees", "相符";
        CheckDisagreesShort: "disagrees", "不相符";
        CheckDisagrees: "Disagree: {name}. Here {own}, published {published} FTE per 1000 t. Check the shares sorted and resold, then the factors.",
            "不相符：{name}。本路径为{own}，已公布的为{published}（全时当量/千吨）。请先核对分拣与转售占比，再核对系数。";
        CheckUnit: "FTE per 1000 t", "全时当量/千吨";
        CheckNotIndependent: "The library's EU figure for collection was set with TESS in view: not an independent check.",
            "资料库的欧盟回收系数参考了TESS，因此不是独立的对照。";
        CheckNone: "Nothing is collected or torn on this pathway: no bundle to compare with.", "这条路径没有回收或开松，没有可对照的多工种合计数据。";

        // traps
        TrapBundle: "{factor}: a bundle covers several kinds of work at once. Beside its parts it counts them twice; use it for comparison only.",
            "{factor}：合计数据同时包含多个工种，与其组成部分并用会重复计算，只能用于对照。";
        TrapTonne: "{factor}: this work is counted per piece, so a figure per tonne has no effect. Change the hours per piece.",
            "{factor}：这个工种按件计算，每吨的数值不起作用。请改用每件工时。";
        TrapHeadcount: "{factor}: the note speaks of headcount. Part-time workers make fewer full-time equivalents; convert by hours.",
            "{factor}：备注写的是人数。兼职人员折合的全时当量较少，请按工时折算。";
        TrapShortTons: "{factor}: the note speaks of US short tons. One is {ton} t: divide a figure per 1000 short tons by {ton}.",
            "{factor}：备注写的是美国短吨。1短吨为{ton}吨：每千短吨的数值应除以{ton}。";
        TrapAnnounced: "{factor}: the note speaks of announced or planned capacity. Announced jobs and tonnes are not observed ones: grade C at best.",
            "{factor}：备注写的是公告或规划的产能。公告的岗位和吨数不是实际观测值，等级最高为C。";
    }
}

impl From<Bundle> for CardMsg {
    fn from(bundle: Bundle) -> Self {
        match bundle {
            Bundle::SocialEnterprise => Self::CheckEnterprise,
            Bundle::Tess => Self::CheckTess,
            Bundle::ReHubs => Self::CheckReHubs,
        }
    }
}

impl From<TrapKind> for CardMsg {
    fn from(trap: TrapKind) -> Self {
        match trap {
            TrapKind::BundlePlusParts => Self::TrapBundle,
            TrapKind::PerTonne => Self::TrapTonne,
            TrapKind::Headcount => Self::TrapHeadcount,
            TrapKind::ShortTons => Self::TrapShortTons,
            TrapKind::Announced => Self::TrapAnnounced,
        }
    }
}
