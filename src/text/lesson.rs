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
        EntryNotNamed: "the lesson does not name it. Name it in lesson.ron under starts or factor_set, or take it out.",
            "课程没有用到它。请在lesson.ron的starts或factor_set中写明，或将其去掉。";
        EntryNoVersion: "line {line}, column {column}: a lesson starts with its version, as in (version: 1, …). Check that this is a Reloom lesson.",
            "第{line}行第{column}列：课程应以版本号开头，如(version: 1, …)。请确认这是再织的课程文件。";
        EntryMissing: "it names the file {name}, which the lesson file does not hold. Put it in, or name another.",
            "其中写明的文件{name}不在课程文件里。请将其放入，或改写名称。";
        EntryNoPreset: "there is no sample {name}. Write the id of a sample, as in preset: \"school_uniform\".",
            "没有名为{name}的示例。请填写示例代号，如preset: \"school_uniform\"。";
        EntryStart: "the start project {name} needs a sample or a file, and not both.", "起始项目{name}应写明preset或file中的一个，不能两个都写。";
        EntryStarts: "a lesson has 1 to {most} start projects, but {found} stand here.", "课程应有1至{most}个起始项目，这里有{found}个。";

        // a reference that leads nowhere
        LostUnread: "“{name}” is not understood. Write a figure as in {same_grade:separation}, and a brace itself twice.",
            "无法理解“{name}”。数值请写成{same_grade:separation}的形式；大括号本身请写两遍。";
        LostFigure: "there is no figure “{name}”. Write a key as in mci, same_grade or mass_kg.", "没有名为“{name}”的指标。请填写代号，如mci、same_grade或mass_kg。";
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
        CodeLetter: "“{letter}” is in no code: codes have no 0, O, 1, I and L. Ask for the letter again.",
            "代码中没有“{letter}”：代码不含0、O、1、I、L。请再问一次这个字符。";
        CodeLength: "The code has {found} letters; a code has 5 to {most}. Ask for it again.", "代码有{found}个字符，应为5至{most}个。请再问一次。";
        CodeCheck: "The code is not right: a letter is wrong or two are swapped, or it is of another lesson. Nothing was changed; ask for it again.",
            "代码不正确：有字符错误或前后颠倒，或属于其他课程。未作任何改动，请再问一次。";
        CodeOther: "This is a code of the lesson “{name}”, version {version}. Open that lesson first.", "这是课程“{name}”第{version}版的代码。请先打开该课程。";

        // groups
        GroupNumber: "group {number}", "第{number}组";
    }
}
