//! Words of boards and of presenting.

use super::messages;

messages! {
    /// What boards say, and what is said while they are presented.
    pub enum StageMsg {
        Nothing: "This project has nothing to show here yet.", "这个项目在这里还没有内容可展示。";

        // what boards ask and say
        Question: "Where does it go after its last wear: {product}?", "穿过之后去哪儿：{product}？";
        QuestionHands: "Hands up: what happens to most of it?", "请举手：大多数会怎样？";
        AnswerReuse: "Worn again", "再穿、转售";
        AnswerRecycle: "Recycling", "再生利用";
        AnswerLost: "Burnt or landfilled", "焚烧或填埋";
        MadeOf: "What is it made of?", "它由什么组成？";
        KeyMass: "weight of one", "每件重量";
        KeyWaste: "waste in cutting", "裁剪废料";
        KeyRecycled: "recycled", "再生成分";
        OtherFibres: "other", "其他";
        Circularity: "How circular: {name}?", "循环度如何：{name}？";
        KeyMci: "MCI", "MCI";
        PartIn: "in: not virgin", "投入：非原生";
        PartLife: "life: against the average", "寿命：与平均相比";
        PartOut: "out: same grade", "去向：同级再生";
        Formula: "Where does the number come from?", "这个数是怎么算出来的？";
        FormulaSay: "Every number opens to its formula and its sources.", "每个数字都能点开，查看公式和来源。";
        Flow: "Where does most of it go: {name}?", "大多数去哪里：{name}？";
        FlowFrom: "one piece", "一件衣物";
        FlowCollected: "collected", "已回收";
        FlowDirect: "not collected", "未回收";
        FlowNoCollection: "Nothing is collected on this pathway.", "这条路径没有回收环节。";
        KeyCollected: "collection rate", "回收率";
        KeyGoal: "goal 2030", "2030年目标";
        Compare: "Side by side, on one ruler", "并排比较，同一把尺子";
        CompareBoth: "{name} leads by both.", "{name}两项都领先。";
        CompareGrade: "{name} recycles most at the same grade; MCI reads alike.", "{name}同级再生利用最多，MCI数值相同。";
        CompareMci: "{name} has the highest MCI; same grade reads alike.", "{name}的MCI最高，同级再生利用数值相同。";
        CompareAlike: "They read alike.", "各路径数值相同。";
        ComparePart: "Same grade: {grade} leads. MCI: {mci} leads.", "同级再生利用{grade}最多，MCI却是{mci}最高。";
        ComparePartWorn: "Same grade: {grade} leads. MCI: {mci} leads, worn longer.",
            "同级再生利用{grade}最多，MCI却是{mci}最高：穿得更久。";
        ComparePartDown: "Same grade: {grade} leads. MCI: {mci} leads, more downcycled.",
            "同级再生利用{grade}最多，MCI却是{mci}最高：降级利用更多。";
        KeySameGrade: "same-grade", "同级再生";
        Rest: "burnt, buried, lost", "焚烧、填埋、流失";
        Jobs: "Work: more, less, whose?", "工时增减，是谁的？";
        KeyGained: "gained", "新增";
        KeyLost: "lost", "减少";
        PerThousand: "hours per thousand pieces", "工时/千件";
        KeyHoursGained: "h gained", "新增（工时）";
        KeyHoursLost: "h lost", "减少（工时）";
        Women: "Women in it", "新增工时中女性";
        Informal: "Without contract", "非正规就业";
        Hazards: "Main hazards", "主要危害";
        InformalMost: "half or more", "一半或更多";
        InformalLess: "less than half", "不到一半";
        NoData: "no data: ask", "无数据，须询问";
        Routes: "Not the average, the part decides", "起决定作用的是部件，不是平均值";
        Garment: "One garment, many materials", "一件衣服，多种材料";
        GarmentSay: "Each part shows its main fibre.", "各部件按主要纤维着色。";
        Sure: "Does the ranking hold?", "结论稳不稳？";
        SureHolds: "It holds: “{first}” has the higher MCI than “{second}” in {count} of 100 draws.",
            "稳：100次抽样中，“{first}”的MCI有{count}次高于“{second}”。";
        SureNot: "Ranges overlap: “{first}” has the higher MCI than “{second}” in {count} of 100 draws only. Do not say that one wins.",
            "区间重叠：100次抽样中，“{first}”的MCI只有{count}次高于“{second}”，不能说谁胜过谁。";
        SureOne: "One pathway alone has no ranking.", "只有一条路径，谈不上排名。";
        SureWait: "The draws are being worked out.", "正在抽样计算。";
        SureMost: "What moves the score most", "对得分影响最大的假设";
        End: "What do you take home?", "你带回去什么？";
        EndParts: "Look at the part, not at the average", "看部件，不看平均值";
        EndGrade: "Same grade first, then the score", "先看同级再生，再看得分";
        EndWork: "Ask who gains work and who loses it", "问清谁的工时增加，谁的减少";

        TryIt: "Try it: {name}", "试一试：{name}";
        TryReady: "What will change? Say it before you see it.", "会有什么变化？先说出来，再看。";
        TryDone: "Old on the left, new on the right.", "左边是原来的，右边是改动后的。";
        TryQuality: "Whether that is better depends on how downcycling counts.", "算不算更好，取决于降级利用如何计算。";
        KeyRoutes: "routes open", "可走的路线";
        VoteFirst: "Hands up: A, B, C or D?", "请举手：A、B、C还是D？";
        VoteSecond: "Talk to your neighbour, then vote again.", "和邻座讨论，再投一次。";
        VoteTrue: "True", "对";
        VoteFalse: "False", "错";
        LeverTitle: "Turn a lever: what moves?", "动一动：什么会变？";
        LeverSay: "Numbers of {letter}; the thin mark is the start.", "显示{letter}的数值，细线是起点。";
        LeverBalanced: "Hours of {letter}: balanced within what is known.", "{letter}的工时：在已知范围内持平。";

        // while presenting
        Place: "{at} of {count}", "第{at}页，共{count}页";
        Estimate: "estimate", "估算值";
        ScaleMarks: "filled mark: MCI, hollow: quality-weighted", "实心标记：MCI，空心：品质加权";
        ScaleBase: "dashed: baseline", "虚线：基准";
        Black: "Screen dark", "屏幕变黑";
        TimeOver: "Time is up", "时间到";
        Overview: "All boards", "全部画面";

        // for the presenter alone
        PaceLate: "{time} late", "晚了{time}";
        PaceLeft: "{time} left for this board", "本页还有{time}";
        PaceSpent: "{spent} spent, {planned} planned up to here", "已用{spent}，计划到此为{planned}";
        NotesSay: "Say", "讲";
        NotesSee: "They should see", "他们应看到";
        NotesAnswer: "Answer", "答案";
        NotesNext: "Next: {name}", "下一页：{name}";
        NotesLast: "This is the last board", "这是最后一页";
        OneScreen: "No second screen was found.", "没有找到第二块屏幕。";
        NoSecondWindow: "There is no second window here; the trainer's guide holds the same notes.", "此处不能打开第二个窗口；讲师手册中有同样的讲稿。";

        // a class
        ShowLess: "Class level: few routes and fibres, no letters of formulas", "课堂简版：路线、纤维从简，不列公式符号";
        ShowAll: "Full level: all routes, fibres and letters of formulas", "完整版：全部路线、纤维和公式符号";
        ResetTitle: "Begin anew for the next group?", "下一组重新开始？";
        ResetBody: "The group's work is written first, as a dated file; undo does not reach it any more. Language, layout, size and theme stay.",
            "先把本组的作品存为带日期的文件，之后无法再撤销到本组。语言、布局、字号和主题保持不变。";
        ResetYes: "Write and begin anew", "保存并重新开始";
        ResetDone: "The work lies in {file}", "作品已存入{file}";
        ResetNot: "Nothing was reset, for the work could not be written: {why}", "未重置，因为作品无法写入：{why}";
        ResetNowhere: "there is no folder to write to.", "没有可写入的文件夹。";
        GroupTitle: "What is the group called?", "本组叫什么？";
        AddStop: "Add this view as a stop", "把当前视图加为一站";
        StopAdded: "Stop {number} of the lesson: {board}. Kept in {file}", "已加为课程第{number}站：{board}。保存在{file}";
        NoBoardHere: "No board shows this page; product, pathways, comparison and an opened figure can be stops.",
            "这一页没有对应的画面；产品、路径、对比页和打开的指标可以加为一站。";
        LessonNotKept: "The lesson stays as it was: {why}", "课程未改动：{why}";
        Plan: "Stops and words of the lesson…", "课程的各站与讲解词…";
        PlanTitle: "Stops and words of the lesson", "课程的各站与讲解词";
        StopEarlier: "Move earlier", "前移";
        StopLater: "Move later", "后移";
        StopRemove: "Take out", "移除";
        StopSeconds: "Planned time, seconds", "计划用时（秒）";
        StopShort: "In the three-minute cut", "列入三分钟版";
        Code: "Spoken code of the group…", "本组的口头代码…";
        CodeTitle: "Spoken code", "口头代码";
        CodeOwn: "Say this: the work in hand", "请读出：当前作品的代码";
        CodeSought: "being worked out", "正在计算";
        CodeTyped: "A code that was said to you", "听到的代码";
        CodeRebuild: "Rebuild", "重建作品";
        Collect: "Collect the work of the groups…", "汇总各组作品…";
        CollectTitle: "Work of the groups", "各组作品";
        CollectFolder: "Folder with the files of the groups", "各组文件所在的文件夹";
        CollectSort: "In the order of", "排序依据";
        CollectChanged: "What it changed", "改动内容";
        LessonsTitle: "Choose a lesson", "选择课程";
        LessonsBody: "A lesson of one's own is dropped on the window, or opened like a file.", "自己的课程可拖放到窗口，也可像文件一样打开。";

        RoomAsk: "Ask the last row: which line can you read? Press its number.", "问最后一排：能读到第几行？按下行号。";
        RoomLine: "repair, resale, recycling: 0123456789", "维修、转售、再生利用：0123456789";
        RoomSize: "{width} × {height} pixels, scale {scale} %", "{width}×{height}像素，缩放{scale}%";
        RoomWrites: "Work can be written to {folder}", "可写入{folder}";
        RoomLessons: "{open} of {all} lessons open", "{all}个课程中{open}个可打开";

        // commands
        Room: "Room check", "教室检查";
        Lessons: "Lessons…", "课程…";
        Group: "Name of the group…", "组名…";
        Reset: "Reset for the next group…", "为下一组重置…";
        Presenter: "Presenter's window", "讲者窗口";
        Present: "Present", "演示";
        Leave: "Leave the presentation", "结束演示";
        FullScreen: "Full screen", "全屏";
        KeysTitle: "While presenting", "演示时";
        KeyNext: "Next board", "下一页";
        KeyBack: "Board before", "上一页";
        KeyFirst: "First, last board", "第一页、最后一页";
        KeyGo: "To board number", "跳到第几页";
        KeyGoKeys: "G, digits, Enter", "G、数字、Enter";
        KeyOverview: "All boards", "全部画面";
        KeyBlack: "Screen dark and back", "屏幕变黑、恢复";
        KeyTimer: "Timer: 30 s, 1, 3, 5, 10 min, off", "计时：30秒，1、3、5、10分钟，关闭";
        KeySize: "Letters for hall, class", "字号：大厅、教室";
        KeyRanges: "Ranges", "区间";
        KeyHint: "Show pressed keys", "显示按下的键";
        KeySwap: "Boards and notes change their screens", "画面与讲稿互换屏幕";
        KeyHands: "Vote: count a hand, with Shift take it back; B is the black key until another letter or a number begins", "投票：计一只手，按住Shift减一；计数开始前B键为黑屏";
        KeyLever: "Levers: choose one", "调节：选择一项";
        KeyTurn: "Levers: turn by 1 %, with Shift 5 %; or type and Enter", "调节：变动1%，按住Shift为5%；也可输入后按Enter";
        KeyReset: "Levers: all back to the start", "调节：全部回到起点";
        KeyFocus: "Levers: numbers of the next pathway", "调节：显示下一条路径的数值";
    }
}
