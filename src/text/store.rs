//! Words of the disk: what could not be opened or saved, why, and what to do.

use super::messages;

messages! {
    /// What went wrong with a file.
    pub enum StoreMsg {
        CouldNotOpen: "Could not open “{path}”. {problem}", "无法打开“{path}”。{problem}";
        CouldNotSave: "Could not save “{path}”. {problem}", "无法保存“{path}”。{problem}";
        NotFound: "The file is not there. Check whether it was moved or renamed.",
            "找不到该文件，请检查是否已移动或改名。";
        NoFolder: "The folder does not exist. Choose another folder.",
            "文件夹不存在，请选择其他文件夹。";
        Denied: "The system does not allow it. Choose a folder of your own or change the permissions.",
            "系统不允许此操作，请选择自己的文件夹或修改权限。";
        Folder: "This is a folder. Choose a file.",
            "这是一个文件夹，请选择文件。";
        NotAFile: "This is not an ordinary file. Choose another one.",
            "这不是普通文件，请选择其他文件。";
        Full: "The disk is full. Free some space or choose another disk; the old file is unchanged.",
            "磁盘已满，请清理空间或换一个磁盘；原文件未改动。";
        TooLarge: "The file is larger than 16MiB, more than is read. Choose a smaller one.",
            "文件超过16MiB，超出可读取的大小，请选择较小的文件。";
        FileReadOnly: "The file is read-only. Save under another name or remove the write protection.",
            "文件为只读，请另存为其他名称或取消写保护。";
        DiskReadOnly: "The disk is read-only. Save to another disk.",
            "磁盘为只读，请保存到其他磁盘。";
        BadName: "The system does not accept this name. Use a shorter or simpler one.",
            "系统不接受这个名称，请使用更短或更简单的名称。";
        Newer: "The file there comes from a newer version of Reloom and would lose content. Save under another name.",
            "该文件由更新版本的再织生成，覆盖会丢失内容，请另存为其他名称。";
        OtherKind: "The file there is of another kind and would be lost. Save under another name.",
            "该处已有其他类型的文件，覆盖会丢失其内容，请另存为其他名称。";
        Changed: "Another window or program has written it in the meantime. Open it again or save under another name.",
            "其他窗口或程序在此期间写入了该文件，请重新打开或另存为其他名称。";
        Input: "It is the file that is being read and would be lost. Choose another name.",
            "这正是要读取的文件，覆盖会丢失其内容，请选择其他名称。";
        Shape: "Its content cannot be read: {detail}",
            "无法读取其内容：{detail}";
        Other: "The system reports: {detail}",
            "系统报告：{detail}";
    }
}
