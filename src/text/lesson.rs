//! Words about lessons: their files, what is wrong in them, spoken codes, and what is collected from groups.

use super::messages;

messages! {
    /// Words about lessons.
    pub enum LessonMsg {
        // the file
        FileTooLarge: "The lesson has {found} MiB; a lesson file has at most {most} MiB. Leave out some pictures.",
            "课程文件有{found}MiB，最多{most}MiB。请去掉部分图片。";
        FileDamaged: "The lesson file cannot be unpacked ({error}). Copy it from the stick again; it was left unchanged.",
            "课程文件无法解压（{error}）。请从U盘重新复制；文件未作改动。";
        FileTooMany: "The lesson file holds {found} files; a lesson has at most {most}. Check that it is a Reloom lesson.",
            "课程文件中有{found}个文件，最多{most}个。请确认这是再织的课程文件。";
        FileNoLesson: "The file holds no lesson.ron. Check that it is a Reloom lesson.", "文件中没有lesson.ron。请确认这是再织的课程文件。";
        FileEntry: "{entry}: {what}", "{entry}：{what}";
        FileNotWritten: "The lesson was not written: {error}", "课程未写出：{error}";
        FileChanged: "The lesson was not written, because it would open as another one.", "课程未写出，因为再打开时内容会不同。";
        EntryName: "a lesson file holds lesson.ron, factors.ron, starts/NAME.ron and pictures/NAME.png or .jpg, and nothing of this name. Take it out.",
            "课程文件只含lesson.ron、factors.ron、starts/名称.ron和pictures/名称.png或.jpg，不应有此名称的文件。请将其去掉。";
        EntryTooLarge: "unpacked it is more than {most} MiB, or all files together are more than {all} MiB. Make it smaller.",
            "解压后超过{most}MiB，或全部文件合计超过{all}MiB。请减小文件。";
        EntryDamaged: "it cannot be unpacked ({error}). Copy the lesson file again.", "无法解压（{error}）。请重新复制课程文件。";
        EntryTwice: "it stands twice in the file. Take one of them out.", "文件中有两个同名条目。请去掉一个。";
        EntryNotNamed: "the lesson does not name it. Name it in lesson.ron as a start or as the factor set, or take it out.",
            "课程没有用到它。请在lesson.ron的starts或factor_set中写明，或将其去掉。";
        EntryNoVersion: "line {line}, column {column}: a lesson starts with its version, as in (version: 1, …). Check that this is a Reloom lesson.",
            "第{line}行第{column}列：首个键应为version，即版本号。请确认这是再织的课程文件。";
        EntryMissing: "it names the file {name}, which the lesson file does not hold. Put it in, or name another.",
            "其中写明的文件{name}不在课程文件里。请将其放入，或改写名称。";
        EntryNoPreset: "there is no sample {name}. Write the id of a sample, as in preset: \"school_uniform\".",
            "没有名为{name}的示例。请填写示例代号，如school_uniform。";
        EntryStart: "the start project {name} needs a sample or a file, and not both.", "起始项目{name}应写明preset或file中的一个，不能两个都写。";
        EntryStarts: "a lesson has 1 to {most} start projects, but {found} stand here.", "课程应有1至{most}个起始项目，这里有{found}个。";

        // a reference that leads nowhere
        LostUnread: "“{name}” is not understood. Write a figure as in {mci:today}, and a brace itself twice.",
            "无法理解“{name}”。数值请写成{mci:today}的形式；大括号本身请写两遍。";
        LostFigure: "there is no figure “{name}”. Write a key as in mci or wears.", "没有名为“{name}”的指标。请填写代号，如mci或wears。";
        LostPathway: "“{name}” names no pathway of its project.", "“{name}”没有指明项目中的路径。";
        LostStart: "there is no start project “{name}”, or it has no such variant.", "没有起始项目“{name}”，或其中没有该方案。";
        LostMove: "the move “{name}” is not there or cannot be made.", "没有措施“{name}”，或无法实施。";

        // what is to be mended in a lesson
        MissingEnglish: "the English words are missing. Write them.", "缺少英文，请补上。";
        MissingChinese: "the Chinese words are missing. Write them.", "缺少中文，请补上。";
        OddId: "“{name}” is no id. Write letters, digits, _ and -.", "“{name}”不是有效代号。请只用字母、数字、_和-。";
        IdTwice: "“{name}” stands twice. Give one of them another id.", "“{name}”出现了两次。请改掉其中一个。";
        WrongCount: "{found} stand here; {least} to {most} are possible.", "这里有{found}项，应为{least}至{most}项。";
        TooFew: "{found} stand here; at least {least} are needed.", "这里有{found}项，至少需要{least}项。";
        NotZero: "0 stands here. Write 1 or more.", "这里是0，应为1或以上。";
        OddPeople: "the first number is the fewest people, from 1, and the second the most.", "第一个数为最少人数（至少1），第二个数为最多人数。";
        PlannedTooLong: "the stops take {name} minutes, more than the lesson. Shorten them, or give it more minutes.",
            "各步骤合计{name}分钟，超过课程时长。请缩短步骤，或增加课程时长。";
        BoardNeeds: "the board cannot be shown without it. Add it, or choose another board.", "缺少它就无法显示该画面。请补上，或改用其他画面。";
        NoSuchLever: "no pathway of the start project has this lever. reloom reach FILE --pathway ID --levers lists them.",
            "起始项目的各条路径都没有此调节项。可用reloom reach FILE --pathway ID --levers查看。";
        OddEnds: "low must be below high, and the value at the start between them.", "low应小于high，且起始值应在两者之间。";
        NoChange: "nothing that people can see changes here. Choose another board, pathway or move.",
            "这一步没有可见的变化。请换用其他画面、路径或措施。";
        MetAtStart: "the start meets all checks already. Set the bound further off.", "起始状态已满足全部要求。请调整界限。";
        NotSolved: "the solution does not meet the checks. Choose other moves or another bound.", "该解法未达到要求。请换用其他措施或调整界限。";
        OddAnswer: "this answer cannot be given. Count options from 1, name each once, or name one figure for each.",
            "无法给出这样的答案。选项从1开始编号，每项只出现一次，或为每项写明一个指标。";

        // spoken codes
        CodeDoesNotFit: "A code holds up to 8 moves and 4 levers; this work has {moves} moves and {levers} levers, or needs more letters than 20. Give it as a file.",
            "代码最多容纳8项措施和4个调节项，本组有{moves}项措施、{levers}个调节项，或所需字符超过20个。请改用文件。";
        CodeUnknown: "The lesson’s start has no “{id}”, so a code cannot name it. Give the work as a file.", "课程的起始项目中没有“{id}”，代码无法表示。请改用文件。";
        CodeNotMoves: "The work holds changes that no move and no lever of the lesson makes, so no code can say it. Give it as a file.",
            "作品中有课程的措施和调节项以外的改动，代码无法表示。请改用文件。";
        CodeLetter: "“{letter}” is in no code: codes have no 0, O, 1, I and L. Ask for the letter again.",
            "代码中没有“{letter}”：代码不含0、O、1、I、L。请再问一次这个字符。";
        CodeLength: "The code has {found} letters; a code has 5 to {most}. Ask for it again.", "代码有{found}个字符，应为5至{most}个。请再问一次。";
        CodeCheck: "The code is not right: a letter is wrong or two are swapped, or it is of another lesson. Nothing was changed; ask for it again.",
            "代码不正确：有字符错误或前后颠倒，或属于其他课程。未作任何改动，请再问一次。";
        CodeOther: "This is a code of the lesson “{name}”, version {version}. Open that lesson first.", "这是课程“{name}”第{version}版的代码。请先打开该课程。";

        // groups
        GroupNumber: "group {number}", "第{number}组";

        // a first plan from a project
        LessonOn: "Lesson on {product}", "{product}：一课";
        AimRead: "Read where the product ends and which work that makes", "读懂产品的去向及其带来的用工";
        SayQuestion: "Where does this product go after use?", "这件产品用过以后去哪儿？";
        SayMadeOf: "What is it made of?", "它由什么组成？";
        SayFlow: "Where does most of it go today?", "今天大多数去哪里？";
        SayCircularity: "Three parts: what goes in, how long it lives, what comes out.", "循环度由三部分组成：投入、寿命、使用后的去向。";
        SayCompare: "Several pathways, one ruler.", "几条路径，同一把尺子。";
        SayJobCards: "Where is work gained, where lost, and whose is it?", "岗位增加在哪里？减少在哪里？是谁的岗位？";
        SayHowSure: "Does the ranking hold?", "结论稳不稳？";
        SayEnd: "What do you take home?", "你带回去什么？";

        // the command line
        Minutes: "{minutes} min", "{minutes}分钟";
        UnknownLesson: "there is no lesson \"{id}\"; there are: {known}", "没有名为“{id}”的课程；可用的有：{known}";
        NeedsEnding: "“{file}” must end in .reloomlesson, or in .ron for text", "“{file}”的扩展名必须是.reloomlesson，文本则为.ron";
        FileNeedsPack: "“{name}” does not go into text alone. Write the lesson as .reloomlesson.", "“{name}”无法只写成文本。请写成.reloomlesson。";
        Written: "Written to {file}", "已写入{file}";
        Skipped: "passed over: {sentence}", "已跳过：{sentence}";
        TooManyGroups: "passed over: {file}; at most {most} groups stand side by side", "已跳过：{file}；最多并列{most}组";
        NothingCollected: "none of the files could be read; name project files of groups, or a folder that holds them",
            "没有可读取的文件；请指定各组的项目文件或其所在文件夹";
        UnknownSort: "there is no column \"{key}\"; there are: {known}", "没有名为“{key}”的列；可用的有：{known}";
        NothingChanged: "nothing changed against the start", "与起始项目相比没有改动";
        NoStart: "what was changed is not known; name the lesson with --lesson", "不知道改动了什么；请用--lesson指定课程";
        RoomWrite: "writing to {folder}: {result}", "写入{folder}：{result}";
        RoomLesson: "lesson {id}: {result}", "课程{id}：{result}";
        RoomFine: "works", "正常";
        RoomNoScreen: "size and scale of the screen: look in the window (room check)", "屏幕尺寸与缩放：请在窗口中查看（教室检查）";
        RoomSeconds: "{seconds} s", "用时{seconds}秒";

        // quizzes
        True: "true", "对";
        False: "false", "错";
        QuizOpen: "The figures of “{name}” are not computed yet. Open the lesson first.", "“{name}”的数值尚未计算。请先打开课程。";
        QuizGift: "Line {line}: {what} is missing or cannot be read. Check the question that begins here.", "第{line}行：缺少{what}或无法读取。请检查从这里开始的题目。";
        QuizHeading: "The table has no column “{name}”. Its first line names question, A, B, C, D, right, reason, seconds.",
            "表格没有“{name}”列。首行应为question、A、B、C、D、right、reason、seconds。";
        QuizCell: "Line {line}, column {what}: this cannot be taken. Write a letter, true or false, or a number.",
            "第{line}行{what}列：无法使用此内容。请填写字母、true或false，或数字。";
        QuizTable: "The table cannot be read ({error}). Save it as CSV in UTF-8.", "表格无法读取（{error}）。请存为UTF-8的CSV。";

        // what is printed
        RoutesOpen: "Routes to new fibre that take the main fabric", "可接收主面料、制成新纤维的路线数";
        Foot: "Reloom · {date} · {estimate}", "再织 · {date} · {estimate}";
        FormGroup: "Name of the group", "组名";
        FormCode: "Spoken code", "口头代码";
        FormMove: "What we change, on which part or with which partner", "我们改变什么：哪个部件，或与哪个合作方";
        FormFor: "Two figures for it", "支持它的两个数字";
        FormAgainst: "One figure against it", "反对它的一个数字";
        FormWho: "Who gains work, who loses it, and where", "谁增加用工，谁减少，在哪里";
        FormConditions: "Two conditions for a just transition", "公正转型的两个条件";
        FormConditionsHint: "Each names who, by when, and how it is checked.", "每条写明谁、何时、如何核查。";
        FormUnsure: "What we are least sure of", "我们最没有把握的是";
        CanvasProduct: "Product: what is it made of?", "产品：由什么组成？";
        CanvasBlockers: "Blockers: what keeps which part out of which route?", "障碍：哪个部件被哪条路线拒收，为什么？";
        CanvasPathway: "Pathway: where should it go?", "路径：它应该去哪里？";
        CanvasPeople: "Who gains, who loses?", "谁受益，谁受损？";
        CanvasMonday: "What I change on Monday", "周一我要改变什么";
        RoleWants: "What you want", "你想要什么";
        RoleAsks: "What you ask", "你要问什么";
        RoleLooks: "What you look at first", "你先看哪些数字";
        StrategyPathway: "A pathway", "一条路径";
        StrategyGains: "Who gains work?", "谁的用工增加？";
        StrategyLoses: "Who loses work?", "谁的用工减少？";
        StrategyTakes: "What it takes to do this", "需要什么";
        GuideFacts: "{minutes} minutes, for {people} people", "{minutes}分钟，适合{people}人";
        Aims: "Aims", "目标";
        PrintBefore: "Print beforehand", "事先打印";
        Stops: "Step by step", "逐步流程";
        Exercises: "Exercises", "练习";
        Say: "Say", "讲";
        See: "They see", "看到";
        Answer: "Expected answer", "预期回答";
        Solution: "One solution", "一种解法";
        QuizKey: "Answers with reasons", "答案与理由";
        VersionKey: "Answers, version {version}", "{version}卷答案";
        VersionOf: "Exam, version {version}", "考卷（{version}卷）";
        PersonName: "Your name", "姓名";
        Points: "Points reached", "得分";
        AnswerGrid: "Answers", "答题栏";
        TrueOrFalse: "true / false", "对／错";
        NumberIn: "a number, {unit}", "填数字（{unit}）";
        UnknownPrinted: "there is nothing to print called \"{key}\"; there are: {known}", "没有名为“{key}”的打印件；可用的有：{known}";
    }
}
