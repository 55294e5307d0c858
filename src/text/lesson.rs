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
    }
}
